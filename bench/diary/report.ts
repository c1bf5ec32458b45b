import { openGround } from '../ground.ts';
import type { Part } from '../part.ts';
import { environment } from '../report/environment.ts';
import { promises } from '../report/promises.ts';
import { figure, table } from '../report/table.ts';
import { measureDiary } from './run.ts';
import type { Looked } from './run.ts';

/** Milliseconds in the database that a look at a month or at half a year may take, 95 of 100 times. */
const promised = 50;

/** What it takes to look at a diary, however long it is. */
export const diary: Part = async (short, say) => {
  say('a Postgres for diaries');
  const ground = await openGround();
  try {
    const plan = short ? { people: 50, calls: 20, readings: 2 } : { people: 1_000, calls: 200, readings: 20 };
    return report(await measureDiary(ground, plan, say), plan);
  } finally {
    await ground.close();
  }
};

const whole = (value: number): string => value.toLocaleString('en-US');

function report(all: Looked[], plan: { people: number; calls: number; readings: number }): string {
  const ways = all[0]?.ways.map(({ way }) => way.name) ?? [];
  return [
    environment(
      ['postgres', '@supabase/supabase-js', '@supabase/lite'],
      [['plan', `${whole(plan.people)} people; ${plan.calls} calls in the database, ${plan.readings} by each way`]],
    ),
    '### Targets',
    promises(
      all
        .filter(({ span }) => span !== 'all years')
        .map(({ diarist, span, database: { p50, p95 } }) => ({
          what: `${span} of a diary kept ${diarist.name}: database ms, p50 and p95`,
          target: `under ${promised}`,
          found: `${figure(p50)}, ${figure(p95)}`,
          met: p95 < promised,
        })),
    ),
    '### A look at a diary, milliseconds',
    table(
      ['diary', 'of it', 'entries', 'database p50', 'p95', ...ways.flatMap((name) => [`${name} p50`, 'p95', 'rows'])],
      all.map(({ diarist, span, entries, database, ways: found }) => [
        diarist.name,
        span,
        whole(entries),
        figure(database.p50),
        figure(database.p95),
        ...found.flatMap(({ took, rows }) => [figure(took.p50), figure(took.p95), whole(rows)]),
      ]),
      2,
    ),
  ].join('\n\n');
}
