import { InlineKeyboard } from 'grammy';
import { describe, expect, test } from 'vitest';
import { inDoubt, notBegun } from '../../../src/channels/channel.ts';
import { groupNumber, messageNumber } from '../../../src/channels/whatsapp/ids.ts';
import { NotSent } from '../../../src/channels/whatsapp/wire.ts';
import { call, chat, dana, openWhatsapp } from './whatsapp-kit.ts';

const text = { chat_id: chat, text: 'x' };
const away = () => new NotSent('the device is away');
const unsaid = { ok: true, result: { message_id: 0, date: 0, chat: { id: 0, type: 'private' } } };
const long = { chat_id: chat, text: `${'a'.repeat(2500)}\n\n${'b'.repeat(2000)}` };

describe('a reply', () => {
  test('waits for no acknowledgement longer than a person would', async () => {
    const { channel, wire, told } = await openWhatsapp();
    wire.acknowledges = false;
    expect(await call(channel.fetch, 'sendMessage', text)).toMatchObject({
      ok: true,
      result: { message_id: messageNumber(wire.reached[0]?.id ?? '') },
    });
    expect(wire.reached[0]?.patience).toBe(2_000);
    expect(told).toEqual([]);
  });

  test('insists while nothing has left, and arrives once', async () => {
    const { channel, wire, pauses, told } = await openWhatsapp();
    wire.faults.push(away(), away(), away());
    expect(await call(channel.fetch, 'sendMessage', text)).toMatchObject({ ok: true });
    expect(wire.reached).toHaveLength(1);
    expect(pauses).toEqual([250, 500, 1000]);
    expect(told).toEqual([]);
  });

  test('gives up after ten seconds; the talk goes on and the person is told later', async () => {
    const { channel, wire, pauses, told, kept } = await openWhatsapp();
    wire.turn({ is: 'lost', why: 'no network', since: 0 });
    expect(await call(channel.fetch, 'sendMessage', text)).toEqual(unsaid);
    expect(await call(channel.fetch, 'editMessageText', { ...text, message_id: 1 })).toEqual(unsaid);
    expect(pauses.slice(0, pauses.length / 2)).toEqual([250, 500, 1000, 2000, 4000]);
    expect(told).toEqual(['state lost', `unreached ${chat}`, `unreached ${chat}`]);
    expect(kept).toEqual([]);
  });

  test('to a group waits, too, for the device to know its groups', async () => {
    const { channel, wire } = await openWhatsapp({
      pause: async () => {
        wire.now = { is: 'linked', number: '77010000001', since: 0 };
      },
    });
    const group = '120363025246125486@g.us';
    wire.inGroups.push({ id: group, title: 'x' });
    wire.now = { is: 'starting', since: 0 };
    const answer = await call(channel.fetch, 'sendMessage', { chat_id: groupNumber(group), text: 'x' });
    expect(answer).toMatchObject({ ok: true });
  });

  test('to somebody who is gone is not repeated', async () => {
    const { channel, pauses, told } = await openWhatsapp();
    expect(await call(channel.fetch, 'sendMessage', { ...text, chat_id: 77019999999 })).toEqual(unsaid);
    expect(pauses).toEqual([]);
    expect(told).toEqual(['gone 77019999999']);
  });

  test('of which nobody knows is not repeated', async () => {
    const { channel, wire, pauses, told } = await openWhatsapp();
    wire.faults.push(new Error('the page crashed'));
    expect(await call(channel.fetch, 'sendMessage', text)).toEqual(unsaid);
    expect([pauses, told]).toEqual([[], [`unreached ${chat}`]]);
  });

  test('under whose hands the page went away is not repeated either; the person is told later where they stand', async () => {
    const { channel, wire, told, pauses } = await openWhatsapp();
    wire.goesAway = true;
    expect(await call(channel.fetch, 'sendMessage', text)).toMatchObject({ ok: true });
    expect([wire.reached.length, pauses, told]).toEqual([1, [], [`unreached ${chat}`]]);
  });
});

