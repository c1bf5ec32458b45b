import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Form } from '../../../src/forms/index.ts';
import { formOf } from '../../../src/label/form.ts';
import type { CentreKind } from '../../../src/rules/label-codes.ts';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { fromHere, said } from '../../support/filling.ts';
import { idOf, now, presses, say, story } from '../people/scene.ts';
import {
  atOnce,
  changes,
  opensAssessment,
  opensCriterion,
  pressesAll,
  standing,
  submissionOf,
  works,
} from './assessing-scene.ts';
import { centreOf, labelStage } from './scene.ts';

/* Aset leads a centre, Dana works there; something else happens while both fill in. */

let stage: Stage;
let centre: number;
let aset: Person;
let dana: Person;
let account = 0;
beforeAll(async () => {
  stage = await labelStage();
});
afterAll(() => stage.close());

async function both(kind: CentreKind, criterion: number): Promise<number> {
  account += 2;
  centre = await centreOf(stage, { kind, name: 'Abai YRC' });
  aset = await works(stage, { id: account, name: 'Aset' }, centre, 'head');
  dana = await works(stage, { id: account + 1, name: 'Dana' }, centre);
  for (const person of [aset, dana]) {
    await opensAssessment(person, centre);
    await opensCriterion(person, criterion);
    fromHere(person);
  }
  return submissionOf(stage, centre);
}

/** Every indicator has been answered by Aset. */
async function allAnswered(submission: number): Promise<void> {
  await stage.database.sql`
    insert into answers (submission_id, question, value, complete, by_person, at, rev)
    select ${submission}, 'i' || n || '_mark', '"yes"', true, ${await idOf(stage, account)}, '2026-11-20', 1 from generate_series(1, 44) n`;
}

describe('a new version of the content', () => {
  const form = () => formOf(stage.running.birge.label, 'district');
  afterAll(() => stage.restart([form()]));

  /** The form with other words to an indicator, and perhaps without another one. */
  function changed(words: string, without?: string): Form {
    const questions = form().questions.filter(({ id }) => without === undefined || !id.startsWith(without));
    const reworded = questions.map((one) =>
      one.id === 'i36_mark' ? { ...one, text: { kk: words, ru: words, en: words } } : one,
    );
    return { ...form(), questions: reworded };
  }

  test('both go on where they were: answers stay, old buttons ask anew, typed words arrive', async () => {
    const submission = await both('district', 5);
    await pressesAll(aset, 'yes');
    await pressesAll(dana, 'i35_example:change');
    await stage.restart([changed('36. New words')]);
    fromHere(aset);
    fromHere(dana);
    await dana.says('We asked everybody');
    await pressesAll(aset, 'no', 'no');
    await expect(`${said(dana)}\n${said(aset)}\n`).toMatchFileSnapshot('talks/new-version.txt');
    expect(await standing(stage, submission)).toEqual({
      i35_mark: ['yes', 'Aset'],
      i35_example: ['We asked everybody', 'Dana'],
      i36_mark: ['no', 'Aset'],
    });
  });

  test('both come upon it in the same moment: neither is told that all is over', async () => {
    const submission = await both('district', 5);
    await pressesAll(aset, 'i35_example:change');
    await stage.restart([changed('36. Newer words')]);
    fromHere(aset);
    fromHere(dana);
    await atOnce(
      stage,
      submission,
      () => aset.says('One'),
      () => pressesAll(dana, 'yes'),
    );
    for (const person of [aset, dana]) {
      expect(said(person)).toContain(say('fill-new-version'));
      expect(person.last().text).toContain('1 / 5');
    }
    expect(await standing(stage, submission)).toEqual({ i35_example: ['One', 'Aset'] });
  });

  test('an indicator that is no more: what was answered stays stored, and nobody stands there any more', async () => {
    const submission = await both('district', 7);
    await pressesAll(dana, 'yes');
    await pressesAll(aset, 'yes', 'no');
    await stage.restart([changed('36. Newest words', 'i44_')]);
    fromHere(dana);
    await pressesAll(dana, 'no');
    expect(said(dana)).toContain(say('fill-question-gone'));
    expect(said(dana)).toContain('● 7. Service and client · 1/1');
    expect(await standing(stage, submission)).toEqual({ i43_mark: ['yes', 'Dana'], i44_mark: ['no', 'Aset'] });
  });
});

