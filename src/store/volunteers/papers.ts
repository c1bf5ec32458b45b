import { z } from 'zod';
import type { Day } from '../../rules/dates.ts';
import { paperKinds } from '../../rules/volunteer-codes.ts';
import type { PaperKind } from '../../rules/volunteer-codes.ts';
import type { Store } from '../store.ts';

const paper = z.object({
  id: z.number(),
  person: z.number(),
  project: z.number(),
  kind: z.enum(paperKinds),
  askedOn: z.string(),
  /** The sent form with the file or the words; null: nothing was sent, or it was taken away after checking. */
  submission: z.number().nullable(),
  receivedOn: z.string().nullable(),
  checkedOn: z.string().nullable(),
  /** Until when it holds, that day included; null: without an end. Whether it has expired is for the reader to see. */
  expiresOn: z.string().nullable(),
});
/** A paper that was asked of a volunteer. */
export type Paper = z.infer<typeof paper>;

/** The papers asked of a volunteer of a project, in the order of `paperKinds`. */
export function papersOf(store: Store, person: number, project: number): Promise<Paper[]> {
  return store.call('papers_of', { p_person: person, p_project: project }, z.array(paper));
}

/** One paper; null: none of this id. */
export function readPaper(store: Store, id: number): Promise<Paper | null> {
  return store.call('read_paper', { p_paper: id }, paper.nullable());
}

/**
 * Asks papers of a volunteer (again, where one was received or checked before); one letter tells them of all. Gives their ids,
 * in the order of `kinds`.
 */
export async function askPapers(
  store: Store,
  asked: { person: number; project: number; kinds: readonly PaperKind[]; by: number },
  now: Date,
): Promise<number[]> {
  const args = {
    p_person: asked.person,
    p_project: asked.project,
    p_kinds: asked.kinds,
    p_by: asked.by,
    p_at: now.toISOString(),
  };
  return (await store.call('ask_papers', args, z.object({ ids: z.array(z.number()) }))).ids;
}

/** It is not needed after all; what was sent for it goes with it. */
export async function dropPaper(store: Store, id: number, now: Date): Promise<void> {
  await store.call('drop_paper', { p_paper: id, p_at: now.toISOString() }, z.object({ is: z.literal('dropped') }));
}

/** A sent form brings the paper that was asked; coordinators hear of it. `not-asked`: it was not asked, or is checked. */
export async function receivePaper(
  store: Store,
  received: { submission: number; person: number; project: number; kind: PaperKind },
  now: Date,
): Promise<'received' | 'not-asked'> {
  const args = {
    p_submission: received.submission,
    p_person: received.person,
    p_project: received.project,
    p_kind: received.kind,
    p_at: now.toISOString(),
  };
  return (await store.call('receive_paper', args, z.object({ is: z.enum(['received', 'not-asked']) }))).is;
}

/** A coordinator has checked it, here or on paper, asked before or not; `expiresOn` is the last day on which it holds. */
export async function checkPaper(
  store: Store,
  checked: { person: number; project: number; kind: PaperKind; expiresOn: Day | null; by: number },
  now: Date,
): Promise<void> {
  const args = {
    p_person: checked.person,
    p_project: checked.project,
    p_kind: checked.kind,
    p_expires_on: checked.expiresOn,
    p_by: checked.by,
    p_at: now.toISOString(),
  };
  await store.call('check_paper', args, z.object({ is: z.literal('checked') }));
}

/** Takes away what was sent, file and words; that it was checked stays. */
export async function erasePaper(store: Store, id: number, now: Date): Promise<void> {
  await store.call('erase_paper', { p_paper: id, p_at: now.toISOString() }, z.object({ is: z.literal('erased') }));
}
