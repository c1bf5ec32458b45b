import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { maskOf } from '../../../src/centres/what-if.ts';
import type { Mark } from '../../../src/rules/label-codes.ts';
import { readDocx } from '../../documents/read-docx.ts';
import { readZip } from '../../documents/read-zip.ts';
import { sizeOf } from '../../pictures/drawn-texts.ts';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { idOf, now, presses, say, story } from '../people/scene.ts';
import { member } from '../roles/scene.ts';
import { centreOf, labelStage, marksBySql } from './scene.ts';

let stage: Stage;
let centre: number;
let head: Person;
let own: number;
beforeAll(async () => {
  stage = await labelStage();
  centre = await centreOf(stage, { name: 'Taraz YRC <b> 🚀' });
  head = await member(stage, { id: 1, name: 'Head' }, 'head', { organisation: centre });
  own = await marksBySql(stage, {
    organisation: centre,
    marks: allBut('yes', { 20: 'no', 21: 'not_fully', 36: 'no', 44: undefined }),
    examples: { 7: 'Every Tuesday & Thursday <i>' },
    person: await idOf(stage, 1),
  });
});
afterAll(() => stage.close());

/** Marks of all 44 indicators of a district centre. */
function allBut(mark: Mark, except: Record<number, Mark | undefined> = {}): Record<number, Mark> {
  const all: Record<number, Mark> = {};
  for (let number = 1; number <= 44; number += 1) {
    const given = number in except ? except[number] : mark;
    if (given !== undefined) all[number] = given;
  }
  return all;
}

const bytesOf = (fileId: string | undefined): Uint8Array =>
  stage.double.state.files.find(fileId ?? '')?.bytes ?? new Uint8Array();

/** What the content says wherever a level stands, so that a talk shows only where it stands. */
const told = (seat: Person, from: number): string =>
  story(seat, from).replaceAll(stage.running.birge.label.estimate.note.en, '(the note)');

test('a head sees the result: words first, then the picture; the ways on stand below both', async () => {
  const from = now(head);
  await head.pressesData(`jb:res:${own}`, head.last());
  expect(told(head, from)).toMatchInlineSnapshot(`
    "Head: [jb:res:1]
    Birge: Taraz YRC <b> 🚀
      First self-assessment
      Not finished yet: 43 of 44 answered

      Estimated level: bronze
      (the note)

      Criteria
      1. Main purpose – 100 %, met ✓
      2. Staff – 100 %, met ✓
      3. Safety and respect – 75 %
      4. Infrastructure – 100 %, met ✓
      5. Participation – 67 %
      6. Quality of youth work – 100 %, met ✓
      7. Service and client – 50 % (answered: 1/2)

      Next level: silver. 2 indicators hold it back, the shortest way first:
      20. Human dignity – no
      21. True to its principles – not fully
      Above it: gold, 4 indicators in all.

      Not answered – 1: 44
      [Go to the assessment]
      [What if it were “yes”?]
      [Action plan]
      [Answers]
      [Report] [Compare]
      [Back to the centre]
    Birge: (photo) Taraz YRC <b> 🚀
      First self-assessment, 22.11.2026
      [Go to the assessment]
      [What if it were “yes”?]
      [Action plan]
      [Answers]
      [Report] [Compare]
      [Back to the centre]"
  `);
  const { message } = head.last();
  expect(sizeOf(bytesOf(message.photo?.at(-1)?.file_id))).toMatchObject({ width: 720 });
});

