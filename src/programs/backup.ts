import { openDatabase } from '../database.ts';
import { exportAll } from '../store/backup/export.ts';
import { importAll } from '../store/backup/import.ts';
import type { Database } from '../database.ts';
import { Misused, program } from './program.ts';

/*
 * `npm run export [FILE]` and `npm run import FILE`. The bot must not run meanwhile; for the embedded database the lock
 * on the data folder sees to that.
 */

await program(async (config, log) => {
  const [, , command, file] = process.argv;
  const work = command === 'export' ? save : command === 'import' ? load : undefined;
  if (work === undefined || (command === 'import' && file === undefined)) {
    throw new Misused('Usage: npm run export [FILE]   or   npm run import FILE');
  }
  const database = await openDatabase(config, log);
  try {
    return await work(database, file ?? '');
  } finally {
    await database.close();
  }
});

async function save({ store, files }: Database, file: string): Promise<string> {
  const at = new Date();
  const target = file === '' ? `birge-export-${at.toISOString().slice(0, 10)}.jsonl.gz` : file;
  const done = await exportAll(store, files, target, at);
  const gap = done.missing === 0 ? '' : ` ${done.missing} files are missing in the file store.`;
  return `Exported ${done.rows} rows and ${done.files} files into ${target}. It holds personal data: keep it safe.${gap}`;
}

async function load({ store, files }: Database, file: string): Promise<string> {
  const done = await importAll(store, files, file);
  return `Imported ${done.rows} rows and ${done.files} files from ${file}.`;
}
