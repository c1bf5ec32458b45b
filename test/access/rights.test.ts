import { expect, test } from 'vitest';
import { may, maySomewhere, rights, scopeOf } from '../../src/access/rights.ts';
import type { Action, Place } from '../../src/access/rights.ts';
import { roles } from '../../src/rules/roles.ts';
import type { Role } from '../../src/store/talks.ts';

/**
 * Two regions. Region 1 has organisation 10 with projects 101 and 102; below it lies organisation 11 with project 111.
 * Beside it organisation 20 with project 201. Region 2 has organisation 30 with project 301. All under the platform 9.
 */
const places: Record<string, Place> = {
  'own project': { organisations: [9, 1, 10], project: 101 },
  'sister project': { organisations: [9, 1, 10], project: 102 },
  'own organisation': { organisations: [9, 1, 10], organisation: 10 },
  'project below': { organisations: [9, 1, 10, 11], project: 111 },
  'organisation below': { organisations: [9, 1, 10, 11], organisation: 11 },
  'organisation above': { organisations: [9, 1], organisation: 1 },
  'project beside': { organisations: [9, 1, 20], project: 201 },
  'organisation beside': { organisations: [9, 1, 20], organisation: 20 },
  'project far away': { organisations: [9, 2, 30], project: 301 },
  platform: { organisations: [9], organisation: 9 },
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
const butOwnOrganisation = everywhere.filter((name) => name !== 'own organisation');

/** What each action is refused, for all actions together. */
const refusals = (roles: Role[]) => Object.fromEntries(actions.map((action) => [action, refused(roles, action)]));
const all = <Refusal>(names: readonly Action[], refusal: Refusal) =>
  Object.fromEntries(names.map((action) => [action, refusal]));
const overseeing = ['see-deadlines', 'settle-deadline', 'record-event'] as const;
const leading = ['announce', ...overseeing] as const;
/** What is done for a project's volunteers: the first ones by administrators, too. */
const choosing = ['choose-volunteers', 'choose-briefing', 'prepare-project'] as const;
const caring = ['look-after-volunteers', 'see-papers', 'confirm-hours', 'thank-volunteers'] as const;

test("a coordinator of an organisation is refused from the organisation's edge on", () => {
  expect(refusals(holds('coordinator', 10))).toEqual({
    ...all(actions, abroad),
    // Neither a child's paper nor the list of where to go lies anywhere.
    ...all(['record-paper-consent', 'keep-places'], []),
    ...all(['make-organisation', 'see-status', 'link-whatsapp', 'invite-office', 'invite-expert'], everywhere),
    ...all(['assess-as-expert', 'keep-label-register'], everywhere),
    ...all(['work-on-label', 'describe-centre'], butOwnOrganisation),
  });
});

test('a coordinator of one project is refused at the sister project already', () => {
  expect(refusals(holds('coordinator', 10, 101))).toEqual({
    ...all(actions, everywhere),
    ...all(['record-paper-consent', 'keep-places'], []),
    ...all(['read-submission', 'invite-volunteer', ...leading, ...choosing, ...caring], butOwnProject),
  });
});

test('a head is refused outside, and gives neither the own role nor that of those who assess', () => {
  const gives = ['coordinator', 'office', 'staff', 'worker', 'mentor', 'trainer', 'leader', 'deputy'] as const;
  expect(refusals(holds('head', 10))).toEqual({
    ...all(actions, everywhere),
    ...all([...gives.map((role) => `invite-${role}` as const), ...leading, 'see-label-work'], abroad),
    ...all(['work-on-label', 'describe-centre'], butOwnOrganisation),
  });
  expect(refusals(holds('head', 10, 101))).toEqual(all(actions, everywhere));
});

test('a leader is refused everything but the own team, and gives the role of a deputy alone', () => {
  expect(refusals(holds('leader', 10))).toEqual({
    ...all(actions, everywhere),
    ...all(['invite-deputy', ...leading], abroad),
  });
});

test("the union's office and a trainer look after people and give no role; a trainer announces nothing", () => {
  expect(refusals(holds('office', 10))).toEqual({ ...all(actions, everywhere), ...all([...leading], abroad) });
  expect(refusals(holds('trainer', 10))).toEqual({ ...all(actions, everywhere), ...all([...overseeing], abroad) });
});

test('a mentor is refused whoever is not in their care, also at home', () => {
  expect(refusals(holds('mentor', 10))).toEqual(all(actions, everywhere));
  const inCare = (action: Action) => may(holds('mentor', 10), action, { organisations: [30], assigned: true });
  expect(actions.filter(inCare)).toEqual([...overseeing]);
});

test("staff work on their own centre's label, an expert assesses it; neither sees another centre, above or below", () => {
  expect(refusals(holds('staff', 10))).toEqual({
    ...all(actions, everywhere),
    ...all(['work-on-label', 'see-label-work'], butOwnOrganisation),
  });
  expect(refusals(holds('expert', 10))).toEqual({
    ...all(actions, everywhere),
    ...all(['assess-as-expert', 'see-label-work'], butOwnOrganisation),
  });
  for (const role of ['staff', 'expert']) expect(refusals(holds(role, 10, 101))).toEqual(all(actions, everywhere));
});

test("an administrator does not work in the centres, nor assesses them, nor sees a volunteer's papers, hours and diary", () => {
  const administrator = holds('administrator', 9);
  const theirs = ['work-on-label', 'assess-as-expert'] as const;
  expect(refusals(administrator)).toEqual({
    ...all(actions, []),
    ...all([...theirs, ...caring], everywhere),
  });
});

/** Every role that a membership can have and that has no rights over others. */
const others = 'volunteer worker deputy'.split(' ');

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
  const tested = 'administrator coordinator head leader office trainer mentor staff expert'.split(' ');
  expect(roles.filter((role) => ![...tested, ...others].includes(role))).toEqual([]);
  expect(rights.filter(({ role }) => !tested.includes(role))).toEqual([]);
  const held = Object.fromEntries(tested.map((role) => [role, holds(role, 10)]));
  const open = rights.filter(
    ({ role, action, reach }) => reach !== 'all' && refused(held[role] ?? [], action).length === 0,
  );
  expect(open).toEqual([]);
});

test('a list shows no place that the single thing would refuse', () => {
  const heads = [
    ...[holds('administrator', 9), holds('coordinator', 10), holds('coordinator', 10, 101), holds('coordinator', 1)],
    ...roles.map((role) => holds(role, 10)),
  ];
  for (const held of heads) {
    for (const action of actions) {
      const { all: whole, organisations, alone, projects, assigned } = scopeOf(held, action);
      const listed = Object.entries(places).flatMap(([name, place]) => {
        const inside =
          organisations.some((one) => place.organisations.includes(one)) || alone.includes(place.organisation ?? 0);
        return whole || inside || projects.includes(place.project ?? 0) ? [name] : [];
      });
      expect(listed).toEqual(everywhere.filter((name) => !refused(held, action).includes(name)));
      expect(maySomewhere(held, action)).toBe(assigned || listed.length > 0);
    }
  }
});