test('what if: criteria, an indicator ticked and another, in one message; nothing is stored', async () => {
  const stored = () => stage.database.sql`select question, value, rev from answers where submission_id = ${own}`;
  const before = await stored();
  await head.pressesData(`jb:res:${own}`, head.last());
  const from = now(head);
  await presses(head, `jb:if:${own}`);
  const message = head.last().message_id;
  await head.presses('3. Safety and respect · 75 %');
  await head.presses('☐ 20. Human dignity');
  await head.presses('☐ 21. True to its principles');
  expect(told(head, from)).toMatchInlineSnapshot(`
    "Head: [What if it were “yes”?]
    Birge: Taraz YRC <b> 🚀

      First self-assessment
      Try which level it would be if some indicators became “yes”. Nothing is stored here, and your answers do not change.

      Taken for “yes”: 0 indicators
      Now: bronze. Then: bronze
      The level after that (silver) needs 2 more indicators.

      (the note)
      [3. Safety and respect · 75 %]
      [5. Participation · 67 %]
      [7. Service and client · 50 %]
      [Shortest way to the next level]
      [Back to the result]
    Head: [3. Safety and respect · 75 %]
    Birge (edited): Now: bronze. Then: bronze
      An estimate: experts decide on the level.

      3. Safety and respect: 75 % → 75 %
      The level after that (silver) needs 2 more indicators.
      [☐ 20. Human dignity]
      [☐ 21. True to its principles]
      [Tick all of this criterion]
      [Criteria]
      [Back to the result]
    Head: [☐ 20. Human dignity]
    Birge (edited): Now: bronze. Then: bronze
      An estimate: experts decide on the level.

      3. Safety and respect: 75 % → 92 %
      The level after that (silver) needs 1 more indicator.
      [☑ 20. Human dignity]
      [☐ 21. True to its principles]
      [Criteria]
      [Back to the result]
    Head: [☐ 21. True to its principles]
    Birge (edited): Now: bronze. Then: silver
      An estimate: experts decide on the level.

      3. Safety and respect: 75 % → 100 %, would be met ✓
      The level after that (gold) needs 2 more indicators.
      [☑ 20. Human dignity]
      [☑ 21. True to its principles]
      [Criteria]
      [Back to the result]"
  `);
  await head.presses('☑ 20. Human dignity');
  await head.presses('Criteria');
  await head.presses('Untick all');
  expect([head.last().message_id, head.last().text]).toEqual([message, expect.stringContaining('0 indicators')]);
  await head.presses('Shortest way to the next level');
  expect(head.last().text).toContain('Now: bronze. Then: silver');
  // The same press once more: the message is as it should be already.
  await head.pressesData(`jb:if:${own}:0:${maskOf([20, 21])}`, message);
  expect(head.last().message_id).toBe(message);
  expect(await stored()).toEqual(before);
});

test('an old button of a choice takes up what has become of the answers', async () => {
  const { sql } = stage.database;
  await head.pressesData(`jb:if:${own}`, head.last());
  const message = head.last();
  await sql`update answers set value = '"yes"' where submission_id = ${own} and question = 'i20_mark'`;
  await head.pressesData(`jb:if:${own}:3:${maskOf([20, 21])}`, message);
  expect(head.last().text).toContain('3. Safety and respect: 92 % → 100 %, would be met ✓\n');
  await sql`update answers set value = '"no"' where submission_id = ${own} and question = 'i20_mark'`;
});

test('the report comes as a document or as a table, each in the reader’s language', async () => {
  const from = now(head);
  await head.pressesData(`jb:rep:${own}`, head.last());
  await head.presses(say('jb-res-report-docx'));
  const docx = head.last().message.document;
  await head.pressesData(`jb:rep:${own}:xlsx`, head.last());
  const xlsx = head.last().message.document;
  expect(told(head, from)).toMatchInlineSnapshot(`
    "Head: [jb:rep:1]
    Birge: Taraz YRC <b> 🚀
      First self-assessment

      The report has all answers, examples, the list of evidence, trends and difficult questions, and the picture of the criteria. In which format shall it come?
      [Word document (.docx)]
      [Excel table (.xlsx)]
      [Back to the result]
    Head: [Word document (.docx)]
    Birge: (document jastar-belgisi-self-assessment-2026-11-22.docx) Taraz YRC <b> 🚀
      First self-assessment, 22.11.2026
      [Back to the result]
      [Back to the centre]
    Head: [jb:rep:1:xlsx]
    Birge: (document jastar-belgisi-self-assessment-2026-11-22.xlsx) Taraz YRC <b> 🚀
      First self-assessment, 22.11.2026
      [Back to the result]
      [Back to the centre]"
  `);
  const { paragraphs } = await readDocx(bytesOf(docx?.file_id));
  expect(paragraphs).toEqual(
    expect.arrayContaining([
      'Report of the self-assessment',
      'Centre: Taraz YRC <b> 🚀',
      'Estimated level: bronze',
      'Example of successful practice: Every Tuesday & Thursday <i>',
      'Answered by: Head, 01.11.2026',
      'Answer: not answered',
    ]),
  );
  const strings = readZip(Buffer.from(bytesOf(xlsx?.file_id))).get('xl/sharedStrings.xml');
  expect(strings).toContain('Every Tuesday &amp; Thursday');
});

