import { today } from '../../src/context.ts';
import type { Birge, Say } from '../../src/context.ts';
import { inWords } from '../../src/deadlines/words.ts';
import { ageOn } from '../../src/rules/dates.ts';
import { escapeHtml } from '../../src/screens/html.ts';
import { shorten } from '../../src/screens/shorten.ts';
import type { Submission } from '../../src/store/submissions.ts';
import type { Language, Words } from '../../src/store/talks.ts';

/** Names are as long as people write them; more than this would leave no room on a button. */
const longest = 48;

/** A person as buttons name them, plain text; without a name by their number. */
export const calledOf = (name: string | null, id: number): string =>
  name === null || name.trim() === '' ? `№ ${id}` : shorten(name, longest);

/** The name that stands in a questionnaire; otherwise the one the person once said. */
export function candidateName({ id, name, answers }: Submission): string {
  const written = answers['full_name']?.value;
  return calledOf(typeof written === 'string' ? written : name, id);
}

/** «, 19»: the age today, where the birth date is known; of minors it says so. Telegram's HTML. */
export function ageIn(birge: Birge, say: Say, bornOn: string | null): string {
  if (bornOn === null) return '';
  const age = ageOn(bornOn, today(birge));
  return `, ${say(age < 18 ? 'vol-cand-minor' : 'vol-cand-age', { age })}`;
}

/** The project in Telegram's HTML; null: the pool. */
export const projectIn = (say: Say, name: Words | null, language: Language): string =>
  name === null ? say('projects-pool-short') : escapeHtml(shorten(inWords(name, language), 80));
