import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { now, presses, story } from '../people/scene.ts';
import { centre, deadlineStage, obligationOf, somebody } from './scene.ts';

let stage: Stage;
let worker: Person;

beforeAll(async () => {
  // A Sunday, 9:30 in Almaty.
  stage = await deadlineStage('2026-11-08T04:30:00Z');
  const qanat = await centre(stage, 'Qanat & Co');
  worker = await somebody(stage, { id: 1, name: 'Aigerim', role: 'worker', at: qanat });
});
afterAll(() => stage.close());

const facts = () => stage.database.sql`select event from events`;

test('hours that are collected have no “Done”; the card says what does it', async () => {
  const hours = await obligationOf(stage, 1, 'hours');
  const from = now(worker);
  await worker.pressesData(`due:${hours}`, worker.last());
  await worker.pressesData(`due:${hours}:on:2026-11-07`, worker.last());
  await worker.pressesData(`due:${hours}:day`, worker.last());
  expect(story(worker, from)).toMatchInlineSnapshot(`
    "Aigerim: [due:2]
    Birge: Forty hours
      Where: Qanat & Co
      By: 31 December 2026 (53 days left)

      By the year's end.
      Source: the rules on professional development of labour mobility centres' workers, items 15, 21

      I will mark it as done when your certificates add up to 40 hours.
      [Remind me tomorrow]
      [Not mine]
      [All my deadlines]
    Aigerim: [due:2:on:2026-11-07]
    Birge: Forty hours
      Where: Qanat & Co
      By: 31 December 2026 (53 days left)

      By the year's end.
      Source: the rules on professional development of labour mobility centres' workers, items 15, 21

      I will mark it as done when your certificates add up to 40 hours.
      [Remind me tomorrow]
      [Not mine]
      [All my deadlines]
    Aigerim: [due:2:day]
    Birge: Forty hours
      Where: Qanat & Co
      By: 31 December 2026 (53 days left)

      By the year's end.
      Source: the rules on professional development of labour mobility centres' workers, items 15, 21

      I will mark it as done when your certificates add up to 40 hours.
      [Remind me tomorrow]
      [Not mine]
      [All my deadlines]"
  `);
  expect(await facts()).toEqual([]);
});

test('the file for the phone holds every deadline, with its hour where it has one', async () => {
  const from = now(worker);
  await worker.says('/deadlines');
  await presses(worker, 'go:calendar-file');
  expect(story(worker, from).split('\n').slice(-2)).toMatchInlineSnapshot(`
    [
      "Birge: (document birge-deadlines.ics) Open the file on your phone, and the deadlines will be in your calendar.",
      "  [Menu]",
    ]
  `);
  const said = worker.chat.events.findLast((event) => event.kind === 'said' && event.message.document);
  const id = said?.kind === 'said' ? said.message.document?.file_id : undefined;
  const text = Buffer.from(stage.double.state.files.find(id ?? '')?.bytes ?? []).toString();
  const lines = text.split('\r\n').filter((line) => /^(UID|SUMMARY|DTSTART)/.test(line));
  expect(lines).toMatchInlineSnapshot(`
    [
      "UID:deadline-3@birge",
      "DTSTART:20261108T180000Z",
      "SUMMARY:Weekly word · Qanat & Co",
      "UID:deadline-1@birge",
      "DTSTART;VALUE=DATE:20261115",
      "SUMMARY:Own assessment · Qanat & Co",
      "UID:deadline-2@birge",
      "DTSTART;VALUE=DATE:20261231",
      "SUMMARY:Forty hours · Qanat & Co",
    ]
  `);
});

test('whoever owes nothing hears so', async () => {
  const idle = await somebody(stage, { id: 2, name: 'Idle' });
  const from = now(idle);
  await idle.says('/deadlines');
  await idle.pressesData('go:calendar-file', idle.last());
  expect(story(idle, from)).toMatchInlineSnapshot(`
    "Idle: /deadlines
    Birge: You have no deadlines now. When there is a new one, I will write to you.
      [Menu]
    Idle: [go:calendar-file]
    Birge: You have no deadlines now. When there is a new one, I will write to you.
      [Menu]"
  `);
});
