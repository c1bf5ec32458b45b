import { today } from '../context.ts';
import type { Birge } from '../context.ts';
import { daysLeft, daysUntil } from '../deadlines/words.ts';
import { dayInWords } from '../rules/dates.ts';
import type { Day } from '../rules/dates.ts';
import type { Language } from '../store/talks.ts';

/** An indicator in a few words with its number, plain: `9. Outreach four times a month`. */
export function indicatorName({ label }: Pick<Birge, 'label'>, number: number, language: Language): string {
  // Of a centre whose kind was corrected since, the indicator may not apply any more; it is still called so.
  const all = label.criteria.flatMap(({ indicators }) => indicators);
  return [`${number}.`, all.find((indicator) => indicator.number === number)?.short[language] ?? ''].join(' ').trim();
}

/** By which day, and how many days are left; what has slipped is marked. */
export function dueLine(birge: Birge, dueOn: Day, language: Language): string {
  const say = birge.say(language);
  const day = today(birge);
  const when = { day: dayInWords(dueOn, language), left: daysLeft(say, dueOn, day) };
  return say(daysUntil(dueOn, day) < 0 ? 'jb-plan-late' : 'jb-plan-by', when);
}
