import { z } from 'zod';
import type { Day } from '../../rules/dates.ts';
import type { Store } from '../store.ts';
import { words } from '../talks.ts';

const work = z.object({
  /** Entries that a coordinator has confirmed, and their hours and people. */
  deeds: z.number(),
  hours: z.number(),
  people: z.number(),
  /** First and last day of confirmed entries; null: none. */
  from: z.string().nullable(),
  until: z.string().nullable(),
  /** Confirmed hours by form of activity, most first; own words come as they are. */
  activities: z.array(z.object({ activity: z.string().nullable(), own: z.string().nullable(), hours: z.number() })),
});
/** What a volunteer has done for a project, as far as it is confirmed. */
export type ConfirmedWork = z.infer<typeof work>;

/** The confirmed work of a volunteer for a project between two days, both included. */
export function confirmedWork(
  store: Store,
  of: { person: number; project: number; from: Day; until: Day },
): Promise<ConfirmedWork> {
  const args = { p_person: of.person, p_project: of.project, p_from: of.from, p_until: of.until };
  return store.call('confirmed_work', args, work);
}

const thanks = z.object({
  id: z.number(),
  kind: z.enum(['certificate', 'letter']),
  person: z.number(),
  name: z.string().nullable(),
  project: z.number(),
  projectName: words,
  organisation: z.number(),
  organisationName: words,
  above: z.array(z.number()),
  language: z.enum(['kk', 'ru', 'en']),
  /** Of a certificate: the number by which it can be checked; null for a letter. */
  number: z.string().nullable(),
  from: z.string(),
  until: z.string(),
  hours: z.number(),
  deeds: z.number(),
  people: z.number(),
  /** The coordinator who gave it, by name; null: erased. */
  issuer: z.string().nullable(),
  issuedOn: z.string(),
  /** Of a letter: the sent form `recommendation` with its words. */
  submission: z.number().nullable(),
  withdrawn: z.boolean(),
});
export type Thanks = z.infer<typeof thanks>;

/** One of them; null: none of this id. Rights are the caller's matter. */
export function readThanks(store: Store, id: number): Promise<Thanks | null> {
  return store.call('read_thanks', { p_thanks: id }, thanks.nullable());
}

/** What a volunteer was given, newest first; of one project if it is named. */
export function thanksOf(store: Store, person: number, project: number | null = null): Promise<Thanks[]> {
  return store.call('thanks_of', { p_person: person, p_project: project }, z.array(thanks));
}

/**
 * Gives a certificate or a letter. Hours, entries and people are those confirmed in the period, counted by the database;
 * the volunteer hears of it ten minutes later, unless it is withdrawn by then. `nothing`: no hour is confirmed there.
 */
export function giveThanks(
  store: Store,
  given: {
    kind: 'certificate' | 'letter';
    person: number;
    project: number;
    language: 'kk' | 'ru' | 'en';
    number: string | null;
    from: Day;
    until: Day;
    submission: number | null;
    by: number;
  },
  now: Date,
) {
  const { by, ...said } = given;
  return store.call(
    'give_thanks',
    { p_given: said, p_by: by, p_at: now.toISOString() },
    z.discriminatedUnion('is', [
      z.object({ is: z.literal('given'), id: z.number() }),
      z.object({ is: z.literal('nothing') }),
    ]),
  );
}

/** It does not hold any more (or again): its page says so. */
export async function withdrawThanks(
  store: Store,
  withdrawn: { id: number; withdrawn: boolean; by: number },
  now: Date,
): Promise<void> {
  const args = {
    p_thanks: withdrawn.id,
    p_withdrawn: withdrawn.withdrawn,
    p_by: withdrawn.by,
    p_at: now.toISOString(),
  };
  await store.call('withdraw_thanks', args, z.object({ is: z.literal('noted') }));
}

const certificate = z.object({ name: z.string(), hours: z.number(), from: z.string(), until: z.string() });

/** The certificate of this number, if it holds; null: none does. Only initials of the name may be shown. */
export function checkCertificate(store: Store, number: string) {
  return store.call('check_certificate', { p_number: number }, certificate.nullable());
}
