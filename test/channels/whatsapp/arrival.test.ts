import type { Update } from 'grammy/types';
import { Context } from 'grammy';
import type { Api } from 'grammy';
import { describe, expect, test } from 'vitest';
import { groupNumber, messageKey, messageNumber } from '../../../src/channels/whatsapp/ids.ts';
import { me } from '../../../src/channels/whatsapp/whatsapp-channel.ts';
import type { ArrivedMessage } from '../../../src/channels/whatsapp/wire.ts';
import { hearing } from '../../../src/screens/hearing.ts';
import { toInbox } from '../../../src/talks/address.ts';
import { chat, dana, openWhatsapp } from './whatsapp-kit.ts';

const group = '120363025246125486@g.us';
const code = 'g_Abcdefghijklmnop-_';

describe('a private message', () => {
  test('a text', async () => {
    const { wire, arrived } = await openWhatsapp();
    const { id } = await wire.says(dana, 'Сәлем');
    const place = { id: chat, type: 'private', first_name: '' };
    expect(arrived).toEqual([
      {
        key: messageKey(id),
        update: {
          update_id: messageNumber(id),
          message: {
            message_id: messageNumber(id),
            date: 1_790_000_000,
            chat: place,
            from: { id: chat, is_bot: false, first_name: '' },
            text: 'Сәлем',
          },
        },
      },
    ]);
    expect(arrived.map(toInbox)).toMatchObject([
      { key: messageKey(id), chat: String(chat), chatKind: 'private', sender: String(chat), language: null },
    ]);
  });

  test('a command has its mark, also with words behind it', async () => {
    const { wire, arrived } = await openWhatsapp();
    await wire.says(dana, '/menu');
    await wire.says(dana, '/start g_x');
    await wire.says(dana, 'see /menu');
    await wire.says(dana, '/menuу');
    expect(arrived.map(({ update }) => update.message?.entities)).toEqual([
      [{ type: 'bot_command', offset: 0, length: 5 }],
      [{ type: 'bot_command', offset: 0, length: 6 }],
      undefined,
      undefined,
    ]);
  });

  test('a quote names the message by its number', async () => {
    const { wire, arrived, api } = await openWhatsapp();
    const sent = await api.sendMessage(chat, 'Question?');
    await wire.says(dana, { text: 'Yes', quoted: wire.reached[0]?.id ?? '' });
    expect(arrived[0]?.update.message?.reply_to_message?.message_id).toBe(sent.message_id);
  });

  test.each<[string, Partial<ArrivedMessage>, ReturnType<typeof hearing>]>([
    [
      'picture',
      { file: { mime: 'image/jpeg', bytes: 9, as: 'picture' } },
      { is: 'file', id: '', size: 9, words: false },
    ],
    [
      'document',
      { file: { mime: 'application/pdf', as: 'document' } },
      { is: 'file', id: '', size: undefined, words: false },
    ],
    ['sticker', { other: 'sticker' }, { is: 'other', what: 'sticker' }],
    ['voice', { other: 'voice' }, { is: 'other', what: 'voice' }],
    ['audio', { other: 'audio' }, { is: 'other', what: 'audio' }],
    ['video', { other: 'video' }, { is: 'other', what: 'video' }],
    ['location', { other: 'location' }, { is: 'other', what: 'location' }],
    ['contact of somebody', { other: 'contact' }, { is: 'other', what: 'contact' }],
    ['poll', { other: 'poll' }, { is: 'other', what: 'other' }],
    ['something new', { other: 'other', text: 'not to be read' }, { is: 'other', what: 'other' }],
  ])('a %s is heard as what it is', async (_name, said, heard) => {
    const { wire, arrived } = await openWhatsapp();
    const { id } = await wire.says(dana, said);
    const [update] = arrived.map((one) => one.update);
    expect(hear(update)).toEqual(heard.is === 'file' ? { ...heard, id } : heard);
  });

  test('the words and the name of a file come along', async () => {
    const { wire, arrived } = await openWhatsapp();
    const file = { mime: 'application/pdf', name: 'Тізім.pdf', bytes: 12, as: 'document' as const };
    const { id } = await wire.says(dana, { text: 'менің қағазым', file });
    expect(arrived[0]?.update.message).toMatchObject({
      caption: 'менің қағазым',
      document: { file_id: id, file_name: 'Тізім.pdf', mime_type: 'application/pdf', file_size: 12 },
    });
  });

  test("the sender's other id is told, where it has a number", async () => {
    const { wire, arrived } = await openWhatsapp();
    const linked = '123456789012345@lid';
    await wire.says(linked, { text: 'x', from: linked, alias: dana });
    await wire.says(dana, { text: 'x', alias: dana });
    await wire.says(dana, { text: 'x', alias: '7:1@c.us' });
    expect(arrived.map(({ alias }) => alias)).toEqual([String(chat), undefined, undefined]);
    expect(arrived[0]?.update.message?.chat.id).toBe(1_123_456_789_012_345);
  });

  test('an id without a number is left, and not written into the log', async () => {
    const { wire, arrived, logged } = await openWhatsapp();
    await wire.says('9999999999999999@lid', 'x');
    expect(arrived).toEqual([]);
    expect(logged).toHaveLength(1);
    expect(logged.join('')).not.toContain('99999');
  });

  test('what could not be stored, or comes when nobody receives, is refused, so that it is given again', async () => {
    const { wire, arrived, state, channel } = await openWhatsapp();
    state.away = true;
    await expect(wire.says(dana, 'x')).rejects.toThrow('the store is away');
    state.away = false;
    await channel.stop();
    await expect(wire.says(dana, 'x')).rejects.toThrow('nobody receives now');
    expect(arrived).toEqual([]);
  });
});

