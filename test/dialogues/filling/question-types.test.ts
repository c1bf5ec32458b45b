import { afterAll, beforeAll, expect, test } from 'vitest';
import { questionTypes } from '../../../src/forms/questions/index.ts';
import { openStage } from '../../support/dialogue.ts';
import type { Stage } from '../../support/dialogue.ts';
import { knownPerson, meaning, opens, said, stored, testForm } from '../../support/filling.ts';
import { talks } from './question-types/index.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

test('every type of question has a talk', () => {
  expect(Object.keys(talks).toSorted()).toEqual([...questionTypes.keys()].toSorted());
});

test.each([...questionTypes.keys()].map((type, index) => ({ type, id: 300 + index })))(
  'a question of the type $type: refusals, the right answer, the overview, change and keep',
  async ({ type, id }) => {
    const talk = talks[type];
    if (talk === undefined) throw new Error(`test/dialogues/filling/question-types/${type}.ts is missing`);
    await stage.restart([testForm('forms/every-type.yaml', talk.questions)]);
    const person = await knownPerson(stage, id, 'Dana');
    await opens(person);
    await talk.acts(person);
    expect(await stored(stage, person)).toEqual(talk.stored);
    await person.presses(`✎ ${talk.questions.length}`);
    const keep = stage.running.birge.say('en')('form-keep');
    await person.presses((button) => button.text === keep);
    await person.presses(meaning('send'));
    await expect(`${said(person)}\n`).toMatchFileSnapshot(`talks/${type}.txt`);
    expect(await stored(stage, person)).toEqual(talk.stored);
  },
);
