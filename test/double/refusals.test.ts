import { expect, test } from 'vitest';
import { opened, said } from './calls.ts';

const inline = (button: object) => ({ inline_keyboard: [[button]] });

test.each([
  ['no text', {}, '400 Bad Request: message text is empty'],
  ['only spaces', { text: ' \n ' }, '400 Bad Request: text must be non-empty'],
  ['4,096 characters', { text: 'ә'.repeat(4096) }, 'ok'],
  ['4,097 characters', { text: 'ә'.repeat(4097) }, '400 Bad Request: message is too long'],
  ['4,096 characters between tags', { text: `<b>${'ә'.repeat(4096)}</b>`, parse_mode: 'HTML' }, 'ok'],
  ['another mode', { text: 'a', parse_mode: 'BBCode' }, '400 Bad Request: unsupported parse_mode'],
  [
    'an unknown tag',
    { text: 'ә<p>', parse_mode: 'HTML' },
    '400 Bad Request: can\'t parse entities: Unsupported start tag "p" at byte offset 2',
  ],
  [
    'an unclosed tag',
    { text: '<b>a', parse_mode: 'HTML' },
    '400 Bad Request: can\'t parse entities: Can\'t find end tag corresponding to start tag "b"',
  ],
  [
    'a bare <',
    { text: '5 < 6', parse_mode: 'HTML' },
    '400 Bad Request: can\'t parse entities: Unsupported start tag "" at byte offset 2',
  ],
  [
    'crossed tags',
    { text: '<b><i>a</b></i>', parse_mode: 'HTML' },
    '400 Bad Request: can\'t parse entities: Unmatched end tag at byte offset 7, expected "</i>", found "</b>"',
  ],
  [
    'an end without a start',
    { text: 'a</b>', parse_mode: 'HTML' },
    "400 Bad Request: can't parse entities: Unexpected end tag at byte offset 1",
  ],
  [
    'a tag that never ends',
    { text: 'a<b', parse_mode: 'HTML' },
    "400 Bad Request: can't parse entities: Unclosed start tag at byte offset 1",
  ],
  [
    'a wrong span',
    { text: '<span class="x">a</span>', parse_mode: 'HTML' },
    '400 Bad Request: can\'t parse entities: Tag "span" must have class "tg-spoiler" at byte offset 0',
  ],
  ['broken markup', { text: 'a', reply_markup: '{' }, "400 Bad Request: can't parse reply keyboard markup JSON object"],
  ['markup as a list', { text: 'a', reply_markup: [] }, '400 Bad Request: object expected as reply markup'],
  [
    'rows that are none',
    { text: 'a', reply_markup: { inline_keyboard: [{ text: 'a' }] } },
    '400 Bad Request: field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
  ],
  [
    'a button without use',
    { text: 'a', reply_markup: inline({ text: 'a' }) },
    "400 Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
  ],
  [
    'a button without words',
    { text: 'a', reply_markup: inline({ text: '', callback_data: 'a' }) },
    '400 Bad Request: inline keyboard button text must be non-empty',
  ],
  ['64 bytes of data', { text: 'a', reply_markup: inline({ text: 'a', callback_data: 'ә'.repeat(32) }) }, 'ok'],
  [
    '65 bytes of data',
    { text: 'a', reply_markup: inline({ text: 'a', callback_data: `a${'ә'.repeat(32)}` }) },
    '400 Bad Request: BUTTON_DATA_INVALID',
  ],
  [
    'a link to this machine',
    { text: 'a', reply_markup: inline({ text: 'a', url: 'http://localhost:3000/x' }) },
    "400 Bad Request: inline keyboard button URL 'http://localhost:3000/x' is invalid: Wrong HTTP URL",
  ],
  [
    'a keyboard button without words',
    { text: 'a', reply_markup: { keyboard: [['']] } },
    '400 Bad Request: keyboard button text must be non-empty',
  ],
  [
    '101 buttons',
    {
      text: 'a',
      reply_markup: { inline_keyboard: Array.from({ length: 101 }, () => [{ text: 'a', callback_data: 'a' }]) },
    },
    '400 Bad Request: reply markup is too long',
  ],
  [
    'a reply to nothing',
    { text: 'a', reply_parameters: { message_id: 1 } },
    '400 Bad Request: message to be replied not found',
  ],
])('sendMessage with %s', async (_what, payload, answer) => {
  const { double } = await opened();
  expect(said(await double.call('sendMessage', { chat_id: 7, ...payload }))).toBe(answer);
});

test('nobody is written to who did not ask for it', async () => {
  const { double, dana } = await opened();
  double.person({ id: 8, first_name: 'Ерлан' });
  const send = async (chat_id?: unknown) => said(await double.call('sendMessage', { chat_id, text: 'a' }));
  expect(await send()).toBe('400 Bad Request: chat_id is empty');
  expect(await send(99)).toBe('400 Bad Request: chat not found');
  expect(await send(8)).toBe("403 Forbidden: bot can't initiate conversation with a user");
  double.block(7);
  expect(await send(7)).toBe('403 Forbidden: bot was blocked by the user');
  await dana.unblocks();
  expect(await send('7')).toBe('ok');
});

