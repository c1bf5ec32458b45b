import { ageOn } from '../rules/dates.ts';
import type { Person } from '../store/talks.ts';

/** The text of the consent as people read it today; a new number asks everybody anew. */
export const consentVersion = '2026-11-22.4';

/** Adulthood, in years: below it a parent or legal representative agrees (law on personal data). */
export const adult = 18;

/** What a newcomer has to say before anything else is asked. */
export type Standing = 'language' | 'consent' | 'born-on' | 'name' | 'guardian' | 'ready';

/** Where somebody stands between the first message and the menu, on a day (`YYYY-MM-DD`). */
export function standingOf(person: Person, today: string): Standing {
  if (!person.languageChosen) return 'language';
  const minor = person.bornOn !== null && ageOn(person.bornOn, today) < adult;
  const agreed = person.consent?.version === consentVersion;
  if (minor) {
    // Somebody under 18 can not agree alone: a parent's word, or a signed paper, stands for them.
    if (agreed && person.consent?.how !== 'self') return 'ready';
    return person.name === null ? 'name' : 'guardian';
  }
  // Whoever has come of age is asked anew: the parent's word no longer speaks for them.
  if (!agreed || person.consent?.how !== 'self') return 'consent';
  if (person.bornOn === null) return 'born-on';
  // Whoever comes into a role by a link is called by name there: colleagues must know whom they see.
  return person.cameWith !== null && person.name === null ? 'name' : 'ready';
}
