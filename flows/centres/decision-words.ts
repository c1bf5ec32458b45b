import type { Birge } from '../../src/context.ts';
import { dayInNumbers } from '../../src/rules/dates.ts';
import type { Day } from '../../src/rules/dates.ts';
import { levelIds } from '../../src/rules/label-codes.ts';
import type { LevelId } from '../../src/rules/label-codes.ts';
import { escapeHtml } from '../../src/screens/html.ts';
import type { Decision } from '../../src/store/centres/centre.ts';
import type { Language } from '../../src/store/talks.ts';
import { levelIn } from './centre-words.ts';

/** What can be decided on the label, as buttons carry it: a level, or that it is refused. */
export const verdicts = [...levelIds, 'refused'] as const;
export type Verdict = (typeof verdicts)[number];

/** What was decided on which day. */
export interface Decided {
  verdict: Verdict;
  day: Day;
}

/** Reads what a button carries; undefined: it is no verdict. */
export const verdictIn = (text: string | undefined): Verdict | undefined => verdicts.find((known) => known === text);

/** A verdict in words, plain. */
export const verdictName = (birge: Birge, verdict: Verdict, language: Language): string =>
  verdict === 'refused' ? birge.say(language)('jb-ctr-refused-label') : levelIn(birge, verdict, language);

/** A decision as a line of HTML; `named` says who recorded it, for administrators. */
export function decisionLine(birge: Birge, decision: Decision, language: Language, who: 'named' | 'unnamed'): string {
  const say = birge.say(language);
  const { level, on, until, byName } = decision;
  const day = dayInNumbers(on);
  const line =
    level === null || until === null
      ? say('jb-ctr-decision-refused', { day })
      : say('jb-ctr-decision-line', { day, level: levelIn(birge, level, language), until: dayInNumbers(until) });
  return who === 'named' && byName !== null ? `${line} (${escapeHtml(byName)})` : line;
}

/** Is a centre of this level a member of the National League? A setting, because the document says two things; both are told. */
export function leagueLines({ label, say }: Birge, level: LevelId, language: Language): string[] {
  const { members, note } = label.league;
  return [
    say(language)(members.includes(level) ? 'jb-ctr-league-in' : 'jb-ctr-league-out'),
    `<i>${escapeHtml(note[language])}</i>`,
  ];
}
