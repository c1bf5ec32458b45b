import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { idOf, now, story } from '../people/scene.ts';
import { member } from '../roles/scene.ts';
import { centreOf, labelStage, marksBySql } from './scene.ts';

let stage: Stage;
let centre: number;
let submission: number;
let aset: Person;
beforeAll(async () => {
  stage = await labelStage();
  centre = await centreOf(stage, { name: 'Abai <YRC>', confirmed: true });
  aset = await member(stage, { id: 1, name: 'Aset' }, 'head', { organisation: centre });
  await member(stage, { id: 2, name: 'Dana' }, 'staff', { organisation: centre });
  submission = await marksBySql(stage, { organisation: centre, by: 'centre', stage: 'start', marks: { 16: 'yes' } });
  await stage.database.sql`update answers set by_person = ${await idOf(stage, 1)}`;
});
afterAll(() => stage.close());

/** Each was refused a second after the one before. */
let seconds = 0;

/** A colleague answered in the same moment: what was refused, and the row of the outbox that tells of it. */
async function differed(given: {
  submission?: number;
  question?: string;
  value: string | object | null;
  by?: number;
  to?: number;
  key: string;
}): Promise<void> {
  const { question = 'i16_mark', value, by = 2, to = 1, key } = given;
  const [about, who, whom] = [given.submission ?? submission, await idOf(stage, by), await idOf(stage, to)];
  const at = new Date(Date.parse('2026-11-22T05:00:00Z') + (seconds += 1) * 1000).toISOString();
  const { sql } = stage.database;
  const [refused] = await sql<
    { id: number }[]
  >`insert into refused_answers (submission_id, question, value, by_person, at)
    values (${about}, ${question}, ${JSON.stringify(value)}::text::jsonb, ${who}, ${at}) returning id::int`;
  const payload = { submission: about, question, refused: refused?.id };
  const row = { person: whom, kind: 'answer-differed', key, priority: 1, payload };
  await sql`select enqueue(${JSON.stringify([row])}::text::jsonb, ${at})`;
  await stage.catchUp();
}

const lastEnd = async () =>
  (await stage.database.sql`select state from outbox where kind = 'answer-differed' order by id desc limit 1`)[0]?.[
    'state'
  ];

test('whose answer stands hears what a colleague answered at the same time', async () => {
  const from = now(aset);
  await differed({ value: 'no', key: 'first' });
  expect(story(aset, from)).toMatchInlineSnapshot(`
    "Birge: Two different answers to one question
      Abai <YRC>
      16. Training in youth work

      The answer that counts: Yes (yours)
      Meanwhile another one came: No (Dana). It does not count but is kept in the history; your colleague knows.

      Please agree on which one is right. If need be, change it in the assessment.
      [Open the assessment]
      [Who answered what]"
  `);
  const buttons = aset.last().buttons.flat();
  expect(buttons).toEqual(['Open the assessment', 'Who answered what']);
  expect(await lastEnd()).toBe('sent');
});

test('of a text it shows the beginning on one line, and what was written can do no harm', async () => {
  await stage.database.sql`
    insert into answers (submission_id, question, value, complete, by_person, at, rev)
    values (${submission}, 'i16_example', ${JSON.stringify(`Every\nTuesday ${'we learn '.repeat(60)}`)}::text::jsonb, true, ${await idOf(stage, 1)}, '2026-11-22', 1)`;
  await differed({ question: 'i16_example', value: '<a href="x">Friday</a> & more', key: 'second' });
  const { text } = aset.last();
  expect(text).toContain('16. Training in youth work: example of successful practice');
  expect(text).toMatch(/Every Tuesday we learn .*… \(yours\)/);
  expect(text).toContain('<a href="x">Friday</a> & more (Dana)');
  expect(text.length).toBeLessThan(1000);
});

test('of a text about a whole criterion there is no history by indicator', async () => {
  await differed({ question: 'c2_trends', value: null, key: 'third' });
  expect(aset.last().text).toContain('2. Staff: positive trends');
  expect(aset.last().buttons.flat()).toEqual(['Open the assessment']);
});

test('it says what stands now, not what stood when it was written down', async () => {
  await stage.database.sql`
    update answers set value = '"no"', by_person = ${await idOf(stage, 2)}, rev = 2 where submission_id = ${submission} and question = 'i16_mark'`;
  await differed({ value: 'not_fully', key: 'fourth' });
  expect(aset.last().text).toMatch(/counts: No \(Dana\)/);
});

test('a colleague who is not known any more is a colleague', async () => {
  await member(stage, { id: 3, name: 'Leaving' }, 'staff', { organisation: centre });
  await stage.database.sql`update people set name = null where id = ${await idOf(stage, 3)}`;
  await differed({ value: 'no', by: 3, key: 'fifth' });
  expect(aset.last().text).toContain('No (a colleague)');
});

test('experts hear of the other expert, and staff of the centre do not', async () => {
  const expert = await member(stage, { id: 4, name: 'Expert' }, 'expert', { organisation: centre });
  const theirs = await marksBySql(stage, { organisation: centre, by: 'expert', stage: 'start', marks: { 16: 'no' } });
  await differed({ submission: theirs, value: 'yes', by: 4, to: 4, key: 'sixth' });
  expect(expert.last().text).toContain('Two different answers');
  const before = now(aset);
  await differed({ submission: theirs, value: 'yes', by: 4, to: 1, key: 'seventh' });
  expect([story(aset, before), await lastEnd()]).toEqual(['', 'cancelled']);
});

test('who has left the centre hears nothing', async () => {
  const left = await member(stage, { id: 5, name: 'Left' }, 'staff', { organisation: centre });
  await stage.database
    .sql`update memberships set until_on = '2026-11-21', from_on = '2026-11-01' where person_id = ${await idOf(stage, 5)}`;
  const before = now(left);
  await differed({ value: 'no', to: 5, key: 'eighth' });
  expect([story(left, before), await lastEnd()]).toEqual(['', 'cancelled']);
});

test('an assessment or a question that is no more is nothing to tell of', async () => {
  const before = now(aset);
  await differed({ question: 'i99_mark', value: 'no', key: 'ninth' });
  expect(await lastEnd()).toBe('cancelled');
  await stage.database.sql`update organisations set closed_at = '2026-11-22' where id = ${centre}`;
  await differed({ value: 'no', key: 'tenth' });
  expect([story(aset, before), await lastEnd()]).toEqual(['', 'cancelled']);
});
