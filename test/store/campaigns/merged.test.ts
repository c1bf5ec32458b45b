import { afterEach, beforeEach, expect, test } from 'vitest';
import { personalColumns } from '../../../src/privacy/columns.ts';
import { claimProgress } from '../../../src/store/campaigns/sending.ts';
import { forgetPerson } from '../../../src/store/privacy.ts';
import { chatMoved } from '../../../src/store/talks.ts';
import { Announcing } from './scene.ts';

/* While an announcement goes out, people and groups turn out to be others, or are no more. */

let scene: Announcing;
beforeEach(async () => {
  scene = await Announcing.open();
});
afterEach(() => scene.db.close());

/** One to two people who are one, each with a message of their own in these states; gives their messages after they are joined. */
test.each([
  { goes: 'sent', stays: 'queued', left: ['sent', 'cancelled'] },
  { goes: 'unknown', stays: 'held', left: ['unknown', 'cancelled'] },
  { goes: 'queued', stays: 'sent', left: ['cancelled', 'sent'] },
  { goes: 'queued', stays: 'queued', left: ['cancelled', 'queued'] },
  { goes: 'queued', stays: 'failed', left: ['queued', 'failed'] },
  { goes: 'failed', stays: 'queued', left: ['failed', 'queued'] },
])('two people are joined, their messages $goes and $stays: $left', async ({ goes, stays, left }) => {
  const { sql } = scene.db;
  const [into, from] = [await scene.person(), await scene.person({ channel: scene.whatsapp })];
  await scene.announced({ groups: null });
  await sql`update outbox set state = ${goes} where person_id = ${from}`;
  await sql`update outbox set state = ${stays} where person_id = ${into}`;
  const rows = await sql<{ id: number }[]>`select id from outbox order by person_id = ${into}, id`;
  await sql`select merge_people(${from}, ${into}, ${sql.json(personalColumns)}, ${scene.now})`;
  const states = await sql<{ state: string }[]>`
    select state from outbox where id = any (${rows.map(({ id }) => id)}) order by array_position(${rows.map(({ id }) => id)}, id)`;
  expect(states.map(({ state }) => state)).toEqual(left);
});

test('a group becomes a supergroup that is known already, while its message is under way: it gets it there', async () => {
  const { sql, store } = scene.db;
  const [old, now] = [await scene.group(), await scene.group()];
  await sql`delete from groups where chat_id = ${now}`;
  const campaign = await scene.announced({ people: null });
  const rows = await scene.claims();
  expect(rows).toHaveLength(1);
  const [there] = await sql<{ name: string }[]>`select external_id as name from chats where id = ${now}`;
  await chatMoved(store, scene.telegram, rows[0]?.chat ?? '', there?.name ?? '', scene.now);
  await scene.ends(rows, { end: 'not-begun', reason: 'no way' });
  scene.now = new Date(scene.now.getTime() + 60_000);
  await scene.claims();
  await scene.ends([], { end: 'returned' });
  expect((await scene.claims()).map(({ chat }) => chat)).toEqual([there?.name]);
  expect(
    await sql`select chat_id::int as chat from outbox where campaign_id = ${campaign} and chat_id <> ${old}`,
  ).toHaveLength(1);
});

test('an author is erased: nothing more goes, and no claim or message is left behind', async () => {
  const { sql, store } = scene.db;
  const author = await scene.person({ role: 'coordinator' });
  for (let n = 0; n < 3; n += 1) await scene.person();
  await scene.announced({ author, groups: null });
  const rows = await scene.claims();
  await forgetPerson(store, author, personalColumns, false, scene.now);
  await scene.ends(rows, { end: 'sent', messageId: 7 });
  expect(await scene.sends()).toBe(0);
  expect(await sql`select 1 from outbox where kind = 'announcement'`).toEqual([]);
  expect(await claimProgress(store, [scene.telegram], scene.now)).toEqual([]);
});
