import type { Birge, Say } from '../../src/context.ts';
import { inWords } from '../../src/deadlines/words.ts';
import { dayInNumbers, dayInWords } from '../../src/rules/dates.ts';
import type { Day } from '../../src/rules/dates.ts';
import { shorten } from '../../src/screens/shorten.ts';
import type { Language } from '../../src/store/talks.ts';
import type { Enrolment } from '../../src/store/volunteers/enrolments.ts';
import type { ConfirmedWork, Thanks } from '../../src/store/volunteers/thanks.ts';

/** «40,5 сағат, 12 игі іс», with the people who were helped if somebody counted them. */
export function amountOf(
  say: Say,
  { hours, deeds, people }: Pick<ConfirmedWork, 'hours' | 'deeds' | 'people'>,
): string {
  const amount = say('vol-thx-amount', {
    hours: say('vol-thx-hours', { hours }),
    deeds: say('vol-thx-deeds', { deeds }),
  });
  return people > 0 ? say('vol-thx-with-people', { amount, people }) : amount;
}

/** First and last day in words; one day once. */
export function spanOf(say: Say, { from, until }: { from: Day; until: Day }, language: Language): string {
  if (from === until) return dayInWords(from, language);
  return say('vol-thx-span', { from: dayInWords(from, language), until: dayInWords(until, language) });
}

/** A certificate or a letter in the few words of a button; `project` names it where it is not known. */
export function buttonOf(birge: Pick<Birge, 'say'>, thanks: Thanks, language: Language, project = false): string {
  const say = birge.say(language);
  const parts = [
    say(thanks.kind === 'certificate' ? 'vol-thx-certificate' : 'vol-thx-letter'),
    dayInNumbers(thanks.issuedOn),
    say('vol-thx-hours', { hours: thanks.hours }),
    ...(project ? [inWords(thanks.projectName, language)] : []),
  ];
  return shorten(`${thanks.withdrawn ? '✖ ' : ''}${parts.join(' · ')}`, 60);
}

/** How a volunteer is called here; a number if they have never said their name. */
export const nameIn = ({ name, person }: Pick<Enrolment, 'name' | 'person'>): string => name ?? `№ ${person}`;
