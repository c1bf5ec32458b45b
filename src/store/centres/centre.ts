import { z } from 'zod';
import { centreKinds, levelIds } from '../../rules/label-codes.ts';
import type { CentreKind, LevelId } from '../../rules/label-codes.ts';
import type { Day } from '../../rules/dates.ts';
import type { Scope } from '../organisations.ts';
import type { Store } from '../store.ts';
import { words } from '../talks.ts';
import type { Words } from '../talks.ts';

const centre = z.object({
  /** The organisation's id. */
  id: z.number(),
  name: words,
  region: z.string().nullable(),
  kind: z.enum(centreKinds),
  head: z.string(),
  phone: z.string(),
  email: z.string(),
  address: z.string(),
  /** An administrator has confirmed that there is such a centre. */
  confirmed: z.boolean(),
  /** Others may read its examples of good practice. */
  shares: z.boolean(),
  /** Which candidacy it is in: one more than decisions that have been made, counted from 1. */
  cycle: z.number(),
  /** The newest decision that gave the label; whether its term still runs is for the reader to see. */
  award: z.object({ level: z.enum(levelIds), on: z.string(), until: z.string() }).nullable(),
  /** The organisation itself and all above it. */
  above: z.array(z.number()),
});
export type Centre = z.infer<typeof centre>;

/** A youth centre; null: none of this id, closed, or an organisation that has not been described as a centre yet. */
export function readCentre(store: Store, organisation: number): Promise<Centre | null> {
  return store.call('read_centre', { p_organisation: organisation }, centre.nullable());
}

const described = z.discriminatedUnion('is', [
  z.object({ is: z.literal('made'), id: z.number() }),
  /** The same form delivered again. */
  z.object({ is: z.literal('made-before'), id: z.number() }),
  /** The person has registered three already. */
  z.object({ is: z.literal('too-many') }),
  /** Somebody else has described the centre since the form was opened. */
  z.object({ is: z.literal('changed') }),
  /** The organisation is closed, or no youth centre. */
  z.object({ is: z.literal('gone') }),
]);

/**
 * Writes down what a sent form says of a centre. With `organisation` it describes (or corrects) that youth centre; without,
 * it makes one whose head the person becomes. `form` is the form of the label for its kind: drafts of an assessment go over
 * to it when the kind changes. All in one transaction.
 */
export function describeCentre(
  store: Store,
  centre: {
    submission: number;
    person: number;
    organisation: number | null;
    name: Words;
    region: string | null;
    kind: CentreKind;
    head: string;
    phone: string;
    email: string;
    address: string;
    form: { id: string; hash: string };
  },
  now: Date,
) {
  const { submission, person, organisation, form, ...details } = centre;
  const args = {
    p_submission: submission,
    p_person: person,
    p_organisation: organisation,
    p_details: { ...details, form: form.id, hash: form.hash },
    p_at: now.toISOString(),
  };
  return store.call('describe_centre', args, described);
}

/** Corrects the kind of a centre; its open assessments go on in the form for that kind, with all that was answered. */
export async function correctKind(
  store: Store,
  centre: { organisation: number; kind: CentreKind; form: { id: string; hash: string } },
  now: Date,
): Promise<void> {
  const args = {
    p_organisation: centre.organisation,
    p_kind: centre.kind,
    p_form: centre.form.id,
    p_hash: centre.form.hash,
    p_at: now.toISOString(),
  };
  await store.call('correct_centre_kind', args, z.object({ is: z.literal('corrected') }));
}

/** An administrator says that there is such a centre (or takes that back). */
export async function confirmCentre(store: Store, organisation: number, confirmed: boolean, now: Date): Promise<void> {
  const args = { p_organisation: organisation, p_confirmed: confirmed, p_at: now.toISOString() };
  await store.call('confirm_centre', args, z.object({ is: z.literal('noted') }));
}

const listed = z.object({
  id: z.number(),
  name: words,
  kind: z.enum(centreKinds),
  region: z.string().nullable(),
  confirmed: z.boolean(),
  award: z.object({ level: z.enum(levelIds), on: z.string(), until: z.string() }).nullable(),
});

/** Centres in the scope by id downwards, newest first, 100 at most; `before` is the last id of the page before. */
export function centresIn(store: Store, scope: Scope, before: number | null, limit: number) {
  const args = { p_within: scope.all ? null : scope.organisations, p_before: before, p_limit: limit };
  return store.call('centres_below', args, z.array(listed));
}

const staff = z.object({ person: z.number(), name: z.string().nullable(), role: z.string() });

/** Who works in a centre on that day as head, coordinator or staff, each person once, by name; 100 at most. */
export function staffOf(store: Store, organisation: number, day: Day) {
  return store.call('staff_of_centre', { p_organisation: organisation, p_on: day }, z.array(staff));
}

const decision = z.object({
  id: z.number(),
  cycle: z.number(),
  /** Null: refused. */
  level: z.enum(levelIds).nullable(),
  on: z.string(),
  /** The last day of the term; null when refused. */
  until: z.string().nullable(),
  byName: z.string().nullable(),
});
export type Decision = z.infer<typeof decision>;

/** What has been decided on the label, newest first; what was undone is left out. */
export function decisionsOf(store: Store, organisation: number): Promise<Decision[]> {
  return store.call('label_decisions_of', { p_organisation: organisation }, z.array(decision));
}

/**
 * Records that the label was awarded (a level with the last day of its term) or refused (null). It ends the cycle. An award
 * is also the calendar's event `label-awarded`; `due` is what is counted from it. Gives the decision's id; null: that cycle is
 * over, another decision has ended it.
 */
export async function recordDecision(
  store: Store,
  decided: {
    organisation: number;
    /** The cycle that it is on, as it was shown. */
    cycle: number;
    level: LevelId | null;
    on: Day;
    until: Day | null;
    due: readonly { kind: string; dueOn: Day }[];
    by: number;
  },
  now: Date,
): Promise<number | null> {
  const args = {
    p_organisation: decided.organisation,
    p_cycle: decided.cycle,
    p_level: decided.level,
    p_on: decided.on,
    p_until: decided.until,
    p_due: decided.due,
    p_by: decided.by,
    p_at: now.toISOString(),
  };
  return (await store.call('record_label_decision', args, z.object({ id: z.number().nullable() }))).id;
}

/** It was not so: the decision and what was counted from it are void. False: undone before, or not the newest one. */
export async function undoDecision(store: Store, id: number, by: number, now: Date): Promise<boolean> {
  const args = { p_decision: id, p_by: by, p_at: now.toISOString() };
  return (
    (await store.call('undo_label_decision', args, z.object({ is: z.enum(['undone', 'unknown']) }))).is === 'undone'
  );
}

const way = z.object({
  /** The label programme's events of this centre and its experts that stand, oldest first. */
  events: z.array(z.object({ id: z.number(), event: z.string(), on: z.string() })),
  /** What is or was owed by the centre or its experts and counted from such an event, by due day. */
  owed: z.array(
    z.object({
      id: z.number(),
      kind: z.string(),
      dueOn: z.string(),
      fulfilled: z.boolean(),
      expert: z.string().nullable(),
    }),
  ),
});

/** How far the centre is on its way through the programme: what has happened, and what is owed from it. */
export function wayOf(store: Store, organisation: number) {
  return store.call('label_way_of', { p_organisation: organisation }, way);
}