test('the kind is corrected in the middle: criterion 8 comes and goes, and what was answered there stays stored', async () => {
  const submission = await both('district', 5);
  await pressesAll(aset, 'yes');
  await aset.pressesData(`jb:kind:${centre}:regional`, aset.last());
  await presses(aset, `jb:kind:${centre}:regional:yes`);
  fromHere(dana);
  // Her button is of the form of before: the indicator opens anew.
  await pressesAll(dana, 'no', 'keep', 'no', 'overview:change');
  await opensCriterion(dana, 8);
  await pressesAll(dana, 'no');
  await pressesAll(dana, 'i46_example:change');
  await aset.pressesData(`jb:kind:${centre}:district:yes`, aset.last());
  const back = now(dana);
  await dana.says('Trainings in May');
  await expect(`${story(dana, back)}\n`).toMatchFileSnapshot('talks/kind-corrected.txt');
  const kept = { i35_mark: ['yes', 'Aset'], i36_mark: ['no', 'Dana'], i45_mark: ['no', 'Dana'] };
  expect(await standing(stage, submission)).toEqual(kept);
  await aset.pressesData(`jb:kind:${centre}:regional:yes`, aset.last());
  await opensAssessment(dana, centre);
  expect(dana.last().buttons.flat().join()).toContain('1/4 · 0 %');
  expect(await standing(stage, submission)).toEqual(kept);
});

test('a role that ends in the middle: nothing is read or written any more, and it is said what to do', async () => {
  const submission = await both('district', 5);
  await pressesAll(aset, 'yes');
  const mark = dana.last();
  await pressesAll(dana, 'i35_example:change');
  await stage.database.sql`
    update memberships set from_on = '2026-11-01', until_on = '2026-11-21' where person_id = ${await idOf(stage, account + 1)}`;
  fromHere(dana);
  await dana.says('Too late');
  await dana.presses('No', mark);
  for (const data of [
    `jb:as:${centre}`,
    `jb:as:${centre}:centre:start`,
    `jb:mark:${centre}:35`,
    `jb:res:${submission}`,
    `jb:hist:${submission}:35`,
  ])
    await dana.pressesData(data, dana.last());
  await expect(`${said(dana)}\n`).toMatchFileSnapshot('talks/role-ended.txt');
  expect(await standing(stage, submission)).toEqual({ i35_mark: ['yes', 'Aset'] });
  expect(await changes(stage, submission, 'i35_mark')).toEqual([]);
});

test('one finishes while the other is in the middle: nothing more is written, and the other hears of it', async () => {
  const submission = await both('district', 5);
  await allAnswered(submission);
  await pressesAll(aset, 'overview:change', 'send');
  await pressesAll(dana, 'no');
  await pressesAll(aset, 'sure');
  fromHere(dana);
  await pressesAll(dana, 'not_fully');
  expect(said(dana)).toMatchInlineSnapshot(`
    "Dana: [Not fully]
    Birge: This form has been sent and cannot be changed here any more. Menu: /menu
      [Menu]"
  `);
  const { i35_mark: mark } = await standing(stage, submission);
  expect(mark).toEqual(['yes', 'Aset']);
  expect((await stage.database.sql`select count(*)::int from fillers where submission_id = ${submission}`)[0]).toEqual({
    count: 0,
  });
});

test('both finish in the same moment: it is finished once, and both are thanked', async () => {
  const submission = await both('district', 5);
  await allAnswered(submission);
  for (const person of [aset, dana]) await pressesAll(person, 'overview:change', 'send');
  await atOnce(
    stage,
    submission,
    () => pressesAll(aset, 'sure'),
    () => pressesAll(dana, 'sure'),
  );
  for (const person of [aset, dana]) expect(person.last().text).toBe('Thank you! The assessment is saved.');
  expect(await stage.database.sql`select status from submissions where id = ${submission}`).toEqual([
    { status: 'submitted' },
  ]);
});
