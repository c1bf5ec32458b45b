import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage } from '../../support/dialogue.ts';
import type { Stage } from '../../support/dialogue.ts';
import {
  fromHere,
  knownPerson,
  meaning,
  opens,
  said,
  screen,
  stored,
  submissions,
  testForm,
} from '../../support/filling.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ forms: [testForm('dialogues/filling/trip.yaml')] });
});
afterAll(() => stage.close());

test('back, skip, a pause, a week, a restart: the talk goes on where it stood', async () => {
  const person = await knownPerson(stage, 401, 'Dana');
  await opens(person);
  await person.says('Dana');
  await person.presses(meaning('back'));
  await person.presses(meaning('keep'));
  await person.presses(meaning('no'));
  await person.presses(meaning('+food'));
  await person.presses(meaning('pause'));
  stage.setClock('2026-11-29T06:00:00Z');
  await stage.restart();
  await person.says('Hello again');
  await person.presses(meaning('go:on'));
  await person.presses(meaning('+tent'));
  await person.presses(meaning('done'));
  await person.presses(meaning('skip'));
  await expect(`${said(person)}\n`).toMatchFileSnapshot('talks/walking-pause.txt');
  expect(await stored(stage, person)).toEqual({ name: 'Dana', drives: false, brings: ['food', 'tent'], email: null });
  expect(await submissions(stage, person)).toEqual([{ status: 'draft', at: 'overview' }]);
  stage.setClock('2026-11-22T06:00:00Z');
});

test('at the overview any answer can be changed; what hangs on it comes and goes, and nothing is asked twice', async () => {
  const person = await knownPerson(stage, 402, 'Aru');
  await opens(person);
  await person.says('Aru');
  await person.presses(meaning('no'));
  await person.presses(meaning('+tent'));
  await person.presses(meaning('done'));
  await person.says('aru@mail.kz');
  fromHere(person);
  await person.presses(meaning('drives:change'));
  await person.presses(meaning('yes'));
  await person.presses(meaning('van'));
  await person.says('9');
  await person.presses(meaning('drives:change'));
  await person.presses(meaning('no'));
  await expect(`${said(person)}\n`).toMatchFileSnapshot('talks/walking-change.txt');
  // What is not asked any more stays stored: whoever changes their mind finds it again.
  expect(await stored(stage, person)).toEqual({
    name: 'Aru',
    drives: false,
    car: 'van',
    seats: 9,
    brings: ['tent'],
    email: 'aru@mail.kz',
  });
  await person.presses(meaning('drives:change'));
  await person.presses(meaning('yes'));
  expect(screen(person)).toMatchInlineSnapshot(`
    "✓ Yes

    Your answers

    1. Your name?: Aru
    2. Do you drive?: Yes
    3. Which car?: Van
    4. How many seats?: 9
    5. What will you bring?: A tent
    6. E-mail?: aru@mail.kz

    Is everything right? Change what you like, then send.
    [✎ 1] [✎ 2] [✎ 3] [✎ 4] [✎ 5]
    [✎ 6]
    [Later] [Send]"
  `);
});

test('sent once: the second press on "Send" says so, and nobody is told twice', async () => {
  const person = await knownPerson(stage, 403, 'Oljas');
  await opens(person);
  await person.says('Oljas');
  await person.presses(meaning('no'));
  await person.presses(meaning('+tent'));
  await person.presses(meaning('done'));
  await person.presses(meaning('skip'));
  fromHere(person);
  await Promise.all([person.presses(meaning('send')), person.presses(meaning('send'))]);
  await person.presses(meaning('send'));
  expect(said(person)).toMatchInlineSnapshot(`
    "Oljas: [Send]
    Oljas: [Send]
    Birge: Have a good journey
      [Menu]
    Birge: This form has been sent and cannot be changed here any more. Menu: /menu
      [Menu]
    Oljas: [Send]
    Birge: This form has been sent and cannot be changed here any more. Menu: /menu
      [Menu]"
  `);
  expect(await submissions(stage, person)).toEqual([{ status: 'submitted', at: null }]);
  const jobs = await stage.database.sql`select kind from jobs`;
  expect([...jobs]).toEqual([{ kind: 'submission-card' }]);
});

test('who opens the form again later is told that it was sent, sees the answers, and may fill it in anew', async () => {
  const person = await knownPerson(stage, 404, 'Inju');
  await opens(person);
  for (const act of ['no', '+tent', 'done', 'skip', 'send']) {
    if (act === 'no') await person.says('Inju');
    await person.presses(meaning(act));
  }
  await opens(person);
  fromHere(person);
  await person.presses(meaning('go:pool'));
  await person.presses((button) => 'callback_data' in button && button.callback_data.startsWith('go:view:'));
  await person.presses(meaning('go:anew'));
  await expect(`${said(person)}\n`).toMatchFileSnapshot('talks/walking-anew.txt');
  expect(await submissions(stage, person)).toEqual([
    { status: 'submitted', at: null },
    { status: 'draft', at: 'name' },
  ]);
});

test("Telegram's contact button does not stay behind when the question of the phone is left", async () => {
  await stage.restart([testForm('forms/every-type.yaml', ['story', 'phone', 'email'])]);
  const person = await knownPerson(stage, 406, 'Madina');
  await opens(person);
  await person.says('Once upon a time');
  await person.presses('Back');
  await person.presses(meaning('keep'));
  await person.says('8 701 123 45 67');
  expect(said(person)).toMatchInlineSnapshot(`
    "Madina: Once upon a time
    Birge: 2 / 3

      Phone?
      ⌨ [Share my number]
      ⌨ [Back] [Later]
    Madina: Back
    Birge: Let us go on.
      ⌨ –
    Birge: 1 / 3

      Tell us

      Your answer now: Once upon a time
      [Keep as it is] [Later]
    Madina: [Keep as it is]
    Birge: 2 / 3

      Phone?
      ⌨ [Share my number]
      ⌨ [Back] [Later]
    Madina: 8 701 123 45 67
    Birge: Your number is saved.
      ⌨ –
    Birge: 3 / 3

      E-mail?
      [Back] [Later]"
  `);
  expect(person.chat.keyboard).toBe(undefined);
});

test('many answers are turned over by pages', async () => {
  const long = testForm('dialogues/filling/trip.yaml', ['name']);
  const [name] = long.questions;
  if (name === undefined) throw new Error('the form has lost its first question');
  const questions = Array.from({ length: 30 }, (_, index) => ({ ...name, id: `name_${index + 1}` }));
  await stage.restart([{ ...long, questions }]);
  const person = await knownPerson(stage, 405, 'Ulan');
  await opens(person);
  for (let number = 1; number <= 30; number += 1) await person.says(`Answer ${number}`);
  fromHere(person);
  await person.presses(meaning('list2'));
  await person.presses(meaning('list1'));
  await person.presses(meaning('name_1:change'));
  await expect(`${said(person)}\n`).toMatchFileSnapshot('talks/walking-pages.txt');
});
