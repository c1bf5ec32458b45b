import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage } from '../../support/dialogue.ts';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { fillIn, marya, shortQuestionnaire } from './questionnaire.ts';
import { appoint, idOf, newcomer, now, organisation, presses, project, say, story } from './scene.ts';

let stage: Stage;
let card: string;
const place = { parent: 0, qanat: 0, beside: 0, school: 0, hospital: 0 };
let coordinator: Person;

beforeAll(async () => {
  stage = await openStage({ forms: [shortQuestionnaire()], admins: ['77'] });
  place.parent = await organisation(stage, 'Region');
  place.qanat = await organisation(stage, 'Qanat', place.parent);
  place.beside = await organisation(stage, 'Beside', place.parent);
  place.school = await project(stage, place.qanat, 'School');
  place.hospital = await project(stage, place.qanat, 'Hospital');
  coordinator = await newcomer(stage, { id: 2, name: 'Yerlan' });
  await appoint(stage, 2, 'coordinator', { organisation: place.qanat });
});
afterAll(() => stage.close());

const looks = async (account: number) =>
  await stage.database.sql`
  select action, subject_kind, subject_id::text, detail, at from audit
  where person_id = ${await idOf(stage, account)} and action <> 'joined' order by id`;

test('a sent questionnaire reaches the coordinator as a card; contacts and health stand behind a second button', async () => {
  const p = await newcomer(stage, { id: 1, name: 'Marya' });
  await fillIn(p, place.school);
  await p.presses(say('form-send'));
  expect(p.last().text).toBe('Thank you!');
  const from = now(coordinator);
  await stage.catchUp();
  await stage.catchUp();
  const told = story(coordinator, from);
  stage.setClock('2026-11-22T07:00:00Z');
  await coordinator.presses(say('card-open'));
  stage.setClock('2026-11-22T08:00:00Z');
  await coordinator.presses(say('card-sensitive'));
  expect(told).not.toContain('Sidorova');
  expect(story(coordinator, from)).toMatchInlineSnapshot(`
    "Birge: A new questionnaire has come.
      Project: School
      Name: Marya
      [Open]
    Yerlan: [Open]
    Birge: Questionnaire

      Name?
      Sidorova Marya

      Why?
      Because of my neighbour Zarina

      A picture?
      photo: 1
    Birge: Sidorova Marya, 36 years
      School
      The questionnaire waits for your answer.

      Contacts and health open separately. Who opens them, and when, is recorded.
      [✓ Accept]
      [↩ Return with a comment] [Decline]
      [All candidates]
      [Contacts and health]
      [Menu]
    Yerlan: [Contacts and health]
    Birge: Questionnaire

      Phone?
      +7 701 765 4321

      Health?
      No stairs since the operation
    Birge: Sidorova Marya, 36 years
      School
      The questionnaire waits for your answer.

      Please do not pass these data on to anyone.
      [✓ Accept]
      [↩ Return with a comment] [Decline]
      [All candidates]
      [Menu]"
  `);
  card = String((await stage.database.sql`select id::text from submissions`)[0]?.['id']);
  const row = { subject_kind: 'submission', subject_id: card, detail: {} };
  expect(await looks(2)).toEqual([
    { action: 'read-submission', ...row, at: new Date('2026-11-22T07:00:00Z') },
    { action: 'read-sensitive', ...row, at: new Date('2026-11-22T08:00:00Z') },
  ]);
});

/** Tries the card and its second button, and asks for the list; gives what the person was shown. */
async function tries(p: Person): Promise<string> {
  const from = now(p);
  await p.pressesData(`card:${card}`, p.last());
  await p.pressesData(`card:${card}:more`, p.last());
  await p.pressesData(`go:view:${card}`, p.last());
  await p.pressesData(`go:draft:${card}`, p.last());
  await p.pressesData(`q:abcdef:${Number(card).toString(36)}:phone:change`, p.last());
  await p.pressesData('go:received', p.last());
  return story(p, from);
}

test('nobody else opens it: they hear what to do, and nothing is shown or noted', async () => {
  const others: [number, string, { organisation: number; project?: number } | undefined][] = [
    [10, 'coordinator', { organisation: place.beside }],
    [11, 'coordinator', { organisation: place.qanat, project: place.hospital }],
    [12, 'volunteer', { organisation: place.qanat, project: place.school }],
    [13, 'mentor', { organisation: place.qanat }],
    [14, 'coordinator', undefined],
  ];
  const shown: string[] = [];
  for (const [id, role, where] of others) {
    const p = await newcomer(stage, { id, name: 'Curious' });
    if (where) await appoint(stage, id, role, where);
    shown.push(await tries(p));
    expect(await looks(id)).toEqual([]);
  }
  // A coordinator until yesterday.
  const former = await newcomer(stage, { id: 15, name: 'Curious' });
  await appoint(stage, 15, 'coordinator', { organisation: place.qanat });
  await stage.database.sql`
    update memberships set from_on = '2026-01-01', until_on = '2026-11-21' where person_id = ${await idOf(stage, 15)}`;
  shown.push(await tries(former));
  expect(await looks(15)).toEqual([]);
  const secrets = [...Object.values(marya), 'Marya', 'School'];
  expect(shown.flatMap((text) => secrets.filter((secret) => text.includes(secret)))).toEqual([]);
  expect(
    new Set(shown.map((text) => text.split('\n').filter((line) => line.includes(say('card-refused'))).length)),
  ).toEqual(new Set([2]));
  expect(shown[0]).toMatchInlineSnapshot(`
    "Curious: [card:1]
    Birge: You cannot open this questionnaire: it does not belong to your project, or it has been erased.
      [Menu]
    Curious: [card:1:more]
    Birge: You cannot open this questionnaire: it does not belong to your project, or it has been erased.
      [Menu]
    Curious: [go:view:1]
    Birge: There is no such questionnaire.
      [My questionnaires]
    Curious: [go:draft:1]
    Birge: This form is not open to you any more: it has been erased, or your role in the organisation has ended. If that is a mistake, ask the head of the organisation. Menu: /menu
      [Menu]
    Curious: [q:abcdef:1:phone:change]
    Birge: This form is not open to you any more: it has been erased, or your role in the organisation has ended. If that is a mistake, ask the head of the organisation. Menu: /menu
      [Menu]
    Curious: [go:received]
    Birge: Candidates waiting for an answer

      No questionnaire waits for an answer.
      [Add a filter]
      [Show answered ones, too]
      [All projects]
      [Menu]"
  `);
});

