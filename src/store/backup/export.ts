import { z } from 'zod';
import { FileMissing, type FileStore } from '../files/file-store.ts';
import type { Store } from '../store.ts';
import { inOrder, readTables, type Placed } from './catalogue.ts';
import { writeLines, type Line } from './lines.ts';

export interface ExportReport {
  rows: number;
  files: number;
  /** Files that rows name and the file store has not. */
  missing: number;
}

const page = 500;
const rows = z.array(z.record(z.string(), z.json()));
type Row = z.infer<typeof rows>[number];

/**
 * Writes everything, tables and files, into one gzipped file of JSON lines.
 * Nothing else may write meanwhile: the pages of a table are read one after the other.
 * @param at the moment that the head of the file tells.
 */
export async function exportAll(store: Store, files: FileStore, file: string, at: Date): Promise<ExportReport> {
  const report: ExportReport = { rows: 0, files: 0, missing: 0 };
  await writeLines(file, lines(store, files, at, report));
  return report;
}

async function* lines(store: Store, files: FileStore, at: Date, report: ExportReport): AsyncIterable<Line> {
  const tables = inOrder(await readTables(store));
  const columns = Object.fromEntries(tables.map((table) => [table.name, table.columns]));
  yield { export: 1, at: at.toISOString(), tables: columns };
  const seen = new Set<string>();
  for (const table of tables) {
    for await (const row of rowsOf(store, table)) {
      report.rows += 1;
      yield { table: table.name, row };
      const { sha256, mime } = row;
      if (table.name !== 'files' || typeof sha256 !== 'string' || seen.has(sha256)) continue;
      seen.add(sha256);
      const bytes = await bytesOf(files, sha256);
      report[bytes === undefined ? 'missing' : 'files'] += 1;
      if (bytes !== undefined)
        yield { file: sha256, mime: String(mime), base64: Buffer.from(bytes).toString('base64') };
    }
  }
  yield { end: true, rows: report.rows, files: report.files };
}

/** Page by page along the key, because Supabase cuts long answers without a word. */
async function* rowsOf(store: Store, table: Placed): AsyncIterable<Row> {
  let after: Row | null = null;
  for (;;) {
    const found: Row[] = await store.call('export_rows', { p_table: table.name, p_after: after, p_limit: page }, rows);
    yield* found;
    const last = found.at(-1);
    if (last === undefined || found.length < page) return;
    after = Object.fromEntries(table.key.map((column) => [column, last[column] ?? null]));
  }
}

async function bytesOf(files: FileStore, key: string): Promise<Uint8Array | undefined> {
  try {
    return await files.get(key);
  } catch (error) {
    if (error instanceof FileMissing) return undefined;
    throw error;
  }
}
