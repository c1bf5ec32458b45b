import { expect, test } from 'vitest';
import { may, maySomewhere, rights, scopeOf } from '../../src/access/rights.ts';
import type { Action, Place } from '../../src/access/rights.ts';
import type { Role } from '../../src/store/talks.ts';

/**
 * Two regions. Region 1 has organisation 10 with projects 101 and 102; below it lies organisation 11 with project 111.
 * Beside it organisation 20 with project 201. Region 2 has organisation 30 with project 301. All under the platform 9.
 */
const places: Record<string, Place> = {
  'own project': { organisations: [9, 1, 10], project: 101 },
  'sister project': { organisations: [9, 1, 10], project: 102 },
  'own organisation': { organisations: [9, 1, 10] },
  'project below': { organisations: [9, 1, 10, 11], project: 111 },
  'organisation below': { organisations: [9, 1, 10, 11] },
  'organisation above': { organisations: [9, 1] },
  'project beside': { organisations: [9, 1, 20], project: 201 },
  'organisation beside': { organisations: [9, 1, 20] },
  'project far away': { organisations: [9, 2, 30], project: 301 },
  platform: { organisations: [9] },
  'nowhere in particular': { organisations: [] },
};
const actions = [...new Set(rights.map(({ action }) => action))];

const holds = (role: string, organisation: number, project: number | null = null): Role[] => [
  { role, organisation, project, programme: 'volunteers' },
];

/** The places where it is refused, from the nearest to the farthest. */
const refused = (roles: Role[], action: Action) =>
  Object.entries(places).flatMap(([name, place]) => (may(roles, action, place) ? [] : [name]));

const everywhere = Object.keys(places);
const outside = ['organisation above', 'project beside', 'organisation beside', 'project far away'];
const abroad = [...outside, 'platform', 'nowhere in particular'];
const butOwnProject = everywhere.filter((name) => name !== 'own project');

test("a coordinator of an organisation is refused from the organisation's edge on", () => {
  const coordinator = holds('coordinator', 10);
  expect(Object.fromEntries(actions.map((action) => [action, refused(coordinator, action)]))).toEqual({
    'read-submission': abroad,
    'record-paper-consent': [],
    'make-organisation': everywhere,
    'make-project': abroad,
    'invite-coordinator': abroad,
    'invite-volunteer': abroad,
  });
});

test('a coordinator of one project is refused at the sister project already', () => {
  const coordinator = holds('coordinator', 10, 101);
  expect(Object.fromEntries(actions.map((action) => [action, refused(coordinator, action)]))).toEqual({
    'read-submission': butOwnProject,
    'record-paper-consent': [],
    'make-organisation': everywhere,
    'make-project': everywhere,
    'invite-coordinator': everywhere,
    'invite-volunteer': butOwnProject,
  });
});

test('an administrator is refused nothing that is in the table', () => {
  const administrator = holds('administrator', 9);
  expect(actions.flatMap((action) => refused(administrator, action))).toEqual([]);
});

/** Every role that a membership can have, see the migration of organisations. */
const others = 'volunteer head staff worker mentor trainer expert office leader deputy'.split(' ');

test('every other role, an unknown one and none at all are refused everything, also at home', () => {
  for (const role of [...others, 'Coordinator', 'admin', '']) {
    for (const held of [holds(role, 9), holds(role, 10), holds(role, 10, 101)]) {
      expect(actions.map((action) => [action, refused(held, action)])).toEqual(
        actions.map((action) => [action, everywhere]),
      );
      expect(actions.filter((action) => maySomewhere(held, action))).toEqual([]);
    }
  }
  expect(actions.flatMap((action) => (may([], action, { organisations: [10], project: 101 }) ? [action] : []))).toEqual(
    [],
  );
});

test('roles add up, and none lends its place to another', () => {
  const both = [...holds('coordinator', 10, 101), ...holds('volunteer', 20), ...holds('mentor', 30, 301)];
  expect(refused(both, 'read-submission')).toEqual(butOwnProject);
});

test('a project of the same number in the place of a role is what counts, not an organisation of that number', () => {
  const ofProject = holds('coordinator', 10, 20);
  expect(may(ofProject, 'read-submission', { organisations: [20] })).toBe(false);
  const ofOrganisation = holds('coordinator', 101);
  expect(may(ofOrganisation, 'read-submission', { organisations: [10], project: 101 })).toBe(false);
});

test('every role and reach of the table is refused somewhere above, or reaches everything', () => {
  const tested = new Set(['administrator', 'coordinator', ...others]);
  expect(rights.filter(({ role }) => !tested.has(role))).toEqual([]);
  const held: Record<string, Role[]> = {
    coordinator: holds('coordinator', 10, 101),
    administrator: holds('administrator', 9),
  };
  const open = rights.filter(
    ({ role, action, reach }) => reach !== 'all' && refused(held[role] ?? [], action).length === 0,
  );
  expect(open).toEqual([]);
});

test('a list shows no place that the single thing would refuse', () => {
  const heads = [
    ...[holds('administrator', 9), holds('coordinator', 10), holds('coordinator', 10, 101), holds('coordinator', 1)],
    ...others.map((role) => holds(role, 10)),
  ];
  for (const roles of heads) {
    for (const action of actions) {
      const { all, organisations, projects } = scopeOf(roles, action);
      const listed = Object.entries(places).flatMap(([name, place]) => {
        const inside = organisations.some((one) => place.organisations.includes(one));
        return all || inside || projects.includes(place.project ?? 0) ? [name] : [];
      });
      expect(listed).toEqual(everywhere.filter((name) => !refused(roles, action).includes(name)));
      expect(maySomewhere(roles, action)).toBe(listed.length > 0);
    }
  }
});
