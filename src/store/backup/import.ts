import { z } from 'zod';
import type { FileStore } from '../files/file-store.ts';
import type { Store } from '../store.ts';
import { inOrder, readTables, type Placed } from './catalogue.ts';
import { ImportRefused, readLines, type Line } from './lines.ts';

export interface ImportReport {
  rows: number;
  files: number;
}

const batch = 200;
const count = z.int();
type Row = Extract<Line, { row: unknown }>['row'];
type Head = Extract<Line, { export: 1 }>;

/**
 * Reads an export into a migrated database without a single row.
 * @throws ImportRefused if there are rows already, or the file is damaged, cut off or of a newer version.
 */
export async function importAll(store: Store, files: FileStore, file: string): Promise<ImportReport> {
  const tables = inOrder(await readTables(store));
  await requireEmpty(store, tables);
  // Read to the end before the first row is written: a broken download must not leave half a database.
  const { exported, report } = await check(file, tables);
  const lateOf = new Map(tables.map(({ name, late }) => [name, late]));
  await eachBatch(file, async (name, rows) => {
    const columns = exported[name]?.filter((column) => lateOf.get(name)?.includes(column) !== true);
    await store.call('import_rows', { p_table: name, p_columns: columns, p_rows: rows }, count);
  });
  await eachBatch(file, async (name, rows) => {
    const late = lateOf.get(name)?.filter((column) => exported[name]?.includes(column)) ?? [];
    if (late.length > 0) await store.call('import_late', { p_table: name, p_rows: rows, p_late: late }, count);
  });
  for await (const line of readLines(file)) {
    if (!('file' in line)) continue;
    const key = await files.put(Buffer.from(line.base64, 'base64'), line.mime);
    if (key !== line.file)
      throw new ImportRefused(`${file}: the bytes of file ${line.file.slice(0, 12)}… are damaged.`);
  }
  await store.call('import_sequences', {}, count);
  return report;
}

async function requireEmpty(store: Store, tables: Placed[]): Promise<void> {
  for (const { name } of tables) {
    const found = await store.call('export_rows', { p_table: name, p_after: null, p_limit: 1 }, z.array(z.unknown()));
    if (found.length > 0) {
      throw new ImportRefused(
        `The database is not empty (table ${name}). Import into a new one: another DATA_DIR, or a Supabase that no bot used yet.`,
      );
    }
  }
}

async function check(file: string, tables: Placed[]): Promise<{ exported: Head['tables']; report: ImportReport }> {
  const report: ImportReport = { rows: 0, files: 0 };
  let head: Head | undefined;
  let end: Extract<Line, { end: true }> | undefined;
  for await (const line of readLines(file)) {
    if ('export' in line) head = line;
    if (head === undefined) throw new ImportRefused(`${file} is not an export of Birge.`);
    if ('end' in line) end = line;
    if ('file' in line) report.files += 1;
    if ('row' in line) report.rows += 1;
  }
  if (end?.rows !== report.rows || end.files !== report.files)
    throw new ImportRefused(`${file} is cut off: its end is missing.`);
  const exported = head?.tables ?? {};
  for (const [name, columns] of Object.entries(exported)) {
    const known = tables.find((table) => table.name === name)?.columns;
    const strange = known === undefined ? '*' : columns.find((column) => !known.includes(column));
    if (strange === undefined) continue;
    throw new ImportRefused(`${file} comes from another version of Birge: this one does not know ${name}.${strange}.`);
  }
  return { exported, report };
}

/** Hands on the rows of one table at a time, at most 200 together. */
async function eachBatch(file: string, take: (table: string, rows: Row[]) => Promise<void>): Promise<void> {
  let table = '';
  let rows: Row[] = [];
  const pass = async (): Promise<void> => {
    if (rows.length > 0) await take(table, rows);
    rows = [];
  };
  for await (const line of readLines(file)) {
    if (!('row' in line)) continue;
    if (line.table !== table || rows.length === batch) await pass();
    table = line.table;
    rows.push(line.row);
  }
  await pass();
}
