import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, expect, test } from 'vitest';
import { TelegramDouble } from '../support/double/telegram-double.ts';
import { result } from './calls.ts';

let server: Server | undefined;
afterEach(() => server?.close());

/** A bot's address that answers with the next status of the list (then 200) and tells what came. */
async function address(statuses: number[], wanted: number) {
  const came: { text: string; secret: unknown }[] = [];
  let enough: () => void;
  const all = new Promise<void>((done) => (enough = done));
  server = createServer((request, response) => {
    void text(request).then((body) => take(body, request, response));
  });
  const take = (body: string, request: IncomingMessage, response: ServerResponse) => {
    came.push({ text: JSON.parse(body).message.text, secret: request.headers['x-telegram-bot-api-secret-token'] });
    response.writeHead(statuses.shift() ?? 200).end();
    if (came.length === wanted) enough();
  };
  await new Promise<void>((done) => server?.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, came, all };
}

test('posts with the secret, in order, and repeats what was not taken', async () => {
  const double = new TelegramDouble({ webhookPause: 10 });
  const { url, came, all } = await address([503, 500], 4);
  await double.call('setWebhook', { url, secret_token: 'a-secret' });
  const dana = double.person({ id: 7, first_name: 'Дана' });
  await dana.says('бір');
  await dana.says('екі');
  await all;
  expect(came).toEqual(['бір', 'бір', 'бір', 'екі'].map((text) => ({ text, secret: 'a-secret' })));
  const info = result(await double.call('getWebhookInfo', {}));
  expect(info['last_error_message']).toBe('Wrong response from the webhook: 500 Internal Server Error');
});

test('a chat that fails does not hold up the others; what is left goes to the poller', async () => {
  const double = new TelegramDouble({ webhookPause: 60_000 });
  const { url, came, all } = await address([503], 2);
  await double.call('setWebhook', { url });
  await double.person({ id: 7, first_name: 'Дана' }).says('бір');
  await double.person({ id: 8, first_name: 'Ерлан' }).says('екі');
  await all;
  expect(came.map(({ text }) => text).toSorted()).toEqual(['бір', 'екі']);
  await expect.poll(() => double.waiting.length).toBe(1);
  await double.call('deleteWebhook', {});
  const left = await double.call('getUpdates', {});
  expect(left).toMatchObject({ ok: true, result: [{ message: {} }] });
});
