import { type Bot, InlineKeyboard, Keyboard } from 'grammy';
import { expect, test } from 'vitest';
import { grammyBot } from '../support/double/grammy-bot.ts';
import { TelegramDouble } from '../support/double/telegram-double.ts';

function quiz(): { double: TelegramDouble; bot: Bot } {
  const double = new TelegramDouble();
  const bot = grammyBot(double);
  bot.command('start', async (ctx) => {
    await ctx.reply('<b>Сәлем!</b>\nКітап оқисыз ба?', {
      parse_mode: 'HTML',
      reply_markup: new InlineKeyboard()
        .text('Иә', 'q1:yes')
        .text('Жоқ', 'q1:no')
        .row()
        .url('Ережелер', 'https://example.org/rules'),
    });
  });
  bot.callbackQuery(/^q1:/, async (ctx) => {
    await ctx.answerCallbackQuery('Сақталды');
    await ctx.editMessageText('Кітап оқисыз ба? – Иә');
    await ctx.reply('Нөміріңіз?', { reply_markup: new Keyboard().requestContact('Нөмірді жіберу').oneTime() });
  });
  bot.on(':contact', (ctx) => ctx.reply('Рақмет!', { reply_markup: { remove_keyboard: true } }));
  double.onUpdate((update) => bot.handleUpdate(update));
  return { double, bot };
}

test('a whole talk reads like a talk', async () => {
  const { double } = quiz();
  const aigerim = double.person({ id: 501, first_name: 'Айгерім', language_code: 'kk' });
  await aigerim.says('/start');
  await aigerim.presses('Иә');
  await aigerim.presses('Нөмірді жіберу');
  expect(aigerim.transcript()).toBe(
    [
      'Айгерім: /start',
      'Birge: Сәлем!',
      '  Кітап оқисыз ба?',
      '  [Иә] [Жоқ]',
      '  [Ережелер ↗]',
      'Айгерім: [Иә]',
      'Birge (notice): Сақталды',
      'Birge (edited): Кітап оқисыз ба? – Иә',
      'Birge: Нөміріңіз?',
      '  ⌨ [Нөмірді жіберу]',
      'Айгерім: (contact +77010000000)',
      'Birge: Рақмет!',
      '  ⌨ –',
    ].join('\n'),
  );
  expect(aigerim.screen()).toBe(
    [
      'Айгерім: /start',
      'Birge: Кітап оқисыз ба? – Иә',
      'Birge: Нөміріңіз?',
      'Айгерім: (contact +77010000000)',
      'Birge: Рақмет!',
    ].join('\n'),
  );
  expect(double.unanswered).toEqual([]);
});

test('the newest message of the bot shows its text and buttons', async () => {
  const { double } = quiz();
  const aigerim = double.person({ id: 501, first_name: 'Айгерім' });
  await aigerim.says('/start');
  const { text, buttons } = aigerim.last();
  expect({ text, buttons }).toEqual({ text: 'Сәлем!\nКітап оқисыз ба?', buttons: [['Иә', 'Жоқ'], ['Ережелер']] });
});
