import type { Role } from '../store/talks.ts';
import { invitedRoles } from './roles.ts';
import type { InvitedRole } from './roles.ts';

/** What somebody may do to others' things. One's own things need no right. */
export type Action =
  | 'read-submission'
  | 'record-paper-consent'
  | 'make-organisation'
  | 'make-project'
  | `invite-${InvitedRole}`
  | 'record-event'
  | 'see-status'
  | 'link-whatsapp'
  | 'see-deadlines'
  | 'settle-deadline'
  /** Announcing, linking groups, and agreeing to others' announcements. */
  | 'announce'
  /** A centre's own work on the quality label: its assessment, action plan and application. */
  | 'work-on-label'
  /** Assessing a centre as an expert, apart from what the centre says of itself. */
  | 'assess-as-expert'
  /** Reading a centre's assessments, plan and way through the programme. */
  | 'see-label-work'
  /** Agreeing that other centres may read a centre's good practice; correcting what is known of the centre. */
  | 'describe-centre'
  /** The register of centres: confirming them, and what was decided on the label. */
  | 'keep-label-register'
  /** Seeing a project's candidates, and accepting, returning or declining their questionnaires. */
  | 'choose-volunteers'
  /** A volunteer's card: agreement, leaving, diary as far as it is of the project, reports, skills. */
  | 'look-after-volunteers'
  /** Papers that are asked of whoever works with children. */
  | 'see-papers'
  /** Which topics a project's safety briefing has. */
  | 'choose-briefing'
  /** Confirming the hours of the diary. */
  | 'confirm-hours'
  /** Certificates and letters. */
  | 'thank-volunteers'
  /** The questions that an organisation answers before it takes volunteers. */
  | 'prepare-project'
  /** Correcting the list of organisations where volunteers can go. */
  | 'keep-places';

/** How far a right goes, seen from the place where the role is held. */
export type Reach =
  /** The project of the role, or all projects of its organisation if the role names none. */
  | 'project'
  /** Everything of the role's organisation and of those below it; a role within one project does not have it. */
  | 'below'
  /** Only the role's organisation itself. */
  | 'organisation'
  /** The people whose mentor one is. */
  | 'assigned'
  | 'all';

interface Right {
  role: string;
  action: Action;
  reach: Reach;
}

/** Who looks after others' deadlines: they see them, and may say that something is done. */
const overseers: readonly { role: string; reach: Reach }[] = [
  { role: 'administrator', reach: 'all' },
  { role: 'coordinator', reach: 'project' },
  { role: 'head', reach: 'below' },
  { role: 'leader', reach: 'below' },
  { role: 'office', reach: 'below' },
  { role: 'trainer', reach: 'below' },
  { role: 'mentor', reach: 'assigned' },
];

/** Who announces, and how far: to groups and people of their own part of the tree. */
const announcers: readonly { role: string; reach: Reach }[] = [
  { role: 'administrator', reach: 'all' },
  { role: 'coordinator', reach: 'project' },
  { role: 'head', reach: 'below' },
  { role: 'office', reach: 'below' },
  { role: 'leader', reach: 'below' },
];

/** Who works on the quality label of their own centre. */
const centreWorkers = ['head', 'coordinator', 'staff'];

/** What an administrator sees to wherever it is, a coordinator where they coordinate. */
const projectActions = ['choose-volunteers', 'choose-briefing', 'prepare-project'] as const;
/** What only those see and do who work with the volunteers themselves. */
const coordinatorActions = ['look-after-volunteers', 'see-papers', 'confirm-hours', 'thank-volunteers'] as const;

/** Who gives which roles, and how far: nobody gives one outside of their own reach. */
const givers: readonly { role: string; reach: Reach; gives: readonly InvitedRole[] }[] = [
  { role: 'administrator', reach: 'all', gives: invitedRoles },
  { role: 'coordinator', reach: 'project', gives: ['volunteer'] },
  {
    role: 'coordinator',
    reach: 'below',
    gives: ['coordinator', 'head', 'staff', 'worker', 'mentor', 'trainer', 'leader', 'deputy'],
  },
  // A centre does not choose who assesses it: experts come by administrators alone.
  {
    role: 'head',
    reach: 'below',
    gives: ['coordinator', 'office', 'staff', 'worker', 'mentor', 'trainer', 'leader', 'deputy'],
  },
  { role: 'leader', reach: 'below', gives: ['deputy'] },
];

