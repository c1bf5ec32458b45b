import { afterAll, beforeAll, expect, test } from 'vitest';
import { readZip } from '../../documents/read-zip.ts';
import { reviewMemberships } from '../../../src/store/obligations.ts';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { idOf, now, presses, story } from '../people/scene.ts';
import { centre, deadlineStage, delivers, mentors, obligationOf, somebody } from './scene.ts';

let stage: Stage;
const people: Record<string, Person> = {};
const place = { region: 0, qanat: 0, ush: 0 };
let assessment: number;

const person = (name: string): Person => {
  const found = people[name];
  if (found === undefined) throw new Error(`nobody is called ${name}`);
  return found;
};
/** What each of them was sent since. */
const heard = (from: Map<string, number>) =>
  Object.fromEntries([...from].map(([name, event]) => [name, story(person(name), event)]));
const marks = (...names: string[]) => new Map(names.map((name) => [name, now(person(name))]));

beforeAll(async () => {
  stage = await deadlineStage('2026-11-07T12:00:00Z');
  place.region = await centre(stage, 'Region');
  place.qanat = await centre(stage, 'Qanat', place.region);
  place.ush = await centre(stage, 'Ush', place.region);
  const cast = [
    { id: 1, name: 'Aigerim', role: 'worker', at: place.qanat },
    { id: 2, name: 'Bolat', role: 'worker', at: place.qanat },
    { id: 3, name: 'Dana', role: 'worker', at: place.ush },
    { id: 4, name: 'Gulnara', role: 'head', at: place.qanat },
    { id: 5, name: 'Marat', role: 'mentor', at: place.qanat },
    { id: 6, name: 'Zarina', role: 'mentor', at: place.qanat },
    { id: 7, name: 'Yerlan', role: 'coordinator', at: place.region },
  ];
  for (const who of cast) people[who.name] = await somebody(stage, who);
  await mentors(stage, 5, 1);
  await mentors(stage, 6, 2);
  assessment = await obligationOf(stage, 1, 'assessment');
  // Who has joined is looked at once more by the next minute.
  await reviewMemberships(stage.database.store, new Date('2026-11-07T12:00:00Z'));
});
afterAll(() => stage.close());

test('two deadlines come as one list with a button each, and one alone is its card', async () => {
  await stage.database.sql`update obligations set closed_at = '2026-11-07' where kind = 'weekly-word'
    and person_id = ${await idOf(stage, 2)}`;
  const from = marks('Aigerim', 'Bolat');
  stage.setClock('2026-11-08T05:00:00Z');
  await delivers(stage);
  expect(heard(from)).toMatchInlineSnapshot(`
    {
      "Aigerim": "Birge: Your next deadlines
      1. Weekly word
      8 November 2026, 23:00 (today)
      Qanat
      2. Own assessment
      15 November 2026 (7 days left)
      Qanat
      [1. Weekly word]
      [2. Own assessment]
      [All my deadlines]",
      "Bolat": "Birge: Own assessment
      Where: Qanat
      By: 15 November 2026 (7 days left)

      The plan is built on it.
      Source: the rules on professional development of labour mobility centres' workers, item 17(2)
      [Done]
      [Remind me tomorrow]
      [Not mine]
      [All my deadlines]",
    }
  `);
});

test('the coordinator and the head get the list of their own centres, as a picture and a table', async () => {
  const from = marks('Gulnara', 'Yerlan', 'Marat');
  const bolat = await obligationOf(stage, 2, 'assessment');
  await presses(person('Bolat'), `due:${bolat}:done`);
  await presses(person('Bolat'), `due:${bolat}:on:2026-11-08`);
  stage.setClock('2026-11-09T05:00:00Z');
  await delivers(stage);
  expect(heard(from)).toMatchInlineSnapshot(`
    {
      "Gulnara": "Birge: (photo) Own assessment
      15 November 2026 (6 days left). Done: 1 of 2.
      [My people's deadlines]
    Birge: (document assessment.xlsx) Own assessment
      15 November 2026 (6 days left). Done: 1 of 2.",
      "Marat": "",
      "Yerlan": "Birge: (photo) Own assessment
      15 November 2026 (6 days left). Done: 1 of 3.
      [My people's deadlines]
    Birge: (document assessment.xlsx) Own assessment
      15 November 2026 (6 days left). Done: 1 of 3.",
    }
  `);
});