describe('in a group', () => {
  const says = (text: string, more: Partial<ArrivedMessage> = {}) => ({
    text,
    from: dana,
    title: 'Волонтёры',
    ...more,
  });

  test.each([`birge ${code}`, `Бірге ${code}`, `БІРГЕ  ${code} `, `/link ${code}`, `/LINK ${code}`])(
    '"%s" links it',
    async (text) => {
      const { wire, arrived } = await openWhatsapp();
      const { id } = await wire.says(group, says(text));
      const number = groupNumber(group);
      expect(arrived[0]?.update.message).toEqual({
        message_id: messageNumber(id),
        date: 1_790_000_000,
        chat: { id: number, type: 'group', title: 'Волонтёры' },
        from: { id: chat, is_bot: false, first_name: '' },
        text: `/link ${code}`,
        entities: [{ type: 'bot_command', offset: 0, length: 5 }],
      });
      expect(arrived.map(toInbox)).toMatchObject([{ key: messageKey(id), chat: String(number), chatKind: 'group' }]);
    },
  );

  test.each<[string, Partial<ArrivedMessage>]>([
    ['talk', { text: 'Кто завтра придёт?' }],
    ['a number', { text: '1' }],
    ['another command', { text: '/menu' }],
    ['no code', { text: 'birge' }],
    ['a word that is no code', { text: 'birge привет' }],
    ['a code in capitals', { text: `birge ${code.toUpperCase()}` }],
    ['more words', { text: `birge ${code} пожалуйста` }],
    ['a bare code', { text: code }],
    ['a caption', { text: `birge ${code}`, file: { mime: 'image/png', as: 'picture' } }],
    ['a sticker', { other: 'sticker' }],
    ['a sender without a number', { text: `birge ${code}`, from: 'x@newsletter' }],
  ])('%s is dropped before anybody receives it', async (_name, said) => {
    const { wire, arrived, state } = await openWhatsapp();
    state.away = true;
    await wire.says(group, says('', said));
    expect(arrived).toEqual([]);
  });

  test('coming and going', async () => {
    const { wire, arrived } = await openWhatsapp();
    wire.group({ id: group, title: 'Волонтёры', is: 'joined' });
    wire.group({ id: group, is: 'left' });
    expect(arrived.map(({ update }) => update.my_chat_member)).toMatchObject([
      { chat: { id: groupNumber(group), type: 'group', title: 'Волонтёры' }, new_chat_member: { status: 'member' } },
      { chat: { id: groupNumber(group) }, old_chat_member: { status: 'member' }, new_chat_member: { status: 'left' } },
    ]);
    expect(new Set(arrived.map(({ key }) => key)).size).toBe(2);
    expect(arrived.map(toInbox)).toMatchObject([{ chatKind: 'group' }, { chatKind: 'group' }]);
  });

  test('it is told again while it can not be stored', async () => {
    const pauses: number[] = [];
    const opened = await openWhatsapp({
      pause: async (ms) => {
        pauses.push(ms);
        opened.state.away = pauses.length < 2;
      },
    });
    opened.state.away = true;
    opened.wire.group({ id: group, is: 'left' });
    await expect.poll(() => opened.arrived.length).toBe(1);
    expect(pauses).toEqual([1_000, 5_000]);
  });

  test('it is not tried for ever, nor when nobody receives any more', async () => {
    const { wire, state, pauses, logged, channel } = await openWhatsapp();
    state.away = true;
    wire.group({ id: group, is: 'left' });
    await expect.poll(() => logged.length).toBe(1);
    expect(pauses).toEqual([1_000, 5_000, 30_000]);
    await channel.stop();
    wire.group({ id: group, is: 'joined' });
    await expect.poll(() => logged.length).toBe(2);
    expect(pauses).toHaveLength(3);
  });
});

/** What a flow hears of an update; nothing is called. */
function hear(update: Update | undefined): ReturnType<typeof hearing> {
  if (update === undefined) throw new Error('nothing arrived');
  return hearing(new Context(update, {} as Api, me));
}
