import { isAbsolute } from 'node:path';
import { z } from 'zod';

/** True for addresses that never leave this machine. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}

/** A web address, kept without a slash at the end; `httpsOnly` lets plain http pass on this machine only. */
const address = (fix: string, httpsOnly = false) =>
  z
    .string()
    .refine((text) => {
      const url = URL.parse(text);
      if (!url || url.username || url.password || url.search || url.hash) return false;
      return url.protocol === 'https:' || (url.protocol === 'http:' && (!httpsOnly || isLoopback(url.hostname)));
    }, fix)
    .transform((text) => text.replace(/\/+$/, ''));

const portFix = 'put a number from 0 to 65535 (0: any free port).';
const port = z
  .string()
  .regex(/^\d{1,5}$/, portFix)
  .transform(Number)
  .refine((number) => number <= 65535, portFix);

const privateChats = z
  .string()
  .transform((text) => text.split(',').map((id) => id.trim()))
  .pipe(
    z.array(
      z.string().refine((id) => /^[1-9]\d{0,15}$/.test(id), {
        error: ({ input }) =>
          /^-\d+$/.test(String(input))
            ? 'has a group (its id begins with a minus). Groups never get personal data: put ids of private chats.'
            : 'put ids of private Telegram chats, positive whole numbers with commas between: 123456789,987654321.',
      }),
    ),
  )
  .transform((ids) => [...new Set(ids)]);

const isTimeZone = (name: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
};

/** A publishable (anon) key can read nothing here: everything is closed to it. */
const isSecretKey = (key: string): boolean => {
  if (/\s/.test(key) || key.startsWith('sb_publishable_')) return false;
  const claims = key.split('.')[1];
  return !key.startsWith('ey') || claims === undefined || !/"anon"/.test(Buffer.from(claims, 'base64url').toString());
};

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Every variable Birge reads. `.env.example` describes the same ones; a test compares the two. */
export const settings = z.object({
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d{1,16}:[\w-]{30,50}$/, 'put the token that @BotFather gave you: a number, a colon, 35 characters.')
    .optional(),
  TELEGRAM_API_ROOT: address('put the address of a Bot API server, such as https://api.telegram.org.').default(
    'https://api.telegram.org',
  ),
  TELEGRAM_WEBHOOK_URL: address(
    'put the https address that Telegram shall call, such as https://birge.example.kz/telegram.',
    true,
  ).optional(),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{1,256}$/, 'put 1 to 256 characters of A-Z, a-z, 0-9, _ and -.')
    .optional(),
  WHATSAPP: z.enum(['on', 'off'], 'put on or off.').default('off'),
  CHROMIUM_PATH: z
    .string()
    .refine((path) => isAbsolute(path), 'put the whole path of a Chromium or Chrome, such as /usr/bin/chromium.')
    .optional(),
  SUPABASE_URL: address('put the address of the Supabase API, such as https://abcdefgh.supabase.co.').optional(),
  SUPABASE_SECRET_KEY: z
    .string()
    .refine(isSecretKey, 'put the secret key (sb_secret_… or the service_role key), not the publishable one.')
    .optional(),
  DATA_DIR: z.string().regex(/^[^~]/, 'put the whole path: nothing replaces ~ here.').default('./data'),
  DB_PORT: port.default(54321),
  HOST: z
    .union([z.ipv4(), z.ipv6(), z.literal('localhost')], 'put an IP address to listen on, such as 127.0.0.1.')
    .default('127.0.0.1'),
  PORT: port.default(8787),
  PUBLIC_URL: address('put the address under which people open the web chat: https://birge.example.kz.').optional(),
  WEB_CHAT: z.enum(['on', 'off'], 'put on or off.').default('on'),
  WEB_SECRET: z.string().min(32, 'put 32 characters or more, such as `openssl rand -hex 32` prints.').optional(),
  ADMIN_CHATS: privateChats.default([]),
  LOG_LEVEL: z.enum(logLevels, `put one of ${logLevels.join(', ')}.`).default('info'),
  TIME_ZONE: z
    .string()
    .refine(isTimeZone, 'put an IANA name, such as Asia/Almaty or Europe/Berlin.')
    .default('Asia/Almaty'),
});

export type Settings = z.output<typeof settings>;
