import { serve, type ServerType } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import { Hono } from 'hono';
import { webhookCallback, InputFile, type Bot } from 'grammy';
import { afterEach, expect, test } from 'vitest';
import { grammyBot } from '../support/double/grammy-bot.ts';
import { TelegramDouble } from '../support/double/telegram-double.ts';
import type { ServedDouble } from '../support/double/serve.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

function echo(bot: Bot): void {
  bot.on('message:text', (ctx) =>
    ctx.reply(`Сіз: ${ctx.msg.text}`, {
      reply_markup: { inline_keyboard: [[{ text: 'Тағы', callback_data: 'more' }]] },
    }),
  );
  bot.callbackQuery('more', async (ctx) => {
    await ctx.answerCallbackQuery();
    await ctx.replyWithDocument(new InputFile(Buffer.from('мазмұн'), 'сауалнама 1.pdf'), { caption: 'Міне' });
  });
}

async function talk(double: TelegramDouble): Promise<void> {
  const dana = double.person({ id: 7, first_name: 'Дана' });
  await dana.says('сәлем');
  await dana.hears('Сіз: сәлем');
  await dana.presses('Тағы');
  await dana.hears('Міне');
  expect(dana.transcript()).toBe(
    'Дана: сәлем\nBirge: Сіз: сәлем\n  [Тағы]\nДана: [Тағы]\nBirge: (document сауалнама 1.pdf) Міне',
  );
}

async function served(double: TelegramDouble): Promise<ServedDouble> {
  const address = await double.listen();
  closing.push(() => address.close());
  return address;
}

test('in process by long polling', async () => {
  const double = new TelegramDouble();
  const bot = grammyBot(double);
  echo(bot);
  const running = bot.start();
  await talk(double);
  await bot.stop();
  await running;
  expect(double.waiting).toEqual([]);
});

test('over HTTP by long polling, without a call too many', async () => {
  const double = new TelegramDouble();
  const { root } = await served(double);
  const bot = grammyBot(double, root);
  echo(bot);
  const running = bot.start({ timeout: 2 });
  await talk(double);
  await bot.stop();
  await running;
  expect(double.sent.filter(({ method }) => method === 'getUpdates').length).toBeLessThan(6);
  expect(
    double.sent
      .filter(({ method }) => method.startsWith('send'))
      .map(({ method, chat_id, code }) => ({ method, chat_id, code })),
  ).toEqual([
    { method: 'sendMessage', chat_id: 7, code: 200 },
    { method: 'sendDocument', chat_id: 7, code: 200 },
  ]);
});

test('over HTTP by webhook', async () => {
  const double = new TelegramDouble();
  const { root } = await served(double);
  const bot = grammyBot(double, root);
  echo(bot);
  const app = new Hono().post('/hook', webhookCallback(bot, 'hono', { secretToken: 'a-secret' }));
  const server = await new Promise<ServerType>((done) => {
    const started = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, () => done(started));
  });
  closing.push(() => server.close());
  await bot.api.setWebhook(`http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, {
    secret_token: 'a-secret',
  });
  await talk(double);
  await expect.poll(async () => (await bot.api.getWebhookInfo()).pending_update_count).toBe(0);
  await bot.api.deleteWebhook();
});

test('grammY reports what it finds wrong in its own words', async () => {
  const double = new TelegramDouble();
  const bot = grammyBot(double);
  await expect(bot.api.sendMessage(1, 'a')).rejects.toMatchObject({
    error_code: 400,
    description: 'Bad Request: chat not found',
  });
});
