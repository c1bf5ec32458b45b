import type postgres from 'postgres';

/** Transactions of this database until now. Sessions tell of theirs within a second or, when they rest, ten. */
export async function transactionsIn(sql: postgres.Sql): Promise<number> {
  const [row] = await sql<{ count: string }[]>`
    select xact_commit + xact_rollback as count from pg_stat_database where datname = current_database()`;
  return Number(row?.count ?? Number.NaN);
}
