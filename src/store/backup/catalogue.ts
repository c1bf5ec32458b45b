import { z } from 'zod';
import type { Store } from '../store.ts';

const table = z.object({
  name: z.string(),
  key: z.array(z.string()),
  columns: z.array(z.string()),
  references: z.array(z.object({ table: z.string(), nullable: z.array(z.string()) })),
});

/** A table as the database's catalogue describes it. */
export type Table = z.infer<typeof table>;

/** A table at its place in the order of an import. */
export interface Placed extends Table {
  /** Columns to leave empty at first: they refer to rows of this or of a later table. */
  late: string[];
}

export async function readTables(store: Store): Promise<Table[]> {
  const tables = await store.call('export_tables', {}, z.array(table));
  const keyless = tables.filter(({ key }) => key.length === 0).map(({ name }) => name);
  if (keyless.length > 0)
    throw new Error(`These tables have no primary key and cannot be exported: ${keyless.join(', ')}.`);
  return tables;
}

/**
 * Puts tables into an order in which every row finds what it refers to. Where tables refer to each other in a circle,
 * the columns that may be empty wait.
 */
export function inOrder(tables: Table[]): Placed[] {
  const placed: Placed[] = [];
  const waiting = [...tables];
  const isThere = (name: string): boolean => placed.some((one) => one.name === name);
  while (waiting.length > 0) {
    const next =
      waiting.find((one) => one.references.every(({ table: name }) => isThere(name) || name === one.name)) ??
      waiting.find((one) => one.references.every(({ table: name, nullable }) => isThere(name) || nullable.length > 0));
    if (next === undefined) {
      throw new Error(
        `These tables refer to each other in a circle of obligatory columns: ${waiting.map(({ name }) => name).join(', ')}.`,
      );
    }
    const late = next.references.filter(({ table: name }) => !isThere(name)).flatMap(({ nullable }) => nullable);
    placed.push({ ...next, late: [...new Set(late)] });
    waiting.splice(waiting.indexOf(next), 1);
  }
  return placed;
}
