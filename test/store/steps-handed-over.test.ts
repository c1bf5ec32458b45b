import { afterAll, beforeAll, expect, test } from 'vitest';
import { personalColumns } from '../../src/privacy/columns.ts';
import { beginAction, finishAction, readAction, reopenAction, setAction } from '../../src/store/centres/actions.ts';
import { recordDecision, undoDecision } from '../../src/store/centres/centre.ts';
import { waiveObligation } from '../../src/store/deadlines.ts';
import { forgetPerson } from '../../src/store/privacy.ts';
import { centreOf, labelStage } from '../dialogues/centres/scene.ts';
import { appoint, idOf } from '../dialogues/people/scene.ts';
import { member, membershipOf } from '../dialogues/roles/scene.ts';
import type { Stage } from '../support/dialogue.ts';

const at = new Date('2026-11-22T06:00:00Z');
let stage: Stage;
let accounts = 0;
beforeAll(async () => {
  stage = await labelStage();
});
// The stage closes only if every obligation says what the facts say.
afterAll(() => stage.close());

/** A centre with two of its staff and a head, and a step that the first of the staff answers for. */
async function scene() {
  const [one, other, lead] = [(accounts += 1), (accounts += 1), (accounts += 1)];
  const centre = await centreOf(stage);
  await member(stage, { id: one, name: 'One' }, 'staff', { organisation: centre });
  await member(stage, { id: other, name: 'Other' }, 'staff', { organisation: centre });
  await member(stage, { id: lead, name: 'Lead' }, 'head', { organisation: centre });
  await stage.catchUp();
  const [a, b, head] = [await idOf(stage, one), await idOf(stage, other), await idOf(stage, lead)];
  const step = await beginAction(stage.database.store, { organisation: centre, indicator: 5, by: head }, at);
  const set = (part: Parameters<typeof setAction>[2]) => setAction(stage.database.store, step, part, head, at);
  await set({ what: 'A survey' });
  await set({ responsible: { person: a } });
  await set({ dueOn: '2026-12-20' });
  const leaves = async (account: number, role: string) =>
    await stage.database.sql`select end_membership(${await membershipOf(stage, account, role)}, ${at})`;
  return { centre, step, set, leaves, a, b, head, one, other, lead };
}

/** Who owes a step that is open: somebody's row, `centre`, or nobody. */
async function owedBy(step: number): Promise<(number | 'centre')[]> {
  const rows = await stage.database.sql<{ person: number | null }[]>`
    select o.person_id::int as person from obligations o join events e on e.id::text = o.period and e.key = ${`action ${step}`}
    where o.kind in ('plan-action', 'centre-action') and o.fulfilled_at is null and o.closed_at is null and o.waived_at is null`;
  return rows.map(({ person }) => person ?? 'centre');
}

const { finish, reopen } = {
  finish: (step: number, by: number) => finishAction(stage.database.store, step, '2026-11-22', by, at),
  reopen: (step: number, by: number) => reopenAction(stage.database.store, step, by, at),
};

test('who leaves hands over; also what they had done, if it is opened again', async () => {
  const { step, leaves, one, a, head } = await scene();
  expect(await owedBy(step)).toEqual([a]);
  await finish(step, a);
  await leaves(one, 'staff');
  expect(await owedBy(step)).toEqual([]);
  expect(await reopen(step, head)).toBe('noted');
  expect(await owedBy(step)).toEqual(['centre']);
});

test('a head who gives up another role there keeps the step, also through done and undone', async () => {
  const { centre, step, set, leaves, head, lead } = await scene();
  await appoint(stage, lead, 'staff', { organisation: centre });
  await stage.catchUp();
  await set({ responsible: { person: head } });
  await leaves(lead, 'staff');
  await stage.catchUp();
  expect(await owedBy(step)).toEqual([head]);
  await finish(step, head);
  await reopen(step, head);
  expect(await owedBy(step)).toEqual([head]);
});

test('two persons who turn out to be one keep the step', async () => {
  const { step, set, a, b, head } = await scene();
  await set({ responsible: { person: b } });
  const { sql } = stage.database;
  await sql`select merge_people(${b}, ${a}, ${JSON.stringify(personalColumns)}::text::jsonb, ${at})`;
  expect(await owedBy(step)).toEqual([a]);
  expect([await finish(step, head), (await readAction(stage.database.store, step))?.doneOn]).toEqual([
    'noted',
    '2026-11-22',
  ]);
});

test('"not mine" and "done" end with the agreement: given back later, it is owed', async () => {
  const { step, set, a, b } = await scene();
  const { sql, store } = stage.database;
  const [owed] = await sql<
    { id: number }[]
  >`select id::int from obligations where person_id = ${a} and kind = 'plan-action'`;
  await waiveObligation(store, owed?.id ?? 0, a, true, at);
  expect(await owedBy(step)).toEqual([]);
  await set({ responsible: { person: b } });
  await set({ responsible: { person: a } });
  expect(await owedBy(step)).toEqual([a]);
});

test('who is erased leaves the step to the centre, done or not', async () => {
  const open = await scene();
  await forgetPerson(stage.database.store, open.a, personalColumns, false, at);
  expect(await owedBy(open.step)).toEqual(['centre']);
  const done = await scene();
  await finish(done.step, done.a);
  await forgetPerson(stage.database.store, done.a, personalColumns, false, at);
  expect((await readAction(stage.database.store, done.step))?.doneOn).toBe('2026-11-22');
  expect([await reopen(done.step, done.head), await owedBy(done.step)]).toEqual(['noted', ['centre']]);
});

test('done and given to another one in the same moment, 20 times: what was said to be done is', async () => {
  const { step, set, a, b, head } = await scene();
  for (let round = 0; round < 20; round += 1) {
    const [done] = await Promise.all([finish(step, head), set({ responsible: { person: round % 2 === 0 ? b : a } })]);
    const { doneOn } = (await readAction(stage.database.store, step)) ?? {};
    expect([done, doneOn, await owedBy(step)]).toEqual(['noted', '2026-11-22', []]);
    await reopen(step, head);
    expect(await owedBy(step)).toHaveLength(1);
  }
});

test('a decision that is taken back takes the plan of the cycle after it back too', async () => {
  const { centre, head } = await scene();
  const { store } = stage.database;
  const decided = { organisation: centre, cycle: 1, level: null, on: '2026-11-20', until: null, due: [], by: head };
  const decision = await recordDecision(store, decided, at);
  expect(await recordDecision(store, { ...decided, on: '2026-11-21' }, at)).toBeNull();
  const later = await beginAction(store, { organisation: centre, indicator: 7, by: head }, at);
  expect((await readAction(store, later))?.cycle).toBe(2);
  expect(await undoDecision(store, decision ?? 0, head, at)).toBe(true);
  expect((await readAction(store, later))?.cycle).toBe(1);
});
