import type postgres from 'postgres';
import type { Day } from '../../src/rules/dates.ts';

/** The day on which everybody looks at their diary, and since when the long ones are kept: ten years, two leap days more. */
export const today: Day = '2026-11-22';
const since: Day = '2016-11-23';

/** Somebody whose diary is looked at. */
export interface Diarist {
  name: string;
  person: number;
}

/**
 * Puts people with a diary where the program would have put them: all write twice a week for two years, but the first, who
 * writes every day for ten years, and the second, who does so three times a day. Gives these two and one of the others.
 */
export async function fill(sql: postgres.Sql, people: number): Promise<Diarist[]> {
  // What is not measured here need not be checked: keys, triggers.
  await sql`set session_replication_role = replica`;
  await sql`insert into people (language, name, created_at) select 'kk', 'P' || g, '2016-01-01' from generate_series(1, ${people}::int) g`;
  const ids = await sql<{ id: number }[]>`select id::int from people order by id`;
  const [daily = 0, thrice = 0, usual = 0] = ids.map(({ id }) => id);
  // Everybody's days lie mixed in the table, as they are written in the course of years.
  await sql`
    with entries as (
      select d::date as on_day, ${daily}::bigint as person from generate_series(${since}::date, ${today}::date, '1 day') d
      union all
      select d::date, ${thrice} from generate_series(${since}::date, ${today}::date, '1 day') d, generate_series(1, 3)
      union all
      select d::date, p.id from people p, generate_series(${today}::date - 729 + (p.id % 4)::int, ${today}::date, '84 hours') d
      where p.id not in (${daily}, ${thrice})
    )
    insert into deeds (person_id, state, on_day, direction, activity, hours, people, achieved, note, made_at, changed_at, confirmed_at)
    select person, 'done', on_day, (array['health', 'education', 'mentoring', 'heritage', 'environment', 'elderly', 'search'])[1 + n % 7],
      '"lesson"', 0.5 + n % 8 / 2.0, n % 30, 'Балалар өлең жаттап, өз әңгімесін құрастырды', 'Келесі жолы кітап әкелу керек', on_day, on_day,
      case when n % 3 > 0 then on_day end
    from (select person, on_day, row_number() over (order by on_day, person)::int as n from entries) e order by n`;
  await sql`set session_replication_role = origin`;
  await sql`vacuum (analyze)`;
  await sql`checkpoint`;
  return [
    { name: 'twice a week for two years', person: usual },
    { name: 'every day for ten years', person: daily },
    { name: 'three a day for ten years', person: thrice },
  ];
}
