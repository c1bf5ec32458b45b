import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { fromHere, meaning, said } from '../../support/filling.ts';
import { png } from '../../support/sent-files.ts';
import { delivers } from '../deadlines/scene.ts';
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

/* Aset and Dana work on the same assessment. Each test takes a centre of its own. */

let stage: Stage;
let centre: number;
let aset: Person;
let dana: Person;
let account = 0;
beforeAll(async () => {
  stage = await labelStage();
});
afterAll(() => stage.close());
beforeEach(async () => {
  stage.setClock('2026-11-22T06:00:00Z');
  account += 2;
  centre = await centreOf(stage, { kind: 'regional', name: 'Abai YRC' });
  aset = await works(stage, { id: account, name: 'Aset' }, centre);
  dana = await works(stage, { id: account + 1, name: 'Dana <D>' }, centre);
});

/** Both stand at the first open indicator of a criterion. */
async function bothAt(criterion: number): Promise<number> {
  for (const person of [aset, dana]) {
    await opensAssessment(person, centre);
    await opensCriterion(person, criterion);
    fromHere(person);
  }
  return submissionOf(stage, centre);
}

test('a changed answer shows whose it was, before it is changed and after', async () => {
  const submission = await bothAt(5);
  await pressesAll(aset, 'yes');
  stage.setClock('2026-11-24T20:00:00Z');
  await pressesAll(dana, 'overview:change');
  await opensCriterion(dana, 5);
  fromHere(dana);
  await pressesAll(dana, 'back', 'not_fully', 'back', 'no');
  fromHere(aset);
  await pressesAll(aset, 'back', 'keep');
  await expect(`${said(dana)}\n${said(aset)}\n`).toMatchFileSnapshot('talks/changed-answer.txt');
  expect(await standing(stage, submission)).toEqual({ i35_mark: ['no', 'Dana <D>'] });
  expect(await changes(stage, submission, 'i35_mark')).toEqual([
    { value: 'yes', name: 'Aset', how: 'before' },
    { value: 'not_fully', name: 'Dana <D>', how: 'before' },
  ]);
});

test('two answer the same indicator differently: both are told, one answer stands, the other is in the history', async () => {
  const submission = await bothAt(6);
  await pressesAll(aset, 'yes');
  await pressesAll(dana, 'no');
  fromHere(aset);
  await delivers(stage);
  await expect(`${said(dana)}\n${said(aset)}\n`).toMatchFileSnapshot('talks/answered-at-once.txt');
  expect(await standing(stage, submission)).toEqual({ i38_mark: ['yes', 'Aset'] });
  expect(await changes(stage, submission, 'i38_mark')).toEqual([{ value: 'no', name: 'Dana <D>', how: 'refused' }]);
  await aset.presses('Who answered what');
  expect(aset.last().text).toContain('Now: yes – Aset, 22.11.2026');
  expect(aset.last().text).toMatch(/✗ Not taken, .*: no – Dana <D>, 22\.11\.2026/);
  // Having seen whose answer stands, the other one may change it.
  await pressesAll(dana, 'no');
  expect(await standing(stage, submission)).toEqual({ i38_mark: ['no', 'Dana <D>'] });
});

test('the same mark by both is no conflict, and nobody is told', async () => {
  const submission = await bothAt(7);
  await pressesAll(aset, 'yes');
  await pressesAll(dana, 'yes');
  expect(said(dana)).toContain('2 / 4');
  fromHere(aset);
  await delivers(stage);
  expect(said(aset)).toBe('');
  expect(await standing(stage, submission)).toEqual({ i43_mark: ['yes', 'Aset'] });
  expect(await changes(stage, submission, 'i43_mark')).toEqual([]);
});

test('in the very same moment, again and again: both are told, and one answer stands', async () => {
  const submission = await bothAt(4);
  for (let number = 26; number <= 34; number += 1) {
    fromHere(aset);
    fromHere(dana);
    await atOnce(
      stage,
      submission,
      () => pressesAll(aset, 'yes'),
      () => pressesAll(dana, 'no'),
    );
    await delivers(stage);
    const question = `i${number}_mark`;
    const { [question]: stood } = await standing(stage, submission);
    const asetWon = stood?.[0] === 'yes';
    const [winner, loser] = asetWon ? [aset, dana] : [dana, aset];
    expect(stood).toEqual(asetWon ? ['yes', 'Aset'] : ['no', 'Dana <D>']);
    const refused = asetWon ? { value: 'no', name: 'Dana <D>' } : { value: 'yes', name: 'Aset' };
    expect(await changes(stage, submission, question)).toEqual([{ ...refused, how: 'refused' }]);
    expect(said(loser)).toContain('While you were answering, another answer came');
    expect(said(winner)).toContain('Two different answers to one question');
    await pressesAll(loser, 'keep');
  }
});

