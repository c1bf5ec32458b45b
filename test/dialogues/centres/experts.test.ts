import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formHash } from '../../../src/forms/index.ts';
import { writePress } from '../../../src/filling/press.ts';
import { formOf } from '../../../src/label/form.ts';
import type { Marks } from '../../../src/label/level.ts';
import { openPlatform } from '../../../src/store/organisations.ts';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { fromHere, said } from '../../support/filling.ts';
import { say } from '../people/scene.ts';
import { membershipOf, owedBy } from '../roles/scene.ts';
import { opensAssessment, opensCriterion, pressesAll, standing, submissionOf, works } from './assessing-scene.ts';
import { centreOf, labelStage, marksBySql } from './scene.ts';

/* An expert is invited to the centre of Aset and Dana, and assesses it apart from them. */

let stage: Stage;
let centre: number;
let aset: Person;
let dana: Person;
let expert: Person;
beforeAll(async () => {
  stage = await labelStage();
  centre = await centreOf(stage, { name: 'Abai YRC' });
  aset = await works(stage, { id: 1, name: 'Aset' }, centre, 'head');
  dana = await works(stage, { id: 2, name: 'Dana' }, centre);
  expert = await works(stage, { id: 3, name: 'Zere' }, centre, 'expert');
});
afterAll(() => stage.close());

/** A button's data as a form writes it, of any assessment. */
const button = (submission: number, question: string, act: string): string =>
  writePress({ version: formHash(formOf(stage.running.birge.label, 'district')), submission, question, act });

const allOf = (mark: 'yes' | 'no', count: number): Marks =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [index + 1, mark]));

/** Answers the one indicator that is left, skips the texts, and finishes. */
async function finishes(person: Person, of: number, mark: string): Promise<void> {
  await opensAssessment(person, of);
  await opensCriterion(person, 7);
  await pressesAll(person, mark, 'skip', 'skip', 'send', 'sure');
  expect(person.last().text).toContain('Thank you! The assessment is saved.');
}

test('an expert answers the same indicators apart from the centre', async () => {
  await opensAssessment(aset, centre);
  await opensCriterion(aset, 7);
  await pressesAll(aset, 'yes');
  await expert.says('/menu');
  await expert.presses('Youth centre');
  fromHere(expert);
  await pressesAll(expert, `jb:as:${centre}`);
  await opensCriterion(expert, 7);
  await pressesAll(expert, 'no');
  await expect(`${said(expert)}\n`).toMatchFileSnapshot('talks/expert-begins.txt');
  expect(await standing(stage, await submissionOf(stage, centre))).toEqual({ i43_mark: ['yes', 'Aset'] });
  expect(await standing(stage, await submissionOf(stage, centre, 'expert'))).toEqual({ i43_mark: ['no', 'Zere'] });
});

describe('neither writes what is the other’s', () => {
  test.for([
    ['centre', 'from the menu'],
    ['centre', 'in the middle of the own one'],
    ['expert', 'from the menu'],
    ['expert', 'in the middle of the own one'],
  ] as const)('the %s, %s', async ([who, where]) => {
    const [person, other] = who === 'centre' ? [dana, 'expert'] : [expert, 'centre'];
    const theirs = await submissionOf(stage, centre, other);
    const before = await standing(stage, theirs);
    if (where === 'from the menu') await person.says('/menu');
    else await opensAssessment(person, centre);
    const tries = [
      ...[`jb:as:${centre}:${other}:start`, `jb:as:${centre}:${other}:end`],
      ...(who === 'expert' ? [`jb:mark:${centre}:44`] : []),
      ...[
        button(theirs, 'i43_mark', 'not_fully'),
        button(theirs, 'i44_mark', 'yes'),
        button(theirs, 'i44_mark', 'change'),
      ],
      ...[button(theirs, 'c7_trends', 'skip'), button(theirs, 'overview', 'send'), button(theirs, 'overview', 'sure')],
    ];
    for (const data of tries) {
      await person.pressesData(data, person.last());
      if (data.startsWith('jb:')) expect(person.last().text).toBe(say('jb-ctr-refused'));
      // Whatever opened, words do not get there either.
      await person.says('A word that is nobody’s answer');
    }
    expect(await standing(stage, theirs)).toEqual(before);
    const rows = await stage.database
      .sql`select made_by, stage from assessments where organisation_id = ${centre} order by 1`;
    expect(rows).toEqual([
      { made_by: 'centre', stage: 'start' },
      { made_by: 'expert', stage: 'start' },
    ]);
  });

  test('a button of one’s own that is left from before the role was changed', async () => {
    const { sql } = stage.database;
    await opensAssessment(dana, centre);
    await opensCriterion(dana, 6);
    const mark = dana.last();
    await sql`update memberships set role = 'expert' where id = ${await membershipOf(stage, 2, 'staff')}`;
    await dana.presses('No', mark);
    expect(dana.last().text).toContain(say('fill-not-theirs'));
    await sql`update memberships set role = 'staff' where id = ${await membershipOf(stage, 2, 'expert')}`;
    expect(await standing(stage, await submissionOf(stage, centre))).not.toHaveProperty('i38_mark');
  });
});