test('all that holds back a level has a message of its own where there is much of it', async () => {
  const far = await centreOf(stage, { name: 'Far YRC' });
  const coordinator = await member(stage, { id: 2, name: 'Coordinator' }, 'coordinator', { organisation: far });
  const submission = await marksBySql(stage, { organisation: far, marks: { 1: 'not_fully', 12: 'yes' } });
  await coordinator.pressesData(`jb:res:${submission}`, coordinator.last());
  await coordinator.presses(say('jb-res-held-button'));
  const { text } = coordinator.last();
  expect(text.match(/^\d+\. .* – (not answered|not fully)$/gm)).toHaveLength(27);
  expect(text.indexOf('2. Staff')).toBeLessThan(text.indexOf('1. Main purpose'));
  await coordinator.presses(say('jb-res-result-button'));
  expect(coordinator.last().message.photo).toBeDefined();
});

test('of an assessment without answers there is no picture, and the way to answer', async () => {
  const fresh = await centreOf(stage, { name: 'Fresh YRC' });
  const staff = await member(stage, { id: 3, name: 'Staff' }, 'staff', { organisation: fresh });
  const submission = await marksBySql(stage, { organisation: fresh, marks: {} });
  await staff.pressesData(`jb:res:${submission}`, staff.last());
  expect(staff.last().text).toContain('Nothing is answered yet');
  expect(staff.last().buttons.flat()).toContain(say('jb-res-assess-button'));
});

test('of gold nothing is to be tried, and a finished assessment is not answered any more', async () => {
  const best = await centreOf(stage, { name: 'Best YRC' });
  const staff = await member(stage, { id: 4, name: 'Staff' }, 'staff', { organisation: best });
  const submission = await marksBySql(stage, { organisation: best, marks: allBut('yes'), finished: true });
  const from = now(staff);
  await staff.pressesData(`jb:res:${submission}`, staff.last());
  expect(told(staff, from)).toContain('Nothing holds you back any more');
  const offered = staff.screen();
  for (const key of ['jb-res-if-button', 'jb-res-assess-button', 'jb-res-held-button'])
    expect(offered).not.toContain(`[${say(key)}]`);
});

