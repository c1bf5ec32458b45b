import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Mark } from '../../../src/rules/label-codes.ts';
import { sizeOf } from '../../pictures/drawn-texts.ts';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { now, presses, say, story } from '../people/scene.ts';
import { member } from '../roles/scene.ts';
import { centreOf, labelStage, marksBySql } from './scene.ts';

let stage: Stage;
let centre: number;
let head: Person;
beforeAll(async () => {
  stage = await labelStage();
  centre = await centreOf(stage, { name: 'Taraz YRC' });
  head = await member(stage, { id: 1, name: 'Head' }, 'head', { organisation: centre });
});
afterAll(() => stage.close());

/** Marks of these many indicators from the first on. */
const first = (count: number, mark: Mark): Record<number, Mark> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [index + 1, mark]));

/** The centre's own assessments of its first candidacy: the start and the end. */
const cyclesOwn = async (): Promise<number[]> => {
  const rows = await stage.database.sql<{ id: number }[]>`
    select submission_id::int as id from assessments
    where organisation_id = ${centre} and cycle = 1 and made_by = 'centre' order by 1`;
  return rows.map(({ id }) => id);
};

const told = (seat: Person, from: number): string =>
  story(seat, from).replaceAll(stage.running.birge.label.estimate.note.en, '(the note)');

test('with one assessment there is nothing to compare yet; the way to the next one is shown', async () => {
  await marksBySql(stage, { organisation: centre, marks: first(20, 'no'), finished: true, at: '2026-04-20T06:00:00Z' });
  const from = now(head);
  await head.pressesData(`jb:cmp:${centre}`, head.last());
  expect(told(head, from)).toMatchInlineSnapshot(`
    "Head: [jb:cmp:1]
    Birge: Taraz YRC

      A comparison needs two assessments: start and end, or the centre's and the experts'. There are no such two yet. As soon as there is a second one, it will stand here.
      [Go to the assessment]
      [Back to the centre]"
  `);
});

test('whoever only looks after the centre is not sent to assess it', async () => {
  const region = await centreOf(stage, { kind: 'regional', name: 'Region YRC' });
  const below = await centreOf(stage, { name: 'Below YRC', parent: region });
  const above = await member(stage, { id: 4, name: 'Above' }, 'head', { organisation: region });
  await above.pressesData(`jb:cmp:${below}`, above.last());
  expect([above.last().text, above.last().buttons.flat()]).toEqual([
    `Below YRC\n\n${say('jb-res-compare-none')}`,
    [say('jb-res-centre-button')],
  ]);
});

test('start and end, then centre and experts: words first, then the picture, the ways on below both', async () => {
  await marksBySql(stage, { organisation: centre, stage: 'end', marks: { ...first(20, 'yes'), 3: 'no' } });
  await marksBySql(stage, { organisation: centre, by: 'expert', marks: { 1: 'not_fully', 2: 'no' }, finished: true });
  const from = now(head);
  await head.pressesData(`jb:cmp:${centre}`, head.last());
  await head.presses('Self-assessment: start and end');
  const progress = head.last().message.photo?.at(-1)?.file_id;
  await presses(head, `jb:cmp:${centre}`);
  await head.presses('At the start: centre and experts');
  const beside = head.last().message.photo?.at(-1)?.file_id;
  expect(told(head, from)).toMatchInlineSnapshot(`
    "Head: [jb:cmp:1]
    Birge: Taraz YRC

      What shall we put side by side?
      [Self-assessment: start and end]
      [At the start: centre and experts]
      [Back to the centre]
    Head: [Self-assessment: start and end]
    Birge: Taraz YRC

      First self-assessment
      Finished on 20.04.2026: 20 of 44 answered
      Estimated level: none yet

      Final self-assessment
      Not finished yet: 20 of 44 answered
      Estimated level: none yet

      (the note)

      19 answers have changed
      1. Work programme: no → yes
      2. Young people aged 14–28: no → yes
      4. Voluntary participation: no → yes
      5. Regular learning activities: no → yes
      6. Projects of at least one year: no → yes
      7. Individual advice: no → yes
      8. Joint events: no → yes
      9. Outreach four times a month: no → yes
      10. Principles of non-formal education: no → yes
      11. Free of charge: no → yes
      … and 9 more
      [Show all 19 differences]
      [At the start] [At the end]
      [Compare]
      [Back to the centre]
    Birge: (photo) Taraz YRC
      Self-assessment: from start to end, 22.11.2026
      [Show all 19 differences]
      [At the start] [At the end]
      [Compare]
      [Back to the centre]
    Head: [Compare]
    Birge: Taraz YRC

      What shall we put side by side?
      [Self-assessment: start and end]
      [At the start: centre and experts]
      [Back to the centre]
    Head: [At the start: centre and experts]
    Birge: Taraz YRC

      First self-assessment
      Finished on 20.04.2026: 20 of 44 answered
      Estimated level: none yet

      First expert assessment
      Finished on 01.11.2026: 2 of 44 answered
      Estimated level: none yet

      (the note)

      1 answer differs (centre / experts)
      1. Work programme: no / not fully

      Answered on one side only: 18 indicators.
      [Centre] [Experts]
      [Compare]
      [Back to the centre]
    Birge: (photo) Taraz YRC
      First assessment: centre and experts, 01.11.2026
      [Centre] [Experts]
      [Compare]
      [Back to the centre]"
  `);
  for (const id of [progress, beside])
    expect(sizeOf(stage.double.state.files.find(id ?? '')?.bytes ?? new Uint8Array())).toMatchObject({ width: 720 });
});

