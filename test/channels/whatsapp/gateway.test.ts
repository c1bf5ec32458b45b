import { Api, InlineKeyboard, InputFile, Keyboard } from 'grammy';
import { describe, expect, test } from 'vitest';
import { groupNumber, messageNumber } from '../../../src/channels/whatsapp/ids.ts';
import { pdf, png } from '../../support/sent-files.ts';
import { call, chat, dana, openWhatsapp, words } from './whatsapp-kit.ts';

const q = (act: string) => `q:1a2b3c:2f:drives:${act}`;
const html = { parse_mode: 'HTML' } as const;
const group = '120363025246125486@g.us';

const keyboard = new InlineKeyboard()
  .text('Yes', q('yes'))
  .text('No', q('no'))
  .row()
  .url('Site', 'https://birge.kz')
  .url('x', 'javascript:alert(1)')
  .row()
  .text('Back', q('back'))
  .text('Later', q('pause'));

describe('saying', () => {
  test('a question: its words, its options, and what is kept of it', async () => {
    const { api, wire, kept } = await openWhatsapp();
    const sent = await api.sendMessage(chat, '<i>2 / 9</i>\n\nDo you <b>drive</b>?', {
      ...html,
      reply_markup: keyboard,
    });
    expect(wire.reached).toEqual([
      {
        chat: dana,
        id: wire.reached[0]?.id,
        message: {
          text: '_2 / 9_\n\nDo you *drive*?\n\n1. Yes\n2. No\nSite: https://birge.kz/\n_Write the word: Back · Later_',
        },
        patience: 2_000,
      },
    ]);
    const number = messageNumber(wire.reached[0]?.id ?? '');
    expect(sent).toMatchObject({ message_id: number, date: 1_790_000_000, chat: { id: chat, type: 'private' } });
    const options = [
      { text: 'Yes', data: q('yes') },
      { text: 'No', data: q('no') },
      { text: 'Back', data: q('back') },
      { text: 'Later', data: q('pause') },
    ];
    expect(kept).toEqual([
      { chat: String(chat), offer: { message: number, letters: false, at: 1_790_000_000_000, options } },
    ]);
  });

  test('without options, and with a keyboard of Telegram, nothing is added, and that nothing is offered is kept', async () => {
    const { api, texts, kept } = await openWhatsapp();
    await api.sendMessage(chat, 'When were you born?');
    await api.sendMessage(chat, 'Phone?', { reply_markup: new Keyboard().requestContact('Share').text('Back') });
    await api.sendMessage(chat, 'Thanks', { reply_markup: { remove_keyboard: true } });
    expect(texts()).toEqual(['When were you born?', 'Phone?', 'Thanks']);
    expect(kept.map(({ offer }) => offer.options)).toEqual([[], [], []]);
  });

  test('the hint is in the language of the talk, otherwise of what is said, Kazakh if that tells nothing', async () => {
    for (const language of [undefined, 'ru', 'en'] as const) {
      const { api, texts } = await openWhatsapp({ languageOf: () => language });
      await api.sendMessage(chat, 'x', { reply_markup: new InlineKeyboard().text('Menu', 'go:menu') });
      await api.sendMessage(chat, 'Связь прерывалась', { reply_markup: new InlineKeyboard().text('Меню', 'go:menu') });
      expect(texts()).toEqual([
        `x\n\n_${words[language ?? 'kk']} Menu_`,
        `Связь прерывалась\n\n_${words[language ?? 'ru']} Меню_`,
      ]);
    }
  });

  test('a long one comes as two; what is kept belongs to the second', async () => {
    const { api, wire, texts, kept } = await openWhatsapp();
    const text = `${'a'.repeat(2500)}\n\n${'b'.repeat(1400)}`;
    const sent = await api.sendMessage(chat, text, { reply_markup: new InlineKeyboard().text('Yes', q('yes')) });
    expect(texts()).toEqual(['a'.repeat(2500), `${'b'.repeat(1400)}\n\n1. Yes`]);
    expect(sent.message_id).toBe(messageNumber(wire.reached[1]?.id ?? ''));
    expect(kept.map(({ offer }) => offer.message)).toEqual([sent.message_id]);
  });

  test('what can not be kept is said all the same', async () => {
    const { api, texts, logged } = await openWhatsapp({ keep: () => Promise.reject(new Error('the store is away')) });
    await api.sendMessage(chat, 'x', { reply_markup: keyboard });
    expect(texts()).toHaveLength(1);
    expect(logged).toHaveLength(1);
  });

  test('what is offered is kept before the call is answered', async () => {
    const order: string[] = [];
    const { api } = await openWhatsapp({
      keep: async () => {
        await new Promise((resolve) => setImmediate(resolve));
        order.push('kept');
      },
    });
    await api.sendMessage(chat, 'x', { reply_markup: keyboard });
    order.push('answered');
    expect(order).toEqual(['kept', 'answered']);
  });
});

