import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage } from '../../support/dialogue.ts';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { fromHere, knownPerson, meaning, opens, said, stored, submissions, testForm } from '../../support/filling.ts';

const trip = testForm('dialogues/filling/trip.yaml');

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ forms: [trip] });
});
afterAll(() => stage.close());

/** The same person with a second account. */
async function secondDevice(person: Person, id: number): Promise<Person> {
  await stage.database.sql`insert into identities (channel_id, external_id, person_id, added_at)
    select channel_id, ${String(id)}, person_id, added_at from identities where external_id = ${String(person.user.id)}`;
  const other = stage.double.person({ id, first_name: `${person.user.first_name} (tablet)` });
  await other.says('/menu');
  await other.presses(meaning('go:on'));
  fromHere(other);
  return other;
}

test('what one device answers, the other one finds', async () => {
  const phone = await knownPerson(stage, 1101, 'Dana');
  await opens(phone);
  await phone.says('Dana');
  const tablet = await secondDevice(phone, 1102);
  await tablet.presses(meaning('no'));
  fromHere(phone);
  await phone.presses(meaning('yes'));
  await phone.presses(meaning('keep'));
  await phone.says('food');
  await tablet.presses(meaning('+tent'));
  await tablet.presses(meaning('+tent'));
  await tablet.presses(meaning('done'));
  await expect(`${said(phone)}\n${said(tablet)}\n`).toMatchFileSnapshot('talks/devices.txt');
  expect(await stored(stage, phone)).toEqual({ name: 'Dana', drives: false, brings: ['food', 'tent'] });
});

test('what one device only looks at, the other one can still answer', async () => {
  const phone = await knownPerson(stage, 1131, 'Ulan');
  await opens(phone);
  await phone.says('Ulan');
  const tablet = await secondDevice(phone, 1132);
  await tablet.presses(meaning('back'));
  await phone.says('no');
  expect(await stored(stage, phone)).toEqual({ name: 'Ulan', drives: false });
  await tablet.says('Ulan Berik');
  expect(await stored(stage, phone)).toEqual({ name: 'Ulan Berik', drives: false });
});

test('both answer the same question at the same moment: the second is told, and nothing is written over', async () => {
  const phone = await knownPerson(stage, 1111, 'Aru');
  await opens(phone);
  await phone.says('Aru');
  await phone.presses(meaning('back'));
  const tablet = await secondDevice(phone, 1112);
  fromHere(phone);
  // The tablet's answer arrives between the phone's look at the answers and its own writing.
  let between: Promise<unknown> | undefined;
  stage.breakCalls((fn) => {
    if (fn === 'save_answer' && between === undefined) between = tablet.says('Aru from the tablet');
    return undefined;
  });
  await Promise.all([phone.says('Aru from the phone'), between]);
  await between;
  stage.breakCalls();
  const names = await stored(stage, phone);
  const [loser, won] = said(phone).includes('Your answer now') ? [phone, 'tablet'] : [tablet, 'phone'];
  expect(names).toEqual({ name: `Aru from the ${won}` });
  expect(
    said(loser)
      .replaceAll(' (tablet)', '')
      .replaceAll(/from the (phone|tablet)/g, 'from the …'),
  ).toMatchInlineSnapshot(`
    "Aru: Aru from the …
    Birge: This answer was changed on another device. Below is what it says now; you can change it again.

      1 / 4

      Your name?

      Your answer now: Aru from the …
      [Keep as it is] [Later]"
  `);
});

test('one device sends while the other is still at the overview', async () => {
  const phone = await knownPerson(stage, 1121, 'Inju');
  await opens(phone);
  await phone.says('Inju');
  for (const act of ['no', '+tent', 'done', 'skip']) await phone.presses(meaning(act));
  const tablet = await secondDevice(phone, 1122);
  await tablet.presses(meaning('send'));
  fromHere(phone);
  await phone.presses(meaning('name:change'));
  await phone.says('Inju 2');
  expect(said(phone)).toMatchInlineSnapshot(`
    "Inju: [✎ 1]
    Birge: This form has been sent and cannot be changed here any more. Menu: /menu
      [Menu]
    Inju: Inju 2
    Birge: I did not understand that. Please choose one of these.
    Birge: What shall we do?
      [Become a volunteer]
      [My questionnaires]
      [Volunteering] [Youth centre]
      [My data] [Language] [Help]"
  `);
  expect(await submissions(stage, phone)).toEqual([{ status: 'submitted', at: null }]);
  expect((await stored(stage, phone))['name']).toBe('Inju');
});
