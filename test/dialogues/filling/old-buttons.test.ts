import { afterAll, beforeAll, expect, test } from 'vitest';
import { formHash } from '../../../src/forms/index.ts';
import { openStage } from '../../support/dialogue.ts';
import type { Stage } from '../../support/dialogue.ts';
import { fromHere, knownPerson, meaning, opens, said, stored, submissions, testForm } from '../../support/filling.ts';

const trip = testForm('dialogues/filling/trip.yaml');
const version = formHash(trip).slice(0, 6);

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ forms: [trip] });
});
afterAll(() => stage.close());

/** The key of this person's newest submission, as buttons carry it. */
async function keyOf(account: number): Promise<string> {
  const [row] = await stage.database.sql<{ id: number }[]>`
    select max(s.id)::int as id from submissions s join identities i on i.person_id = s.owner_person
    where i.external_id = ${String(account)}`;
  return (row?.id ?? 0).toString(36);
}

test('a button of an earlier question opens that question for change and answers nothing', async () => {
  const person = await knownPerson(stage, 501, 'Dana');
  await opens(person);
  await person.says('Dana');
  const drives = person.last();
  await person.presses(meaning('no'));
  fromHere(person);
  await person.presses(meaning('yes'), drives);
  expect(said(person)).toMatchInlineSnapshot(`
    "Dana: [Yes]
    Birge: 2 / 4

      Do you drive?

      Your answer now: No
      [Yes] [✓ No]
      [Back] [Keep as it is] [Later]"
  `);
  expect(await stored(stage, person)).toEqual({ name: 'Dana', drives: false });
  fromHere(person);
  await person.presses(meaning('keep'));
  expect(said(person)).toMatchInlineSnapshot(`
    "Dana: [Keep as it is]
    Birge: 3 / 4

      What will you bring?
      [A tent]
      [Food]
      [Something else]
      [Back] [Later]"
  `);
});

test('"Back" pressed twice in a hurry goes back once', async () => {
  const person = await knownPerson(stage, 502, 'Aru');
  await opens(person);
  await person.says('Aru');
  await person.presses(meaning('no'));
  const brings = person.last();
  await person.presses(meaning('back'), brings);
  await person.presses(meaning('back'), brings);
  expect(await submissions(stage, person)).toEqual([{ status: 'draft', at: 'drives' }]);
});

test('a button of a question that is not asked any more says so', async () => {
  const person = await knownPerson(stage, 503, 'Inju');
  await opens(person);
  await person.says('Inju');
  await person.presses(meaning('yes'));
  const car = person.last();
  await person.presses(meaning('back'));
  await person.presses(meaning('no'));
  fromHere(person);
  await person.presses(meaning('van'), car);
  expect(said(person)).toMatchInlineSnapshot(`
    "Inju: [Van]
    Birge: That question is not asked any more. Let us go on here.

      3 / 4

      What will you bring?
      [A tent]
      [Food]
      [Something else]
      [Back] [Later]"
  `);
  expect(await stored(stage, person)).toEqual({ name: 'Inju', drives: false });
});

test('a several-choices message that is old stays old: ticks there change nothing', async () => {
  const person = await knownPerson(stage, 504, 'Oljas');
  await opens(person);
  await person.says('Oljas');
  await person.presses(meaning('no'));
  const brings = person.last();
  await person.presses(meaning('+tent'), brings);
  // A second copy of the keyboard, still showing "+tent": pressing it keeps the tick.
  await person.pressesData(`q:${version}:${await keyOf(504)}:brings:+tent`, brings);
  expect(await stored(stage, person)).toEqual({
    name: 'Oljas',
    drives: false,
    brings: { begun: { picked: ['tent'] } },
  });
  await person.presses(meaning('done'), brings);
  await person.pressesData(`q:${version}:${await keyOf(504)}:brings:+food`, brings);
  expect(await stored(stage, person)).toEqual({ name: 'Oljas', drives: false, brings: ['tent'] });
});

