import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { now, presses, story } from '../people/scene.ts';
import { centre, deadlineStage, obligationOf, somebody } from './scene.ts';

let stage: Stage;
let worker: Person;
let assessment: number;

beforeAll(async () => {
  // A Sunday, 9:30 in Almaty.
  stage = await deadlineStage('2026-11-08T04:30:00Z');
  const qanat = await centre(stage, 'Qanat & Co');
  worker = await somebody(stage, { id: 1, name: 'Aigerim', role: 'worker', at: qanat });
  assessment = await obligationOf(stage, 1, 'assessment');
});
afterAll(() => stage.close());

const facts = () => stage.database.sql`
  select event, key, on_day::text, undone_at is not null as undone from events order by id`;

test('mine stand soonest first; one is done, and done not after all', async () => {
  const from = now(worker);
  await worker.says('/deadlines');
  await presses(worker, `due:${assessment}`);
  await presses(worker, `due:${assessment}:done`);
  await presses(worker, `due:${assessment}:on:2026-11-07`);
  expect(await facts()).toEqual([{ event: 'assessed', key: '2026', on_day: '2026-11-07', undone: false }]);
  await presses(worker, 'go:deadlines');
  await presses(worker, `due:${assessment}:undo`);
  expect(story(worker, from)).toMatchInlineSnapshot(`
    "Aigerim: /deadlines
    Birge: Your deadlines

      1. Weekly word
      8 November 2026, 23:00 (today)
      Qanat & Co

      2. Own assessment
      15 November 2026 (7 days left)
      Qanat & Co

      3. Forty hours
      31 December 2026 (53 days left)
      Qanat & Co
      [1. Weekly word]
      [2. Own assessment]
      [3. Forty hours]
      [Add to my calendar]
      [Menu]
    Aigerim: [2. Own assessment]
    Birge: Own assessment
      Where: Qanat & Co
      By: 15 November 2026 (7 days left)

      The plan is built on it.
      Source: the rules on professional development of labour mobility centres' workers, item 17(2)
      [Done]
      [Remind me tomorrow]
      [Not mine]
      [All my deadlines]
    Aigerim: [Done]
    Birge: When was “Own assessment” done?
      [Today] [Yesterday]
      [Another day]
      [Back]
    Aigerim: [Yesterday]
    Birge: Recorded: “Own assessment”, 7 November 2026.
      [Undo]
      [All my deadlines]
    Aigerim: [All my deadlines]
    Birge: Your deadlines

      1. Weekly word
      8 November 2026, 23:00 (today)
      Qanat & Co

      2. Talk about the assessment
      11 November 2026 (3 days left)
      Qanat & Co

      3. Forty hours
      31 December 2026 (53 days left)
      Qanat & Co
      [1. Weekly word]
      [2. Talk about the assessment]
      [3. Forty hours]
      [Add to my calendar]
      [Menu]
    Aigerim: [Undo]
    Birge: All right, this is still to be done.

      Own assessment
      Where: Qanat & Co
      By: 15 November 2026 (7 days left)

      The plan is built on it.
      Source: the rules on professional development of labour mobility centres' workers, item 17(2)
      [Done]
      [Remind me tomorrow]
      [Not mine]
      [All my deadlines]"
  `);
  expect(await facts()).toMatchObject([{ event: 'assessed', key: '2026', undone: true }]);
});

