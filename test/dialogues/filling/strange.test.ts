import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask } from '../../../src/forms/index.ts';
import { questionTypes } from '../../../src/forms/questions/index.ts';
import { openStage } from '../../support/dialogue.ts';
import type { Stage } from '../../support/dialogue.ts';
import { TurnedClock } from '../../support/double/clock.ts';
import type { Person } from '../../support/double/person.ts';
import { fromHere, knownPerson, meaning, opens, said, stored, testForm } from '../../support/filling.ts';
import { pdf } from '../../support/sent-files.ts';

const every = testForm('forms/every-type.yaml');

/** What nobody expects, and what is said then. */
const strange: Record<string, (person: Person) => Promise<unknown>> = {
  'a sticker': (person) => person.sends.sticker('😺'),
  'a voice message': (person) => person.sends.voice(),
  'a place': (person) => person.sends.location(),
  'a document': (person) => person.sends.document(pdf(), 'paper.pdf', 'application/pdf'),
  'a contact': (person) => person.put({ contact: { phone_number: '+77019999999', first_name: 'Friend', user_id: 99 } }),
  '4,000 characters': (person) => person.says('😀a'.repeat(1365)),
  'a flower': (person) => person.says('🌸'),
  markup: (person) => person.says('<b>&amp;</i>'),
  '31 February': (person) => person.says('31.02.2024'),
  blanks: (person) => person.says('\u2800 \u200B'),
  'an unknown command': (person) => person.says('/naem'),
};

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

test.each([...questionTypes.keys()].map((type, index) => ({ type, id: 1200 + index })))(
  'whatever comes at a question of the type $type, a sentence comes back, and the question again',
  async ({ type, id }) => {
    const [question] = every.questions.filter((each) => each.type === type);
    if (question === undefined) throw new Error(`test/forms/every-type.yaml has no ${type}`);
    await stage.restart([{ ...every, questions: [question] }]);
    const person = await knownPerson(stage, id, 'Dana');
    await opens(person);
    const asked = ask(question, 'en', { today: '2026-11-22' }).text;
    const lines: string[] = [];
    for (const [what, act] of Object.entries(strange)) {
      await act(person);
      const kept = await stored(stage, person);
      const [first = ''] = person.last().text.split('\n');
      if (!(question.id in kept)) expect(person.last().text).toContain(asked);
      lines.push(
        `${what}: ${question.id in kept ? `taken, ${JSON.stringify(kept[question.id]).slice(0, 60)}` : first}`,
      );
      await stage.database.sql`delete from answers`;
      await stage.database.sql`update submissions set at_question = ${question.id} where status = 'draft'`;
      await person.says('/cancel');
      await person.presses(meaning('go:on'));
    }
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`talks/strange-${type}.txt`);
  },
);

test('own words that are to come wait through a pause, and are taken when the person goes on', async () => {
  await stage.restart([testForm('forms/every-type.yaml', ['education', 'reasons'])]);
  const person = await knownPerson(stage, 1251, 'Aru');
  await opens(person);
  await person.presses(meaning('other'));
  await person.presses(meaning('pause'));
  await person.says('Night school');
  await person.presses(meaning('go:on'));
  await person.says('Night school');
  await person.presses(meaning('+friends'));
  await person.presses(meaning('+own'));
  await person.says('/menu');
  await person.presses(meaning('go:on'));
  await person.says('Because');
  await person.presses(meaning('done'));
  await expect(`${said(person)}\n`).toMatchFileSnapshot('talks/strange-own-words.txt');
  expect(await stored(stage, person)).toEqual({
    education: { other: 'Night school' },
    reasons: ['friends', { other: 'Because' }],
  });
});

test('own words that are to come can be left for an option, or taken off', async () => {
  await stage.restart([testForm('forms/every-type.yaml', ['education', 'reasons'])]);
  const person = await knownPerson(stage, 1252, 'Inju');
  await opens(person);
  await person.presses(meaning('other'));
  await person.presses(meaning('higher'));
  await person.presses(meaning('+own'));
  await person.presses(meaning('-own'));
  await person.presses(meaning('+team'));
  await person.presses(meaning('done'));
  expect(await stored(stage, person)).toEqual({ education: 'higher', reasons: ['team'] });
});

test('5,000 characters come in two parts: the second is no answer either', async () => {
  const clock = new TurnedClock(Date.parse('2026-11-22T06:00:00Z'));
  const form = testForm('forms/every-type.yaml', ['full_name', 'story']);
  const turned = await openStage({ forms: [form], clock });
  const person = await knownPerson(turned, 1253, 'Oljas');
  await opens(person);
  await person.says('Oljas');
  fromHere(person);
  await person.says('a'.repeat(4090));
  await person.says('a'.repeat(910));
  await clock.advance(10_000);
  await person.says('Short');
  expect(said(person).replaceAll(/a{9,}/g, 'aaa…')).toMatchInlineSnapshot(`
    "Oljas: aaa…
    Birge: The text is too long: 4,090 characters, and 2,000 is the most. Please shorten it and send it again.

      2 / 2

      Tell us
      [Back] [Later]
    Oljas: aaa…
    Birge: 2 / 2

      Tell us
      [Back] [Later]
    Oljas: Short
    Birge: Your answers

      1. Name?: Oljas
      2. Tell us: Short

      Is everything right? Change what you like, then send.
      [✎ 1] [✎ 2]
      [Later] [Send]"
  `);
  expect(await stored(turned, person)).toEqual({ full_name: 'Oljas', story: 'Short' });
  await turned.close();
});
