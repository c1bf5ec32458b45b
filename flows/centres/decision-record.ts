import type { Birge } from '../../src/context.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { dueFrom } from '../../src/recording/recordable.ts';
import { dayInNumbers, dayInWords, moveDay } from '../../src/rules/dates.ts';
import type { Day } from '../../src/rules/dates.ts';
import type { Screen } from '../../src/screens/screen.ts';
import { recordDecision } from '../../src/store/centres/centre.ts';
import type { Centre } from '../../src/store/centres/centre.ts';
import type { Language } from '../../src/store/talks.ts';
import type { Talk } from '../../src/talks/talk.ts';
import { refusal } from './centre-right.ts';
import { nameIn } from './centre-words.ts';
import { leagueLines, verdictName } from './decision-words.ts';
import type { Decided } from './decision-words.ts';

/**
 * The last day of a term of so many years (jastar-belgisi-quality-label, item 9). Ours: the day of the decision counts as
 * the first, so the last is the day before the same day years later. Where that year has no 29 February, the end of its
 * February is the end of the term.
 */
export function termEnd(on: Day, years: number): Day {
  const same = moveDay(on, { years });
  return same.slice(5) === on.slice(5) ? moveDay(same, { days: -1 }) : same;
}

/** Asks once, with all that follows: the term, what is counted from it, and the League. */
export function confirmScreen(birge: Birge, talk: Talk, centre: Centre, decided: Decided): Screen {
  const language = languageOf(talk);
  const say = birge.say(language);
  const { verdict, day } = decided;
  const text = [
    `<b>${nameIn(centre, language)}</b>`,
    ...partsOf(birge, decided, language),
    say('jb-ctr-decision-ends-cycle', { number: centre.cycle }),
    say('jb-ctr-decision-ask'),
  ];
  return {
    text: text.join('\n\n'),
    buttons: [
      [{ text: say('jb-ctr-decision-yes'), data: `jb:dec:${centre.id}:${verdict}:${day}:yes:${centre.cycle}` }],
      [{ text: say('form-back'), data: `jb:dec:${centre.id}` }],
    ],
  };
}

/**
 * Records it for the cycle that was shown, and says how to take it back. The right was asked by whoever calls.
 */
export async function recordIt(
  birge: Birge,
  talk: Talk,
  centre: Centre,
  decided: Decided,
  cycle: number,
): Promise<Screen> {
  if (talk.person === null) return refusal(birge, talk);
  const language = languageOf(talk);
  const say = birge.say(language);
  const { verdict, day } = decided;
  const level = verdict === 'refused' ? null : verdict;
  const until = level === null ? null : termEnd(day, birge.label.award.years);
  const due = until === null ? [] : countedFrom(birge, day, until);
  const recorded = { organisation: centre.id, cycle, level, on: day, until, due, by: talk.person.id };
  const id = await recordDecision(birge.store, recorded, birge.now());
  if (id === null) {
    const buttons = [[{ text: say('jb-ctr-programme'), data: `jb:cyc:${centre.id}` }]];
    return { text: say('jb-ctr-decided-meanwhile'), buttons };
  }
  const text = [
    `<b>${nameIn(centre, language)}</b>`,
    say('jb-ctr-decision-recorded'),
    ...partsOf(birge, decided, language),
  ];
  return {
    text: text.join('\n\n'),
    buttons: [
      [{ text: say('jb-ctr-undo'), data: `jb:dec:${centre.id}:undo:${id}` }],
      [{ text: say('jb-ctr-programme'), data: `jb:cyc:${centre.id}` }],
      [{ text: say('menu-button'), data: 'go:menu' }],
    ],
  };
}

/** What was decided; of an award also its term, what is counted from it, and whether the centre is in the League. */
function partsOf(birge: Birge, { verdict, day }: Decided, language: Language): string[] {
  const say = birge.say(language);
  const known = { verdict: verdictName(birge, verdict, language), day: dayInWords(day, language) };
  const what = say('jb-ctr-decision-day', known);
  if (verdict === 'refused') return [what];
  const { years } = birge.label.award;
  const until = termEnd(day, years);
  const due = countedFrom(birge, day, until).map(({ kind, dueOn }) =>
    say('jb-ctr-opens', { title: birge.calendar.kinds.get(kind)?.title[language] ?? kind, day: dayInNumbers(dueOn) }),
  );
  return [
    `${what}\n${say('jb-ctr-term', { until: dayInWords(until, language), years })}`,
    ...(due.length > 0 ? [due.join('\n')] : []),
    ...leagueLines(birge, verdict, language),
  ];
}

/** What is counted from the award. Ours: nothing of it is due later than the last day of the term. */
function countedFrom({ calendar, holidays }: Birge, on: Day, until: Day): { kind: string; dueOn: Day }[] {
  const centre = { organisationKind: 'youth-centre', role: null };
  return dueFrom(calendar, holidays, 'label-awarded', centre, on).map(({ kind, dueOn }) => ({
    kind,
    dueOn: dueOn > until ? until : dueOn,
  }));
}