test('edits: not there, not modified, not its own, not text', async () => {
  const { double, dana } = await opened();
  const own = await double.call('sendMessage', {
    chat_id: 7,
    text: 'a',
    reply_markup: inline({ text: 'x', callback_data: 'x' }),
  });
  const message_id = own.ok ? (own.result as { message_id: number }).message_id : 0;
  const edit = async (more: object) =>
    said(await double.call('editMessageText', { chat_id: 7, message_id, text: 'a', ...more }));
  expect(await edit({ message_id: 1 })).toBe('400 Bad Request: message to edit not found');
  expect(await edit({ reply_markup: inline({ text: 'x', callback_data: 'x' }) })).toBe(
    '400 Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
  );
  expect(await edit({ reply_markup: { remove_keyboard: true } })).toBe('400 Bad Request: inline keyboard expected');
  expect(await edit({})).toBe('ok');
  expect(dana.last().buttons).toEqual([]);
  const theirs = (await dana.says('мен')).message?.message_id;
  expect(await edit({ message_id: theirs })).toBe("400 Bad Request: message can't be edited");
  expect(said(await double.call('editMessageCaption', { chat_id: 7, message_id, caption: 'a' }))).toBe(
    '400 Bad Request: there is no caption in the message to edit',
  );
});

test('deleted is gone, and what is old or gone cannot be deleted', async () => {
  const { double, clock, dana } = await opened();
  await double.call('sendMessage', { chat_id: 7, text: 'бір' });
  const { message_id } = dana.last();
  const remove = async (id: number) => said(await double.call('deleteMessage', { chat_id: 7, message_id: id }));
  expect(await remove(message_id)).toBe('ok');
  expect(await remove(message_id)).toBe('400 Bad Request: message to delete not found');
  await double.call('sendMessage', { chat_id: 7, text: 'екі' });
  await clock.advance(49 * 3_600_000);
  expect(await remove(dana.last().message_id)).toBe("400 Bad Request: message can't be deleted for everyone");
  expect(dana.transcript(1)).toBe('Birge: бір\nBirge (deleted): бір\nBirge: екі');
});

test('a press is answered once it is known, in time and in 200 characters', async () => {
  const { double, clock, dana } = await opened();
  await double.call('sendMessage', { chat_id: 7, text: 'a', reply_markup: inline({ text: 'x', callback_data: 'x' }) });
  const press = await dana.presses('x');
  const id = press.callback_query?.id;
  const answer = async (more: object) =>
    said(await double.call('answerCallbackQuery', { callback_query_id: id, ...more }));
  expect(await answer({ callback_query_id: '1' })).toBe(
    '400 Bad Request: query is too old and response timeout expired or query ID is invalid',
  );
  expect(await answer({ text: 'ә'.repeat(201) })).toBe('400 Bad Request: MESSAGE_TOO_LONG');
  expect(double.unanswered.map((one) => one.id)).toEqual([id]);
  expect(await answer({ text: 'ә'.repeat(200), show_alert: true })).toBe('ok');
  expect(double.unanswered).toEqual([]);
  await clock.advance(16 * 60_000);
  expect(await answer({})).toMatch(/^400 Bad Request: query is too old/);
});

test.each([
  ['sendChatAction', { chat_id: 7, action: 'dancing' }, '400 Bad Request: wrong parameter action in request'],
  ['sendChatAction', { chat_id: 7, action: 'typing' }, 'ok'],
  ['setMyCommands', { commands: [{ command: 'Start', description: 'a' }] }, '400 Bad Request: BOT_COMMAND_INVALID'],
  [
    'setMyCommands',
    { commands: [{ command: 'start', description: '' }] },
    '400 Bad Request: command description must be non-empty',
  ],
  ['setMyCommands', { commands: [], language_code: 'kaz' }, '400 Bad Request: invalid language code specified'],
  ['setMyCommands', { commands: [], scope: { type: 'chat', chat_id: 99 } }, '400 Bad Request: chat not found'],
  ['setMyDescription', { description: 'ә'.repeat(513) }, '400 Bad Request: bot description is too long'],
  [
    'setChatMenuButton',
    { menu_button: { type: 'nothing' } },
    "400 Bad Request: can't parse menu button: MenuButton has unsupported type",
  ],
  [
    'setWebhook',
    { url: 'http://example.org/hook' },
    '400 Bad Request: bad webhook: An HTTPS URL must be provided for webhook',
  ],
  [
    'setWebhook',
    { url: 'https://example.org/', secret_token: 'құпия' },
    '400 Bad Request: secret token contains unallowed characters',
  ],
  ['getFile', { file_id: 'x' }, '400 Bad Request: invalid file_id'],
  ['getChat', { chat_id: 99 }, '400 Bad Request: chat not found'],
  ['sendDance', {}, '404 Not Found: method not found'],
])('%s with %o', async (method, payload, answer) => {
  const { double } = await opened();
  expect(said(await double.call(method, payload))).toBe(answer);
});

test('another token is refused', async () => {
  const { double } = await opened();
  const response = await double.fetch('https://api.telegram.org/bot1:x/getMe');
  expect(said(await response.json())).toBe('401 Unauthorized');
});
