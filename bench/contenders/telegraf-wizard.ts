import { Markup, Scenes, session, Telegraf } from 'telegraf';
import type { Field } from '../ground.ts';
import { BotApi } from '../load/bot-api.ts';
import { generated, idOf } from '../load/form.ts';
import { me, says } from '../load/updates.ts';
import { Meter } from './contender.ts';
import type { Contender } from './contender.ts';
import { onTable } from './state-table.ts';
import type { StateTable } from './state-table.ts';

type WizardContext = Scenes.WizardContext;
type Handler = Telegraf<WizardContext>;
type Handled = Parameters<Telegraf<WizardContext>['handleUpdate']>[0];

/** The other usual way: a Telegraf wizard with a step for each question and its session in the database. */
export function telegrafWizard(
  way: Contender['way'],
  field: Field,
  open: (field: Field, meter: Meter) => StateTable,
  { length, takesWords, textOf, choices } = generated,
): Contender {
  const meter = new Meter();
  const table = open(field, meter);
  const api = new BotApi();
  const bot = new Telegraf<WizardContext>(`${me.id}:wizard`);
  bot.botInfo = me as NonNullable<Handler['botInfo']>;

  const ask = async (ctx: WizardContext, number: number): Promise<void> => {
    const buttons = choices.map(({ code, text }) => [Markup.button.callback(text, `q${number}:${code}`)]);
    const markup = takesWords(number) ? {} : Markup.inlineKeyboard(buttons);
    await ctx.reply(`<i>${number} / ${length}</i>\n\n${textOf(number)}`, { parse_mode: 'HTML', ...markup });
  };
  const steps = Array.from({ length: length + 1 }, (_, number) => async (ctx: WizardContext) => {
    const answers = ctx.wizard.state as Record<string, string>;
    if (number > 0) {
      if (ctx.callbackQuery) await ctx.answerCbQuery();
      answers[idOf(number)] = saidIn(ctx);
    }
    if (number < length) {
      await ask(ctx, number + 1);
      ctx.wizard.next();
      return;
    }
    await table.finish(String(ctx.chat?.id), answers);
    await ctx.scene.leave();
    await ctx.reply('Рақмет!');
  });

  bot.use((ctx, next) => {
    // Telegraf makes a client for every update; this one writes its JSON, as the real one would, and goes nowhere.
    const call = async (method: string, payload: object) => {
      const answer = api.answer(method, JSON.stringify(payload));
      return answer.ok ? answer.result : undefined;
    };
    ctx.telegram.callApi = call as typeof ctx.telegram.callApi;
    return next();
  });
  const store = {
    get: (key: string) => table.read(key) as Promise<Scenes.WizardSession | undefined>,
    set: (key: string, state: Scenes.WizardSession) => table.write(key, state),
    delete: (key: string) => table.delete(key),
  };
  bot.use(session({ store }));
  bot.use(new Scenes.Stage<WizardContext>([new Scenes.WizardScene<WizardContext>('form', ...steps)]).middleware());
  bot.start((ctx) => ctx.scene.enter('form'));
  const answer: Contender['answer'] = (update) => bot.handleUpdate(update as Handled);

  return {
    name: 'Telegraf, wizard',
    way,
    field,
    meter,
    ...onTable(table, field, (chat) => `${chat}:${chat}`),
    sentAt: () => api.sentAt,
    answer,
    answerInCrowd: answer,
    enter: (chat) => answer(says(chat, '/start')),
    close: () => table.close(),
  };
}

function saidIn(ctx: WizardContext): string {
  const { callbackQuery, message } = ctx;
  if (callbackQuery && 'data' in callbackQuery) return callbackQuery.data.split(':')[1] ?? '';
  return message && 'text' in message ? message.text : '';
}
