import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Marks } from '../../../src/label/level.ts';
import { recordEvent } from '../../../src/store/deadlines.ts';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { delivers } from '../deadlines/scene.ts';
import { idOf, now, presses, say, story } from '../people/scene.ts';
import { member, membershipOf, owedBy } from '../roles/scene.ts';
import { centreOf, labelStage, marksBySql } from './scene.ts';

let stage: Stage;
let centre: number;
let head: Person;
let aigul: Person;

/** Everything "yes" but this, as a district centre answers it. */
const marks = (but: Marks): Marks => ({
  ...Object.fromEntries(Array.from({ length: 44 }, (_, index) => [index + 1, 'yes' as const])),
  ...but,
});

beforeAll(async () => {
  stage = await labelStage();
  centre = await centreOf(stage, { name: 'Abai YRC' });
  head = await member(stage, { id: 1, name: 'Head' }, 'head', { organisation: centre });
  aigul = await member(stage, { id: 2, name: 'Aigul' }, 'staff', { organisation: centre });
  await stage.catchUp();
});
afterAll(() => stage.close());

/** The centre's steps as the database has them. */
const steps = async () =>
  await stage.database.sql`
    select a.id::int, a.indicator, a.what, coalesce(p.name, a.responsible_name) as who, a.due_on::text as due, a.done_on::text as done
    from actions a left join people p on p.id = a.responsible_id where a.dropped_at is null order by a.id`;

const owedByCentre = async (organisation: number) =>
  await stage.database.sql`
    select kind, due_on::text as due, fulfilled_at is not null as fulfilled from obligations
    where organisation_id = ${organisation} and kind in ('centre-action', 'action-plan') and closed_at is null order by id`;

const opens = (person: Person, data: string) => person.pressesData(data, person.last());

test('without an assessment the plan says where to begin', async () => {
  const from = now(head);
  await opens(head, `jb:plan:${centre}`);
  await opens(head, `jb:plan:made:${centre}`);
  await expect(`${story(head, from)}\n`).toMatchFileSnapshot('talks/plan-nothing.txt');
});

test('from a “no” to a step in the plan: what, who, by when', async () => {
  await marksBySql(stage, { organisation: centre, marks: marks({ 9: 'no', 20: 'not_fully', 26: 'no' }) });
  await marksBySql(stage, { organisation: centre, by: 'expert', finished: true, marks: marks({ 9: 'not_fully' }) });
  const from = now(head);
  await opens(head, `jb:plan:${centre}`);
  await presses(head, `jb:plan:new:${centre}:9`);
  await head.says('   ');
  await head.says('x'.repeat(501));
  await head.sends.sticker();
  await head.says('Go to <three> villages every week');
  await head.presses('Aigul');
  await head.says('yesterday');
  await head.says('21.11.2026');
  await head.says('23.11.2029');
  await head.presses('A month: 22 December 2026');
  await expect(`${story(head, from)}\n`).toMatchFileSnapshot('talks/plan-step.txt');
  expect(await owedBy(stage, 2)).toContainEqual({
    kind: 'plan-action',
    due: '2026-12-22',
    fulfilled: false,
    closed: false,
  });
});

test('what is begun waits a week, and another one goes on with it', async () => {
  await opens(head, `jb:plan:new:${centre}:26`);
  await head.says('Ask the akimat for rooms');
  await head.says('/menu');
  stage.setClock('2026-11-29T06:00:00Z');
  const from = now(aigul);
  await opens(aigul, `jb:plan:${centre}`);
  await aigul.presses('2. Ask the akimat for rooms');
  await aigul.presses('Continue');
  await aigul.says('Serik <b> Omarov');
  await aigul.says('1 наурыз 2027');
  await presses(aigul, `jb:plan:${centre}`);
  await expect(`${story(aigul, from)}\n`).toMatchFileSnapshot('talks/plan-week-later.txt');
  // Nobody can write to him: the centre owes it, and its head is reminded.
  expect(await owedByCentre(centre)).toEqual([{ kind: 'centre-action', due: '2027-03-01', fulfilled: false }]);
});

test('a button of an indicator that has a step by now shows that step', async () => {
  await opens(aigul, `jb:plan:new:${centre}:9`);
  expect(aigul.last().text).toContain(say('jb-plan-there'));
  expect(await steps()).toHaveLength(2);
});

test('the reminder comes with the step’s own words; done there, it offers to update the indicator', async () => {
  stage.setClock('2026-12-15T05:30:00Z');
  const from = now(aigul);
  await delivers(stage);
  await aigul.presses(say('due-open-action'));
  await presses(aigul, 'jb:act:1:done');
  await aigul.presses('Another day');
  await aigul.says('16.12.2026');
  await aigul.says('14.12.2026');
  await expect(`${story(aigul, from)}\n`).toMatchFileSnapshot('talks/plan-reminder.txt');
  expect(await owedBy(stage, 2)).toContainEqual({
    kind: 'plan-action',
    due: '2026-12-22',
    fulfilled: true,
    closed: false,
  });
  const [offer] = aigul.chat.messages.get(aigul.last().message_id)?.reply_markup?.inline_keyboard[0] ?? [];
  expect(offer).toEqual({ text: 'Update indicator 9', callback_data: `jb:mark:${centre}:9` });
});