test('more than ten differences: a button tells all of them in one message, without the picture again', async () => {
  const [start = 0, end = 0] = await cyclesOwn();
  await head.pressesData(`jb:cmp:${start}:${end}`, head.last());
  const from = now(head);
  await head.presses('Show all 19 differences');
  expect(told(head, from)).toMatchInlineSnapshot(`
    "Head: [Show all 19 differences]
    Birge: Taraz YRC

      Self-assessment: start and end
      19 answers have changed
      1. Work programme: no → yes
      2. Young people aged 14–28: no → yes
      4. Voluntary participation: no → yes
      5. Regular learning activities: no → yes
      6. Projects of at least one year: no → yes
      7. Individual advice: no → yes
      8. Joint events: no → yes
      9. Outreach four times a month: no → yes
      10. Principles of non-formal education: no → yes
      11. Free of charge: no → yes
      12. Staff responsible for youth work: no → yes
      13. Number of staff and amount of work: no → yes
      14. 80 % of the time for young people: no → yes
      15. Own assessment by the competence model: no → yes
      16. Training in youth work: no → yes
      17. Specialist in non-formal education: no → yes
      18. Non-formal education team: no → yes
      19. Showing competences: no → yes
      20. Human dignity: no → yes
      [At the start] [At the end]
      [Compare]
      [Back to the centre]"
  `);
});

test('cycles are named where there are several, the newest first', async () => {
  await marksBySql(stage, { organisation: centre, cycle: 2, marks: first(5, 'yes') });
  await marksBySql(stage, { organisation: centre, cycle: 2, by: 'expert', marks: first(5, 'yes'), finished: true });
  await head.pressesData(`jb:cmp:${centre}`, head.last());
  expect(head.last().buttons.flat()).toEqual([
    'At the start: centre and experts · round 2',
    'Self-assessment: start and end · round 1',
    'At the start: centre and experts · round 1',
    say('jb-res-centre-button'),
  ]);
});

test('only what belongs side by side is put there, and only of one centre that is one’s own', async () => {
  const other = await centreOf(stage, { name: 'Other YRC' });
  const stranger = await member(stage, { id: 2, name: 'Stranger' }, 'head', { organisation: other });
  const both = await member(stage, { id: 3, name: 'Both' }, 'expert', { organisation: other });
  const theirs = await marksBySql(stage, { organisation: other, by: 'expert', marks: first(3, 'no'), finished: true });
  const [own = 0, ownEnd = 0, experts = 0] = (
    await stage.database.sql<{ id: number }[]>`
      select submission_id::int as id from assessments where organisation_id = ${centre} and cycle = 1 order by 1`
  ).map(({ id }) => id);
  const refused = [
    // Of two centres; the wrong way round; the same twice; centre's end with experts' start; none.
    ...[`jb:cmp:${own}:${theirs}`, `jb:cmp:${ownEnd}:${own}`, `jb:cmp:${own}:${own}`, `jb:cmp:${ownEnd}:${experts}`],
    ...['jb:cmp:999999999999999:999999999999998', `jb:cmp:${own}:${theirs}:all`, `jb:cmp:${ownEnd}:${own}:all`],
  ];
  for (const data of refused) {
    await head.pressesData(data, head.last());
    expect(head.last().text).toBe(say('jb-ctr-refused'));
  }
  for (const person of [stranger, both]) {
    for (const data of [
      ...refused,
      `jb:cmp:${theirs}:${own}`,
      `jb:cmp:${centre}`,
      `jb:cmp:${own}:${ownEnd}`,
      `jb:cmp:${own}:${ownEnd}:all`,
    ]) {
      const from = now(person);
      await person.pressesData(data, person.last());
      expect(person.last().text).toBe(say('jb-ctr-refused'));
      expect(told(person, from)).not.toContain('Taraz');
    }
  }
});

test('what experts have not finished is not beside the centre’s own for its staff, but for experts it is', async () => {
  const apart = await centreOf(stage, { name: 'Apart YRC' });
  const staff = await member(stage, { id: 41, name: 'Staff' }, 'staff', { organisation: apart });
  const expert = await member(stage, { id: 42, name: 'Expert' }, 'expert', { organisation: apart });
  const own = await marksBySql(stage, { organisation: apart, marks: first(3, 'no') });
  const experts = await marksBySql(stage, { organisation: apart, by: 'expert', marks: first(3, 'yes') });
  await staff.pressesData(`jb:cmp:${apart}`, staff.last());
  expect(staff.last().text).toContain(say('jb-res-compare-none'));
  for (const data of [`jb:cmp:${own}:${experts}`, `jb:res:${experts}`, `jb:ans:${experts}`, `jb:rep:${experts}:docx`]) {
    await staff.pressesData(data, staff.last());
    expect([data, staff.last().text]).toEqual([data, say('jb-ctr-refused')]);
  }
  await expert.pressesData(`jb:cmp:${apart}`, expert.last());
  expect(expert.last().buttons.flat()).toContain('At the start: centre and experts');
});
