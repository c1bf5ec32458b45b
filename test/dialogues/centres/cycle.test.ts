import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPlatform } from '../../../src/store/organisations.ts';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { newcomer, now, say, story } from '../people/scene.ts';
import { member, membershipOf } from '../roles/scene.ts';
import { centreOf, labelStage, marksBySql } from './scene.ts';

let stage: Stage;
let centre: number;
let admin: Person;
let head: Person;
beforeAll(async () => {
  stage = await labelStage();
  const platform = await openPlatform(stage.database.store, { kk: 'Birge' }, stage.running.birge.now());
  centre = await centreOf(stage, { name: 'Qorday YRC' });
  admin = await member(stage, { id: 1, name: 'Admin' }, 'administrator', { organisation: platform });
  head = await member(stage, { id: 2, name: 'Head' }, 'head', { organisation: centre });
  await member(stage, { id: 3, name: 'Expert' }, 'expert', { organisation: centre });
});
afterAll(() => stage.close());

/** Records what happened today, by the flow that the buttons lead to. */
async function records(topic: string): Promise<void> {
  await admin.pressesData(`go:record:${centre}:${topic}`, admin.last());
  await admin.presses('Today');
  expect(admin.last().text).toContain('Recorded');
}

test('before anything has happened, a centre sees the four stages and what each is about', async () => {
  const from = now(head);
  await head.pressesData(`jb:cyc:${centre}`, head.last());
  expect(story(head, from)).toMatchInlineSnapshot(`
    "Head: [jb:cyc:2]
    Birge: Qorday YRC
      The way through the “Jastar belgisi” programme
      First round in the programme

      1. First expert assessment · 1 month
      Experts assess by interviews with staff, the local executive, young people and interested parties. The most active centres with potential are selected.

      2. Action plan · 15 days
      Each selected centre makes its own plan from the findings, its mission and the needs of its target group.

      3. School of State Youth Policy · 3 months
      Staff and activists (of youth organisations and self-government) learn. In the end the centre's work programme is ready.
      – Online training: for 2 months before the workshop
      – Home assignment: for 10 days before the workshop
      – Workshop
      – Practice: for 2–3 months after the workshop
      Together the parts are longer than the 3 months that the document's short table gives.

      4. Final expert assessment · 1 month
      Experts assess results and progress. The label is awarded or refused.

      No assessment has begun yet.

      Nothing is decided on the label yet.
      [Back to the centre]
      [Menu]"
  `);
});

test('what has happened, what is owed by when, and which assessments there are', async () => {
  await records(`m${await membershipOf(stage, 3, 'expert')}:first-assessment-begun`);
  await records('o:label-selected');
  await marksBySql(stage, { organisation: centre, marks: { 1: 'yes' }, finished: true });
  await marksBySql(stage, { organisation: centre, by: 'expert', marks: { 1: 'no' }, at: '2026-11-20T06:00:00Z' });
  stage.setClock('2026-12-09T06:00:00Z');
  const from = now(head);
  await head.pressesData(`jb:cyc:${centre}`, head.last());
  expect(story(head, from)).toMatchInlineSnapshot(`
    "Head: [jb:cyc:2]
    Birge: Qorday YRC
      The way through the “Jastar belgisi” programme
      First round in the programme

      1. First expert assessment · 1 month
      ✓ 22.11.2026 Expert began the first assessment
      ⏳ First expert assessment: 22.12.2026 (13 days left) · Expert

      2. Action plan · 15 days
      ✓ 22.11.2026 Selected for the programme, planning stage begun
      ⏳ Action plan for better quality of work: 07.12.2026 (2 days late)

      3. School of State Youth Policy · 3 months
      Staff and activists (of youth organisations and self-government) learn. In the end the centre's work programme is ready.
      – Online training: for 2 months before the workshop
      – Home assignment: for 10 days before the workshop
      – Workshop
      – Practice: for 2–3 months after the workshop
      Together the parts are longer than the 3 months that the document's short table gives.

      4. Final expert assessment · 1 month
      Experts assess results and progress. The label is awarded or refused.

      Assessments
      • First self-assessment: finished on 01.11.2026
      • First expert assessment: in progress, last change 20.11.2026

      Nothing is decided on the label yet.
      [Back to the centre]
      [Menu]"
  `);
  stage.setClock('2026-11-22T06:00:00Z');
});

test('an administrator records what comes next from here', async () => {
  await admin.pressesData(`jb:cyc:${centre}`, admin.last());
  expect(admin.last().buttons.flat()).toEqual([
    ...['Compare', '+ School of State Youth Policy begun', '+ Home assignment given', '+ Workshop held'],
    ...["Record an expert's event", 'Decision on the label', 'Back to the centre', 'Menu'],
  ]);
  await admin.presses('+ School of State Youth Policy begun');
  await admin.presses('Today');
  await admin.pressesData(`jb:cyc:${centre}`, admin.last());
  expect(admin.last().text).toContain("⏳ The centre's work programme: 22.02.2027 (92 days left)");
  expect(admin.last().buttons.flat()).not.toContain('+ School of State Youth Policy begun');
  await admin.presses("Record an expert's event");
  expect(admin.last().buttons.flat()).toContain('Expert · expert');
});

test('what is done is no longer owed, and stands there as happened', async () => {
  await records('o:home-assignment-given');
  const [assignment] = await stage.database.sql<{ id: number }[]>`
    select id::int from obligations where kind = 'school-home-assignment' and organisation_id = ${centre}`;
  await head.pressesData(`due:${assignment?.id}:on:2026-11-22`, head.last());
  await head.pressesData(`jb:cyc:${centre}`, head.last());
  expect(head.last().text).toContain('✓ 22.11.2026 Home assignment done');
  expect(head.last().text).not.toContain('⏳ Home assignment');
});

test('a decision ends the cycle: its events stay behind, the decision and the term stand there', async () => {
  stage.setClock('2026-11-25T06:00:00Z');
  await admin.pressesData(`jb:dec:${centre}:silver:2026-11-25:yes:1`, admin.last());
  await head.pressesData(`jb:cyc:${centre}`, head.last());
  const { text } = head.last();
  expect(text).toContain('Round 2 in the programme');
  expect(text).not.toContain('✓');
  expect(text).toContain('• 25.11.2026: Second level (silver), until 24.11.2029\n⏳ Preparing for the end');
  expect(text).toContain('(in its first round): finished on 01.11.2026');
  expect(text).not.toContain('(Admin)');
  await admin.pressesData(`jb:cyc:${centre}`, admin.last());
  expect(admin.last().text).toContain('until 24.11.2029 (Admin)');
  // In the new cycle it begins again: what was recorded before stays as it was.
  await admin.presses('+ School of State Youth Policy begun');
  await admin.says('26.11.2026');
  await admin.presses('Today');
  expect(
    await stage.database.sql`select on_day::text as on from events where event = 'school-begun' and undone_at is null
    order by on_day`,
  ).toEqual([{ on: '2026-11-22' }, { on: '2026-11-25' }]);
});

test('nobody from elsewhere sees how far a centre is', async () => {
  const far = await centreOf(stage, { name: 'Far YRC' });
  const others = [
    await member(stage, { id: 4, name: 'Far' }, 'head', { organisation: far }),
    await member(stage, { id: 5, name: 'Far expert' }, 'expert', { organisation: far }),
    await newcomer(stage, { id: 6, name: 'Nobody' }),
  ];
  for (const person of others) {
    await person.pressesData(`jb:cyc:${centre}`, person.last());
    expect(person.last().text).toBe(say('jb-ctr-refused'));
  }
});