test('done twice stays done; “not done yet” owes it again, and the generic card does the same', async () => {
  await opens(aigul, 'jb:act:1:on:2026-12-15');
  expect((await steps())[0]).toMatchObject({ done: '2026-12-14' });
  await aigul.presses(say('jb-plan-reopen'));
  expect((await steps())[0]).toMatchObject({ done: null });
  const [owed] = await stage.database.sql`
    select id::int from obligations where kind = 'plan-action' and fulfilled_at is null and closed_at is null and person_id = ${await idOf(stage, 2)}`;
  const from = now(aigul);
  await opens(aigul, `due:${owed?.['id']}`);
  await aigul.presses(say('due-done'));
  await aigul.presses(say('due-yesterday-button'));
  await aigul.presses(say('due-open-action'));
  await expect(`${story(aigul, from)}\n`).toMatchFileSnapshot('talks/plan-done-by-card.txt');
  expect((await steps())[0]).toMatchObject({ done: '2026-12-14' });
});

test('an indicator that is “yes” by now is not offered', async () => {
  await stage.database.sql`update answers set value = '"yes"' where question = 'i9_mark'`;
  await opens(head, 'jb:act:1');
  expect(head.last().text).not.toContain('indicator 9 is');
  await stage.database.sql`update answers set value = '"no"' where question = 'i9_mark'`;
});

test('who answers for a step leaves: it falls to the centre, and they may not change it any more', async () => {
  await opens(head, `jb:plan:new:${centre}:20`);
  await head.says('Write down how we treat everybody');
  await head.presses('Aigul');
  await head.presses('A month: 15 January 2027');
  const [, , third] = await steps();
  expect(third).toMatchObject({ indicator: 20, who: 'Aigul', due: '2027-01-15' });
  await opens(aigul, `jb:act:${third?.['id']}:what`);
  const role = await membershipOf(stage, 2, 'staff');
  await stage.database.sql`update memberships set until_on = '2026-12-15' where id = ${role}`;
  stage.setClock('2026-12-16T05:30:00Z');
  await stage.catchUp();
  const from = now(aigul);
  await aigul.says('Something else');
  for (const data of [`jb:act:${third?.['id']}`, `jb:act:${third?.['id']}:on:2026-12-16`, `jb:plan:${centre}`]) {
    await opens(aigul, data);
  }
  await expect(`${story(aigul, from)}\n`).toMatchFileSnapshot('talks/plan-left.txt');
  expect(await steps()).toContainEqual({
    ...{ id: third?.['id'], indicator: 20, what: 'Write down how we treat everybody' },
    ...{ who: null, due: '2027-01-15', done: null },
  });
  expect(await owedByCentre(centre)).toEqual([
    { kind: 'centre-action', due: '2027-03-01', fulfilled: false },
    { kind: 'centre-action', due: '2027-01-15', fulfilled: false },
  ]);
  const headFrom = now(head);
  stage.setClock('2027-01-14T05:30:00Z');
  await delivers(stage);
  await opens(head, `jb:act:${third?.['id']}`);
  await head.presses(say('jb-plan-change-who'));
  await head.presses(say('jb-plan-myself'));
  await expect(`${story(head, headFrom)}\n`).toMatchFileSnapshot('talks/plan-handed-over.txt');
});

test('the plan is ready: asked once, and the deadline for it is met', async () => {
  const due = [{ kind: 'action-plan', dueOn: '2027-01-29' }];
  await recordEvent(
    stage.database.store,
    { of: { organisation: centre }, event: 'label-selected', on: '2027-01-14' },
    due,
    await idOf(stage, 1),
    stage.running.birge.now(),
  );
  const from = now(head);
  await opens(head, `jb:plan:${centre}`);
  await head.presses(say('jb-plan-ready'));
  await head.presses(say('jb-plan-ready-yes'));
  await opens(head, `jb:plan:made:${centre}:yes`);
  await expect(`${story(head, from)}\n`).toMatchFileSnapshot('talks/plan-ready.txt');
  expect(await owedByCentre(centre)).toContainEqual({ kind: 'action-plan', due: '2027-01-29', fulfilled: true });
});

test('a step is taken off the plan after one question, and its buttons say so', async () => {
  const from = now(head);
  await opens(head, 'jb:act:2');
  await head.presses(say('jb-plan-drop'));
  await head.presses(say('jb-plan-drop-yes'));
  await expect(`${story(head, from)}\n`).toMatchFileSnapshot('talks/plan-dropped.txt');
  for (const data of ['jb:act:2', 'jb:act:2:gone', 'jb:act:2:what', 'jb:act:2:on:2027-01-14', 'jb:due:2']) {
    await opens(head, data);
    expect([data, head.last().text]).toEqual([data, say('jb-plan-gone')]);
  }
  expect(await owedByCentre(centre)).not.toContainEqual(expect.objectContaining({ due: '2027-03-01' }));
});
