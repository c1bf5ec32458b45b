import { Bot, InlineKeyboard, InputFile, type ApiClientOptions } from 'grammy';
import { describe, expect, test } from 'vitest';
import { methods } from '../../../src/channels/web/gateway.ts';
import { me, noon, startWebChat } from './web-chat-kit.ts';

const chat = { id: 41, type: 'private', first_name: '' };
const from = { id: 7, is_bot: true, first_name: 'Birge', username: 'birge_bot' };
const date = noon / 1000;
const id = noon * 1000;
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
);

async function startBot() {
  const web = await startWebChat();
  const fetch = web.channel.fetch as unknown as NonNullable<ApiClientOptions['fetch']>;
  const bodies = async () => (await web.memory.history('41')).map((message) => message.body);
  return { ...web, bodies, api: new Bot('web:x', { botInfo: me, client: { fetch } }).api };
}

describe('sending', () => {
  test('a text with marks and buttons', async () => {
    const { api, memory } = await startBot();
    const sent = await api.sendMessage(41, '<b>Тіл?</b>', {
      parse_mode: 'HTML',
      reply_markup: new InlineKeyboard()
        .text('Қазақша', 'kk')
        .url('Сайт', 'https://birge.kz')
        .row()
        .url('x', 'javascript:alert(1)'),
    });
    const buttons = [
      [
        { text: 'Қазақша', callback_data: 'kk' },
        { text: 'Сайт', url: 'https://birge.kz/' },
      ],
    ];
    expect(sent).toEqual({
      message_id: id,
      date,
      chat,
      from,
      text: 'Тіл?',
      reply_markup: { inline_keyboard: buttons },
    });
    expect(await memory.history('41')).toEqual([
      {
        id,
        from: 'birge',
        at: '2026-10-15T07:00:00.000Z',
        body: {
          text: [{ mark: 'b', inside: ['Тіл?'] }],
          buttons: [
            [
              { text: 'Қазақша', data: 'kk' },
              { text: 'Сайт', url: 'https://birge.kz/' },
            ],
          ],
        },
      },
    ]);
  });

  test('without parse_mode a text is a text', async () => {
    const { api, bodies } = await startBot();
    await api.sendMessage(41, '<b>Аты</b> & <script>');
    expect(await bodies()).toEqual([{ text: ['<b>Аты</b> & <script>'] }]);
  });

  test('message ids rise though the clock stands still', async () => {
    const { api, clock } = await startBot();
    const first = await api.sendMessage(41, '1');
    const second = await api.sendMessage(41, '2');
    clock.now += 5;
    const third = await api.sendMessage(41, '3');
    expect([first, second, third].map((sent) => sent.message_id - id)).toEqual([0, 1, 5000]);
  });

  test.each([
    [
      {
        keyboard: [[{ text: 'Иә' }, { text: 'Нөмірім', request_contact: true }], [{ text: 'Жоқ' }]],
        one_time_keyboard: true,
      },
      { replies: [['Иә'], ['Жоқ']], once: true, typed: { input: 'phone' } },
    ],
    [
      { keyboard: [[{ text: 'Нөмірім', request_contact: true }]], input_field_placeholder: '+7' },
      { replies: [], once: false, placeholder: '+7', typed: { input: 'phone' } },
    ],
    [{ remove_keyboard: true }, { replies: [] }],
    [{ force_reply: true, input_field_placeholder: 'Атыңыз' }, { placeholder: 'Атыңыз' }],
  ])('offers %j as %j', async (reply_markup, offered) => {
    const { call, bodies } = await startBot();
    expect(await call('sendMessage', { chat_id: 41, text: '?', reply_markup })).toMatchObject({ ok: true });
    expect(await bodies()).toEqual([{ text: ['?'], ...offered }]);
  });

  test('what only the page reads: the date field and the language', async () => {
    const { call, bodies } = await startBot();
    await call('sendMessage', { chat_id: 41, text: '?', birge: { input: 'date', min: '1930-01-01', language: 'ru' } });
    await call('sendMessage', { chat_id: 41, text: 'Туған күніңіз қашан?' });
    expect(await bodies()).toEqual([
      { text: ['?'], language: 'ru', typed: { input: 'date', min: '1930-01-01' } },
      { text: ['Туған күніңіз қашан?'], language: 'kk' },
    ]);
  });

  test('a document with a Kazakh name and a picture', async () => {
    const { api, bodies } = await startBot();
    const sent = await api.sendDocument(41, new InputFile(Buffer.from('%PDF-1.4'), 'Еріктінің "сауалнамасы" 1.pdf'), {
      caption: '<b>1</b>',
      parse_mode: 'HTML',
      reply_markup: new InlineKeyboard().text('Иә', 'y'),
    });
    await api.sendPhoto(41, new InputFile(png, 'a.png'));
    expect(sent.document).toMatchObject({
      file_name: 'Еріктінің "сауалнамасы" 1.pdf',
      mime_type: 'application/pdf',
      file_size: 8,
    });
    expect(await bodies()).toMatchObject([
      {
        text: [{ mark: 'b', inside: ['1'] }],
        buttons: [[{ text: 'Иә', data: 'y' }]],
        file: { name: 'Еріктінің "сауалнамасы" 1.pdf', picture: false },
      },
      { text: [], file: { name: 'a.png', mime: 'image/png', bytes: 68, picture: true } },
    ]);
    await api.sendDocument(41, sent.document?.file_id ?? '');
    expect((await bodies()).at(-1)).toMatchObject({ file: { key: sent.document?.file_id, bytes: 8 } });
    expect(await api.getFile(sent.document?.file_id ?? '')).toMatchObject({ file_size: 8 });
  });
});

