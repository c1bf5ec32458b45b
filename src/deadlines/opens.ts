import type { Say } from '../context.ts';
import type { Obligation } from '../store/deadlines.ts';

/** Where the button of an obligation leads, beside "done". */
interface Way {
  words: (say: Say) => string;
  data: (obligation: Obligation) => string;
  /** There is something to read: for whoever looks after it, too, and also when it is done. */
  lasts: boolean;
  /** The thing itself tells when it is done: nobody says so, neither whoever owes it nor those who look after them. */
  tells?: true;
}

/** The flows that an obligation can open, by the name that `opens` in `content/calendar.yaml` has for each. */
export const ways: ReadonlyMap<string, Way> = new Map<string, Way>([
  ['questionnaire', { words: (say) => say('due-open'), data: () => 'go:projects', lasts: false }],
  [
    'assessment',
    { words: (say) => say('due-open-assessment'), data: (one) => `jb:as:${one.organisation}`, lasts: false },
  ],
  ['plan', { words: (say) => say('due-open-plan'), data: (one) => `jb:plan:${one.organisation}`, lasts: true }],
  ['action', { words: (say) => say('due-open-action'), data: (one) => `jb:due:${one.id}`, lasts: true }],
  [
    'briefing',
    { words: (say) => say('vol-br-open'), data: (one) => `vol:br:due:${one.id}`, lasts: false, tells: true },
  ],
  [
    'report',
    { words: (say) => say('due-open-report'), data: (one) => `vol:rep:due:${one.id}`, lasts: false, tells: true },
  ],
]);

/** What `opens` may say: `done` tells Birge that it is done and leads nowhere else. */
export const opens: readonly string[] = ['done', ...ways.keys()];
