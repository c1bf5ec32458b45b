import { z } from 'zod';
import { aboutKinds } from '../rules/about-kinds.ts';
import type { Store } from './store.ts';
import { language, project, words } from './talks.ts';

const submission = z.object({
  id: z.number(),
  form: z.string(),
  hash: z.string(),
  status: z.string(),
  submittedAt: z.string().nullable(),
  owner: z.number().nullable(),
  name: z.string().nullable(),
  language: language.nullable(),
  bornOn: z.string().nullable(),
  about: z.object({ kind: z.enum(aboutKinds), id: z.number() }).nullable(),
  project: project.nullable(),
  organisation: z.number().nullable(),
  above: z.array(z.number()),
  answers: z.record(z.string(), z.object({ value: z.unknown(), rev: z.number(), complete: z.boolean() })),
});
/** A submission with all its answers. */
export type Submission = z.infer<typeof submission>;

/** Reads a submission whole; null if there is none. Rights are the caller's matter. */
export function readSubmission(store: Store, id: number): Promise<Submission | null> {
  return store.call('read_submission', { p_submission: id }, submission.nullable());
}

const mine = z.object({
  id: z.number(),
  form: z.string(),
  hash: z.string(),
  status: z.string(),
  submittedAt: z.string().nullable(),
  project: words.nullable(),
});

/** The person's forms, newest first; `before` is the key of the last one of the page before. */
export function submissionsOf(store: Store, person: number, before: number | null, limit: number) {
  return store.call('submissions_of', { p_person: person, p_before: before, p_limit: limit }, z.array(mine));
}

/** The newest sent submission of an organisation's form; null: none was sent. */
export async function lastSubmissionOf(store: Store, organisation: number, form: string): Promise<number | null> {
  const args = { p_organisation: organisation, p_form: form };
  return (await store.call('last_submission_of', args, z.object({ id: z.number().nullable() }))).id;
}

/** The newest sent submission of an organisation's form about something; null: none was sent. */
export async function lastSubmissionAbout(
  store: Store,
  of: { organisation: number; form: string; about: NonNullable<Submission['about']> },
): Promise<number | null> {
  const args = {
    p_organisation: of.organisation,
    p_form: of.form,
    p_about_kind: of.about.kind,
    p_about_id: of.about.id,
  };
  return (await store.call('last_submission_about', args, z.object({ id: z.number().nullable() }))).id;
}

/** Takes a form away with its files: it can not come to anything any more. */
export async function eraseSubmission(store: Store, id: number, now: Date): Promise<void> {
  const args = { p_submission: id, p_at: now.toISOString() };
  await store.call('erase_submission', args, z.object({ is: z.literal('erased') }));
}
