import { questionOf, shown } from '../forms/index.ts';
import type { Form, Value } from '../forms/index.ts';
import type { Lang } from '../forms/words.ts';
import type { Deed } from '../store/volunteers/deeds.ts';

interface Forms {
  forms: ReadonlyMap<string, Form>;
}

/** A direction as people read it, by its code; plain. A code that nobody knows stands for itself. */
export const directionIn = (known: Forms, direction: string, language: Lang): string =>
  answerIn(known, 'new-project', 'direction', direction, direction, language) ?? direction;

/** What somebody did, as the diary's form calls it or in their own words; plain. Undefined: not said yet. */
export function activityIn(
  known: Forms,
  { activity, direction }: Pick<Deed, 'activity' | 'direction'>,
  language: Lang,
): string | undefined {
  if (activity === null) return undefined;
  if (typeof activity === 'object') return activity.other;
  return answerIn(known, 'diary-entry', 'activity', activity, direction, language) ?? activity;
}

/** An answer as people read it; undefined: the form does not know the question or the answer. */
function answerIn(
  { forms }: Forms,
  form: string,
  id: string,
  value: Value,
  direction: string,
  language: Lang,
): string | undefined {
  const asked = forms.get(form);
  const question = asked && questionOf(asked, id);
  if (question === undefined) return undefined;
  // A list of options may differ from direction to direction; the other facts of a project are of no matter here.
  const project = { name: '', place: '', purpose: '', activities: '', direction };
  const said = shown(question, value, language, { today: '', project });
  return said === null || said === '' ? undefined : said;
}
