import { afterAll, beforeAll, expect, test } from 'vitest';
import { languages } from '../../../src/forms/index.ts';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { pdf, png } from '../../support/sent-files.ts';
import { idOf, newcomer, now, presses, say, story } from '../people/scene.ts';
import { member } from '../roles/scene.ts';
import { answers, came, reading } from './answers-scene.ts';
import type { Reading } from './answers-scene.ts';
import { centreOf, marksBySql } from './scene.ts';

let scene: Reading;
let stage: Stage;
let expert: Person;
let own: number;
beforeAll(async () => {
  scene = await reading();
  ({ stage, expert, own } = scene);
});
afterAll(() => stage.close());

test('an expert reads what the centre answered, its examples, photos and documents', async () => {
  await expert.pressesData(`jb:res:${own}`, expert.last());
  const from = now(expert);
  await expert.presses(say('jb-res-answers-button'));
  await expert.presses('2. Staff');
  await expert.presses('12');
  await expert.presses(say('jb-res-evidence-button', { count: 2 }));
  expect(story(expert, from)).toMatchInlineSnapshot(`
    "Expert: [Answers]
    Birge: Taraz YRC <b>
      First self-assessment
      Not finished yet: 6 of 44 answered

      ◐ 1. Main purpose – 1/11
      ◐ 2. Staff – 3/8 · 2 examples · 📎 2
      ○ 3. Safety and respect – 0/6
      ○ 4. Infrastructure – 0/9
      ○ 5. Participation – 0/3
      ○ 6. Quality of youth work – 0/5
      ● 7. Service and client – 2/2 · 1 example

      Choose a criterion to read its answers.
      [1. Main purpose]
      [2. Staff]
      [3. Safety and respect]
      [4. Infrastructure]
      [5. Participation]
      [6. Quality of youth work]
      [7. Service and client]
      [Back to the result]
      [Back to the centre]
    Expert: [2. Staff]
    Birge: Taraz YRC <b>
      First self-assessment

      2. Staff have the competences that youth work needs

      12. Staff responsible for youth work – yes
      Aset <3, 01.11.2026 · 📎 2
      Example: Every Tuesday we learn <i> & teach

      13. Number of staff and amount of work – not fully
      Aset <3, 01.11.2026
      Example: 🎉👍🏽

      14. 80 % of the time for young people – not answered

      15. Own assessment by the competence model – not answered

      16. Training in youth work – no
      Aset <3, 01.11.2026

      17. Specialist in non-formal education – not answered

      18. Non-formal education team – not answered

      19. Showing competences – not answered

      Positive trends: More of us study

      Press an indicator’s number: there is the whole example, who answered what, and the photos and documents (📎).
      [12] [13] [14] [15]
      [16] [17] [18] [19]
      [Back to the criteria]
      [Back to the result]
    Expert: [12]
    Birge: Taraz YRC <b>
      First self-assessment

      12. Staff responsible for youth work
      Now: yes – Aset <3, 01.11.2026, 11:00

      Example of successful practice – Aset <3, 01.11.2026, 11:00
      Every Tuesday
      we learn <i> & teach
      [Photos and documents (2)]
      [Back to the answers]
      [Back to the result]
      [Back to the centre]
    Expert: [Photos and documents (2)]
    Birge: (photo) 12. Staff responsible for youth work
      12-1.png · Aset <3, 03.11.2026
    Birge: (document 12-2.pdf) 12. Staff responsible for youth work
      12-2.pdf · Aset <3, 03.11.2026
    Birge: 12. Staff responsible for youth work
      2 files are above.
      [Back to indicator 12]
      [Back to the answers]
      [Back to the result]"
  `);
  const [photo, paper] = came(scene, expert, from);
  expect([photo?.as, photo?.bytes.equals(png(700))]).toEqual(['picture', true]);
  expect([paper?.as, paper?.bytes.equals(pdf())]).toEqual(['document', true]);
  await expert.presses(say('jb-res-answers-back'));
  expect(expert.last().text).toContain('12. ');
  await presses(expert, `jb:ans:${own}`);
  expect(expert.last().text).toContain(say('jb-res-answers-choose'));
});

test('an example of nothing but emoji is an example', async () => {
  await expert.pressesData(`jb:ans:${own}:2`, expert.last());
  expect(expert.last().text).toContain('Example: 🎉👍🏽');
  await expert.presses('13');
  expect(expert.last().text).toContain('\n🎉👍🏽');
  expect(expert.last().buttons.flat()).not.toContainEqual(expect.stringContaining('Photos'));
});

test('an example that was changed or refused can be read as well', async () => {
  const { sql } = stage.database;
  await sql`insert into answer_history (submission_id, question, value, complete, by_person, at, rev)
    values (${own}, 'i43_example', '"The book of visitors"', true, null, '2026-11-01T06:00:00Z', 1),
      (${own}, 'i43_example', 'null', true, ${scene.aset}, '2026-11-01T07:00:00Z', 2)`;
  await sql`insert into refused_answers (submission_id, question, value, by_person, at)
    values (${own}, 'i43_example', '"A form on our <site>"', ${scene.aset}, '2026-11-03T06:00:00Z')`;
  const from = now(expert);
  await expert.pressesData(`jb:hist:${own}:43`, expert.last());
  expect(story(expert, from)).toMatchInlineSnapshot(`
    "Expert: [jb:hist:1:43]
    Birge: Taraz YRC <b>
      First self-assessment

      43. Visitors' views
      Now: yes – Aset <3, 01.11.2026, 11:00

      Example of successful practice – Aset <3, 01.11.2026, 11:00
      x

      Example of successful practice, ✗ not taken, somebody else had answered meanwhile – Aset <3, 03.11.2026, 11:00
      A form on our <site>

      Example of successful practice, before – name unknown, 01.11.2026, 11:00
      The book of visitors
      [Back to the answers]
      [Back to the result]
      [Back to the centre]"
  `);
});

