import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { personalColumns } from '../../../src/privacy/columns.ts';
import { forgetPerson } from '../../../src/store/privacy.ts';
import { Beside } from './beside-scene.ts';

let scene: Beside;
beforeEach(async () => {
  scene = await Beside.open();
});
afterEach(() => scene.announcing.db.close());

test('all that can happen while it goes out: nothing waits in a ring, nothing is lost, nothing goes twice', async () => {
  const { db, now } = scene.announcing;
  const over = new AbortController();
  const going = scene.everything(over.signal);
  await pause(2_000);
  for (const author of scene.erasedAuthors) await forgetPerson(db.store, author, personalColumns, false, now);
  await pause(3_000);
  over.abort();
  await going;
  expect(scene.rings).toEqual([]);
  expect([...scene.refused.filter((reason) => reason !== '23503')], 'only who is no more is refused').toEqual([]);
  await scene.endsAll();
  const left = await db.sql`
    select o.state, l.due_at, l.stopped, c.gone_at from outbox o left join lanes l using (chat_id) join chats c on c.id = o.chat_id
    where o.state not in ('sent', 'failed', 'unknown', 'cancelled')`;
  expect(left.map((row) => ({ ...row }))).toEqual([]);
  expect([...scene.said.values()].filter((times) => times > 1)).toEqual([]);
  expect(scene.said.size).toBeGreaterThan(100);
}, 60_000);