test('finishing it is what the expert’s deadline asks for; the centre’s own leaves it open', async () => {
  const own = await centreOf(stage, { name: 'Shu YRC' });
  const head = await works(stage, { id: 11, name: 'Head' }, own, 'head');
  const invited = await works(stage, { id: 12, name: 'Invited' }, own, 'expert');
  const platform = await openPlatform(stage.database.store, { kk: 'Birge' }, stage.running.birge.now());
  const admin = await works(stage, { id: 10, name: 'Admin' }, platform, 'administrator');
  await admin.pressesData(
    `go:record:${own}:m${await membershipOf(stage, 12, 'expert')}:first-assessment-begun`,
    admin.last(),
  );
  await admin.presses('Today');
  await marksBySql(stage, { organisation: own, marks: allOf('yes', 43) });
  await marksBySql(stage, { organisation: own, by: 'expert', marks: allOf('no', 43) });
  const owed = { kind: 'first-expert-assessment', due: '2026-12-22', closed: false };
  await finishes(head, own, 'yes');
  expect(await owedBy(stage, 12)).toEqual([{ ...owed, fulfilled: false }]);
  await finishes(invited, own, 'no');
  expect(await owedBy(stage, 12)).toEqual([{ ...owed, fulfilled: true }]);
});

test('after the start comes the end: the centre’s own begins with its answers, the expert’s with none', async () => {
  const own = await centreOf(stage, { name: 'Merke YRC' });
  const head = await works(stage, { id: 21, name: 'Head' }, own, 'head');
  const invited = await works(stage, { id: 22, name: 'Invited' }, own, 'expert');
  const start = await marksBySql(stage, { organisation: own, marks: allOf('no', 43), examples: { 7: 'Tuesdays' } });
  await marksBySql(stage, { organisation: own, by: 'expert', marks: allOf('no', 43) });
  // Not before the start is finished, whatever button may be left from an earlier cycle.
  await head.pressesData(`jb:as:${own}:centre:end`, head.last());
  await expect(submissionOf(stage, own, 'centre', 'end')).rejects.toThrow('nobody has begun it');
  expect(head.last().buttons.flat().join()).toContain('● 6. Quality of youth work · 5/5');
  await finishes(head, own, 'yes');
  await finishes(invited, own, 'no');
  for (const [person, by, hint] of [
    [head, 'centre', true],
    [invited, 'expert', false],
  ] as const) {
    await person.says('/menu');
    await person.presses('Youth centre');
    await pressesAll(person, `jb:as:${own}`);
    expect(person.last().text.includes(say('jb-as-end-hint'))).toBe(hint);
    await pressesAll(person, `jb:as:${own}:${by}:end`);
  }
  expect(head.last().buttons.flat().join()).toMatch(/● 1\. .* · 11\/11 · 0 %/);
  expect(head.last().buttons.flat()).toContain(say('fill-end'));
  expect(invited.last().buttons.flat().join()).toMatch(/○ 1\. .* · 0\/11 · 0 %/);
  expect(invited.last().buttons.flat()).not.toContain(say('fill-end'));
  const end = await submissionOf(stage, own, 'centre', 'end');
  expect(await standing(stage, end)).toEqual(await standing(stage, start));
  expect(await standing(stage, await submissionOf(stage, own, 'expert', 'end'))).toEqual({});
  await opensCriterion(head, 1);
  await pressesAll(head, 'yes');
  expect((await standing(stage, end))['i1_mark']).toEqual(['yes', 'Head']);
  expect((await standing(stage, start))['i1_mark']).toEqual(['no', null]);
});