test.each(languages)(
  'however much was written, it is one message, and the report has the rest (%s)',
  async (language) => {
    const flags = '🇰🇿'.repeat(2000);
    const full = await centreOf(stage, { name: '👨‍👩‍👧‍👦'.repeat(200), kind: 'regional' });
    const id = 20 + languages.indexOf(language);
    const reader = await newcomer(stage, { id, name: 'Reader', language });
    const person = await idOf(stage, id);
    await stage.database.sql`insert into memberships (person_id, organisation_id, role, from_on)
    values (${person}, ${full}, 'staff', '2026-11-01')`;
    await stage.database.sql`update people set name = ${'Ӛ̈̈'.repeat(100)} where id = ${person}`;
    const numbers = Array.from({ length: 48 }, (_, index) => index + 1);
    const submission = await marksBySql(stage, {
      organisation: full,
      marks: Object.fromEntries(numbers.map((number) => [number, 'not_fully' as const])),
      examples: Object.fromEntries(numbers.map((number) => [number, flags])),
      person,
    });
    for (const text of ['trends', 'difficult']) await answers(scene, submission, `c1_${text}`, flags);
    await stage.database.sql`
    insert into answer_history (submission_id, question, value, complete, by_person, at, rev)
    select ${submission}, q, to_jsonb(case when q = 'i7_mark' then 'not_fully' else ${flags}::text end), true, ${person},
      '2026-11-01'::timestamptz + n * interval '1 minute', n
    from generate_series(1, 40) n, unnest(array['i7_mark', 'i7_example']) q`;
    for (const data of [
      `jb:ans:${submission}`,
      ...[1, 2, 3, 4, 5, 6, 7, 8].map((criterion) => `jb:ans:${submission}:${criterion}`),
      ...[`jb:hist:${submission}:7`, `jb:hist:${submission}:8`],
    ]) {
      const from = now(reader);
      await reader.pressesData(data, reader.last());
      const said = reader.chat.events.slice(from).filter(({ kind }) => kind === 'said');
      expect([data, said.length, reader.last().text.length]).toEqual([
        data,
        1,
        expect.toSatisfy((size) => size <= 4096),
      ]);
    }
    expect(reader.last().text.length).toBeGreaterThan(3900);
    await presses(reader, `jb:rep:${submission}`);
  },
);

test('nobody reads the answers of a centre that is not theirs, whichever ids they guess', async () => {
  const elsewhere = await centreOf(stage, { name: 'Elsewhere YRC' });
  const theirs = await marksBySql(stage, { organisation: elsewhere, marks: { 12: 'yes' } });
  const head = await member(stage, { id: 10, name: 'Head' }, 'head', { organisation: elsewhere });
  const below = await centreOf(stage, { name: 'Below YRC', parent: scene.centre });
  const staffBelow = await member(stage, { id: 11, name: 'Below' }, 'staff', { organisation: below });
  const stranger = await newcomer(stage, { id: 12, name: 'Stranger' });
  for (const person of [head, staffBelow, stranger]) {
    for (const submission of [own, own + 1000, 999_999_999_999_999]) {
      for (const data of [`jb:ans:${submission}`, `jb:ans:${submission}:2`, `jb:ev:${submission}:12`]) {
        const from = now(person);
        await person.pressesData(data, person.last());
        expect(person.last().text).toBe(say('jb-ctr-refused'));
        expect(person.last().buttons.flat()).toContain(say('menu-button'));
        expect(came(scene, person, from)).toEqual([]);
        expect(story(person, from)).not.toMatch(/Taraz|Tuesday/);
      }
    }
  }
  // In their own centre's assessment they do not reach the files of another one.
  const from = now(head);
  await head.pressesData(`jb:ev:${theirs}:12`, head.last());
  expect([head.last().text.includes(say('jb-res-evidence-none')), came(scene, head, from)]).toEqual([true, []]);
});

test('what centres of this kind do not answer is refused; an expert’s old buttons end with the role', async () => {
  for (const data of [
    ...[`jb:ans:${own}:0`, `jb:ans:${own}:8`, `jb:ans:${own}:9`],
    ...[`jb:ev:${own}:0`, `jb:ev:${own}:45`, `jb:ev:${own}:99`],
  ]) {
    await expert.pressesData(data, expert.last());
    expect([data, expert.last().text]).toEqual([data, say('jb-ctr-refused')]);
  }
  await stage.database.sql`update memberships set until_on = '2026-11-21' where person_id = ${await idOf(stage, 2)}`;
  const from = now(expert);
  for (const data of [`jb:ans:${own}:2`, `jb:ev:${own}:12`]) {
    await expert.pressesData(data, expert.last());
    expect(expert.last().text).toBe(say('jb-ctr-refused'));
  }
  expect(came(scene, expert, from)).toEqual([]);
});