describe('a letter of the outbox', () => {
  test('counts as sent when it is acknowledged, for which it waits; its options are letters', async () => {
    const { letters, wire, kept } = await openWhatsapp();
    const keyboard = new InlineKeyboard().text('Done', 'due:5:done').row().text('Menu', 'go:menu');
    const sent = await letters.sendMessage(chat, 'Report is due', { reply_markup: keyboard });
    expect(wire.reached).toMatchObject([
      { chat: dana, message: { text: 'Report is due\n\nA. Done\n_Write the word: Menu_' }, patience: 40_000 },
    ]);
    expect(kept).toMatchObject([{ offer: { message: sent.message_id, letters: true, options: [{}, {}] } }]);
  });

  test('without options leaves those of the talk as they are', async () => {
    const { letters, kept } = await openWhatsapp();
    await letters.sendMessage(chat, 'News');
    expect(kept).toEqual([]);
  });

  test('not acknowledged is in doubt, and named; the acknowledgement is told when it comes', async () => {
    const { channel, wire, kept, told } = await openWhatsapp();
    wire.acknowledges = false;
    const reply_markup = { inline_keyboard: [[{ text: 'Done', callback_data: 'due:5:done' }]] };
    const answer = await call(channel.once, 'sendMessage', { ...text, reply_markup });
    const id = wire.reached[0]?.id ?? '';
    const parameters = { message_id: messageNumber(id) };
    expect(answer).toEqual({ ok: false, error_code: inDoubt, description: 'not acknowledged', parameters });
    // It may well have arrived, and then it can be answered.
    expect(kept).toMatchObject([{ offer: { message: parameters.message_id } }]);
    wire.acknowledge(id);
    expect(told).toEqual([`acknowledged ${parameters.message_id}`]);
  });

  test('in doubt is not taken for said: the same edit is tried again', async () => {
    const { channel, wire } = await openWhatsapp();
    wire.acknowledges = false;
    const edit = { ...text, message_id: 1 };
    expect(await call(channel.once, 'editMessageText', edit)).toMatchObject({ ok: false, error_code: inDoubt });
    wire.acknowledges = true;
    expect(await call(channel.once, 'editMessageText', edit)).toMatchObject({ ok: true });
    expect(await call(channel.once, 'editMessageText', edit)).toMatchObject({ ok: true });
    expect(wire.reached).toHaveLength(2);
  });

  test('is tried once', async () => {
    const { channel, wire, pauses } = await openWhatsapp();
    wire.faults.push(away(), new Error('the page crashed'));
    expect(await call(channel.once, 'sendMessage', text)).toMatchObject({ ok: false, error_code: notBegun });
    expect(await call(channel.once, 'sendMessage', text)).toMatchObject({ ok: false, error_code: inDoubt });
    expect(pauses).toEqual([]);
    expect(wire.reached).toEqual([]);
  });

  test('to a group while the device is away has not begun', async () => {
    const { channel, wire } = await openWhatsapp();
    wire.now = { is: 'starting', since: 0 };
    expect(await call(channel.once, 'sendMessage', { chat_id: -5, text: 'x' })).toMatchObject({ error_code: notBegun });
  });

  test('to somebody who is gone is forbidden', async () => {
    const { channel, told } = await openWhatsapp();
    expect(await call(channel.once, 'sendMessage', { ...text, chat_id: 77019999999 })).toMatchObject({
      error_code: 403,
    });
    expect(told).toEqual(['gone 77019999999']);
  });

  test('of two parts is in doubt as soon as one of them has left', async () => {
    const { channel, wire } = await openWhatsapp();
    wire.faults.push(undefined, away());
    expect(await call(channel.once, 'sendMessage', long)).toMatchObject({ ok: false, error_code: inDoubt });
    expect(wire.reached).toHaveLength(1);
  });
});

test('a reply of two parts whose second does not arrive is told later', async () => {
  const { channel, wire, told } = await openWhatsapp();
  wire.faults.push(undefined, new Error('the page crashed'));
  expect(await call(channel.fetch, 'sendMessage', long)).toEqual(unsaid);
  expect(told).toEqual([`unreached ${chat}`]);
});

test('nothing personal is logged, whatever fails', async () => {
  const { channel, wire, logged } = await openWhatsapp({ keep: () => Promise.reject(new Error('away')) });
  wire.faults.push(new Error('x'));
  await call(channel.fetch, 'sendMessage', { ...text, text: 'Secret words' });
  await call(channel.fetch, 'sendMessage', { ...text, text: 'Secret words' });
  expect(logged.join('')).not.toMatch(/Secret|7701/);
});