/** The lines of the list of candidates. */
const listed = (p: Person): string[] =>
  p
    .last()
    .text.split('\n')
    .filter((line) => /^\d\. /.test(line));

test('the right ends with the last day of the role', async () => {
  const p = await newcomer(stage, { id: 16, name: 'Last day' });
  await appoint(stage, 16, 'coordinator', { organisation: place.qanat });
  await stage.database.sql`
    update memberships set from_on = '2026-01-01', until_on = '2026-11-22' where person_id = ${await idOf(stage, 16)}`;
  stage.setClock('2026-11-22T18:59:59Z');
  await p.pressesData(`card:${card}`, p.last());
  expect(p.last().text).toContain(say('card-end'));
  stage.setClock('2026-11-22T19:00:00Z');
  await p.pressesData(`card:${card}`, p.last());
  expect(p.last().text).toBe(say('card-refused'));
});

test('who coordinates the organisation above, or this very project, opens it and finds it in the list', async () => {
  for (const [id, where] of [
    [20, { organisation: place.parent }],
    [21, { organisation: place.qanat, project: place.school }],
  ] as const) {
    const p = await newcomer(stage, { id, name: 'Allowed' });
    await appoint(stage, id, 'coordinator', where);
    await p.says('/menu');
    await presses(p, 'vol:cand:0');
    expect(p.last().text).toContain('1. Sidorova Marya, 36 years · School · 22.11.2026');
    await presses(p, `card:${card}`);
    expect(p.last().text).toContain(say('card-end'));
  }
});

test('for the pool the administrators’ chats get the card; coordinators neither hear of it nor open it', async () => {
  const administrator = await newcomer(stage, { id: 77, name: 'Admin' });
  const p = await newcomer(stage, { id: 3, name: 'Marya' });
  await fillIn(p, undefined);
  await p.presses(say('form-send'));
  const from = [now(administrator), now(coordinator)] as const;
  await stage.catchUp();
  await administrator.presses(
    (button) => 'callback_data' in button && (button.callback_data ?? '').startsWith('card:'),
  );
  expect(story(administrator, from[0])).toMatchInlineSnapshot(`
    "Birge: A new questionnaire has come.
      Project: no project chosen
      Name: Marya
      [Open]
    Admin: [Open]
    Birge: Questionnaire

      Name?
      Sidorova Marya

      Why?
      Because of my neighbour Zarina

      A picture?
      photo: 1
    Birge: Sidorova Marya, 36 years
      no project chosen
      The questionnaire waits for your answer.

      Contacts and health open separately. Who opens them, and when, is recorded.
      [✓ Accept]
      [↩ Return with a comment] [Decline]
      [All candidates]
      [Contacts and health]
      [Menu]"
  `);
  expect(story(coordinator, from[1])).toBe('');
  const pool = String((await stage.database.sql`select max(id)::text as id from submissions`)[0]?.['id']);
  await coordinator.pressesData(`card:${pool}`, coordinator.last());
  expect(coordinator.last().text).toBe(say('card-refused'));
  await presses(coordinator, 'go:menu');
  await presses(coordinator, 'vol:cand:0');
  expect(listed(coordinator)).toEqual(['1. Sidorova Marya, 36 years · School · 22.11.2026']);
  await administrator.says('/menu');
  await presses(administrator, 'vol:cand:0');
  expect(listed(administrator)).toEqual([
    `1. Sidorova Marya, 36 years · ${say('projects-pool-short')} · 23.11.2026`,
    '2. Sidorova Marya, 36 years · School · 22.11.2026',
  ]);
  expect(await looks(77)).toMatchObject([{ action: 'read-submission', subject_id: pool }]);
});

test('a draft can not be opened by anybody', async () => {
  const p = await newcomer(stage, { id: 4, name: 'Slow' });
  await p.says('/menu');
  await presses(p, 'go:projects');
  await presses(p, `go:project:${place.school}`);
  await p.says(marya.name);
  const draft = String((await stage.database.sql`select max(id)::text as id from submissions`)[0]?.['id']);
  await coordinator.pressesData(`card:${draft}`, coordinator.last());
  expect(coordinator.last().text).toBe(say('card-refused'));
});
