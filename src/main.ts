import { hostname } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { ConfigError } from './config-error.ts';
import { loadEnv, readConfig } from './config.ts';
import { BrokenForms } from './forms/index.ts';
import { serializers } from './log.ts';
import { DataDirBusy } from './store/embedded/lock.ts';
import { start } from './start.ts';

/** `npm start`: reads the settings, starts everything, and ends it in order at Ctrl+C or SIGTERM. */
async function main(): Promise<void> {
  loadEnv();
  const config = readConfig(process.env);
  const log = pino({ level: config.logLevel, base: { host: hostname() }, serializers });
  const content = join(import.meta.dirname, '..', 'content');
  const running = await start(config, content, log);
  console.log(running.greeting);
  let stopping: Promise<void> | undefined;
  const stop = () => (stopping ??= running.stop().then(() => process.exit(0)));
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

/** What whoever runs Birge can mend is said in a sentence; everything else with its trace. */
const mendable = [ConfigError, BrokenForms, DataDirBusy];

try {
  await main();
} catch (error) {
  const known = error instanceof Error && mendable.some((kind) => error instanceof kind);
  console.error(known ? error.message : error);
  process.exit(1);
}
