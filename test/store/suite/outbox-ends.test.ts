import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { enqueue } from '../../../src/store/outbox.ts';
import type { Order } from '../../../src/store/outbox.ts';
import { chatGone, receiveUpdates } from '../../../src/store/talks.ts';
import { OutboxScene } from './outbox-scene.ts';
import { holder, later, noon, targets, writes } from './targets.ts';
import type { Opened } from './targets.ts';

describe.each(targets)('ends in the outbox through $name', ({ open }) => {
  let db: Opened;
  let outbox: OutboxScene;
  beforeAll(async () => {
    db = await open();
  });
  afterAll(() => db.close());
  beforeEach(async () => {
    outbox = await OutboxScene.open(db);
  });
  const sent = { end: 'sent', messageId: 7 } as const;

  describe('how a row ends', () => {
    test('what could not be begun comes again after 10 seconds, 20, 40 …, and ends with its reason at the tenth time', async () => {
      const { person } = await outbox.somebody();
      await outbox.put({ person });
      let at = noon;
      const pauses: number[] = [];
      for (let turn = 1; turn < 10; turn += 1) {
        const { id } = await outbox.ends({ end: 'not-begun', reason: 'no way out' }, at);
        const { state, due_at } = await outbox.row(id);
        expect(state).toBe('queued');
        pauses.push((due_at.getTime() - at.getTime()) / 1000);
        expect((await outbox.claim(new Date(due_at.getTime() - 1))).rows).toEqual([]);
        at = due_at;
      }
      expect(pauses).toEqual([10, 20, 40, 80, 160, 320, 640, 1280, 2560]);
      const { id } = await outbox.ends({ end: 'not-begun', reason: 'no way out' }, at);
      expect(await outbox.row(id)).toMatchObject({ state: 'failed', reason: 'no way out', tries: 10 });
      expect((await outbox.claim(later({ days: 9 }))).rows).toEqual([]);
    });

    test('told to wait ten times is enough too, and it says so', async () => {
      const chat = await outbox.somebody();
      await outbox.put({ chat: chat.id });
      let id = 0;
      for (let turn = 0; turn < 10; turn += 1) {
        ({ id } = await outbox.ends({ end: 'limited', seconds: 1 }, later({ seconds: turn })));
        await outbox.pauseEnds(chat);
      }
      expect(await outbox.row(id)).toMatchObject({ state: 'failed', reason: 'limited', tries: 10 });
    });

    test('held and given back costs no try', async () => {
      const chat = await outbox.somebody();
      await outbox.put({ chat: chat.id });
      for (let turn = 0; turn < 12; turn += 1) await outbox.settle(await outbox.claimOne(), { end: 'returned' });
      const { id } = await outbox.claimOne();
      expect(await outbox.row(id)).toMatchObject({ state: 'claimed', tries: 1 });
    });

    test('refused, cancelled and in doubt are the end', async () => {
      const chat = await outbox.somebody();
      const ends = [
        { end: 'rejected', reason: 'Bad Request' },
        { end: 'cancelled' },
        { end: 'in-doubt', reason: 'HTTP 500' },
        sent,
      ] as const;
      const seen: unknown[] = [];
      for (const end of ends) {
        await outbox.put({ chat: chat.id });
        const { state, reason } = await outbox.row((await outbox.ends(end)).id);
        seen.push([state, reason]);
      }
      expect(seen).toEqual([
        ['failed', 'Bad Request'],
        ['cancelled', null],
        ['unknown', 'HTTP 500'],
        ['sent', null],
      ]);
      expect((await outbox.claim(later({ days: 9 }))).rows).toEqual([]);
    });

    test('a killed process: what it only held waits again, what it was sending is in doubt', async () => {
      const chats = [await outbox.somebody(), await outbox.somebody()];
      for (const { id } of chats) await outbox.put({ chat: id });
      const [held, begun] = (await outbox.claim()).rows;
      if (!held || !begun) throw new Error('not both were claimed');
      expect(await outbox.begin(begun)).toEqual([begun.id]);
      await outbox.sweep();
      const during = [(await outbox.row(held.id)).state, (await outbox.row(begun.id)).state];
      for (const { id } of [held, begun]) await outbox.leaseEnds(id);
      await outbox.sweep();
      expect([during, await outbox.row(held.id), await outbox.row(begun.id)]).toMatchObject([
        ['claimed', 'sending'],
        { state: 'queued', tries: 0 },
        { state: 'unknown', reason: 'its process ended' },
      ]);
      const again = await outbox.claimOne();
      expect([again.id, again.token === held.token]).toEqual([held.id, false]);
    });

    test('a late word turns doubt into sent; an old token changes nothing and begins nothing', async () => {
      const chat = await outbox.somebody();
      await outbox.put({ chat: chat.id });
      const slow = await outbox.claimOne();
      await outbox.leaseEnds(slow.id);
      await outbox.sweep();
      const row = await outbox.claimOne();
      for (const end of [sent, { end: 'rejected', reason: 'x' }, { end: 'returned' }] as const) {
        await outbox.settle(slow, end);
      }
      expect([await outbox.begin(slow), (await outbox.row(row.id)).state]).toEqual([[], 'claimed']);
      const other = new OutboxScene(db, outbox.channel);
      expect([await other.begin(row), await outbox.begin(row), await outbox.begin(row)]).toEqual([[], [row.id], []]);
      await outbox.leaseEnds(row.id);
      await outbox.sweep();
      expect((await outbox.row(row.id)).state).toBe('unknown');
      await outbox.settle(row, sent);
      await outbox.settle(row, { end: 'rejected', reason: 'x' });
      expect(await outbox.row(row.id)).toMatchObject({ state: 'sent', reason: null });
    });
  });

  describe('chats that are gone or have moved', () => {
    test('what waits there goes to the person’s other chat', async () => {
      const elsewhere = await OutboxScene.open(db);
      const one = await outbox.somebody();
      await outbox.put({ person: one.person });
      await outbox.put({ person: one.person });
      const other = await elsewhere.chat(one.person);
      await outbox.ends({ end: 'gone', reason: 'blocked' });
      expect((await outbox.claim()).rows).toEqual([]);
      await outbox.sweep();
      expect([await outbox.states(one), await elsewhere.states(other)]).toEqual([{}, { queued: 2 }]);
      expect([(await elsewhere.ends(sent)).chat, (await elsewhere.ends(sent)).chat]).toEqual([
        other.external,
        other.external,
      ]);
    });

    test('without another chat it is cancelled, 500 rows at a time', async () => {
      const one = await outbox.somebody();
      const orders = Array.from({ length: 1100 }, (_, n) => ({
        to: { person: one.person },
        ...{ kind: 'word', key: `${n}`, payload: {}, priority: 2, due: noon },
      })) satisfies Order[];
      expect(await enqueue(db.store, orders, noon)).toBe(1100);
      await chatGone(db.store, outbox.channel, one.external, noon);
      const seen: unknown[] = [];
      for (let turn = 0; turn < 3; turn += 1) {
        await outbox.sweep();
        seen.push(await outbox.states(one));
      }
      expect(seen).toEqual([{ cancelled: 500, queued: 600 }, { cancelled: 1000, queued: 100 }, { cancelled: 1100 }]);
      expect(await outbox.put({ person: one.person })).toBe(0);
    });

    test('whoever writes again is written to again, with what still waited', async () => {
      const one = await outbox.somebody();
      await outbox.put({ chat: one.id });
      await db.tables.from('identities').insert({
        ...{ channel_id: outbox.channel, external_id: one.external, person_id: one.person },
        added_at: noon.toISOString(),
      });
      await chatGone(db.store, outbox.channel, one.external, noon);
      const before = [(await outbox.claim()).rows.length, await outbox.put({ person: one.person })];
      await receiveUpdates(db.store, outbox.channel, [writes(one.external, 'back')], holder(), noon);
      const put = await outbox.put({ person: one.person });
      await outbox.sweep();
      expect([before, put, (await outbox.ends(sent)).chat, (await outbox.ends(sent)).chat]).toEqual([
        [0, 0],
        1,
        one.external,
        one.external,
      ]);
    });

    test('a group is followed, and is found by its old name', async () => {
      const group = await outbox.chat(null);
      await outbox.put({ chat: group.id });
      const { id } = await outbox.ends({ end: 'moved', to: `-100${group.external}` });
      await outbox.pauseEnds(group);
      const again = await outbox.claimOne();
      expect([again.id, again.chat]).toEqual([id, `-100${group.external}`]);
      expect(await outbox.put({ channel: outbox.channel, external: group.external })).toBe(1);
    });

    test('also where its new name was heard of before', async () => {
      const [old, known] = [await outbox.chat(null), await outbox.chat(null)];
      await outbox.put({ chat: old.id });
      await outbox.put({ chat: old.id });
      await outbox.ends({ end: 'moved', to: known.external });
      await outbox.sweep();
      expect([await outbox.states(old), await outbox.states(known)]).toEqual([{}, { queued: 2 }]);
      expect((await outbox.claimOne()).chat).toBe(known.external);
      expect(await outbox.put({ channel: outbox.channel, external: old.external })).toBe(1);
    });
  });
});
