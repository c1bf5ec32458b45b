import { existsSync } from 'node:fs';
import { ConfigError, type Problem } from './config-error.ts';
import { misspelt } from './config/misspelt.ts';
import { settings, type Settings } from './config/settings.ts';
import { together } from './config/together.ts';

/** Everything that whoever runs Birge can set, checked; the rest of the program never reads the environment. */
export interface Config {
  /** Absent: Telegram is off. */
  telegram?: {
    token: string;
    /** Without a slash at the end. */
    apiRoot: string;
    /** Absent: long polling. */
    webhook?: { url: string; secret: string };
  };
  /** Absent: WhatsApp is off. */
  whatsapp?: {
    /** The browser's program; absent: one is looked for. */
    chromium?: string;
    /** Where programs lie on this machine, by the system's own variables (`PATH` and Windows' folders). */
    programs: Record<string, string>;
  };
  /** Absent: the embedded database under `dataDir`. */
  supabase?: { url: string; secretKey: string };
  /** As given: relative to the folder the program was started in. */
  dataDir: string;
  /** Where `npm run db` serves the embedded database, on this machine only. */
  dbPort: number;
  web: {
    host: string;
    /** 0: any free port. */
    port: number;
    /** As given, without a slash at the end; ask `publicUrl` for the address to show people. */
    publicUrl?: string;
    chat: boolean;
    /** Signs cookies and links. Absent: one is made at the first start and kept in `dataDir`. */
    secret?: string;
  };
  /** Private Telegram chats that hear of new submissions as long as a project has no coordinator. */
  admins: string[];
  logLevel: Settings['LOG_LEVEL'];
  /** IANA name. */
  timeZone: string;
}

/**
 * Checks the environment and gives it a shape. An empty value counts as absent.
 * @throws {ConfigError} with one report of everything that is wrong and what to put there
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])),
  );
  const parsed = settings.safeParse(given);
  const problems: Problem[] = [
    ...(parsed.error?.issues ?? []).map((issue) => ({ name: String(issue.path[0]), fix: issue.message })),
    ...together(given),
    ...misspelt(given, Object.keys(settings.shape)),
  ];
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems, given);
  return shape(parsed.data, given);
}

/** The system's variables that name folders of programs. */
const programFolders = ['PATH', 'PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'];

function shape(set: Settings, given: Record<string, string>): Config {
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_WEBHOOK_URL: hook, TELEGRAM_WEBHOOK_SECRET: hookSecret } = set;
  const { SUPABASE_URL: url, SUPABASE_SECRET_KEY: secretKey } = set;
  const browser = set.CHROMIUM_PATH ? { chromium: set.CHROMIUM_PATH } : {};
  const programs = Object.fromEntries(
    programFolders.flatMap((name) => (given[name] === undefined ? [] : [[name, given[name]]])),
  );
  const webhook = hook && hookSecret ? { webhook: { url: hook, secret: hookSecret } } : {};
  return {
    ...(token ? { telegram: { token, apiRoot: set.TELEGRAM_API_ROOT, ...webhook } } : {}),
    ...(set.WHATSAPP === 'on' ? { whatsapp: { ...browser, programs } } : {}),
    ...(url && secretKey ? { supabase: { url, secretKey } } : {}),
    dataDir: set.DATA_DIR,
    dbPort: set.DB_PORT,
    web: {
      host: set.HOST,
      port: set.PORT,
      ...(set.PUBLIC_URL ? { publicUrl: set.PUBLIC_URL } : {}),
      chat: set.WEB_CHAT === 'on',
      ...(set.WEB_SECRET ? { secret: set.WEB_SECRET } : {}),
    },
    admins: set.ADMIN_CHATS,
    logLevel: set.LOG_LEVEL,
    timeZone: set.TIME_ZONE,
  };
}

/**
 * The address people open, without a slash at the end.
 * @param port the port that is listened on; it differs from the configured one when that is 0
 */
export function publicUrl(web: Config['web'], port: number = web.port): string {
  return web.publicUrl ?? `http://${web.host.includes(':') ? `[${web.host}]` : web.host}:${port}`;
}

/**
 * Reads a file of `NAME=value` lines into the environment, if there is one; what is set already stays.
 * @returns whether there was a file
 */
export function loadEnv(path = '.env'): boolean {
  if (!existsSync(path)) return false;
  process.loadEnvFile(path);
  return true;
}

/** The settings of this process, from the environment and `.env`. @throws {ConfigError} see `readConfig` */
export function readSettings(): Config {
  loadEnv();
  return readConfig(process.env);
}