/** Every right there is. What does not stand here is refused. */
export const rights: readonly Right[] = [
  { role: 'administrator', action: 'read-submission', reach: 'all' },
  { role: 'administrator', action: 'record-paper-consent', reach: 'all' },
  { role: 'administrator', action: 'make-organisation', reach: 'all' },
  { role: 'administrator', action: 'make-project', reach: 'all' },
  { role: 'administrator', action: 'see-status', reach: 'all' },
  { role: 'administrator', action: 'link-whatsapp', reach: 'all' },
  { role: 'coordinator', action: 'read-submission', reach: 'project' },
  // Whose paper it is shows the link that the child hands over; no organisation owns a child.
  { role: 'coordinator', action: 'record-paper-consent', reach: 'all' },
  { role: 'coordinator', action: 'make-project', reach: 'below' },
  ...overseers.map((held): Right => ({ ...held, action: 'see-deadlines' })),
  ...overseers.map((held): Right => ({ ...held, action: 'settle-deadline' })),
  ...announcers.map((held): Right => ({ ...held, action: 'announce' })),
  ...centreWorkers.map((role): Right => ({ role, action: 'work-on-label', reach: 'organisation' })),
  ...centreWorkers.map((role): Right => ({ role, action: 'see-label-work', reach: 'organisation' })),
  // A regional centre coordinates those below it (jastar-belgisi-quality-label, criterion 8).
  { role: 'head', action: 'see-label-work', reach: 'below' },
  { role: 'coordinator', action: 'see-label-work', reach: 'below' },
  { role: 'administrator', action: 'see-label-work', reach: 'all' },
  { role: 'expert', action: 'assess-as-expert', reach: 'organisation' },
  { role: 'expert', action: 'see-label-work', reach: 'organisation' },
  { role: 'head', action: 'describe-centre', reach: 'organisation' },
  { role: 'coordinator', action: 'describe-centre', reach: 'organisation' },
  { role: 'administrator', action: 'describe-centre', reach: 'all' },
  { role: 'administrator', action: 'keep-label-register', reach: 'all' },
  ...projectActions.map((action): Right => ({ role: 'administrator', action, reach: 'all' })),
  ...[...projectActions, ...coordinatorActions].map((action): Right => ({
    role: 'coordinator',
    action,
    reach: 'project',
  })),
  // The list is everybody's; whoever knows better corrects it.
  { role: 'administrator', action: 'keep-places', reach: 'all' },
  { role: 'coordinator', action: 'keep-places', reach: 'all' },
  // Which events each of them records stands in `content/calendar.yaml`.
  ...overseers.map((held): Right => ({ ...held, action: 'record-event' })),
  ...givers.flatMap(({ role, reach, gives }) =>
    gives.map((given): Right => ({ role, action: `invite-${given}`, reach })),
  ),
];

/** Where something is: its organisation with all above it, and its project if it has one. Empty: nowhere in particular. */
export interface Place {
  organisations: readonly number[];
  /** The organisation itself; left out where nothing hangs on it alone. */
  organisation?: number;
  project?: number | undefined;
  /** It belongs to somebody whose mentor the one who asks is. */
  assigned?: boolean;
}

/** The part of the tree in which somebody may do something. */
export interface Reached {
  all: boolean;
  organisations: number[];
  /** Of these organisations only what is their own. */
  alone: number[];
  projects: number[];
  /** Also with the people whose mentor they are. */
  assigned: boolean;
}

/** May somebody with these roles do this there? */
export function may(roles: readonly Role[], action: Action, place: Place): boolean {
  return roles.some((held) =>
    rights.some((right) => right.role === held.role && right.action === action && reaches(held, right.reach, place)),
  );
}

/** Is there anywhere where they may do one of these? For what a menu offers; the act itself asks `may`. */
export function maySomewhere(roles: readonly Role[], ...actions: Action[]): boolean {
  const { all, organisations, alone, projects, assigned } = scopeOf(roles, ...actions);
  return all || assigned || organisations.length > 0 || alone.length > 0 || projects.length > 0;
}

/**
 * The part of the tree in which they may do one of these, for lists; every single thing in a list is checked by `may`
 * when it opens.
 */
export function scopeOf(roles: readonly Role[], ...actions: Action[]): Reached {
  const scope: Reached = { all: false, organisations: [], alone: [], projects: [], assigned: false };
  for (const held of roles) {
    for (const right of rights) {
      if (right.role !== held.role || !actions.includes(right.action)) continue;
      if (right.reach === 'all') scope.all = true;
      else if (right.reach === 'assigned') scope.assigned = true;
      else if (right.reach === 'organisation') {
        if (held.project === null) scope.alone.push(held.organisation);
      } else if (held.project === null) scope.organisations.push(held.organisation);
      else if (right.reach === 'project') scope.projects.push(held.project);
    }
  }
  return scope;
}

/** The roles that have this right in their own organisation: whoever holds one of them there fills in its forms. */
export const rolesFor = (action: Action): string[] =>
  rights.filter((right) => right.action === action && right.reach === 'organisation').map(({ role }) => role);

function reaches(held: Role, reach: Reach, place: Place): boolean {
  switch (reach) {
    case 'all':
      return true;
    case 'assigned':
      return place.assigned === true;
    case 'below':
      return held.project === null && place.organisations.includes(held.organisation);
    case 'organisation':
      return held.project === null && held.organisation === place.organisation;
    case 'project':
      if (held.project !== null) return held.project === place.project;
      return place.organisations.includes(held.organisation);
  }
}
