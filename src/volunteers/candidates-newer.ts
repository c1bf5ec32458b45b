import type { Store } from '../store/store.ts';
import { readSubmission, submissionsOf } from '../store/submissions.ts';
import type { Submission } from '../store/submissions.ts';

/** Newer forms of a person that are looked through. */
const most = 50;

/** The newest questionnaire that the same person has sent about the same project since; undefined: this one is the newest. */
export async function newerThan(store: Store, { id, owner, form, about }: Submission): Promise<number | undefined> {
  if (owner === null) return undefined;
  const theirs = await submissionsOf(store, owner, null, most);
  const later = theirs.filter(
    (one) => one.id > id && one.form === form && !['draft', 'withdrawn'].includes(one.status),
  );
  for (const one of later.toSorted((a, b) => b.id - a.id)) {
    const whole = await readSubmission(store, one.id);
    if (whole !== null && whole.about?.kind === about?.kind && whole.about?.id === about?.id) return whole.id;
  }
  return undefined;
}
