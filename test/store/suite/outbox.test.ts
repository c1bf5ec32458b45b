import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { enqueue } from '../../../src/store/outbox.ts';
import type { Order } from '../../../src/store/outbox.ts';
import { OutboxScene } from './outbox-scene.ts';
import { later, noon, targets } from './targets.ts';
import type { Opened } from './targets.ts';

describe.each(targets)('outbox through $name', ({ open }) => {
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

  describe('taking in and handing out', () => {
    test('the same is said once to each; whoever has no chat is left out', async () => {
      const [one, two] = [await outbox.somebody(), await outbox.somebody()];
      const group = await outbox.chat(null);
      const same = { kind: 'card', key: `of ${outbox.channel}` };
      expect([
        await outbox.put({ person: one.person }, same),
        await outbox.put({ person: one.person }, same),
        await outbox.put({ person: two.person }, same),
        await outbox.put({ person: one.person }, { ...same, kind: 'other' }),
        await outbox.put({ channel: outbox.channel, external: group.external }, same),
        await outbox.put({ chat: group.id }, same),
        // A private chat may have been silent until now, a group is known or is none.
        await outbox.put({ channel: outbox.channel, external: `${one.person}77` }),
        await outbox.put({ channel: outbox.channel, external: '-100' }),
      ]).toEqual([1, 0, 1, 1, 1, 0, 1, 0]);
      for (const row of (await outbox.claim()).rows) {
        await outbox.begin(row);
        await outbox.settle(row, sent);
      }
      // Said long ago is said too.
      expect(await outbox.put({ person: two.person }, same)).toBe(0);
    });

    test('a row comes with what its words are made from, once', async () => {
      const { person, external } = await outbox.somebody();
      await outbox.put({ person }, { kind: 'card', key: `${person}`, payload: { submission: 5, сөз: ['"'] } });
      const { id, token, inMs, ...row } = await outbox.claimOne();
      expect(row).toEqual({
        kind: 'card',
        key: `${person}`,
        payload: { submission: 5, сөз: ['"'] },
        chat: external,
        chatKind: 'private',
        person,
        groupLanguage: null,
        language: 'ru',
        notices: [],
      });
      expect([typeof id, typeof token, inMs >= 0 && inMs <= 100]).toEqual(['number', 'string', true]);
      expect(await outbox.claim()).toEqual({ rows: [], waitMs: null });
    });

    test('what is not due waits', async () => {
      const { person } = await outbox.somebody();
      await outbox.put({ person }, { due: later({ seconds: 60 }) });
      expect((await outbox.claim(later({ seconds: 59 }))).rows).toEqual([]);
      expect((await outbox.claim(later({ seconds: 60 }))).rows).toHaveLength(1);
    });

    test('replies go before notices, notices before announcements, the longest due first', async () => {
      const order = [
        [2, 90],
        [1, 10],
        [0, 9],
        [1, 3],
        [0, 5],
        [2, 1],
      ] as const;
      for (const [priority, seconds] of order) {
        const { person } = await outbox.somebody();
        await outbox.put({ person }, { priority, key: `${person} ${priority} ${seconds}`, due: later({ seconds }) });
      }
      const { rows: claimed } = await outbox.claim(later({ seconds: 100 }));
      const rows = claimed.map(({ key }) => key.slice(key.indexOf(' ') + 1));
      expect(rows).toEqual(['0 5', '0 9', '1 3', '1 10', '2 1', '2 90']);
    });

    test('within a chat too a reply overtakes', async () => {
      const { person } = await outbox.somebody();
      for (const priority of [2, 1, 0] as const)
        await outbox.put({ person }, { priority, key: `${person} ${priority}` });
      const keys: string[] = [];
      for (let turn = 0; turn < 3; turn += 1) keys.push((await outbox.ends(sent)).key);
      expect(keys).toEqual([0, 1, 2].map((priority) => `${person} ${priority}`));
    });

    test('two processes that claim at once share the rows', async () => {
      const other = new OutboxScene(db, outbox.channel);
      for (let n = 0; n < 30; n += 1) await outbox.put({ person: (await outbox.somebody()).person });
      const claims = await Promise.all([
        outbox.claim(later({ seconds: 1 }), 20),
        other.claim(later({ seconds: 1 }), 20),
        outbox.claim(later({ seconds: 1 }), 20),
      ]);
      const ids = claims.flatMap(({ rows }) => rows.map(({ id }) => id));
      expect([ids.length, new Set(ids).size]).toEqual([30, 30]);
    });
  });

  describe('limits of an account', () => {
    /** Milliseconds between two messages of a Telegram account. */
    const interval = 34.5;
    beforeEach(async () => {
      outbox = await OutboxScene.open(db, 'telegram');
    });

    test('slots are 34.5 ms apart, also over two claims, and two seconds ahead at most', async () => {
      const orders: Order[] = [];
      for (let n = 0; n < 80; n += 1) {
        const { person } = await outbox.somebody();
        orders.push({ to: { person }, kind: 'word', key: `${person}`, payload: {}, priority: 1, due: noon });
      }
      await enqueue(db.store, orders, noon);
      const { rows } = await outbox.claim(later({ seconds: 1 }), 20);
      const { account } = await outbox.nextAt({ id: 0, external: '', person: null });
      const gaps = rows.slice(1).map(({ inMs }, index) => inMs - (rows[index]?.inMs ?? 0));
      expect(gaps.filter((gap) => gap !== 34 && gap !== 35)).toEqual([]);
      expect(gaps.reduce((sum, gap) => sum + gap, 0) / 19).toBeCloseTo(interval, 0);
      const more = await outbox.claim();
      const after = await outbox.nextAt({ id: 0, external: '', person: null });
      expect((after.account - account) / more.rows.length).toBeCloseTo(interval, 0);
      const ahead = more.rows.at(-1)?.inMs ?? 0;
      expect([ahead > 1900 && ahead <= 2000, rows.length + more.rows.length < 80]).toEqual([true, true]);
      expect(more.waitMs).toBeGreaterThan(300);
      expect(more.waitMs).toBeLessThanOrEqual(600);
    });

    test('a private chat has a second of its own, a group three', async () => {
      const chats = [await outbox.somebody(), await outbox.chat(null)];
      const waits: unknown[] = [];
      for (const chat of chats) {
        await outbox.put({ chat: chat.id });
        await outbox.put({ chat: chat.id });
        const first = await outbox.claimOne();
        const { account, chat: next } = await outbox.nextAt(chat);
        const meanwhile = await outbox.claim();
        // The account may go on one interval after this message; moments are read to the millisecond.
        waits.push([first.chat, Math.round((next - account + interval) / 10) * 10, meanwhile.rows.length]);
        await outbox.pauseEnds(chat);
        await outbox.claimOne();
      }
      expect(waits).toEqual([
        [chats[0]?.external, 1000, 0],
        [chats[1]?.external, 3000, 0],
      ]);
    });

    test('a chat that has to wait, however much lies there, delays nobody', async () => {
      const busy = await outbox.somebody();
      for (let n = 0; n < 40; n += 1) await outbox.put({ chat: busy.id }, { due: later({ days: -1 }) });
      const others = [await outbox.somebody(), await outbox.somebody(), await outbox.somebody()];
      for (const { person } of others) await outbox.put({ person });
      const { rows, waitMs } = await outbox.claim();
      const all = [busy, ...others].map(({ external }) => external);
      expect(rows.map(({ chat }) => chat).toSorted()).toEqual(all.toSorted());
      expect(waitMs).toBeGreaterThan(500);
      expect(waitMs).toBeLessThanOrEqual(1300);
    });

    test('a chat that was told to wait waits so long, and nobody else does', async () => {
      const [one, two] = [await outbox.somebody(), await outbox.somebody()];
      await outbox.put({ chat: one.id });
      const { id } = await outbox.ends({ end: 'limited', seconds: 7 });
      const { state, due_at, tries } = await outbox.row(id);
      const { chat, limited, account } = await outbox.nextAt(one);
      expect([state, due_at, tries, chat - limited]).toEqual(['queued', later({ seconds: 8 }), 1, 7000]);
      expect(account - limited).toBeLessThan(1000);
      await outbox.put({ chat: two.id });
      expect((await outbox.claim(later({ seconds: 7 }))).rows.map(({ chat: to }) => to)).toEqual([two.external]);
    });

    test('two chats told to wait within two seconds: the account waits', async () => {
      const [one, two, third] = [await outbox.somebody(), await outbox.somebody(), await outbox.somebody()];
      for (const { id } of [one, two, third]) await outbox.put({ chat: id });
      const { rows } = await outbox.claim(later({ seconds: 1 }), 2);
      await outbox.begin(...rows);
      for (const row of rows) await outbox.settle(row, { end: 'limited', seconds: 9 });
      const { account, limited } = await outbox.nextAt(two);
      expect(account - limited).toBe(9000);
      const { rows: none, waitMs } = await outbox.claim();
      expect(none).toEqual([]);
      expect(waitMs).toBeGreaterThan(5000);
    });
  });
});
