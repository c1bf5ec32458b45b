import { isDeepStrictEqual } from 'node:util';
import type { KillReport } from './kill-run.ts';

/** What went wrong in a run with kills, one sentence each; empty when all is as promised. */
export function objections(report: KillReport): string[] {
  const { answered, stored, sent, shownTwice, restarts } = report;
  const { answers, inbox } = stored;
  const lost = Object.keys(answered).filter((id) => !isDeepStrictEqual(answers[id], answered[id]));
  const strange = Object.keys(answers).filter((id) => !(id in answered));
  const unread = sent.filter((update) => !inbox.includes(update));
  const doubled = inbox.filter((update, at) => inbox.indexOf(update) !== at || !sent.includes(update));
  const told = (what: string, ids: string[]) => (ids.length === 0 ? [] : [`${what}: ${ids.join(', ')}`]);
  const longest = Math.round(Math.max(...restarts));
  return [
    ...told('answers not stored as they were given', lost),
    ...told('answers that nobody gave', strange),
    ...told('updates that never came into the inbox', unread),
    ...told('updates twice in the inbox or from nowhere', doubled),
    ...told('answered questions asked as if new', report.askedAgain),
    ...told('handlers broke', report.brokenHandlers),
    ...told('logged', report.errors),
    // The same one may come a third time: to somebody who has pressed again before the program was back.
    ...Object.entries(shownTwice).flatMap(([kill, ids]) =>
      new Set(ids).size > 1 || ids.length > 2
        ? [`after kill ${kill} more than one question was shown twice: ${ids.join(', ')}`]
        : [],
    ),
    ...(stored.unhandled === 0 ? [] : [`${stored.unhandled} updates were never answered`]),
    ...(stored.history === 0 ? [] : [`${stored.history} answers were stored over others`]),
    ...(isDeepStrictEqual(stored.status, ['submitted']) ? [] : [`not sent once: ${stored.status.join(', ')}`]),
    ...(longest < 5_000 ? [] : [`a start took ${longest} ms`]),
  ];
}
