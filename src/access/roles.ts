/** The roles that a link can give. Administrators come by a link of `npm run admin`. */
export const invitedRoles = [
  'coordinator',
  'head',
  'office',
  'staff',
  'worker',
  'mentor',
  'trainer',
  'expert',
  'leader',
  'deputy',
  'volunteer',
] as const;
export type InvitedRole = (typeof invitedRoles)[number];

/** The rights to give them. */
export const inviting = invitedRoles.map((role) => `invite-${role}` as const);

/** Is it a role that a link can give? */
export const isInvited = (role: string): role is InvitedRole => invitedRoles.some((one) => one === role);

/**
 * The roles that an organisation of each kind has, in the order in which they are offered. Volunteers belong to a project.
 * Heads, mentors and internal trainers of mobility and career centres are workers too (mobility-centre-workers-cpd-rules,
 * items 2(2), 2(12), 2(13)) and hold that role beside their own.
 */
const offered = new Map<string, readonly InvitedRole[]>([
  ['volunteer-organisation', ['coordinator', 'volunteer']],
  ['youth-centre', ['head', 'coordinator', 'staff', 'expert']],
  ['mobility-centre', ['head', 'coordinator', 'worker', 'mentor', 'trainer']],
  ['career-centre', ['head', 'coordinator', 'worker', 'mentor', 'trainer']],
  ['union', ['head', 'office']],
  ['union-member', ['head']],
  ['movement', ['head', 'coordinator', 'leader']],
  ['movement-team', ['leader', 'deputy']],
]);

/** The roles that an organisation of this kind has; none for the platform itself. */
export const rolesIn = (kind: string): readonly InvitedRole[] => offered.get(kind) ?? [];

/** How long a link serves, in days, and how many people. */
interface Terms {
  days: number;
  uses: number;
}

/** Whoever sees what others owe comes by a link of their own: one that is passed on lets nobody else in. */
const personal: Terms = { days: 14, uses: 1 };
const forMany: Terms = { days: 30, uses: 100 };

/** The terms of a link that gives this role. */
export const termsOf = (role: InvitedRole): Terms =>
  role === 'volunteer' || role === 'staff' || role === 'worker' ? forMany : personal;
