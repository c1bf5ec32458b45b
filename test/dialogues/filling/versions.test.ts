import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Form } from '../../../src/forms/index.ts';
import { openStage } from '../../support/dialogue.ts';
import type { Stage } from '../../support/dialogue.ts';
import { fromHere, knownPerson, meaning, opens, said, stored, testForm } from '../../support/filling.ts';

type Question = Form['questions'][number];

const trip = testForm('dialogues/filling/trip.yaml');
const question = (id: string): Question => {
  const found = trip.questions.find((each) => each.id === id);
  if (found === undefined) throw new Error(`the form has no question ${id}`);
  return found;
};
const tripOf = (...questions: Question[]): Form => ({ ...trip, questions });
const allergy: Question = {
  id: 'allergy',
  type: 'short-text',
  ours: 'test',
  text: { kk: 'Аллергия?', ru: 'Аллергия?', en: 'Any allergies?' },
};
/** Food is not brought any more. */
const bringsLess = (): Question => {
  const brings = question('brings');
  if (brings.type !== 'several-choices' || !Array.isArray(brings.options)) throw new Error('brings has changed');
  return { ...brings, options: brings.options.filter(({ code }) => code !== 'food') };
};

let stage: Stage;
beforeEach(async () => {
  stage = await openStage({ forms: [tripOf(question('name'), question('drives'), question('brings'))] });
});
afterEach(() => stage.close());

test('a new version in the middle: answers carry over, only what is new is asked, and it is said', async () => {
  const person = await knownPerson(stage, 901, 'Dana');
  await opens(person);
  await person.says('Dana');
  await person.presses(meaning('no'));
  await stage.restart([tripOf(question('name'), allergy, question('drives'), question('brings'))]);
  await person.presses(meaning('+tent'));
  await person.presses(meaning('+tent'));
  await person.presses(meaning('done'));
  await person.says('Cats');
  await expect(`${said(person)}\n`).toMatchFileSnapshot('talks/versions-new.txt');
  expect(await stored(stage, person)).toEqual({ name: 'Dana', drives: false, brings: ['tent'], allergy: 'Cats' });
});

test('what somebody is typing is taken for the question that they see, and for no other', async () => {
  const person = await knownPerson(stage, 902, 'Aru');
  await opens(person);
  await stage.restart([tripOf(allergy, question('name'), question('drives'), question('brings'))]);
  await person.says('Aru Serikova');
  expect(await stored(stage, person)).toEqual({ name: 'Aru Serikova' });
  await stage.restart([tripOf(allergy, question('name'), question('brings'))]);
  await person.says('No');
  await person.says('Cats');
  expect(said(person)).toMatchInlineSnapshot(`
    "Aru: Aru Serikova
    Birge: The questionnaire has been updated. Your answers are kept; only what is new will be asked.

      3 / 4

      Do you drive?
      [Yes] [No]
      [Back] [Later]
    Aru: No
    Birge: The questionnaire has been updated. Your answers are kept; only what is new will be asked.

      1 / 3

      Any allergies?
      [Later]
    Aru: Cats
    Birge: 3 / 3

      What will you bring?
      [A tent]
      [Food]
      [Something else]
      [Back] [Later]"
  `);
  expect(await stored(stage, person)).toEqual({ name: 'Aru Serikova', allergy: 'Cats' });
});

test('a question that was removed is not asked; its answer is kept', async () => {
  const person = await knownPerson(stage, 903, 'Inju');
  await opens(person);
  await person.says('Inju');
  await person.presses(meaning('yes'));
  const brings = person.last();
  await stage.restart([tripOf(question('name'), allergy)]);
  fromHere(person);
  await person.presses(meaning('+tent'), brings);
  await person.says('None');
  expect(said(person)).toMatchInlineSnapshot(`
    "Inju: [A tent]
    Birge: That question is not asked any more. Let us go on here.

      2 / 2

      Any allergies?
      [Back] [Later]
    Inju: None
    Birge: Your answers

      1. Your name?: Inju
      2. Any allergies?: None

      Is everything right? Change what you like, then send.
      [✎ 1] [✎ 2]
      [Later] [Send]"
  `);
  expect(await stored(stage, person)).toEqual({ name: 'Inju', drives: true, allergy: 'None' });
});

test('an option that vanished is asked again; the old answer stays in the history', async () => {
  const person = await knownPerson(stage, 904, 'Oljas');
  await opens(person);
  await person.says('Oljas');
  await person.presses(meaning('no'));
  await person.presses(meaning('+food'));
  await person.presses(meaning('done'));
  await stage.restart([tripOf(question('name'), question('drives'), bringsLess())]);
  fromHere(person);
  await person.presses(meaning('send'));
  await person.presses(meaning('+tent'));
  await person.presses(meaning('done'));
  await person.presses(meaning('send'));
  await expect(`${said(person)}\n`).toMatchFileSnapshot('talks/versions-vanished.txt');
  expect(await stored(stage, person)).toEqual({ name: 'Oljas', drives: false, brings: ['tent'] });
  const history = await stage.database.sql`select question, value from answer_history`;
  expect([...history]).toEqual([{ question: 'brings', value: ['food'] }]);
});

test('a choice begun with an option that vanished does not hang', async () => {
  const person = await knownPerson(stage, 905, 'Ulan');
  await opens(person);
  await person.says('Ulan');
  await person.presses(meaning('no'));
  await person.presses(meaning('+food'));
  await stage.restart([tripOf(question('name'), question('drives'), bringsLess())]);
  fromHere(person);
  await person.presses(meaning('done'));
  expect(said(person)).toMatchInlineSnapshot(`
    "Ulan: [Done]
    Birge: The questionnaire has been updated. Your answers are kept; only what is new will be asked.

      3 / 3

      What will you bring?
      [A tent]
      [Something else]
      [Done]
      [Back] [Later]"
  `);
  await person.presses(meaning('+tent'));
  await person.presses(meaning('done'));
  expect(await stored(stage, person)).toEqual({ name: 'Ulan', drives: false, brings: ['tent'] });
});

test('what was sent is shown with the words of its own version', async () => {
  const person = await knownPerson(stage, 906, 'Ainur');
  await opens(person);
  await person.says('Ainur');
  for (const act of ['no', '+food', 'done', 'send']) await person.presses(meaning(act));
  await stage.restart([tripOf(allergy, bringsLess())]);
  await opens(person);
  fromHere(person);
  await person.presses((button) => 'callback_data' in button && button.callback_data.startsWith('go:view:'));
  expect(said(person)).toMatchInlineSnapshot(`
    "Ainur: [See the answers]
    Birge: The trip

      Your name?
      Ainur

      Do you drive?
      No

      What will you bring?
      Food
    Birge: These are the answers that you sent.
      [Menu]"
  `);
});
