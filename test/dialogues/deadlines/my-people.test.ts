import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { now, presses, say, story } from '../people/scene.ts';
import { centre, lateAssessment, looksOf, mentors, somebody } from './scene.ts';

let stage: Stage;
let aigerim: Person;
let head: Person;
let assessment: number;
let place: Awaited<ReturnType<typeof lateAssessment>>['place'];

beforeAll(async () => {
  ({ stage, place, aigerim, head, assessment } = await lateAssessment());
});
afterAll(() => stage.close());

const looks = (account: number) => looksOf(stage, account);

test('a head finds who is late, marks it as done for them, and takes that back; both are written down', async () => {
  const from = now(head);
  await head.says('/deadlines');
  await presses(head, 'go:people');
  await presses(head, `due:${assessment}`);
  await presses(head, `due:${assessment}:done`);
  await presses(head, `due:${assessment}:on:2026-11-16`);
  await presses(head, `due:${assessment}:undo`);
  expect(story(head, from)).toMatchInlineSnapshot(`
    "Gulnara: /deadlines
    Birge: Your deadlines

      1. The centre's plan
      20 December 2026 (33 days left)
      Qanat
      [1. The centre's plan]
      [Add to my calendar]
      [My people (2 overdue)]
      [Menu]
    Gulnara: [My people (2 overdue)]
    Birge: My people
      Overdue: 2. In all, up to 30 days ahead: 2.

      1. Aigerim <b> · Own assessment
      15 November 2026 (2 days late)
      Qanat

      2. Aigerim <b> · Weekly word
      15 November 2026, 23:00 (2 days late)
      Qanat
      [1. Aigerim <b> · Own assessment]
      [2. Aigerim <b> · Weekly word]
      [All my deadlines]
      [Menu]
    Gulnara: [1. Aigerim <b> · Own assessment]
    Birge: Own assessment
      Who: Aigerim <b>
      Where: Qanat
      By: 15 November 2026 (2 days late)

      The plan is built on it.
      Source: the rules on professional development of labour mobility centres' workers, item 17(2)
      [Mark as done]
      [My people's deadlines]
    Gulnara: [Mark as done]
    Birge: When was “Own assessment” done?
      [Today] [Yesterday]
      [Another day]
      [Back]
    Gulnara: [Yesterday]
    Birge: Recorded: “Own assessment”, 16 November 2026.
      [Undo]
      [My people's deadlines]
    Gulnara: [Undo]
    Birge: All right, this is still to be done.

      Own assessment
      Who: Aigerim <b>
      Where: Qanat
      By: 15 November 2026 (2 days late)

      The plan is built on it.
      Source: the rules on professional development of labour mobility centres' workers, item 17(2)
      [Mark as done]
      [My people's deadlines]"
  `);
  const row = { subject_kind: 'obligation', subject_id: assessment };
  expect(await looks(3)).toEqual([
    { action: 'settled-deadline', ...row, detail: { on: '2026-11-16' } },
    { action: 'reopened-deadline', ...row, detail: {} },
  ]);
});

test('what somebody called not theirs is seen, and can be given back', async () => {
  await aigerim.pressesData(`due:${assessment}:waive`, aigerim.last());
  const from = now(head);
  await presses(head, 'go:people');
  await presses(head, `due:${assessment}`);
  await presses(head, `due:${assessment}:mine`);
  expect(story(head, from)).toMatchInlineSnapshot(`
    "Gulnara: [My people's deadlines]
    Birge: My people
      Overdue: 1. In all, up to 30 days ahead: 1.

      1. Aigerim <b> · Own assessment
      Marked as “not mine”.
      15 November 2026 (2 days late)
      Qanat

      2. Aigerim <b> · Weekly word
      15 November 2026, 23:00 (2 days late)
      Qanat
      [1. Aigerim <b> · Own assessment]
      [2. Aigerim <b> · Weekly word]
      [All my deadlines]
      [Menu]
    Gulnara: [1. Aigerim <b> · Own assessment]
    Birge: Own assessment
      Who: Aigerim <b>
      Where: Qanat
      By: 15 November 2026

      The plan is built on it.
      Source: the rules on professional development of labour mobility centres' workers, item 17(2)

      Marked as “not mine” by Aigerim <b>.
      [It is theirs again]
      [My people's deadlines]
    Gulnara: [It is theirs again]
    Birge: All right, this is still to be done.

      Own assessment
      Who: Aigerim <b>
      Where: Qanat
      By: 15 November 2026 (2 days late)

      The plan is built on it.
      Source: the rules on professional development of labour mobility centres' workers, item 17(2)
      [Mark as done]
      [My people's deadlines]"
  `);
  expect((await looks(3)).at(-1)).toEqual({
    action: 'returned-deadline',
    subject_kind: 'obligation',
    subject_id: assessment,
    detail: {},
  });
});

test('the mentor opens and settles what their own worker owes', async () => {
  const mentor = await somebody(stage, { id: 10, name: 'Marat', role: 'mentor', at: place.qanat });
  await mentors(stage, 10, 1);
  await mentor.says('/deadlines');
  await presses(mentor, 'go:people');
  await presses(mentor, `due:${assessment}`);
  await presses(mentor, `due:${assessment}:done`);
  await presses(mentor, `due:${assessment}:on:2026-11-17`);
  await presses(mentor, `due:${assessment}:undo`);
  expect(mentor.last().text).toContain(say('due-again'));
});

test('a long list goes on page by page, for the coordinator of the organisation above too', async () => {
  const region = await centre(stage, 'Region');
  await stage.database.sql`update organisations set parent_id = ${region} where id = ${place.ush}`;
  for (let id = 40; id < 49; id += 1)
    await somebody(stage, { id, name: `Worker ${id}`, role: 'worker', at: place.ush });
  await stage.database
    .sql`update obligations set due_on = '2026-11-20' where about_organisation = ${place.ush} and kind = 'hours'`;
  const coordinator = await somebody(stage, { id: 50, name: 'Yerlan', role: 'coordinator', at: region });
  await coordinator.says('/deadlines');
  await presses(coordinator, 'go:people');
  const first = coordinator.last();
  await presses(coordinator, 'go:people:10');
  const second = coordinator.last();
  const numbers = ({ buttons }: { buttons: string[][] }) =>
    buttons
      .flat()
      .flatMap((text) => /^\d+/.exec(text) ?? [])
      .map(Number);
  expect([numbers(first), numbers(second)]).toEqual([
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    Array.from({ length: numbers(second).length }, (_, index) => 11 + index),
  ]);
  expect(numbers(second).length).toBeGreaterThan(0);
  expect(second.buttons.flat()).not.toContain(say('due-further'));
});
