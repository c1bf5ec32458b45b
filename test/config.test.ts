import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { ConfigError } from '../src/config-error.ts';
import { loadEnv, publicUrl, readConfig } from '../src/config.ts';
import { settings } from '../src/config/settings.ts';

const token = `123456789:${'a'.repeat(35)}`;
const nothingSet = {
  dataDir: './data',
  dbPort: 54321,
  web: { host: '127.0.0.1', port: 8787, chat: true },
  admins: [],
  logLevel: 'info',
  timeZone: 'Asia/Almaty',
};

/** The report without its first line. */
function report(env: Record<string, string>): string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError)
      return error.message
        .split('\n')
        .slice(1)
        .map((line) => line.trim());
    throw error;
  }
  return [];
}

test('without any setting Birge is its own database and the web chat on this machine', () => {
  expect(readConfig({ PATH: '/bin', LANG: undefined })).toEqual(nothingSet);
  expect(publicUrl(readConfig({}).web)).toBe('http://127.0.0.1:8787');
});

test('an empty value counts as absent', () => {
  expect(readConfig({ TELEGRAM_BOT_TOKEN: '', PORT: ' ', SUPABASE_URL: '', WEB_SECRET: '' })).toEqual(nothingSet);
});

test('everything set', () => {
  const config = readConfig({
    TELEGRAM_BOT_TOKEN: token,
    TELEGRAM_API_ROOT: 'http://127.0.0.1:8081/',
    TELEGRAM_WEBHOOK_URL: 'https://birge.example.kz/telegram',
    TELEGRAM_WEBHOOK_SECRET: 'Abc_-1',
    WHATSAPP: 'on',
    CHROMIUM_PATH: '/usr/bin/chromium',
    PATH: '/bin:/usr/bin',
    SUPABASE_URL: 'https://abc.supabase.co/',
    SUPABASE_SECRET_KEY: 'sb_secret_1',
    DATA_DIR: '/srv/birge',
    DB_PORT: '5000',
    HOST: '::1',
    PORT: '0',
    PUBLIC_URL: 'https://birge.example.kz/',
    WEB_CHAT: 'off',
    WEB_SECRET: 's'.repeat(32),
    ADMIN_CHATS: '12, 34,12',
    LOG_LEVEL: 'debug',
    TIME_ZONE: 'Asia/Qyzylorda',
  });
  expect(config).toEqual({
    telegram: {
      token,
      apiRoot: 'http://127.0.0.1:8081',
      webhook: { url: 'https://birge.example.kz/telegram', secret: 'Abc_-1' },
    },
    whatsapp: { chromium: '/usr/bin/chromium', programs: { PATH: '/bin:/usr/bin' } },
    supabase: { url: 'https://abc.supabase.co', secretKey: 'sb_secret_1' },
    dataDir: '/srv/birge',
    dbPort: 5000,
    web: { host: '::1', port: 0, publicUrl: 'https://birge.example.kz', chat: false, secret: 's'.repeat(32) },
    admins: ['12', '34'],
    logLevel: 'debug',
    timeZone: 'Asia/Qyzylorda',
  });
});

test('the address to show follows the port that is listened on', () => {
  expect(publicUrl(readConfig({ PORT: '0', HOST: '::1' }).web, 40123)).toBe('http://[::1]:40123');
  expect(publicUrl(readConfig({ PORT: '0', PUBLIC_URL: 'https://b.kz' }).web, 40123)).toBe('https://b.kz');
});

