import { hostname } from 'node:os';
import { pino } from 'pino';
import type { Logger } from 'pino';
import { BrokenContent } from '../content-file.ts';
import { NoChromium } from '../channels/whatsapp/device/chromium.ts';
import { TelegramUnavailable } from '../channels/telegram/channel.ts';
import { ConfigError } from '../config-error.ts';
import { readSettings } from '../config.ts';
import type { Config } from '../config.ts';
import { BrokenForms } from '../forms/index.ts';
import { PortTaken } from '../http.ts';
import { serializers } from '../log.ts';
import { ImportRefused } from '../store/backup/lines.ts';
import { DataDirBusy } from '../store/embedded/lock.ts';
import { MigrationMismatch } from '../store/embedded/migrate.ts';

/** The command was called in a way that it does not know; the message says how to call it. */
export class Misused extends Error {}

/** What whoever runs Birge can mend is said in a sentence; everything else with its trace. */
const mendable = [
  Misused,
  ConfigError,
  BrokenForms,
  BrokenContent,
  DataDirBusy,
  ImportRefused,
  MigrationMismatch,
  NoChromium,
  PortTaken,
  TelegramUnavailable,
];

/**
 * Runs a command: reads the settings, gives them with a log, and ends the process with 0 or, after saying why, with 1.
 * What `work` returns is printed. The log goes to standard error, so that the output can be used by other programs.
 */
export async function program(work: (config: Config, log: Logger) => Promise<string>): Promise<never> {
  try {
    const config = readSettings();
    const options = { level: config.logLevel, base: { host: hostname() }, serializers };
    const said = await work(config, pino(options, pino.destination({ fd: 2, sync: true })));
    process.stdout.write(said === '' ? '' : `${said}\n`);
    process.exit(0);
  } catch (error) {
    const known = error instanceof Error && mendable.some((kind) => error instanceof kind);
    process.stderr.write(`${known ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  }
}

/** Resolves when somebody asks the program to end: Ctrl+C or SIGTERM. */
export function asked(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}
