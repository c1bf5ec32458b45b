import { z } from 'zod';
import type { Day } from '../../rules/dates.ts';
import type { Store } from '../store.ts';
import { words } from '../talks.ts';

const action = z.object({
  id: z.number(),
  organisation: z.number(),
  organisationName: words,
  /** Of which indicator it is, 1–48. */
  indicator: z.number(),
  cycle: z.number(),
  /** What will be done; null: not said yet. */
  what: z.string().nullable(),
  /** Who answers for it: somebody of the centre, or a name where the person does not use Birge; null: not said yet. */
  responsible: z.object({ person: z.number().nullable(), name: z.string() }).nullable(),
  /** By which day (`YYYY-MM-DD`); null: not said yet. */
  dueOn: z.string().nullable(),
  /** On which day it was done; null: it is not. */
  doneOn: z.string().nullable(),
});
export type Action = z.infer<typeof action>;

const at = (now: Date) => now.toISOString();
const noted = z.object({ is: z.enum(['noted', 'gone']) });

/** The actions of a centre's cycle: what is open by its day, then what is not said to the end, then what is done; 200 at most. */
export function actionsOf(store: Store, organisation: number, cycle: number): Promise<Action[]> {
  return store.call('actions_of', { p_organisation: organisation, p_cycle: cycle }, z.array(action));
}

/** One action; null: there is none of this id, or it was dropped. Rights are the caller's matter. */
export function readAction(store: Store, id: number): Promise<Action | null> {
  return store.call('read_action', { p_action: id }, action.nullable());
}

/** The action that an obligation stands for; null: it stands for none. */
export async function actionOwed(store: Store, obligation: number): Promise<number | null> {
  const { id } = await store.call('action_owed', { p_obligation: obligation }, z.object({ id: z.number().nullable() }));
  return id;
}

/** Begins an action for an indicator in the present cycle; the person's own that is not said to the end is gone on with. */
export async function beginAction(
  store: Store,
  begun: { organisation: number; indicator: number; by: number },
  now: Date,
): Promise<number> {
  const args = { p_organisation: begun.organisation, p_indicator: begun.indicator, p_by: begun.by, p_at: at(now) };
  return (await store.call('begin_action', args, z.object({ id: z.number() }))).id;
}

/** What can be said of an action, a part at a time. */
export interface ActionPart {
  what?: string;
  responsible?: { person: number } | { name: string };
  dueOn?: Day;
}

/**
 * Says a part of an action. Once all are said it is owed: by the person, or where only a name is known by the centre; a
 * later change moves that. `gone`: it was dropped, or is done.
 */
export async function setAction(store: Store, id: number, part: ActionPart, by: number, now: Date) {
  return (await store.call('set_action', { p_action: id, p_part: part, p_by: by, p_at: at(now) }, noted)).is;
}

/** It is done on that day: nobody is reminded any more. `gone`: it was dropped, or is not said to the end. */
export async function finishAction(store: Store, id: number, on: Day, by: number, now: Date) {
  return (await store.call('finish_action', { p_action: id, p_on: on, p_by: by, p_at: at(now) }, noted)).is;
}

/** It is not done after all: it is owed again. */
export async function reopenAction(store: Store, id: number, by: number, now: Date) {
  return (await store.call('reopen_action', { p_action: id, p_by: by, p_at: at(now) }, noted)).is;
}

/** It is not wanted any more: nobody is reminded of it. */
export async function dropAction(store: Store, id: number, by: number, now: Date) {
  return (await store.call('drop_action', { p_action: id, p_by: by, p_at: at(now) }, noted)).is;
}

/** The plan is ready: what the centre owes by the event `action-plan-made` is done. Gives how many obligations that were. */
export async function planMade(store: Store, organisation: number, by: number, now: Date): Promise<number> {
  const args = { p_organisation: organisation, p_event: 'action-plan-made', p_by: by, p_at: at(now) };
  return (await store.call('fulfil_centre', args, z.object({ fulfilled: z.number() }))).fulfilled;
}
