import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage } from '../../support/dialogue.ts';
import type { Stage } from '../../support/dialogue.ts';
import { fromHere, knownPerson, meaning, opens, said, screen, stored, testForm } from '../../support/filling.ts';

const trip = testForm('dialogues/filling/trip.yaml');

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ forms: [trip] });
});
afterAll(() => stage.close());

/** What was said, with the chance of the error's number taken out. */
const told = (text: string) => text.replaceAll(/\b[0-9a-f]{8}\b/g, 'NUMBER');

test('a handler that breaks says so with a number, and "Continue" goes on where the person was', async () => {
  const person = await knownPerson(stage, 801, 'Dana');
  await opens(person);
  await person.says('Dana');
  fromHere(person);
  await stage.database.sql`alter function save_answer rename to save_answer_gone`;
  await person.presses(meaning('no'));
  await stage.database.sql`alter function save_answer_gone rename to save_answer`;
  const [error = ''] = stage.errors.splice(0);
  const { id, msg } = JSON.parse(error) as { id: string; msg: string };
  expect(msg).toBe('an update broke its handler');
  expect(said(person)).toContain(id);
  await person.presses(meaning('go:on'));
  await person.presses(meaning('no'));
  expect(told(said(person))).toMatchInlineSnapshot(`
    "Dana: [No]
    Birge: Something went wrong, but your answers so far are kept. Choose “Continue”. If it happens again, give this number: NUMBER
      [Continue]
    Dana: [Continue]
    Birge: 2 / 4

      Do you drive?
      [Yes] [No]
      [Back] [Later]
    Dana: [No]
    Birge: ✓ No

      3 / 4

      What will you bring?
      [A tent]
      [Food]
      [Something else]
      [Back] [Later]"
  `);
  expect(await stored(stage, person)).toEqual({ name: 'Dana', drives: false });
});

test('nothing that a person wrote stands in the log of an error', async () => {
  const person = await knownPerson(stage, 802, 'Aru');
  await opens(person);
  await stage.database.sql`alter function save_answer rename to save_answer_gone`;
  await person.says('Quite Private Name');
  await stage.database.sql`alter function save_answer_gone rename to save_answer`;
  const errors = stage.errors.splice(0);
  expect(errors).toHaveLength(1);
  expect(errors.join()).not.toContain('Private');
});

test('an update that can never be closed is set aside after five tries, and the chat is heard again', async () => {
  const person = await knownPerson(stage, 803, 'Inju');
  await opens(person);
  stage.breakCalls((fn) => (fn === 'close_talk' ? 'before' : undefined));
  await person.sends.sticker();
  for (let round = 2; round <= 5; round += 1) {
    await leaseRunsOut();
    await stage.catchUp();
  }
  stage.breakCalls();
  expect(stage.errors.splice(0)).toHaveLength(5);
  await leaseRunsOut();
  await stage.catchUp();
  const waiting = await stage.database.sql`select seq from inbox where handled_at is null`;
  expect([...waiting]).toEqual([]);
  await person.says('Inju');
  expect(screen(person)).toMatchInlineSnapshot(`
    "2 / 4

    Do you drive?
    [Yes] [No]
    [Back] [Later]"
  `);
});

test('a person who blocks Birge is not written to; when they come back the talk goes on', async () => {
  const person = await knownPerson(stage, 804, 'Oljas');
  await opens(person);
  stage.double.failNext('sendMessage', { error_code: 403, description: 'Forbidden: bot was blocked by the user' });
  await person.says('Oljas');
  const gone = () => stage.database.sql`select gone_at is not null as gone from chats where external_id = '804'`;
  expect([...(await gone())]).toEqual([{ gone: true }]);
  expect(await stored(stage, person)).toEqual({ name: 'Oljas' });
  fromHere(person);
  await person.says('no');
  expect([...(await gone())]).toEqual([{ gone: false }]);
  expect(said(person)).toMatchInlineSnapshot(`
    "Oljas: no
    Birge: 3 / 4

      What will you bring?
      [A tent]
      [Food]
      [Something else]
      [Back] [Later]"
  `);
});

test('a reply that nobody knows to have arrived is made up for a minute later', async () => {
  const person = await knownPerson(stage, 805, 'Ulan');
  await opens(person);
  stage.double.failNext('sendMessage', 'drop-after');
  await person.says('Ulan');
  stage.double.failNext('sendMessage', 'drop-before');
  await person.says('no');
  await stage.catchUp();
  fromHere(person);
  await stage.catchUp();
  expect(said(person)).toBe('');
  stage.setClock('2026-11-22T06:01:00Z');
  await stage.catchUp();
  await person.presses(meaning('go:on'));
  expect(said(person)).toMatchInlineSnapshot(`
    "Birge: The connection was lost, but your answers are kept. Shall we go on?
      [Continue]
    Ulan: [Continue]
    Birge: 3 / 4

      What will you bring?
      [A tent]
      [Food]
      [Something else]
      [Back] [Later]"
  `);
});

/** Thirty seconds later, on the database's own clock. */
async function leaseRunsOut(): Promise<void> {
  await stage.database.sql`update talks set lease_until = clock_timestamp() - interval '1 second'
    where lease_until is not null`;
}
