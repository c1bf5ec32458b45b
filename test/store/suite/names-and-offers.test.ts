import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeTalk, offerIn, receiveUpdates } from '../../../src/store/talks.ts';
import type { TakenTalk } from '../../../src/store/talks.ts';
import { holder, noon, targets } from './targets.ts';
import type { Opened } from './targets.ts';

describe.each(targets)('names and offers through $name', ({ open }) => {
  let db: Opened;
  beforeAll(async () => {
    db = await open();
  });
  afterAll(() => db.close());

  /** Somebody writes in a private chat, under a name and perhaps another one that the channel tells. */
  async function hears(key: string, name: string, alias?: string): Promise<TakenTalk> {
    const other = alias === undefined ? {} : { alias };
    const update = { key, chat: name, chatKind: 'private' as const, sender: name, ...other, language: null };
    const [talk] = await receiveUpdates(db.store, db.channel, [{ ...update, update: { text: key } }], holder(), noon);
    if (talk === undefined) throw new Error('no talk was taken');
    return talk;
  }
  const close = ({ chat, token, seq }: TakenTalk, offers: object[] = []) =>
    closeTalk(db.store, { chat, token, seq, state: null, page: [], offers, unreached: false }, noon);
  const offer = (message: number, letters = false) => ({
    message,
    letters,
    at: noon.getTime(),
    options: [{ text: `Иә ${message}`, data: `go:${message}` }],
  });

  test('a number that becomes a linked id is the same person in the same chat', async () => {
    const first = await hears('1a', '77010000001');
    await close(first);
    const moved = await hears('1b', '1000111', '77010000001');
    expect([moved.person?.id, moved.chat, moved.external]).toEqual([first.person?.id, first.chat, '77010000001']);
    await close(moved);
    // From now on the new name alone is enough, and the old one still is.
    for (const name of ['1000111', '77010000001']) {
      const again = await hears(`1 ${name}`, name);
      expect([again.person?.id, again.chat]).toEqual([first.person?.id, first.chat]);
      await close(again);
    }
  });

  test('somebody met by the linked id first is known by the number later', async () => {
    const first = await hears('2a', '1000222');
    await close(first);
    await close(await hears('2b', '1000222', '77010000002'));
    const byNumber = await hears('2c', '77010000002');
    expect(byNumber.person?.id).toBe(first.person?.id);
    await close(byNumber);
  });

  test('two who are known already are not made one by a name', async () => {
    const [one, other] = [await hears('3a', '77010000003'), await hears('3b', '1000333')];
    await close(one);
    await close(other);
    const both = await hears('3c', '1000333', '77010000003');
    expect(both.person?.id).toBe(other.person?.id);
    await close(both);
  });

  test('what was offered comes with the next message, newest first, twenty at most', async () => {
    const first = await hears('4a', '44');
    expect(first.offers).toEqual([]);
    await close(first, [offer(1), offer(2)]);
    await offerIn(db.store, db.channel, '44', [offer(3, true)]);
    const next = await hears('4b', '44');
    expect(next.offers).toEqual([offer(3, true), offer(2), offer(1)]);
    // The same message said anew takes the place of what it offered.
    await close(next, [{ ...offer(2), options: [] }]);
    await offerIn(
      db.store,
      db.channel,
      '44',
      Array.from({ length: 30 }, (_, index) => offer(100 + index)),
    );
    const last = await hears('4c', '44');
    expect(last.offers.map(({ message }) => message)).toEqual(Array.from({ length: 20 }, (_, index) => 129 - index));
    await close(last);
  });
});
