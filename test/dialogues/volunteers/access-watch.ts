import type { Stage } from '../../support/dialogue.ts';

/** Every table in which something of volunteers stands, or that follows from it. */
const tables = [
  ...['submissions', 'answers', 'answer_history', 'fillers', 'files', 'memberships', 'projects', 'organisations'],
  ...[
    'reviews',
    'papers',
    'agreements',
    'briefing_plans',
    'briefings',
    'deeds',
    'volunteer_reports',
    'skills',
    'places',
    'thanks',
  ],
  ...['events', 'obligations', 'next_steps', 'people'],
] as const;
type Table = (typeof tables)[number];

/** A fingerprint of each table. */
export type Standing = Record<string, string>;

/** What stands in the database about volunteers, in short; equal only if nothing was changed. */
export async function standing({ database }: Stage): Promise<Standing> {
  const one = (table: Table) =>
    `select '${table}' as of, md5(coalesce(string_agg(r::text, '|' order by r::text), '')) as is from ${table} r`;
  const rows = await database.sql.unsafe<{ of: string; is: string }[]>(tables.map(one).join(' union all '));
  return Object.fromEntries(rows.map(({ of, is }) => [of, is]));
}

/** The tables in which something is different. */
export const changed = (before: Standing, after: Standing): string[] =>
  Object.keys(before).filter((table) => before[table] !== after[table]);

/** Keeps how everything stands now; the function that is given puts the tables it is told of back to it. */
export async function kept({ database: { sql } }: Stage): Promise<(of: readonly string[]) => Promise<void>> {
  for (const table of tables) await sql`create table ${sql(`kept_${table}`)} as table ${sql(table)}`;
  return async (of) => {
    await sql.begin(async (all) => {
      // Rows go and come as they were: nothing follows from it.
      await all`set local session_replication_role = replica`;
      for (const table of of) {
        await all`delete from ${all(table)}`;
        await all`insert into ${all(table)} overriding system value table ${all(`kept_${table}`)}`;
      }
    });
  };
}
