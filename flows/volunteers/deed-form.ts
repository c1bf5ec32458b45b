import { today } from '../../src/context.ts';
import type { Birge, OuterCtx } from '../../src/context.ts';
import type { Value } from '../../src/forms/index.ts';
import { filesSoFar } from '../../src/forms/value.ts';
import type { Submission } from '../../src/store/submissions.ts';
import type { Activity, Deed, DeedSaid } from '../../src/store/volunteers/deeds.ts';
import { openForm } from '../questionnaire.ts';

/** The form of an entry (`content/forms/diary-entry.yaml`). */
export const diaryForm = 'diary-entry';

/** Opens the form that changes an entry; one that was planned was done today, unless another day is said. */
export async function openDeedForm(birge: Birge, ctx: OuterCtx, deed: Deed): Promise<void> {
  const on = deed.state === 'planned' ? today(birge) : deed.on;
  const answers = answersFrom({ ...deed, on });
  await openForm(birge, ctx, diaryForm, { kind: 'deed', id: deed.id }, true, { answers });
}

/** An entry as answers of the form; what it does not say is left out. */
export function answersFrom(deed: Deed): Record<string, Value> {
  const { on, direction, activity, hours, people, achieved, note, photo } = deed;
  const photos = photo === null ? null : [{ file: String(photo), kind: 'photo' } as const];
  const all: Record<string, Value> = { on, direction, activity, hours, people, achieved, note, photo: photos };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null));
}

/** What a sent form says of an entry; undefined: it lacks what an entry must have. */
export function saidIn({ answers }: Submission, project: number | null): DeedSaid | undefined {
  const value = (question: string): unknown => answers[question]?.value ?? null;
  const on = textOf(value('on'));
  const direction = textOf(value('direction'));
  const activity = activityOf(value('activity'));
  const hours = numberOf(value('hours'));
  if (on === null || direction === null || activity === null || hours === null) return undefined;
  // What is stored has been an answer of the forms engine.
  const [photo] = filesSoFar(value('photo') as Value);
  return {
    project,
    on,
    direction,
    activity,
    hours,
    people: numberOf(value('people')),
    achieved: textOf(value('achieved')),
    note: textOf(value('note')),
    photo: photo === undefined ? null : Number(photo.file),
  };
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);

function activityOf(value: unknown): Activity | null {
  if (typeof value !== 'object' || value === null || !('other' in value)) return textOf(value);
  return typeof value.other === 'string' ? { other: value.other } : null;
}
