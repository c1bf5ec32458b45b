import type { Measured } from '../measure/series.ts';
import type { Findings } from './report.ts';
import { count, figure, table } from './table.ts';

/** What this bot has promised to itself, and what was found. */
export function targets({ nearby, faraway, memory }: Findings): string {
  const ours = nearby.filter(({ contender }) => contender.name === 'Birge');
  const at = (name: string): Measured | undefined => ours.find(({ place }) => place.name === name);
  const ratio = (of: (one: Measured) => number): number => {
    const [early, late] = [at('5'), at('200')];
    return early && late ? of(late) / of(early) : Number.NaN;
  };
  const every = [...ours, ...faraway.filter(({ contender }) => contender.name === 'Birge')];
  const requests = Math.max(...every.filter(({ place }) => place.name !== 'end').map(({ cost }) => cost.calls));
  const last = at('end')?.cost.calls ?? Number.NaN;
  const state = Math.max(...every.map(({ stateBytes }) => stateBytes));
  const cpu = ratio(({ cost }) => cost.cpu);
  const database = ratio(({ cost }) => cost.database);
  const all = memory ? memory.node + memory.postgres : Number.NaN;
  const rows: [what: string, target: string, found: number, most: number, shown: string][] = [
    ['HTTP requests to Supabase per answer', 'at most 3', requests, 3, count(requests)],
    ['… for the last answer, which brings up the overview', 'at most 3', last, 3, count(last)],
    ['CPU at question 200 against 5', 'within 15 %', cpu, 1.15, `× ${figure(cpu)}`],
    ['database time at question 200 against 5', 'within 15 %', database, 1.15, `× ${figure(database)}`],
    ['stored state of the conversation', 'under 1,024 bytes', state, 1023, String(state)],
    [`memory after ${memory?.answers ?? 0} answers`, 'at most 350 MB', all, 350, `${figure(all)} MB`],
  ];
  return table(
    ['this bot', 'target', 'found', 'met'],
    rows.map(([what, target, found, most, shown]) =>
      Number.isNaN(found)
        ? [what, target, 'not measured', '']
        : [what, target, shown, found <= most ? 'yes' : '**no**'],
    ),
    4,
  );
}
