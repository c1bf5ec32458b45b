import type { Assessing } from '../contenders/assessing.ts';
import type { Indicated } from '../measure/indicators.ts';
import type { Cost } from '../measure/series.ts';
import { environment } from './environment.ts';
import { promises } from './promises.ts';
import { count, figure, table } from './table.ts';

/** Indicators of one row. */
const together = 8;

/** Neighbouring indicators of one contender, the mean of their medians. */
interface Row {
  contender: Assessing;
  from: number;
  to: number;
  cost: Cost;
  /** After the last of them. */
  stateBytes: number;
}

/** What was found, as Markdown. */
export function labelReport(found: readonly Indicated[], plan: { runs: number; people: number }): string {
  const rows = [...Map.groupBy(found, ({ contender }) => contender).values()].flatMap(inRows);
  return [
    environment(
      ['grammy', '@grammyjs/conversations', 'telegraf', '@supabase/supabase-js', '@supabase/lite', 'postgres'],
      [
        [
          'plan',
          `median of ${plan.runs} interleaved runs with ${plan.people} people each, the mean of ${together} indicators`,
        ],
      ],
    ),
    '### Targets',
    targets(rows),
    '### One answered indicator',
    table(
      [
        '',
        'indicators',
        'CPU ms',
        'database ms',
        'next question after ms',
        'all done after ms',
        'calls',
        'state bytes',
      ],
      rows.map(({ contender, from, to, cost, stateBytes }) => [
        `${contender.name} (${contender.way})`,
        `${from}–${to}`,
        figure(cost.cpu),
        figure(cost.database),
        figure(cost.reply),
        figure(cost.whole),
        count(cost.calls),
        stateBytes.toLocaleString('en-US'),
      ]),
      2,
    ),
  ].join('\n\n');
}

function inRows(found: readonly Indicated[]): Row[] {
  const rows: Row[] = [];
  for (let from = 0; from < found.length; from += together) {
    const part = found.slice(from, from + together);
    const [first, last] = [part[0], part.at(-1)];
    if (first === undefined || last === undefined) continue;
    const mean = (of: keyof Cost) => part.reduce((sum, { cost }) => sum + cost[of], 0) / part.length;
    rows.push({
      contender: first.contender,
      from: first.indicator,
      to: last.indicator,
      cost: {
        cpu: mean('cpu'),
        database: mean('database'),
        reply: mean('reply'),
        whole: mean('whole'),
        calls: mean('calls'),
      },
      stateBytes: last.stateBytes,
    });
  }
  return rows;
}

/** What this bot has promised to itself: the last indicators cost what the first did. */
function targets(rows: readonly Row[]): string {
  const ours = rows.filter(({ contender }) => contender.name === 'Birge');
  const [first, last] = [ours[0], ours.at(-1)];
  if (first === undefined || last === undefined) throw new Error('nothing was measured of Birge');
  const where = `${last.from}–${last.to} against ${first.from}–${first.to}`;
  const flat = (what: string, of: 'cpu' | 'database') => {
    const ratio = last.cost[of] / first.cost[of];
    return { what: `${what}, ${where}`, target: 'within 15 %', found: `× ${figure(ratio)}`, met: ratio <= 1.15 };
  };
  const calls = Math.max(...ours.map(({ cost }) => cost.calls));
  const state = Math.max(...ours.map(({ stateBytes }) => stateBytes));
  return promises([
    flat('CPU per answered indicator', 'cpu'),
    flat('database time per answered indicator', 'database'),
    { what: 'HTTP requests to Supabase per answer', target: 'at most 3', found: count(calls), met: calls <= 3 },
    { what: 'stored state of the conversation', target: 'under 1,024 bytes', found: String(state), met: state < 1024 },
  ]);
}
