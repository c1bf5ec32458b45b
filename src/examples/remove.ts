import { pino } from 'pino';
import { ConfigError } from '../config-error.ts';
import { loadEnv, readConfig } from '../config.ts';
import { openDatabase } from '../database.ts';
import { DataDirBusy } from '../store/embedded/lock.ts';
import { removeExamples } from '../store/examples.ts';

/*
 * `npm run examples -- remove`: takes away the example people, organisations and projects and all that was filled in for
 * them, before Birge is used in earnest.
 */

async function main(asked: string | undefined): Promise<void> {
  if (asked !== 'remove') throw new Misused('Use: npm run examples -- remove');
  loadEnv();
  const config = readConfig(process.env);
  const database = await openDatabase(config, pino({ level: config.logLevel }, pino.destination({ fd: 2, sync: true })));
  try {
    const paths = await removeExamples(database.store, new Date());
    // The rows are gone already: a stop in between leaves bytes that nothing leads to any more.
    for (const path of paths) await database.files.remove(path);
  } finally {
    await database.close();
  }
  process.stdout.write('All examples are removed.\n');
}

class Misused extends Error {}

const mendable = [Misused, ConfigError, DataDirBusy];

try {
  await main(process.argv[2]);
  process.exit(0);
} catch (error) {
  const known = error instanceof Error && mendable.some((kind) => error instanceof kind);
  process.stderr.write(`${known ? error.message : ((error as Error).stack ?? String(error))}\n`);
  process.exit(1);
}