test('another day is typed: neither tomorrow nor before the year, and nothing that is no day', async () => {
  const from = now(worker);
  await presses(worker, `due:${assessment}:done`);
  await presses(worker, `due:${assessment}:day`);
  await worker.says('last Friday');
  await worker.says('9.11.2026');
  await worker.says('31.12.2025');
  await worker.says('6 November 2026');
  await worker.pressesData(`due:${assessment}:done`, worker.last());
  await worker.pressesData(`due:${assessment}`, worker.last());
  await worker.pressesData(`due:${assessment}:undo`, worker.last());
  await worker.pressesData(`due:${assessment}:on:2026-11-09`, worker.last());
  expect(story(worker, from)).toMatchInlineSnapshot(`
    "Aigerim: [Done]
    Birge: When was “Own assessment” done?
      [Today] [Yesterday]
      [Another day]
      [Back]
    Aigerim: [Another day]
    Birge: On which day was it done? Please write the year, too.
      For example: 15.11.2026
      [Back]
    Aigerim: last Friday
    Birge: I could not read the date. Write it like this: 31.12.2001.

      On which day was it done? Please write the year, too.
      For example: 15.11.2026
      [Back]
    Aigerim: 9.11.2026
    Birge: That is too late. Write 08.11.2026 or an earlier day.

      On which day was it done? Please write the year, too.
      For example: 15.11.2026
      [Back]
    Aigerim: 31.12.2025
    Birge: That is too early. Write 01.01.2026 or a later day.

      On which day was it done? Please write the year, too.
      For example: 15.11.2026
      [Back]
    Aigerim: 6 November 2026
    Birge: Recorded: “Own assessment”, 6 November 2026.
      [Undo]
      [All my deadlines]
    Aigerim: [due:1:done]
    Birge: Own assessment
      Where: Qanat & Co
      By: 15 November 2026

      The plan is built on it.
      Source: the rules on professional development of labour mobility centres' workers, item 17(2)

      ✓ This is done already, thank you.
      [Undo]
      [All my deadlines]
    Aigerim: [due:1]
    Birge: Own assessment
      Where: Qanat & Co
      By: 15 November 2026

      The plan is built on it.
      Source: the rules on professional development of labour mobility centres' workers, item 17(2)

      ✓ This is done already, thank you.
      [Undo]
      [All my deadlines]
    Aigerim: [due:1:undo]
    Birge: All right, this is still to be done.

      Own assessment
      Where: Qanat & Co
      By: 15 November 2026 (7 days left)

      The plan is built on it.
      Source: the rules on professional development of labour mobility centres' workers, item 17(2)
      [Done]
      [Remind me tomorrow]
      [Not mine]
      [All my deadlines]
    Aigerim: [due:1:on:2026-11-09]
    Birge: That is too late. Write 08.11.2026 or an earlier day.

      When was “Own assessment” done?
      [Today] [Yesterday]
      [Another day]
      [Back]"
  `);
  expect(await facts()).toMatchObject([{ undone: true }]);
});

test('not mine is asked once more, and can be taken back', async () => {
  const from = now(worker);
  await worker.pressesData(`due:${assessment}`, worker.last());
  await presses(worker, `due:${assessment}:not`);
  await presses(worker, `due:${assessment}:waive`);
  await worker.pressesData(`due:${assessment}:done`, worker.last());
  await presses(worker, `due:${assessment}:mine`);
  expect(story(worker, from)).toMatchInlineSnapshot(`
    "Aigerim: [due:1]
    Birge: Own assessment
      Where: Qanat & Co
      By: 15 November 2026 (7 days left)

      The plan is built on it.
      Source: the rules on professional development of labour mobility centres' workers, item 17(2)
      [Done]
      [Remind me tomorrow]
      [Not mine]
      [All my deadlines]
    Aigerim: [Not mine]
    Birge: Is “Own assessment” really not yours? I will not remind you any more, and the head or coordinator who looks after deadlines will see that you said so.
      [Yes, it is not mine]
      [Back]
    Aigerim: [Yes, it is not mine]
    Birge: All right, I will not remind you any more. Your head or coordinator sees this.
      [It is mine after all]
      [All my deadlines]
    Aigerim: [due:1:done]
    Birge: Own assessment
      Where: Qanat & Co
      By: 15 November 2026

      The plan is built on it.
      Source: the rules on professional development of labour mobility centres' workers, item 17(2)

      You said that this is not yours, so I do not remind you of it.
      [It is mine after all]
      [All my deadlines]
    Aigerim: [It is mine after all]
    Birge: All right, this is still to be done.

      Own assessment
      Where: Qanat & Co
      By: 15 November 2026 (7 days left)

      The plan is built on it.
      Source: the rules on professional development of labour mobility centres' workers, item 17(2)
      [Done]
      [Remind me tomorrow]
      [Not mine]
      [All my deadlines]"
  `);
});