describe('changing', () => {
  test('the text, the buttons, and taking back', async () => {
    const { api, bodies } = await startBot();
    const { message_id } = await api.sendMessage(41, 'Бұл бірінші мәтін', {
      reply_markup: new InlineKeyboard().text('a', 'a'),
    });
    await api.editMessageReplyMarkup(41, message_id, { reply_markup: new InlineKeyboard().text('b', 'b') });
    expect(await bodies()).toEqual([
      { text: ['Бұл бірінші мәтін'], language: 'kk', buttons: [[{ text: 'b', data: 'b' }]] },
    ]);
    expect(await api.editMessageText(41, message_id, 'Екінші')).toEqual({
      message_id,
      date,
      chat,
      from,
      text: 'Екінші',
    });
    expect(await bodies()).toEqual([{ text: ['Екінші'] }]);
    await api.deleteMessage(41, message_id);
    expect(await bodies()).toEqual([{ text: [], gone: true }]);
  });
});

describe('wrong calls are answered as the Bot API does', () => {
  const refusals: [string, Record<string, unknown>, number, string][] = [
    ['sendMessage', { text: 'x' }, 400, 'Bad Request: chat not found'],
    ['sendMessage', { chat_id: 'abc', text: 'x' }, 400, 'Bad Request: chat not found'],
    ['sendMessage', { chat_id: -5, text: 'x' }, 400, 'Bad Request: chat not found'],
    ['sendMessage', { chat_id: 41, text: ' ' }, 400, 'Bad Request: message text is empty'],
    ['sendMessage', { chat_id: 41, text: 'x', parse_mode: 'MarkdownV2' }, 400, 'Bad Request: unsupported parse_mode'],
    [
      'sendMessage',
      { chat_id: 41, text: 'x', reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: 'ә'.repeat(33) }]] } },
      400,
      'Bad Request: BUTTON_DATA_INVALID',
    ],
    [
      'sendMessage',
      { chat_id: 41, text: 'x', reply_markup: { inline_keyboard: 'a' } },
      400,
      'Bad Request: reply_markup: Invalid input',
    ],
    ['editMessageText', { chat_id: 41, message_id: 5, text: 'x' }, 400, 'Bad Request: message to edit not found'],
    ['editMessageCaption', { chat_id: 41, message_id: 5, caption: 'x' }, 400, 'Bad Request: message to edit not found'],
    ['editMessageReplyMarkup', { chat_id: 41, message_id: 5 }, 400, 'Bad Request: message to edit not found'],
    ['deleteMessage', { chat_id: 41, message_id: 5 }, 400, 'Bad Request: message to delete not found'],
    ['sendDocument', { chat_id: 41 }, 400, 'Bad Request: there is no document in the request'],
    ['sendPhoto', { chat_id: 41, photo: 'nowhere' }, 400, 'Bad Request: wrong file identifier/HTTP URL specified'],
    ['sendChatAction', { action: 'typing' }, 400, 'Bad Request: chat not found'],
    [
      'answerCallbackQuery',
      { callback_query_id: 'x' },
      400,
      'Bad Request: query is too old and response timeout expired or query ID is invalid',
    ],
    ['getFile', { file_id: 'nowhere' }, 400, 'Bad Request: invalid file_id'],
    ['sendVoice', { chat_id: 41 }, 404, 'Not Found: method not found'],
    ['constructor', {}, 404, 'Not Found: method not found'],
  ];
  test.each(refusals)('%s %j', async (method, payload, error_code, description) => {
    const { call } = await startBot();
    expect(await call(method, payload)).toEqual({ ok: false, error_code, description });
  });

  test('every method that takes something is among them', () => {
    const harmless = [
      'getMe',
      'setMyCommands',
      'deleteMyCommands',
      'setMyName',
      'setMyDescription',
      'setMyShortDescription',
      'setChatMenuButton',
      'deleteWebhook',
    ];
    const tested = [...refusals.map(([method]) => method), ...harmless];
    expect(Object.keys(methods).filter((method) => !tested.includes(method))).toEqual([]);
  });

  test("a person's message is not for the bot to change", async () => {
    const { call, memory } = await startBot();
    memory.keep('41', { id: 5, from: 'person', at: '2026-10-15T07:00:00.000Z', body: { text: ['x'] } });
    expect(await call('editMessageText', { chat_id: 41, message_id: 5, text: 'y' })).toEqual({
      ok: false,
      error_code: 400,
      description: "Bad Request: message can't be edited",
    });
  });

  test('a body that is no JSON, and a store that is away', async () => {
    const { channel } = await startBot();
    const broken = await channel.fetch('https://x/botweb/sendMessage', { body: '{' });
    expect(await broken.json()).toEqual({
      ok: false,
      error_code: 400,
      description: "Bad Request: can't parse the request",
    });
    const { call } = await startWebChat({ keep: () => Promise.reject(new Error('away')) });
    expect(await call('sendMessage', { chat_id: 41, text: 'x' })).toEqual({
      ok: false,
      error_code: 500,
      description: 'Internal Server Error: the message was not stored',
    });
  });

  test('what a page has no place for succeeds', async () => {
    const { api } = await startBot();
    expect(await api.getMe()).toEqual(me);
    expect(await api.setMyCommands([{ command: 'menu', description: 'Мәзір' }])).toBe(true);
    expect(await api.sendChatAction(41, 'upload_document')).toBe(true);
    expect(await api.answerCallbackQuery('41.abc', { text: 'x' })).toBe(true);
  });
});
