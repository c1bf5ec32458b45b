import { Api, InputFile } from 'grammy';
import type { ApiClientOptions } from 'grammy';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { telegramOnce } from '../../src/channels/telegram/once.ts';
import type { Send } from '../../src/channels/telegram/wire.ts';
import { deliver, endOf } from '../../src/outbox/delivery.ts';
import { post } from '../../src/outbox/letter.ts';
import type { End } from '../../src/store/outbox.ts';
import type { Fault } from '../support/double/faults.ts';
import { TelegramDouble } from '../support/double/telegram-double.ts';
import type { ServedDouble } from '../support/double/serve.ts';

const double = new TelegramDouble({ limits: 'off' });
let served: ServedDouble;
let api: Api;
const apiAt = (root: string, wire: Send = (url, init) => fetch(url, init)) =>
  new Api(double.token, { apiRoot: root, fetch: telegramOnce(wire) as NonNullable<ApiClientOptions['fetch']> });

beforeAll(async () => {
  served = await double.listen();
  api = apiAt(served.root);
  await double.person({ id: 7, first_name: 'Dana' }).starts();
  await double.person({ id: 8, first_name: 'Blocks' }).starts();
  double.block(8);
});
afterAll(() => served.close());

const says = (chat: string, text = 'Сәлем') => deliver(() => post(api, chat, { screen: { text } }));

test.for<[what: string, fault: Fault, end: End]>([
  [
    'a pause is asked for',
    { error_code: 429, description: 'Too Many Requests: retry after 7', parameters: { retry_after: 7 } },
    { end: 'limited', seconds: 7 },
  ],
  ['a pause without its length', { error_code: 429, description: 'Too Many Requests' }, { end: 'limited', seconds: 5 }],
  [
    'the group lives on under another id',
    {
      error_code: 400,
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      parameters: { migrate_to_chat_id: -100123 },
    },
    { end: 'moved', to: '-100123' },
  ],
  [
    'the account is deleted',
    { error_code: 403, description: 'Forbidden: user is deactivated' },
    { end: 'gone', reason: 'Forbidden: user is deactivated' },
  ],
  [
    'nothing may be written in the group',
    { error_code: 400, description: 'Bad Request: not enough rights to send text messages to the chat' },
    { end: 'rejected', reason: 'Bad Request: not enough rights to send text messages to the chat' },
  ],
  [
    'the token is wrong: no message is to blame',
    { error_code: 401, description: 'Unauthorized' },
    { end: 'not-begun', reason: 'Unauthorized' },
  ],
  ['Telegram is broken', { error_code: 502, description: 'Bad Gateway' }, { end: 'in-doubt', reason: 'HTTP 502' }],
  ['the line breaks before', 'drop-before', { end: 'in-doubt', reason: 'UND_ERR_SOCKET' }],
  ['the line breaks after', 'drop-after', { end: 'in-doubt', reason: 'UND_ERR_SOCKET' }],
])('%s', async ([, fault, end]) => {
  const before = double.sent.length;
  double.failNext('sendMessage', fault);
  expect(await says('7')).toEqual(end);
  expect(double.sent.length - before).toBe(1);
});

test('what arrives has its id; who blocks or was never there is gone', async () => {
  const sent = await says('7');
  const id = [...(double.state.chats.find(7)?.messages.keys() ?? [])].at(-1);
  expect([sent, await says('8'), await says('99')]).toEqual([
    { end: 'sent', messageId: id },
    { end: 'gone', reason: 'Forbidden: bot was blocked by the user' },
    { end: 'gone', reason: 'Bad Request: chat not found' },
  ]);
});

test('a refusal keeps no words of the message', async () => {
  const end = await says('7', '<secret>x</secret>');
  expect(end).toEqual({
    end: 'rejected',
    reason: expect.stringMatching(/^Bad Request: can't parse entities: Unsupported start tag "…" at byte offset/),
  });
  const url = endOf(
    await api
      .sendMessage(7, 'x', { reply_markup: { inline_keyboard: [[{ text: 'a', url: 'bad://b' }]] } })
      .catch((error: unknown) => error),
  );
  expect(JSON.stringify(url)).not.toContain('bad://b');
});

test('nobody listens: nothing has begun', async () => {
  const closed = await double.listen();
  await closed.close();
  const nowhere = apiAt(closed.root);
  expect(await deliver(() => post(nowhere, '7', { screen: { text: 'a' } }))).toEqual({
    end: 'not-begun',
    reason: 'ECONNREFUSED',
  });
});

test('pictures and documents go by the same way, also with Kazakh names', async () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
    'base64',
  );
  const buttons = [[{ text: 'Ашу', data: 'go:menu' }]];
  const ends = [
    await deliver(() =>
      post(api, '7', { file: { as: 'picture', bytes: png, name: 'chart.png', caption: '<b>Сурет</b>', buttons } }),
    ),
    await deliver(() => post(api, '7', { file: { as: 'document', bytes: png, name: 'Тізім 1.png' } })),
  ];
  const messages = [...(double.state.chats.find(7)?.messages.values() ?? [])].slice(-2);
  expect(ends).toEqual(messages.map(({ message_id }) => ({ end: 'sent', messageId: message_id })));
  expect(
    messages.map(({ caption, caption_entities, document, photo, reply_markup }) => ({
      caption,
      bold: caption_entities?.length,
      document: document?.file_name,
      photo: photo !== undefined,
      reply_markup,
    })),
  ).toEqual([
    {
      caption: 'Сурет',
      bold: 1,
      document: undefined,
      photo: true,
      reply_markup: { inline_keyboard: [[{ text: 'Ашу', callback_data: 'go:menu' }]] },
    },
    { caption: undefined, bold: undefined, document: 'Тізім 1.png', photo: false, reply_markup: undefined },
  ]);
});

test('a stream of a file is given to one request only', async () => {
  double.failNext('sendDocument', {
    error_code: 429,
    description: 'Too Many Requests',
    parameters: { retry_after: 1 },
  });
  const before = double.sent.length;
  const end = await deliver(
    async () => (await api.sendDocument(7, new InputFile(Buffer.from('a'), 'a.txt'))).message_id,
  );
  expect([end, double.sent.length - before]).toEqual([{ end: 'limited', seconds: 1 }, 1]);
});
