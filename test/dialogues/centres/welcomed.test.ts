import { afterAll, beforeAll, expect, test } from 'vitest';
import { issueInvitation } from '../../../src/store/invitations.ts';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { comesByLink, newcomer, presses, say, story } from '../people/scene.ts';
import { organisationOf } from '../roles/scene.ts';
import { centreOf, labelStage } from './scene.ts';

let stage: Stage;
let centre: number;
let next = 0;
beforeAll(async () => {
  stage = await labelStage();
  centre = await centreOf(stage, { name: 'Abai <YRC>' });
});
afterAll(() => stage.close());

/** Somebody of age comes by a link to a role there. */
async function invited(role: string, organisation: number): Promise<Person> {
  const by = { issuedBy: null, uses: 1, days: 30 };
  const code = await issueInvitation(
    stage.database.store,
    { kind: 'role', role, organisation },
    by,
    stage.running.birge.now(),
  );
  const person = await newcomer(stage, { id: (next += 1), name: 'Aigul' });
  await comesByLink(person, code, 'Aigul Serik');
  return person;
}

test('whoever comes by a link to a youth centre hears which one, and is one press away from it', async () => {
  const person = await invited('staff', centre);
  await presses(person, `jb:c:${centre}`);
  expect(story(person, 0)).toContain(
    `Welcome! Your role now: ${say('role-staff')}.\n  You have been invited to the centre: Abai <YRC>.\n  [${say('jb-ctr-open')}]`,
  );
  expect(person.last().text).toContain('Abai <YRC>');
  expect(person.last().buttons.flat()).toContain(say('jb-ctr-assess'));
});

test('in a centre that nobody has described yet the button says whom to ask', async () => {
  const bare = await organisationOf(stage, 'youth-centre', 'Bare YRC');
  const person = await invited('expert', bare);
  await presses(person, `jb:c:${bare}`);
  expect(person.last().text).toBe(say('jb-ctr-wait-for-head'));
});

test('in any other organisation there is no centre to open', async () => {
  const school = await organisationOf(stage, 'mobility-centre', 'Mobility');
  const person = await invited('coordinator', school);
  expect(story(person, 0)).not.toContain(say('jb-ctr-open'));
  expect(story(person, 0)).toContain(`Welcome! Your role now: ${say('role-coordinator')}.`);
});