test('“Remind me tomorrow” says when, and comes then', async () => {
  const from = marks('Aigerim');
  await person('Aigerim').pressesData(`due:${assessment}:later`, person('Aigerim').last());
  stage.setClock('2026-11-10T05:00:00Z');
  await delivers(stage);
  expect(heard(from)).toMatchInlineSnapshot(`
    {
      "Aigerim": "Aigerim: [due:1:later]
    Birge: All right, I will remind you on 10 November 2026 at 10:00.
      [All my deadlines]
    Birge: Own assessment
      Where: Qanat
      By: 15 November 2026 (5 days left)

      The plan is built on it.
      Source: the rules on professional development of labour mobility centres' workers, item 17(2)
      [Done]
      [Remind me tomorrow]
      [Not mine]
      [All my deadlines]",
    }
  `);
});

test('the table names those of the own centre alone who have not done it', async () => {
  const tables = [...person('Gulnara').chat.events].flatMap((event) =>
    event.kind === 'said' && event.message.document ? [event.message.document.file_id] : [],
  );
  const bytes = stage.double.state.files.find(tables.at(-1) ?? '')?.bytes ?? [];
  const sheet = [...readZip(Buffer.from(bytes)).values()].join('\n');
  const names = ['Aigerim', 'Bolat', 'Dana', 'Ush', 'Qanat'].filter((name) => sheet.includes(name));
  expect(names).toEqual(['Aigerim', 'Qanat']);
});

test('a list for which nobody is waited any more is not sent', async () => {
  await person('Aigerim').pressesData(`due:${assessment}:waive`, person('Aigerim').last());
  const from = marks('Gulnara', 'Yerlan');
  stage.setClock('2026-11-11T05:00:00Z');
  await delivers(stage);
  const told = heard(from);
  expect(told['Gulnara']).toBe('');
  expect(told['Yerlan']).toContain('Done: 1 of 3');
  await person('Aigerim').pressesData(`due:${assessment}:mine`, person('Aigerim').last());
});

test('whose role has ended gets no list and hears of nobody, though it was planned', async () => {
  // Planned in the night, said in the morning: meanwhile the head has left.
  stage.setClock('2026-11-15T20:00:00Z');
  await delivers(stage);
  await stage.database.sql`update memberships set until_on = '2026-11-15', from_on = '2026-01-01'
    where person_id = ${await idOf(stage, 4)}`;
  const from = marks('Gulnara', 'Marat', 'Zarina');
  stage.setClock('2026-11-16T05:00:00Z');
  await delivers(stage);
  expect(heard(from)).toMatchInlineSnapshot(`
    {
      "Gulnara": "",
      "Marat": "Birge: Own assessment
      Who: Aigerim
      Where: Qanat
      By: 15 November 2026 (1 day late)

      The plan is built on it.
      Source: the rules on professional development of labour mobility centres' workers, item 17(2)
      [Mark as done]
      [My people's deadlines]",
      "Zarina": "",
    }
  `);
});

test('others’ deadlines are counted by kind beside one’s own', async () => {
  stage.setClock('2026-11-21T05:00:00Z');
  people['Askar'] = await somebody(stage, { id: 9, name: 'Askar', role: 'head', at: place.ush });
  await somebody(stage, { id: 8, name: 'Sara', role: 'worker', at: place.ush });
  await reviewMemberships(stage.database.store, new Date('2026-11-21T05:00:00Z'));
  await stage.database
    .sql`update obligations set due_on = '2026-11-22' where organisation_id = ${place.ush} and kind = 'plan'`;
  await stage.database
    .sql`update obligations set kind = 'assessment', period = '2027', due_on = '2026-11-20', due_at = null
    where about_organisation = ${place.ush} and kind = 'weekly-word' and period = '2026-W47'`;
  await stage.database.sql`insert into next_steps (obligation_id, at)
    select id, '2026-11-20' from obligations where coalesce(organisation_id, about_organisation) = ${place.ush}
    on conflict (obligation_id) do update set at = excluded.at`;
  const from = marks('Askar');
  await delivers(stage);
  expect(heard(from)).toMatchInlineSnapshot(`
    {
      "Askar": "Birge: Your next deadlines
      1. The centre's plan
      22 November 2026 (1 day left)
      Ush

      Among your people
      2 people are late with “Own assessment”.
      [1. The centre's plan]
      [All my deadlines]
      [My people's deadlines]",
    }
  `);
});
