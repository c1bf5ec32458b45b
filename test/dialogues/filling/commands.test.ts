import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage } from '../../support/dialogue.ts';
import type { Stage } from '../../support/dialogue.ts';
import { knownPerson, meaning, opens, said, stored, testForm } from '../../support/filling.ts';

const trip = testForm('dialogues/filling/trip.yaml');

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ forms: [trip] });
});
afterAll(() => stage.close());

test('/menu, /help, /cancel and /start in the middle lose nothing; "Continue" comes back to the question', async () => {
  const person = await knownPerson(stage, 1001, 'Dana');
  await opens(person);
  await person.says('Dana');
  for (const command of ['/menu', '/help', '/cancel', '/start']) {
    await person.says(command);
    await person.presses(meaning('go:on'));
  }
  await person.presses(meaning('no'));
  await expect(`${said(person)}\n`).toMatchFileSnapshot('talks/commands.txt');
  expect(await stored(stage, person)).toEqual({ name: 'Dana', drives: false });
});

test('/language in the middle: the same question in the other language, and the ticks are still there', async () => {
  const person = await knownPerson(stage, 1002, 'Aru');
  await opens(person);
  await person.says('Aru');
  await person.presses(meaning('no'));
  await person.presses(meaning('+tent'));
  await person.says('/language');
  await person.presses('Русский');
  await person.presses(meaning('done'));
  await person.says('/language');
  await person.presses('Қазақша');
  await person.presses(meaning('skip'));
  await expect(`${said(person)}\n`).toMatchFileSnapshot('talks/commands-language.txt');
  expect(await stored(stage, person)).toEqual({ name: 'Aru', drives: false, brings: ['tent'], email: null });
});

test('after a command the old question still answers to its buttons, and words get an offer to go on', async () => {
  const person = await knownPerson(stage, 1003, 'Inju');
  await opens(person);
  await person.says('Inju');
  const drives = person.last();
  await person.says('/menu');
  await person.presses(meaning('yes'), drives);
  await person.presses(meaning('no'));
  await person.says('/menu');
  await person.says('a tent');
  await expect(`${said(person)}\n`).toMatchFileSnapshot('talks/commands-after.txt');
  expect(await stored(stage, person)).toEqual({ name: 'Inju', drives: false });
});

test('a command that nobody knows, and a command in the words of an answer', async () => {
  const person = await knownPerson(stage, 1004, 'Oljas');
  await opens(person);
  await person.says('/unknown');
  await person.says('Oljas /menu');
  expect(said(person)).toMatchInlineSnapshot(`
    "Oljas: /unknown
    Birge: That does not work as an answer. Please answer the question below.

      1 / 4

      Your name?
      [Later]
    Oljas: Oljas /menu
    Birge: 2 / 4

      Do you drive?
      [Yes] [No]
      [Back] [Later]"
  `);
  expect(await stored(stage, person)).toEqual({ name: 'Oljas /menu' });
});
