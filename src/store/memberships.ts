import { z } from 'zod';
import type { Store } from './store.ts';
import { words } from './talks.ts';

const membership = z.object({
  id: z.number(),
  role: z.string(),
  organisation: z.number(),
  organisationKind: z.string(),
  organisationName: words,
  project: z.number().nullable(),
  projectName: words.nullable(),
});
/** A role that somebody holds, with the names of where. */
export type Membership = z.infer<typeof membership>;

/** The roles that somebody holds now, the oldest first. */
export function membershipsOf(store: Store, person: number, now: Date): Promise<Membership[]> {
  return store.call('memberships_of', { p_person: person, p_at: now.toISOString() }, z.array(membership));
}

/**
 * Ends a role of one's own, and what is owed in it. `last`: the last administrator stays; `over`: it is not theirs, or has
 * ended before.
 */
export async function leaveRole(
  store: Store,
  id: number,
  person: number,
  now: Date,
): Promise<'left' | 'last' | 'over'> {
  const args = { p_membership: id, p_person: person, p_at: now.toISOString() };
  return (await store.call('leave_role', args, z.object({ is: z.enum(['left', 'last', 'over']) }))).is;
}

const member = z.object({
  /** Of the membership: one person can have several. */
  id: z.number(),
  person: z.number(),
  name: z.string().nullable(),
  role: z.string(),
  project: z.number().nullable(),
});
/** Somebody in an organisation, in one of their roles there. */
export type Member = z.infer<typeof member>;

/** The people of an organisation in these roles now; `after` is the last membership of the page before. 100 at most. */
export function membersOf(
  store: Store,
  organisation: number,
  roles: readonly string[],
  page: { after: number; limit: number },
  now: Date,
): Promise<Member[]> {
  const args = {
    p_organisation: organisation,
    p_roles: roles,
    p_after: page.after,
    p_limit: page.limit,
    p_at: now.toISOString(),
  };
  return store.call('members_of', args, z.array(member));
}

/** One of them; null: that role has ended, or is held in another organisation. */
export function readMember(store: Store, id: number, organisation: number, now: Date): Promise<Member | null> {
  const args = { p_membership: id, p_organisation: organisation, p_at: now.toISOString() };
  return store.call('read_member', args, member.nullable());
}