test('the same mark in the very same moment is one answer, and both go on', async () => {
  const submission = await bothAt(7);
  await atOnce(
    stage,
    submission,
    () => pressesAll(aset, 'yes'),
    () => pressesAll(dana, 'yes'),
  );
  for (const person of [aset, dana]) expect(person.last().text).toContain('2 / 4');
  expect(await standing(stage, submission)).toEqual({ i43_mark: ['yes', expect.stringMatching(/Aset|Dana/)] });
  expect(await changes(stage, submission, 'i43_mark')).toEqual([]);
});

test('an old button of an indicator in another criterion that a colleague has answered shows it, and overwrites nothing', async () => {
  const submission = await bothAt(5);
  const old = dana.last();
  await pressesAll(dana, 'overview:change');
  await opensCriterion(dana, 6);
  await pressesAll(aset, 'yes');
  fromHere(dana);
  await dana.presses('No', old);
  expect(said(dana)).toMatchInlineSnapshot(`
    "Dana <D>: [No]
    Birge: 1 / 5

      5. Young people, youth organisations and movements help shape concepts and programmes

      35. When it draws up its programme, the centre takes into account young people's social situation, needs and interests.

      Now: Yes — Aset, 22.11.2026

      The editions of the document differ. Kazakh: “young people's social situation and worries”. Russian: “young people's social situation, needs and interests”. We use: “young people's social situation, needs and interests”.
      [✓ Yes] [Not fully] [No]
      [+ Example] [+ Photo or document]
      [Keep as it is] [☰ Sections] [Later]"
  `);
  expect(await standing(stage, submission)).toEqual({ i35_mark: ['yes', 'Aset'] });
});

test('an old button of an indicator in another criterion that nobody has answered answers it', async () => {
  const submission = await bothAt(5);
  const old = dana.last();
  await pressesAll(dana, 'overview:change');
  await opensCriterion(dana, 6);
  await dana.presses('No', old);
  expect(await standing(stage, submission)).toEqual({ i35_mark: ['no', 'Dana <D>'] });
  expect(dana.last().text).toContain('36.');
});

test('an example that both write: one stands, and the other is kept to be read', async () => {
  const submission = await bothAt(5);
  await pressesAll(aset, 'i35_example:change');
  await pressesAll(dana, 'i35_example:change');
  await aset.says('We asked 200 young people');
  fromHere(dana);
  await dana.says('A survey every <spring>');
  expect(said(dana)).toMatchInlineSnapshot(`
    "Dana <D>: A survey every <spring>
    Birge: While you were answering, another answer came: Aset — “We asked 200 young people”. That answer stands, and yours, “A survey every <spring>”, is kept in the history. If you disagree, change it below.

      1 / 5

      35. The situation of youth counts

      Give an example of successful practice. What did you do, and what came of it?

      Now: We asked 200 young people — Aset, 22.11.2026
      [Back] [Keep as it is] [Remove] [☰ Sections] [Later]"
  `);
  expect(await standing(stage, submission)).toEqual({ i35_example: ['We asked 200 young people', 'Aset'] });
  expect(await changes(stage, submission, 'i35_example')).toEqual([
    { value: 'A survey every <spring>', name: 'Dana <D>', how: 'refused' },
  ]);
});

test.for(['one after the other', 'in the same moment'])('files that both add %s all stay', async (how) => {
  const submission = await bothAt(5);
  await pressesAll(aset, 'i35_files:change');
  await pressesAll(dana, 'i35_files:change');
  const send = [() => aset.sends.photo(png(300)), () => dana.sends.photo(png(400))];
  if (how === 'in the same moment') await atOnce(stage, submission, ...send);
  else for (const one of send) await one();
  await dana.presses(meaning('done'));
  const { i35_files: files } = await standing(stage, submission);
  expect(files?.[0]).toHaveLength(2);
  await aset.presses(meaning('done'));
  expect(await changes(stage, submission, 'i35_files')).toEqual([]);
});
