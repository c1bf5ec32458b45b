import type { Contender } from '../contenders/contender.ts';

type Flushed = Pick<Contender, 'field' | 'flush'>;

/**
 * Milliseconds that sessions have spent with statements in this contender's database: parsing, running and committing,
 * waits for the disk included. Postgres itself counts them (`pg_stat_database.active_time`); each session writes its
 * figures down when it is told to.
 */
export async function databaseTime({ field, flush }: Flushed): Promise<number> {
  await flush();
  // The flushing statement comes too late for its own figures; a second one would count the first.
  const [row] = await field.admin<{ ms: number }[]>`
    select active_time as ms from pg_stat_database where datname = ${field.name}`;
  return row?.ms ?? Number.NaN;
}

/** What one reading adds to the next one; to be taken off. */
export async function costOfReading(contender: Flushed): Promise<number> {
  const readings: number[] = [];
  for (let count = 0; count < 12; count += 1) readings.push(await databaseTime(contender));
  const steps = readings.slice(1).map((reading, index) => reading - (readings[index] ?? 0));
  return steps.toSorted((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0;
}
