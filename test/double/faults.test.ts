import { HttpError } from 'grammy';
import { expect, test } from 'vitest';
import { grammyBot } from '../support/double/grammy-bot.ts';
import { TelegramDouble } from '../support/double/telegram-double.ts';
import { opened, said } from './calls.ts';

test('a refusal on order, once', async () => {
  const { double } = await opened();
  double.failNext('sendMessage', { error_code: 500, description: 'Internal Server Error' });
  expect(said(await double.call('sendMessage', { chat_id: 7, text: 'a' }))).toBe('500 Internal Server Error');
  expect(said(await double.call('sendMessage', { chat_id: 7, text: 'a' }))).toBe('ok');
});

test('a connection that breaks before or after the work', async () => {
  const { double, dana } = await opened();
  const bot = grammyBot(double);
  double.failNext('sendMessage', 'drop-before');
  await expect(bot.api.sendMessage(7, 'бір')).rejects.toBeInstanceOf(HttpError);
  double.failNext('sendMessage', 'drop-after');
  await expect(bot.api.sendMessage(7, 'екі')).rejects.toBeInstanceOf(HttpError);
  expect(dana.transcript(1)).toBe('Birge: екі');
  expect(double.sent.slice(-2).map(({ method, code }) => ({ method, code }))).toEqual([
    { method: 'sendMessage', code: 0 },
    { method: 'sendMessage', code: 0 },
  ]);
});

test('over HTTP the socket breaks without an answer; after close nobody answers', async () => {
  const double = new TelegramDouble();
  const dana = double.person({ id: 7, first_name: 'Дана' });
  await dana.starts();
  const served = await double.listen();
  const send = () => fetch(`${served.root}/bot${double.token}/sendMessage?chat_id=7&text=a`);
  double.failNext('sendMessage', 'drop-after');
  await expect(send()).rejects.toMatchObject({ cause: { code: 'UND_ERR_SOCKET' } });
  expect(dana.last().text).toBe('a');
  await served.close();
  await expect(send()).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
  const again = await double.listen(served.port);
  expect((await send()).status).toBe(200);
  await again.close();
});

test('each call takes its time', async () => {
  const { double, clock } = await opened({ latency: 50 });
  const sending = double.call('sendMessage', { chat_id: 7, text: 'a' });
  await clock.advance(50);
  await sending;
  expect(double.sent.at(-1)).toEqual({ method: 'sendMessage', chat_id: 7, at: clock.now() - 50, ms: 50, code: 200 });
});

test('forms and queries are read like JSON', async () => {
  const { double, dana } = await opened();
  const served = await double.listen();
  const body = new URLSearchParams({
    chat_id: '7',
    text: 'a',
    reply_markup: '{"inline_keyboard":[[{"text":"x","callback_data":"x"}]]}',
  });
  const response = await fetch(`${served.root}/bot${double.token}/SENDmessage`, { method: 'POST', body });
  expect(response.status).toBe(200);
  expect(dana.last().buttons).toEqual([['x']]);
  expect((await fetch(`${served.root}/bot${double.token}/none`)).status).toBe(404);
  expect((await fetch(`${served.root}/bot1:x/getMe`)).status).toBe(401);
  await served.close();
});
