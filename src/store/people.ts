import { z } from 'zod';
import type { Store } from './store.ts';
import { language, project } from './talks.ts';
import type { Language } from './talks.ts';

/** The person's choice of language; from now on it is no guess any more. */
export async function setLanguage(store: Store, person: number, chosen: Language): Promise<void> {
  await store.call('set_language', { p_person: person, p_language: chosen }, z.unknown());
}

/** Keeps a name or a birth date (`YYYY-MM-DD`); null leaves what is there. */
export async function introduce(
  store: Store,
  person: number,
  known: { name?: string; bornOn?: string },
): Promise<void> {
  const args = { p_person: person, p_name: known.name ?? null, p_born_on: known.bornOn ?? null };
  await store.call('introduce', args, z.unknown());
}

/** Who agrees for whom: oneself, or a coordinator who holds a signed paper. */
export interface ConsentToGive {
  person: number;
  givenBy: number;
  giverName: string | null;
  /** Which text was agreed to. */
  version: string;
  how: 'self' | 'paper';
}

/** Records a consent; a newer one takes the place of the one in force. */
export async function giveConsent(store: Store, consent: ConsentToGive, now: Date): Promise<void> {
  const args = {
    p_person: consent.person,
    p_given_by: consent.givenBy,
    p_giver_name: consent.giverName,
    p_version: consent.version,
    p_how: consent.how,
    p_at: now.toISOString(),
  };
  await store.call('give_consent', args, z.unknown());
}

/** The consent in force ends; what is stored stays until it is erased. */
export async function withdrawConsent(store: Store, person: number, now: Date): Promise<void> {
  await store.call('withdraw_consent', { p_person: person, p_at: now.toISOString() }, z.unknown());
}

/** Where somebody can be written to, best way first. */
export function waysTo(store: Store, person: number) {
  const way = z.object({ channel: z.number(), chat: z.string(), language });
  return store.call('ways_to', { p_person: person }, z.array(way));
}

/** People who coordinate a project now. */
export function coordinatorsOf(store: Store, projectId: number, now: Date) {
  return store.call('coordinators_of', { p_project: projectId, p_at: now.toISOString() }, z.array(z.number()));
}

const openProject = project.extend({ id: z.number(), organisation: z.number() });
export type OpenProject = z.infer<typeof openProject>;

/** Projects that take volunteers, by key; `after` is the last key of the page before; `examples`: also those to try. */
export function listProjects(store: Store, after: number, limit: number, examples: boolean): Promise<OpenProject[]> {
  return store.call('list_projects', { p_after: after, p_limit: limit, p_examples: examples }, z.array(openProject));
}

/** Announcements on or off for somebody; what they owe by a date is told all the same. Gives whether they were off before. */
export async function setAnnouncements(store: Store, person: number, on: boolean, now: Date): Promise<boolean> {
  const args = { p_person: person, p_on: on, p_at: now.toISOString() };
  return (await store.call('set_announcements', args, z.object({ wasOff: z.boolean() }))).wasOff;
}

/** Notes who did what about whom; never what it contained. `person` null: somebody who has never written to us. */
export async function noteAudit(
  store: Store,
  entry: {
    person: number | null;
    action: string;
    subject: { kind: string; id: number };
    detail?: Record<string, string>;
  },
  now: Date,
): Promise<void> {
  const args = {
    p_person: entry.person,
    p_action: entry.action,
    p_subject_kind: entry.subject.kind,
    p_subject_id: entry.subject.id,
    p_detail: entry.detail ?? {},
    p_at: now.toISOString(),
  };
  await store.call('note_audit', args, z.unknown());
}