describe('who answered what', () => {
  test('what stands, what stood before, and what was refused', async () => {
    const { sql } = stage.database;
    const ours = await centreOf(stage, { name: 'Ours YRC' });
    const reader = await member(stage, { id: 5, name: 'Aizhan <3' }, 'staff', { organisation: ours });
    const submission = await marksBySql(stage, {
      organisation: ours,
      marks: { 7: 'yes' },
      person: await idOf(stage, 5),
      at: '2026-11-20T20:30:00Z',
    });
    await sql`insert into answer_history (submission_id, question, value, complete, by_person, at, rev)
      values (${submission}, 'i7_mark', '"no"', true, ${await idOf(stage, 1)}, '2026-11-02T06:00:00Z', 1)`;
    await sql`insert into refused_answers (submission_id, question, value, by_person, at)
      values (${submission}, 'i7_mark', '"not_fully"', null, '2026-11-03T06:00:00Z')`;
    const from = now(reader);
    await reader.pressesData(`jb:hist:${submission}:7`, reader.last());
    await reader.pressesData(`jb:hist:${submission}:8`, reader.last());
    expect(told(reader, from)).toMatchInlineSnapshot(`
      "Aizhan <3: [jb:hist:5:7]
      Birge: Ours YRC
        First self-assessment

        7. Individual advice
        Now: yes – Aizhan <3, 21.11.2026, 01:30
        ✗ Not taken, somebody else had answered meanwhile: not fully – name unknown, 03.11.2026, 11:00
        Before: no – Head, 02.11.2026, 11:00
        [Change the answer]
        [Back to the answers]
        [Back to the result]
        [Back to the centre]
      Aizhan <3: [jb:hist:5:8]
      Birge: Ours YRC
        First self-assessment

        8. Joint events
        There is no answer now.
        [Answer]
        [Back to the answers]
        [Back to the result]
        [Back to the centre]"
    `);
    for (const wrong of [0, 45, 99]) {
      await reader.pressesData(`jb:hist:${submission}:${wrong}`, reader.last());
      expect(reader.last().text).toBe(say('jb-ctr-refused'));
    }
  });

  test('fifteen changes are told, the others counted', async () => {
    const ours = await centreOf(stage, { name: 'Busy YRC' });
    const reader = await member(stage, { id: 6, name: 'Busy' }, 'staff', { organisation: ours });
    const submission = await marksBySql(stage, { organisation: ours, marks: { 7: 'yes' } });
    await stage.database.sql`
      insert into answer_history (submission_id, question, value, complete, by_person, at, rev)
      select ${submission}, 'i7_mark', '"no"', true, null, '2026-11-01'::timestamptz + n * interval '1 minute', n
      from generate_series(1, 60) n`;
    await reader.pressesData(`jb:hist:${submission}:7`, reader.last());
    expect(reader.last().text.match(/^Before:/gm)).toHaveLength(15);
    expect(reader.last().text).toContain('… and 35 earlier');
  });
});

test('nobody sees the results of a centre that is not theirs, whichever buttons they press', async () => {
  const elsewhere = await centreOf(stage, { name: 'Elsewhere YRC' });
  const stranger = await member(stage, { id: 7, name: 'Stranger' }, 'head', { organisation: elsewhere });
  const below = await centreOf(stage, { name: 'Below YRC', parent: centre });
  const staffBelow = await member(stage, { id: 8, name: 'Below' }, 'staff', { organisation: below });
  for (const person of [stranger, staffBelow]) {
    for (const data of [
      ...[`jb:res:${own}`, `jb:res:${own}:held`, `jb:if:${own}`, `jb:if:${own}:3:0`, `jb:hist:${own}:7`],
      ...[`jb:rep:${own}`, `jb:rep:${own}:docx`, `jb:rep:${own}:xlsx`, 'jb:res:999999999999999'],
    ]) {
      const from = now(person);
      await person.pressesData(data, person.last());
      expect(person.last().text).toBe(say('jb-ctr-refused'));
      expect(person.last().buttons.flat()).toContain(say('menu-button'));
      expect(told(person, from)).not.toContain('Taraz');
    }
  }
});

test('who coordinates from above and an expert of the centre see it, and are offered only what they may do', async () => {
  const region = await centreOf(stage, { kind: 'regional', name: 'Region YRC' });
  const district = await centreOf(stage, { name: 'District YRC', parent: region });
  const above = await member(stage, { id: 9, name: 'Above' }, 'coordinator', { organisation: region });
  const expert = await member(stage, { id: 10, name: 'Expert' }, 'expert', { organisation: district });
  const submission = await marksBySql(stage, { organisation: district, marks: { 1: 'yes' } });
  const theirs = await marksBySql(stage, { organisation: district, by: 'expert', marks: { 1: 'no' } });
  const assess = `[${say('jb-res-assess-button')}]`;
  const plan = `[${say('jb-res-plan-button')}]`;
  const offered = async (person: Person, id: number) => {
    const from = now(person);
    await person.pressesData(`jb:res:${id}`, person.last());
    const shown = story(person, from);
    expect(shown).toContain('District YRC');
    return [shown.includes(assess), shown.includes(plan)];
  };
  expect(await offered(above, submission)).toEqual([false, false]);
  expect(await offered(expert, submission)).toEqual([false, false]);
  expect(await offered(expert, theirs)).toEqual([true, false]);
});
