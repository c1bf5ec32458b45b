import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  closeTalk,
  holdChannel,
  leaveChannel,
  receiveUpdates,
  renewTalks,
  sweepTalks,
  voidLeases,
} from '../../../src/store/talks.ts';
import type { TakenTalk } from '../../../src/store/talks.ts';
import { sweepInbox } from '../../../src/store/jobs.ts';
import { holder, later, noon, targets, writes } from './targets.ts';
import type { Opened } from './targets.ts';

describe.each(targets)('talks through $name', ({ open }) => {
  let db: Opened;
  beforeAll(async () => {
    db = await open();
  });
  afterAll(() => db.close());

  const receive = (...updates: ReturnType<typeof writes>[]) =>
    receiveUpdates(db.store, db.channel, updates, holder(), noon);
  const close = (talk: TakenTalk | undefined, state: unknown = null) => {
    if (talk === undefined) throw new Error('no talk was taken');
    const { chat, token, seq } = talk;
    return closeTalk(db.store, { chat, token, seq, state, page: [], unreached: false, offers: [] }, noon);
  };
  const texts = (talks: TakenTalk[]) => talks.map(({ external, update }) => [external, update['text']]);
  const leaseEnds = async (talk: TakenTalk | undefined) => {
    const { error } = await db.tables
      .from('talks')
      .update({ lease_until: '2020-01-01T00:00:00Z' })
      .eq('chat_id', talk?.chat);
    expect(error).toBeNull();
  };
  const sweep = () => sweepTalks(db.store, db.channel, holder(), 50, noon);

  test('a first message makes a person with nothing but a language, and brings all that an answer needs', async () => {
    const [talk] = await receive(writes(1, '1a', 'Сәлем "бірге" \\ <b>'));
    const { chat, token, seq, person, ...rest } = talk ?? {};
    expect([typeof chat, typeof token, typeof seq, typeof person?.id]).toEqual([
      'number',
      'string',
      'number',
      'number',
    ]);
    const { id: _id, ...known } = person ?? {};
    expect(known).toEqual({
      name: null,
      bornOn: null,
      language: 'kk',
      languageChosen: false,
      cameWith: null,
      announcements: true,
      consent: null,
    });
    expect(rest).toEqual({
      external: '1',
      receivedAt: noon.getTime(),
      chatKind: 'private',
      channel: db.channel,
      tries: 1,
      update: { text: 'Сәлем "бірге" \\ <b>' },
      state: null,
      roles: [],
      draft: null,
      offers: [],
    });
    expect(await close(talk, { step: [1, 'екі', null] })).toEqual({ is: 'done' });
    const [next] = await receive(writes(1, '1b'));
    expect([next?.state, next?.person?.id]).toEqual([{ step: [1, 'екі', null] }, person?.id]);
    await close(next, null);
    const [last] = await receive(writes(1, '1c'));
    expect(last?.state).toBeNull();
    await close(last);
  });

  test('one holder at a time; what comes meanwhile waits in its order', async () => {
    const [first] = await receive(writes(2, '2a'));
    expect(await receive(writes(2, '2b'), writes(2, '2c'))).toEqual([]);
    expect(await receive(writes(2, '2d'))).toEqual([]);
    const order: unknown[] = [first?.update['text']];
    let closed = await close(first);
    while (closed.is === 'mine') {
      order.push(closed.talk.update['text']);
      expect(closed.talk.token).toBe(first?.token);
      closed = await close(closed.talk);
    }
    expect([order, closed]).toEqual([['2a', '2b', '2c', '2d'], { is: 'done' }]);
  });

  test('two processes that receive the same at the same moment: one of them answers it', async () => {
    const both = await Promise.all([receive(writes(3, '3a')), receive(writes(3, '3a'))]);
    const taken = both.flat();
    expect(texts(taken)).toEqual([['3', '3a']]);
    expect(await close(taken[0])).toEqual({ is: 'done' });
    expect(await receive(writes(3, '3a'))).toEqual([]);
  });

  test('a batch takes each chat once, whatever the order of its messages', async () => {
    const taken = await receive(writes(41, '4a'), writes(42, '4b'), writes(41, '4c'), writes(42, '4b'));
    const inOrder = taken.toSorted((a, b) => Number(a.external) - Number(b.external));
    expect(texts(inOrder)).toEqual([
      ['41', '4a'],
      ['42', '4b'],
    ]);
    const [one, two] = inOrder;
    expect(await close(two)).toEqual({ is: 'done' });
    const closed = await close(one);
    expect(closed.is === 'mine' && closed.talk.update['text']).toBe('4c');
    await close(closed.is === 'mine' ? closed.talk : undefined);
  });

  test('whoever lost the lease changes nothing any more', async () => {
    const [lost] = await receive(writes(5, '5a'));
    expect(await sweep()).toEqual([]);
    await leaseEnds(lost);
    const [taken] = await sweep();
    expect([taken?.update['text'], taken?.tries, taken?.token === lost?.token]).toEqual(['5a', 2, false]);
    expect(await close(lost, { from: 'the lost one' })).toEqual({ is: 'stale' });
    expect(await close(taken, { from: 'the new one' })).toEqual({ is: 'done' });
    expect(await close(taken, { from: 'twice' })).toEqual({ is: 'stale' });
    const [next] = await receive(writes(5, '5b'));
    expect(next?.state).toEqual({ from: 'the new one' });
    await close(next);
  });

  test('a lease that is renewed is not taken; it is renewed by its holder only', async () => {
    const mine = holder();
    const [talk] = await receiveUpdates(db.store, db.channel, [writes(6, '6a')], mine, noon);
    await leaseEnds(talk);
    await renewTalks(db.store, holder(), [talk?.token ?? '']);
    await renewTalks(db.store, mine, [talk?.token ?? '']);
    expect(await sweep()).toEqual([]);
    await leaseEnds(talk);
    await renewTalks(db.store, holder(), [talk?.token ?? '']);
    const [taken] = await sweep();
    expect(texts(taken ? [taken] : [])).toEqual([['6', '6a']]);
    await close(taken);
  });

  test('a message that breaks its handler five times does not silence the chat', async () => {
    const [first] = await receive(writes(7, '7a'), writes(7, '7b'));
    const seen: unknown[] = [[first?.update['text'], first?.tries]];
    for (let turn = 0; turn < 5; turn += 1) {
      await leaseEnds(first);
      for (const talk of await sweep()) seen.push([talk.update['text'], talk.tries]);
    }
    expect(seen).toEqual([
      ['7a', 1],
      ['7a', 2],
      ['7a', 3],
      ['7a', 4],
      ['7a', 5],
      ['7b', 1],
    ]);
    await leaseEnds(first);
    const [last] = await sweep();
    expect(await close(last)).toEqual({ is: 'done' });
  });

  test('an embedded start ends all leases at once', async () => {
    const [talk] = await receive(writes(8, '8a'));
    await voidLeases(db.store);
    const [taken] = await sweep();
    expect(taken?.update['text']).toBe('8a');
    expect([await close(talk), await close(taken)]).toEqual([{ is: 'stale' }, { is: 'done' }]);
  });

  test('an account is received by one process at a time, until it leaves or is late', async () => {
    const [one, two] = [holder(), holder()];
    const held = [await holdChannel(db.store, db.channel, one), await holdChannel(db.store, db.channel, two)];
    held.push(await holdChannel(db.store, db.channel, one));
    await leaveChannel(db.store, db.channel, two);
    held.push(await holdChannel(db.store, db.channel, two));
    await leaveChannel(db.store, db.channel, one);
    held.push(await holdChannel(db.store, db.channel, two));
    await db.tables.from('channels').update({ lease_until: '2020-01-01T00:00:00Z' }).eq('id', db.channel);
    held.push(await holdChannel(db.store, db.channel, one));
    expect(held).toEqual([true, false, true, false, true, true]);
  });

  test('what was answered is emptied at once; its key keeps out a repetition for thirty days', async () => {
    const [talk] = await receive(writes(9, '9a', 'my phone is 8 701'));
    await close(talk);
    const row = async () =>
      (await db.tables.from('inbox').select('payload').eq('channel_id', db.channel).eq('update_key', '9a')).data;
    expect(await row()).toEqual([{ payload: null }]);
    await sweepInbox(db.store, later({ days: 30 }));
    expect([await row(), await receive(writes(9, '9a'))]).toEqual([[{ payload: null }], []]);
    await sweepInbox(db.store, later({ days: 30, seconds: 1 }));
    expect(await row()).toEqual([]);
  });
});
