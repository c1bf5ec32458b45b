import { join } from 'node:path';
import { expect, test } from 'vitest';
import { kindMeant, parentsOf } from '../../src/access/kinds.ts';
import { invitedRoles, rolesIn, termsOf } from '../../src/access/roles.ts';
import { loadCalendar } from '../../src/calendar/load.ts';
import { opens } from '../../src/deadlines/opens.ts';
import { loadForms } from '../../src/forms/index.ts';
import { organisationKinds } from '../../src/rules/roles.ts';

const content = join(import.meta.dirname, '../../content');
const forms = loadForms(join(content, 'forms'));
const calendar = loadCalendar(join(content, 'calendar.yaml'), {
  opens,
  forms: new Set(forms.keys()),
});

/** A kind of organisation with all kinds that can stand above it. */
const upwards = (kind: string, seen: string[] = []): string[] =>
  seen.includes(kind) ? seen : parentsOf(kind).reduce((all, parent) => upwards(parent, all), [...seen, kind]);

test('whoever owes something can be invited to where it is owed', () => {
  const missing = [...calendar.kinds.values()].flatMap(({ id, owes }) =>
    owes.at.flatMap((kind) =>
      rolesIn(kind).some((role) => role === owes.role) ? [] : [`${id}: ${owes.role} at ${kind}`],
    ),
  );
  expect(missing).toEqual([]);
});

test('whoever is told when it slips can be invited there or above', () => {
  const missing = [...calendar.kinds.values()].flatMap(({ id, owes, slips, list }) =>
    owes.at.flatMap((kind) =>
      [...(slips?.tell ?? []), ...(list?.tell ?? [])]
        // Administrators come by a link that no organisation gives.
        .filter((role) => role !== 'administrator')
        .filter((role) => !upwards(kind).some((above) => rolesIn(above).some((one) => one === role)))
        .map((role) => `${id}: ${role} at ${kind}`),
    ),
  );
  expect(missing).toEqual([]);
});

test('every kind of organisation can be added, with the programme it belongs to', () => {
  const question = forms.get('new-organisation')?.questions.find(({ id }) => id === 'kind');
  const options = question && 'options' in question && Array.isArray(question.options) ? question.options : [];
  const meant = options.map(({ code }: { code: string }) => kindMeant(code));
  expect(meant.map(({ kind }) => kind)).toEqual([...organisationKinds]);
  expect(meant.map(({ programme }) => programme)).toEqual([
    ...['volunteers', 'label', 'mobility', 'mobility', 'union', 'union', 'pupils', 'pupils'],
  ]);
  expect([kindMeant(undefined).kind, kindMeant('toString').kind]).toEqual([
    'volunteer-organisation',
    'volunteer-organisation',
  ]);
});

test('every role belongs somewhere, and none to what is no kind', () => {
  expect(invitedRoles.filter((role) => !organisationKinds.some((kind) => rolesIn(kind).includes(role)))).toEqual([]);
  expect(['platform', 'toString', ''].map(rolesIn).map((roles) => [...roles])).toEqual([[], [], []]);
});

test('a link to a role that sees what others owe serves one person', () => {
  const forMany = invitedRoles.filter((role) => termsOf(role).uses > 1);
  expect(forMany).toEqual(['staff', 'worker', 'volunteer']);
});
