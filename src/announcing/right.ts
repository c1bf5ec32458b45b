import { may, rights } from '../access/rights.ts';
import type { Place } from '../access/rights.ts';
import type { Birge } from '../context.ts';
import { noteAudit } from '../store/people.ts';
import type { Role } from '../store/talks.ts';

/** What somebody wanted to announce with; an organisation 0: none in particular. */
export interface AnnouncingSubject {
  kind: 'campaign' | 'organisation' | 'group';
  id: number;
}

/** Somebody with their roles, as a talk knows them. */
export interface Announcer {
  person: { id: number } | null;
  roles: readonly Role[];
}

/** May they announce there? A refusal is written to the audit; whoever asks says so to the person. */
export async function mayAnnounce(
  birge: Birge,
  { person, roles }: Announcer,
  place: Place,
  subject: AnnouncingSubject,
): Promise<boolean> {
  if (may(roles, 'announce', place)) return true;
  await noteAudit(birge.store, { person: person?.id ?? null, action: 'refused-announce', subject }, birge.now());
  return false;
}

/** The roles that announce somewhere: among those who hold one is whoever may agree to somebody else's announcement. */
export const announcingRoles: readonly string[] = rights
  .filter(({ action }) => action === 'announce')
  .map(({ role }) => role);
