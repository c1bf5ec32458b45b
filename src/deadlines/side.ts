import { may, maySomewhere } from '../access/rights.ts';
import type { Action } from '../access/rights.ts';
import { today } from '../context.ts';
import type { Birge } from '../context.ts';
import { menteesOf } from '../store/deadlines.ts';
import type { Obligation } from '../store/deadlines.ts';
import { placeOf } from '../store/organisations.ts';
import type { Role } from '../store/talks.ts';

/** From which side somebody looks at an obligation. */
export type Side = 'owner' | 'overseer';

/** Somebody with the roles they hold today. */
export interface Onlooker {
  person: number;
  roles: readonly Role[];
}

/**
 * The side from which somebody may do this; undefined: it is none of their business. Whoever holds the role for an
 * organisation owes what it owes.
 */
export async function sideOf(
  birge: Birge,
  { person, roles }: Onlooker,
  obligation: Obligation,
  action: Extract<Action, 'see-deadlines' | 'settle-deadline'>,
): Promise<Side | undefined> {
  // A step of a centre's plan is no more one's own when one has left the centre, also one that is done.
  const theirs = owes(birge, { person, roles }, obligation);
  if (theirs && (obligation.subject === null || (await worksThere(birge, roles, obligation)))) return 'owner';
  if (!maySomewhere(roles, action)) return undefined;
  const { organisation, project } = obligation;
  const place =
    organisation === null ? { organisations: [] } : await placeOf(birge.store, organisation, project ?? undefined);
  if (may(roles, action, place)) return 'overseer';
  const assigned =
    obligation.person !== null && (await menteesOf(birge.store, person, today(birge))).includes(obligation.person);
  return may(roles, action, { ...place, assigned }) ? 'overseer' : undefined;
}

function owes({ calendar }: Birge, { person, roles }: Onlooker, obligation: Obligation): boolean {
  if (obligation.owned === 'person') return obligation.person === person;
  const owing = calendar.kinds.get(obligation.kind)?.owes.role;
  return roles.some(
    ({ role, organisation, project }) => role === owing && organisation === obligation.organisation && project === null,
  );
}

async function worksThere({ store }: Birge, roles: readonly Role[], { organisation }: Obligation): Promise<boolean> {
  if (organisation === null) return false;
  const { organisations } = await placeOf(store, organisation);
  return may(roles, 'work-on-label', { organisations, organisation });
}
