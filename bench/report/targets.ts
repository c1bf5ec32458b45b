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
  const met = (holds: boolean): string => (holds ? 'yes' : '**no**');
  const rows = [
    ['HTTP requests to Supabase per answer', 'at most 3', count(requests), met(requests <= 3)],
    ['… for the last answer, which brings up the overview', 'at most 3', count(last), met(last <= 3)],
    ['CPU at question 200 against 5', 'within 15 %', `× ${figure(cpu)}`, met(cpu <= 1.15)],
    ['database time at question 200 against 5', 'within 15 %', `× ${figure(database)}`, met(database <= 1.15)],
    ['stored state of the conversation', 'under 1,024 bytes', String(state), met(state < 1024)],
    ['memory after 1,000 answers', 'at most 350 MB', `${figure(all)} MB`, met(all <= 350)],
  ];
  return table(['this bot', 'target', 'found', 'met'], rows, 4);
}
