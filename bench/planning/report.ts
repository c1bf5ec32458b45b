import { openGround } from '../ground.ts';
import type { Part } from '../part.ts';
import { environment } from '../report/environment.ts';
import { promises } from '../report/promises.ts';
import { figure, table } from '../report/table.ts';
import { measurePlanning } from './run.ts';
import type { Planning, Round } from './run.ts';

/** The day for so many people is promised in so many milliseconds. */
const promised = { ms: 5_000, people: 100_000 };
/** Rows of one table that may be read for each that is due. */
const readsEach = 10;

/** How long planning takes when one of twelve obligations of everybody comes due. */
export const planning: Part = async (short, say) => {
  say('a Postgres for planning');
  const ground = await openGround();
  try {
    return report(await measurePlanning(ground, short ? 5_000 : promised.people, say));
  } finally {
    await ground.close();
  }
};

const whole = (value: number): string => value.toLocaleString('en-US');

function report(found: Planning): string {
  const { people, kinds, day, minute, plan } = found;
  const reads = Math.max(...Object.values(day.read)) / day.planned;
  return [
    environment(
      ['postgres', '@supabase/supabase-js'],
      [['plan', `${whole(people)} people × ${kinds} obligations, all open; two streams of calls of at most 500 each`]],
    ),
    '### Targets',
    promises([
      {
        what: `planning ${whole(day.planned)} notices in all`,
        target: `under ${figure(promised.ms / 1000)} s`,
        found: `${figure(day.ms / 1000)} s`,
        met: day.ms < promised.ms && day.planned === people,
      },
      {
        what: 'reads only what is due: rows read per notice, of the table read most',
        target: `at most ${readsEach}`,
        found: figure(reads),
        met: reads <= readsEach,
      },
      {
        what: 'a minute in which nothing is due',
        target: 'no row read',
        found: whole(Object.values(minute.read).reduce((sum, one) => sum + one, 0)),
        met: Object.values(minute.read).every((rows) => rows === 0),
      },
    ]),
    '### Planning a day',
    table(
      ['', 'notices', 'in all ms', 'calls', 'longest call ms', 'rows read of next_steps', 'of obligations'],
      [row('the day one obligation of everybody is due', day), row('the next minute, nothing due', minute)],
    ),
    `How a call finds what is due, with ${whole(people * kinds)} obligations open and ${whole(day.planned)} of them due:`,
    `\`\`\`text\n${plan.join('\n')}\n\`\`\``,
  ].join('\n\n');
}

const row = (name: string, { planned, ms, calls, longest, read }: Round): (string | number)[] => [
  name,
  whole(planned),
  figure(ms),
  calls,
  figure(longest),
  whole(read['next_steps'] ?? 0),
  whole(read['obligations'] ?? 0),
];
