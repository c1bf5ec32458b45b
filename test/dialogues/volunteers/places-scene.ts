import type { Stage } from '../../support/dialogue.ts';

/** A place of the shipped list by the number of its row. */
export async function idOfRow(stage: Stage, code: string): Promise<number> {
  const [row] = await stage.database.sql<{ id: number }[]>`select id::int from places where code = ${code}`;
  return row?.id ?? 0;
}

/** A place as it stands in the database. */
export async function stands(stage: Stage, id: number) {
  const [row] = await stage.database.sql`
    select name, city, region, pages, note, closed_at is not null as closed from places where id = ${id}`;
  return row;
}