describe('files', () => {
  test('a picture and a document with their captions', async () => {
    const { api, wire } = await openWhatsapp();
    await api.sendPhoto(chat, new InputFile(png(), 'done.png'), {
      caption: '<b>Done</b>',
      ...html,
      reply_markup: keyboard,
    });
    await api.sendDocument(chat, new InputFile(pdf(), 'Тізім 1.pdf'));
    expect(wire.reached.map(({ message }) => message)).toEqual([
      {
        text: '*Done*\n\n1. Yes\n2. No\nSite: https://birge.kz/\n_Write the word: Back · Later_',
        file: { bytes: new Uint8Array(png()), mime: 'image/png', name: 'done.png', as: 'picture' },
      },
      {
        text: '',
        file: { bytes: new Uint8Array(pdf()), mime: 'application/pdf', name: 'Тізім 1.pdf', as: 'document' },
      },
    ]);
  });

  test('a long caption goes on as a message', async () => {
    const { api, wire } = await openWhatsapp();
    const caption = `${'a'.repeat(800)} ${'b'.repeat(200)}`;
    await api.sendPhoto(chat, new InputFile(png(), 'p.png'), { caption, reply_markup: keyboard });
    expect(wire.reached.map(({ message }) => message.file?.name)).toEqual(['p.png', undefined]);
    expect(wire.reached[1]?.message.text).toContain('1. Yes');
  });

  test('a file that somebody sent goes on by its id', async () => {
    const { api, wire } = await openWhatsapp();
    const { id } = await wire.says(dana, { file: { mime: 'image/png', as: 'picture' }, bytes: png() });
    await api.sendPhoto(chat, id);
    expect(wire.reached[0]?.message.file?.mime).toBe('image/png');
    expect(await api.getFile(id)).toMatchObject({ file_id: id });
  });

  test('what is no picture, empty or unknown is refused', async () => {
    const { api, wire } = await openWhatsapp();
    await expect(api.sendPhoto(chat, new InputFile(pdf(), 'x.png'))).rejects.toThrow('IMAGE_PROCESS_FAILED');
    await expect(api.sendDocument(chat, new InputFile(Buffer.alloc(0), 'x'))).rejects.toThrow('file must be non-empty');
    await expect(api.sendDocument(chat, 'nowhere')).rejects.toThrow('wrong file identifier');
    expect(wire.reached).toEqual([]);
  });

  test('bytes are given up to 20 MB', async () => {
    const { channel, wire } = await openWhatsapp();
    const file = { mime: 'image/png', as: 'picture' } as const;
    const small = await wire.says(dana, { file, bytes: png() });
    const large = await wire.says(dana, { file, bytes: new Uint8Array(20 * 1024 * 1024 + 1) });
    expect(await channel.download(small.id)).toEqual(png());
    await expect(channel.download(large.id)).rejects.toThrow('larger than 20 MB');
    await expect(channel.download('true_x')).rejects.toThrow('no bytes');
  });
});

describe('edits', () => {
  test('the new content is a new message with a number of its own', async () => {
    const { api, texts, kept, wire } = await openWhatsapp();
    const sent = await api.sendMessage(chat, 'A?', { reply_markup: new InlineKeyboard().text('Tent', q('+tent')) });
    const edited = await api.editMessageText(chat, sent.message_id, 'A?', {
      reply_markup: new InlineKeyboard().text('✓ Tent', q('-tent')).row().text('Done', q('done')),
    });
    expect(texts()).toEqual(['A?\n\n1. Tent', 'A?\n\n1. ✓ Tent\n_Write the word: Done_']);
    expect(edited).toMatchObject({ message_id: messageNumber(wire.reached[1]?.id ?? '') });
    expect(kept.map(({ offer }) => offer.options[0]?.data)).toEqual([q('+tent'), q('-tent')]);
    await api.editMessageCaption(chat, sent.message_id, { caption: 'B' });
    await api.editMessageReplyMarkup(chat, sent.message_id, { reply_markup: new InlineKeyboard().text('No', q('no')) });
    expect(texts().slice(2)).toEqual(['B', '1. No']);
  });

  test('one that changes nothing says nothing', async () => {
    const { api, texts } = await openWhatsapp();
    const sent = await api.sendMessage(chat, 'A?', { reply_markup: keyboard });
    const edited = await api.editMessageText(chat, sent.message_id, 'A?', { reply_markup: keyboard });
    expect(edited).toEqual(sent);
    await api.editMessageReplyMarkup(chat, sent.message_id);
    expect(await api.deleteMessage(chat, sent.message_id)).toBe(true);
    expect(texts()).toHaveLength(1);
    // The same words again are no edit.
    await api.sendMessage(chat, 'A?', { reply_markup: keyboard });
    expect(texts()).toHaveLength(2);
  });
});

