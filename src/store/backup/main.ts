import { pino } from 'pino';
import { ConfigError } from '../../config-error.ts';
import { loadEnv, readConfig, type Config } from '../../config.ts';
import { DataDirBusy } from '../embedded/lock.ts';
import { startEmbedded } from '../embedded/start.ts';
import type { FileStore } from '../files/file-store.ts';
import { openFiles } from '../files/open.ts';
import { openStore, type Store } from '../store.ts';
import { exportAll } from './export.ts';
import { importAll } from './import.ts';
import { ImportRefused } from './lines.ts';

/*
 * `npm run export [FILE]` and `npm run import FILE`. The bot must not run meanwhile; for the embedded database the lock
 * on the data folder sees to that.
 */

const usage = 'Usage: npm run export [FILE]   or   npm run import FILE';

async function main(command: string | undefined, file: string | undefined): Promise<string> {
  if ((command !== 'export' && command !== 'import') || (command === 'import' && file === undefined)) {
    throw new ImportRefused(usage);
  }
  loadEnv();
  const { store, files, stop } = await open(readConfig(process.env));
  try {
    if (command === 'import' && file !== undefined) {
      const done = await importAll(store, files, file);
      return `Imported ${done.rows} rows and ${done.files} files from ${file}.`;
    }
    const at = new Date();
    const target = file ?? `birge-export-${at.toISOString().slice(0, 10)}.jsonl.gz`;
    const done = await exportAll(store, files, target, at);
    const gap = done.missing === 0 ? '' : ` ${done.missing} files are missing in the file store.`;
    return `Exported ${done.rows} rows and ${done.files} files into ${target}. It holds personal data: keep it safe.${gap}`;
  } finally {
    await stop();
  }
}

async function open(config: Config): Promise<{ store: Store; files: FileStore; stop(): Promise<void> }> {
  const log = pino({ level: config.logLevel }, pino.destination({ fd: 2, sync: true }));
  const { dataDir, supabase } = config;
  if (supabase !== undefined) {
    const { url, secretKey: key } = supabase;
    return {
      store: openStore({ url, key, log }),
      files: await openFiles({ url, key, dataDir }),
      stop: async () => undefined,
    };
  }
  const { url, secretKey: key, fetch, stop } = await startEmbedded({ dataDir, log });
  return { store: openStore({ url, key, fetch, log }), files: await openFiles({ url, key, fetch, dataDir }), stop };
}

try {
  process.stdout.write(`${await main(process.argv[2], process.argv[3])}\n`);
  process.exit(0);
} catch (error) {
  const expected = [ConfigError, DataDirBusy, ImportRefused].some((kind) => error instanceof kind);
  process.stderr.write(`${expected ? (error as Error).message : (error as Error).stack}\n`);
  process.exit(1);
}
