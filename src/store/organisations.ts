import { z } from 'zod';
import type { Store } from './store.ts';
import { words } from './talks.ts';
import type { Words } from './talks.ts';

/** A part of the tree of organisations: everything, or these with all below them, or single projects. */
export interface Scope {
  all: boolean;
  organisations: number[];
  projects: number[];
}

const named = z.object({ id: z.number(), name: words });

/** Open organisations in the scope, newest first, 100 at most. */
export function organisationsIn(store: Store, scope: Scope, limit: number) {
  const args = { p_within: scope.all ? null : scope.organisations, p_limit: limit };
  return store.call('organisations_below', args, z.array(named.extend({ kind: z.string() })));
}

/** Open projects of an organisation, newest first, 100 at most. */
export function projectsOf(store: Store, organisation: number, limit: number) {
  return store.call('projects_of', { p_organisation: organisation, p_limit: limit }, z.array(named));
}

/** Where an organisation or project lies, as the access check needs it. */
export function placeOf(store: Store, organisation: number, project?: number) {
  return store.call(
    'place_of',
    { p_organisation: organisation, p_project: project ?? null },
    z.object({
      organisations: z.array(z.number()),
      project: z
        .number()
        .nullable()
        .transform((id) => id ?? undefined),
    }),
  );
}

/** What an organisation is, and where it lies; null: there is none of this id, or it is closed. */
export function readOrganisation(store: Store, id: number) {
  const shape = named.extend({ kind: z.string(), above: z.array(z.number()) });
  return store.call('read_organisation', { p_organisation: id }, shape.nullable());
}

/** Open organisations of these kinds, newest first, 100 at most. */
export function organisationsOf(store: Store, kinds: readonly string[], limit: number) {
  return store.call('organisations_of', { p_kinds: kinds, p_limit: limit }, z.array(named));
}

/** Puts an organisation below another one; `circle`: that one lies below it already. */
export async function placeBelow(store: Store, id: number, parent: number): Promise<'placed' | 'circle'> {
  const answer = z.object({ is: z.enum(['placed', 'circle']) });
  return (await store.call('place_below', { p_organisation: id, p_parent: parent }, answer)).is;
}

const made = z.discriminatedUnion('is', [
  z.object({ is: z.literal('made'), id: z.number() }),
  z.object({ is: z.literal('made-before') }),
]);

/** Makes the organisation that a sent form describes; a second time nothing happens. */
export function makeOrganisation(
  store: Store,
  organisation: { submission: number; name: Words; kind: string; programme: string; region: string | null },
  now: Date,
) {
  const args = {
    p_submission: organisation.submission,
    p_name: organisation.name,
    p_kind: organisation.kind,
    p_programme: organisation.programme,
    p_region: organisation.region,
    p_at: now.toISOString(),
  };
  return store.call('make_organisation', args, made);
}

/** Makes the project that a sent form describes; a second time nothing happens. */
export function makeProject(
  store: Store,
  project: {
    submission: number;
    organisation: number;
    texts: { name: Words; place: Words; purpose: Words; activities: Words };
    direction: string;
  },
  now: Date,
) {
  const args = {
    p_submission: project.submission,
    p_organisation: project.organisation,
    p_texts: project.texts,
    p_direction: project.direction,
    p_at: now.toISOString(),
  };
  return store.call('make_project', args, made);
}

/** The root of all organisations, made at the first need: whoever administers it may do everything. */
export async function openPlatform(store: Store, name: Words, now: Date): Promise<number> {
  const args = { p_name: name, p_at: now.toISOString() };
  const { id } = await store.call('open_platform', args, z.object({ id: z.number() }));
  return id;
}