test('all problems come in one report that repeats no secret', () => {
  const env = {
    TELEGRAM_BOT_TOKEN: 'hush-token',
    TELEGRAM_WEBHOOK_URL: 'http://hush.example.kz',
    SUPABASE_URL: 'postgres://postgres:hush@db.example.kz',
    HOST: 'everywhere',
    PORT: '80a',
    WEB_CHAT: 'yes',
    WEB_SECRET: 'hush',
    ADMIN_CHATS: '12,-100123,anna',
    LOG_LEVEL: 'loud',
    TIME_ZONE: 'Asia/Astana',
    SUPABASE_SECRET_KEI: 'hush',
  };
  expect(() => readConfig(env)).toThrow(/^15 settings are wrong \(in the environment or in \.env; \.env\.example /);
  expect(report(env)).toEqual([
    'TELEGRAM_BOT_TOKEN: put the token that @BotFather gave you: a number, a colon, 35 characters.',
    'TELEGRAM_WEBHOOK_URL: put the https address that Telegram shall call, such as https://birge.example.kz/telegram.',
    'SUPABASE_URL: put the address of the Supabase API, such as https://abcdefgh.supabase.co.',
    'HOST is "everywhere": put an IP address to listen on, such as 127.0.0.1.',
    'PORT is "80a": put a number from 0 to 65535 (0: any free port).',
    'WEB_CHAT is "yes": put on or off.',
    'WEB_SECRET: put 32 characters or more, such as `openssl rand -hex 32` prints.',
    'ADMIN_CHATS: has a group (its id begins with a minus). Groups never get personal data: put ids of private chats.',
    'ADMIN_CHATS: put ids of private Telegram chats, positive whole numbers with commas between: 123456789,987654321.',
    'LOG_LEVEL is "loud": put one of fatal, error, warn, info, debug, trace, silent.',
    'TIME_ZONE is "Asia/Astana": put an IANA name, such as Asia/Almaty or Europe/Berlin.',
    'TELEGRAM_WEBHOOK_SECRET: put it too, or take TELEGRAM_WEBHOOK_URL away (without both, Telegram is polled).',
    'SUPABASE_SECRET_KEY: put it too, or take SUPABASE_URL away (without both, the embedded database is used).',
    'PUBLIC_URL: put the address people open: HOST is not only this machine, and links to HOST would lead nowhere.',
    'SUPABASE_SECRET_KEI: there is no such setting. Did you mean SUPABASE_SECRET_KEY?',
  ]);
});

test.for<[wrong: Record<string, string>, named: string[]]>([
  [{ TELEGRAM_API_ROOT: 'api.telegram.org' }, ['TELEGRAM_API_ROOT']],
  [{ TELEGRAM_WEBHOOK_SECRET: 'a b' }, ['TELEGRAM_WEBHOOK_SECRET', 'TELEGRAM_WEBHOOK_URL']],
  [{ TELEGRAM_WEBHOOK_URL: 'https://b.kz/t', TELEGRAM_WEBHOOK_SECRET: 'a' }, ['TELEGRAM_BOT_TOKEN']],
  [{ SUPABASE_URL: 'https://a.kz', SUPABASE_SECRET_KEY: 'sb_publishable_1' }, ['SUPABASE_SECRET_KEY']],
  [{ SUPABASE_URL: 'https://a.kz', SUPABASE_SECRET_KEY: anonKey() }, ['SUPABASE_SECRET_KEY']],
  [{ SUPABASE_SECRET_KEY: 'sb_secret_1' }, ['SUPABASE_URL']],
  [{ DATA_DIR: '~/birge' }, ['DATA_DIR']],
  [{ WHATSAPP: 'yes' }, ['WHATSAPP']],
  [{ WHATSAPP: 'on', CHROMIUM_PATH: 'chromium' }, ['CHROMIUM_PATH']],
  [{ CHROMIUM_PATH: '/usr/bin/chromium' }, ['WHATSAPP']],
  [{ HOST: '0.0.0.0' }, ['PUBLIC_URL']],
  [{ PORT: '65536' }, ['PORT']],
  [{ PUBLIC_URL: 'ftp://b.kz' }, ['PUBLIC_URL']],
  [{ ADMIN_CHATS: '0' }, ['ADMIN_CHATS']],
  [{ ADMIN_CHATS: '1,,2' }, ['ADMIN_CHATS']],
])('%j is refused', ([wrong, named]) => {
  expect(report(wrong).map((line) => line.split(/[ :]/)[0])).toEqual(named);
});

test.for<[slip: string, meant: string]>([
  ['TELEGRAM_BOT_TOKNE', 'TELEGRAM_BOT_TOKEN'],
  ['TELEGRAM_TOKEN', 'TELEGRAM_BOT_TOKEN'],
  ['SUPABASE_KEY', 'SUPABASE_SECRET_KEY'],
  ['WEB_CHAT_SECRET', 'WEB_SECRET'],
])('%s is taken for a slip', ([slip, meant]) => {
  expect(report({ [slip]: 'x' })).toEqual([`${slip}: there is no such setting. Did you mean ${meant}?`]);
});

test('variables of other programs are left alone, and a slip whose right form is there', () => {
  expect(
    report({ SUPABASE_ACCESS_TOKEN: 'x', WEB_CONCURRENCY: '2', TELEGRAM_TOKEN: 'x', TELEGRAM_BOT_TOKEN: token }),
  ).toEqual([]);
});

test('.env.example describes every setting, with the default as its value', () => {
  const example = readFileSync('.env.example', 'utf8').replace(/^#(?=[A-Z_]+=)/gm, '');
  const described = parseEnv(example);
  expect(Object.keys(described).toSorted()).toEqual(Object.keys(settings.shape).toSorted());
  expect(settings.parse(Object.fromEntries(Object.entries(described).filter(([, value]) => value)))).toEqual(
    settings.parse({}),
  );
});

test('a file adds to the environment and replaces nothing in it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'birge-env-'));
  process.env['BIRGE_TEST_HERE'] = 'environment';
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
    delete process.env['BIRGE_TEST_HERE'];
    delete process.env['BIRGE_TEST_FILE'];
  });
  writeFileSync(join(folder, '.env'), 'BIRGE_TEST_HERE=file\nBIRGE_TEST_FILE=file\n');
  expect(loadEnv(join(folder, 'none'))).toBe(false);
  expect(loadEnv(join(folder, '.env'))).toBe(true);
  expect([process.env['BIRGE_TEST_HERE'], process.env['BIRGE_TEST_FILE']]).toEqual(['environment', 'file']);
});

/** A key of the older kind, as Supabase gives it to browsers. */
function anonKey(): string {
  return ['eyJhbGciOiJIUzI1NiJ9', Buffer.from('{"role":"anon"}').toString('base64url'), 'x'].join('.');
}
