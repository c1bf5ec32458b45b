import type { Role } from '../store/talks.ts';

/** What somebody may do to others' things. One's own things need no right. */
export type Action =
  | 'read-submission'
  | 'record-paper-consent'
  | 'make-organisation'
  | 'make-project'
  | 'invite-coordinator'
  | 'invite-volunteer';

/** How far a right goes, seen from the place where the role is held. */
export type Reach =
  /** The project of the role, or all projects of its organisation if the role names none. */
  | 'project'
  /** Everything of the role's organisation and of those below it; a role within one project does not have it. */
  | 'below'
  | 'all';

/** Every right there is. What does not stand here is refused. */
export const rights: readonly { role: string; action: Action; reach: Reach }[] = [
  { role: 'administrator', action: 'read-submission', reach: 'all' },
  { role: 'administrator', action: 'record-paper-consent', reach: 'all' },
  { role: 'administrator', action: 'make-organisation', reach: 'all' },
  { role: 'administrator', action: 'make-project', reach: 'all' },
  { role: 'administrator', action: 'invite-coordinator', reach: 'all' },
  { role: 'administrator', action: 'invite-volunteer', reach: 'all' },
  { role: 'coordinator', action: 'read-submission', reach: 'project' },
  // Whose paper it is shows the link that the child hands over; no organisation owns a child.
  { role: 'coordinator', action: 'record-paper-consent', reach: 'all' },
  { role: 'coordinator', action: 'make-project', reach: 'below' },
  { role: 'coordinator', action: 'invite-coordinator', reach: 'below' },
  { role: 'coordinator', action: 'invite-volunteer', reach: 'project' },
];

/** Where something is: its organisation with all above it, and its project if it has one. Empty: nowhere in particular. */
export interface Place {
  organisations: readonly number[];
  project?: number | undefined;
}

/** May somebody with these roles do this there? */
export function may(roles: readonly Role[], action: Action, place: Place): boolean {
  return roles.some((held) =>
    rights.some((right) => right.role === held.role && right.action === action && reaches(held, right.reach, place)),
  );
}

/** Is there anywhere where they may? For what a menu offers; the act itself asks `may`. */
export function maySomewhere(roles: readonly Role[], action: Action): boolean {
  const { all, organisations, projects } = scopeOf(roles, action);
  return all || organisations.length > 0 || projects.length > 0;
}

/** The part of the tree in which they may, for lists; every single thing in a list is checked by `may` when it opens. */
export function scopeOf(
  roles: readonly Role[],
  action: Action,
): { all: boolean; organisations: number[]; projects: number[] } {
  const scope = { all: false, organisations: [] as number[], projects: [] as number[] };
  for (const held of roles) {
    for (const right of rights) {
      if (right.role !== held.role || right.action !== action) continue;
      if (right.reach === 'all') scope.all = true;
      else if (held.project === null) scope.organisations.push(held.organisation);
      else if (right.reach === 'project') scope.projects.push(held.project);
    }
  }
  return scope;
}

function reaches(held: Role, reach: Reach, place: Place): boolean {
  switch (reach) {
    case 'all':
      return true;
    case 'below':
      return held.project === null && place.organisations.includes(held.organisation);
    case 'project':
      if (held.project !== null) return held.project === place.project;
      return place.organisations.includes(held.organisation);
  }
}