describe('groups', () => {
  test('are written to by their numbers, without anything that would have to be answered', async () => {
    const { api, wire, kept } = await openWhatsapp();
    wire.inGroups.push({ id: group, title: 'x' });
    const sent = await api.sendMessage(groupNumber(group) ?? 0, 'News', { reply_markup: keyboard });
    expect(wire.reached).toMatchObject([{ chat: group, message: { text: 'News\n\nSite: https://birge.kz/' } }]);
    expect(sent.chat).toMatchObject({ id: groupNumber(group), type: 'group' });
    expect(kept).toEqual([]);
  });

  test('one that we are not in is refused as Telegram refuses it, until we are', async () => {
    const { channel, wire } = await openWhatsapp();
    const payload = { chat_id: groupNumber(group), text: 'x' };
    const refused = { ok: false, error_code: 400, description: 'Bad Request: chat not found' };
    expect(await call(channel.fetch, 'sendMessage', payload)).toEqual(refused);
    expect(await call(channel.once, 'sendMessage', payload)).toEqual(refused);
    wire.inGroups.push({ id: group, title: 'x' });
    expect(await call(channel.once, 'sendMessage', payload)).toMatchObject({ ok: true });
  });
});

describe('signs', () => {
  test('typing, whatever Birge is doing', async () => {
    const { api, wire } = await openWhatsapp();
    await api.sendChatAction(chat, 'upload_photo');
    expect(wire.typed).toEqual([dana]);
  });

  test('an answer to a press is said only if it must be read, and takes no number from the question', async () => {
    const { api, texts, kept } = await openWhatsapp();
    await api.answerCallbackQuery(`${chat}.900`);
    await api.answerCallbackQuery(`${chat}.900`, { text: 'Saved' });
    await api.answerCallbackQuery(`${chat}.900`, { text: 'Read this', show_alert: true });
    expect(texts()).toEqual(['Read this']);
    expect(kept).toEqual([]);
    await expect(api.answerCallbackQuery('x')).rejects.toThrow('query is too old');
  });

  test('who it is, and what WhatsApp has no place for', async () => {
    const { api, channel } = await openWhatsapp();
    expect(await api.getMe()).toEqual(channel.me);
    expect(await api.setMyCommands([])).toBe(true);
    expect([channel.kind, channel.account, channel.me.first_name]).toEqual(['whatsapp', 'whatsapp', 'Birge']);
  });
});

test('a link carries its code to the number that is linked now', async () => {
  const { channel, wire, told } = await openWhatsapp();
  expect(channel.link('g_abc-_')).toBe('https://wa.me/77010000001?text=g_abc-_');
  expect(channel.ready?.()).toBe(true);
  wire.turn({ is: 'lost', why: 'no network', since: 1 });
  expect(channel.link('g_abc-_')).toBe(undefined);
  expect(channel.ready?.()).toBe(false);
  expect(told).toEqual(['state lost']);
});

test.each([
  ['sendMessage', { chat_id: chat, text: ' ' }, 'Bad Request: message text is empty'],
  ['sendMessage', { chat_id: chat, text: '<b></b>', ...html }, 'Bad Request: message text is empty'],
  ['sendMessage', { chat_id: 'x', text: 'x' }, 'Bad Request: chat not found'],
  ['sendMessage', { chat_id: chat }, 'Bad Request: text: Invalid input: expected string, received undefined'],
  ['sendMessage', { chat_id: chat, text: 'x', parse_mode: 'Markdown' }, 'Bad Request: unsupported parse_mode'],
  [
    'sendMessage',
    { chat_id: chat, text: 'x', reply_markup: { inline_keyboard: [[{ text: 'x', callback_data: 'x'.repeat(65) }]] } },
    'Bad Request: BUTTON_DATA_INVALID',
  ],
  ['sendPoll', {}, 'Not Found: method not found'],
  ['constructor', {}, 'Not Found: method not found'],
])('%s is refused: %j', async (method, payload, description) => {
  const { channel, wire } = await openWhatsapp();
  expect(await call(channel.fetch, method, payload)).toMatchObject({ ok: false, description });
  expect(wire.reached).toEqual([]);
});

test('a notice that counts its lines counts them with the letters of its options', async () => {
  const { wire, channel } = await openWhatsapp();
  const once = channel.once as NonNullable<ConstructorParameters<typeof Api>[1]>['fetch'];
  const keyboard = new InlineKeyboard().text('1. Есеп', 'due:7').row().text('2. Жоспар', 'due:8');
  const text = '<b>Мерзімдеріңіз</b>\n\n<b>1.</b> Есеп\n15.11.2026\n<b>2.</b> Жоспар\n2. бөлімді қараңыз, 3. емес';
  await new Api('2:whatsapp', { fetch: once }).sendMessage(chat, text, { parse_mode: 'HTML', reply_markup: keyboard });
  expect(wire.reached.at(-1)?.message.text).toMatchInlineSnapshot(`
    "*Мерзімдеріңіз*

    *A.* Есеп
    15.11.2026
    *B.* Жоспар
    2. бөлімді қараңыз, 3. емес

    A. Есеп
    B. Жоспар"
  `);
});