test('buttons of a sent form, and of another form, find their way', async () => {
  const person = await knownPerson(stage, 505, 'Ulan');
  await opens(person);
  await person.says('Ulan');
  const drives = person.last();
  for (const act of ['no', '+tent', 'done', 'skip', 'send']) await person.presses(meaning(act));
  await opens(person);
  await person.presses(meaning('go:anew'));
  fromHere(person);
  await person.presses(meaning('yes'), drives);
  await person.presses(meaning('go:menu'));
  await person.presses(meaning('go:on'));
  await person.says('Ulan again');
  expect(said(person)).toMatchInlineSnapshot(`
    "Ulan: [Yes]
    Birge: This form has been sent and cannot be changed here any more. Menu: /menu
      [Menu]
    Ulan: [Menu]
    Birge: What shall we do?
      [Continue]
      [Become a volunteer]
      [My questionnaires]
      [Volunteering] [Youth centre]
      [My data] [Language] [Help]
    Ulan: [Continue]
    Birge: 1 / 4

      Your name?
      [Later]
    Ulan: Ulan again
    Birge: 2 / 4

      Do you drive?
      [Yes] [No]
      [Back] [Later]"
  `);
  expect(await submissions(stage, person)).toEqual([
    { status: 'submitted', at: null },
    { status: 'draft', at: 'drives' },
  ]);
});

test('a button of somebody else opens nothing and tells nothing', async () => {
  const owner = await knownPerson(stage, 506, 'Owner');
  await opens(owner);
  await owner.says('Secret Name');
  await owner.presses(meaning('no'));
  const key = await keyOf(506);
  const stranger = await knownPerson(stage, 507, 'Stranger');
  await opens(stranger);
  const first = stranger.last();
  fromHere(stranger);
  for (const press of ['name:change', 'drives:yes', 'overview:send', 'overview:list1', 'brings:pause', 'name:keep']) {
    await stranger.pressesData(`q:${version}:${key}:${press}`, first);
    await stranger.pressesData('go:menu', first);
  }
  for (const press of [`go:draft:${Number.parseInt(key, 36)}`, `go:view:${Number.parseInt(key, 36)}`])
    await stranger.pressesData(press, first);
  const heard = said(stranger);
  expect(heard).not.toContain('Secret');
  expect(heard).not.toContain('Do you drive');
  expect(await stored(stage, owner)).toEqual({ name: 'Secret Name', drives: false });
  expect(await submissions(stage, owner)).toEqual([{ status: 'draft', at: 'brings' }]);
  expect(await submissions(stage, stranger)).toEqual([{ status: 'draft', at: 'name' }]);
});

test('forged buttons are answered with a sentence and change nothing', async () => {
  const person = await knownPerson(stage, 508, 'Forger');
  await opens(person);
  await person.says('Forger');
  const message = person.last();
  const key = await keyOf(508);
  const forged = [
    `q:${version}:${key}:drives:maybe`,
    `q:${version}:${key}:drives:send`,
    `q:${version}:${key}:drives:keep`,
    `q:${version}:${key}:overview:send`,
    `q:${version}:${key}:nothing:yes`,
    `q:000000:${key}:brings:+tent`,
    `q:${version}:zzzzzzzzzzzzzzzz:drives:yes`,
    'q:::::',
    'nonsense',
    'go:project:999999',
    'go:draft:999999',
    'set:lang:xx',
    'card:1',
    'forget:later',
  ];
  const silent: string[] = [];
  for (const data of forged) {
    const before = person.chat.events.length;
    await person.pressesData(data, message);
    if (!person.transcript(before).includes('\nBirge')) silent.push(data);
    expect({ data, ...(await stored(stage, person)) }).toEqual({ data, name: 'Forger' });
    await person.pressesData('go:on', message);
  }
  expect(silent).toEqual([]);
  expect(stage.double.unanswered).toEqual([]);
});
