import { conversations, createConversation } from '@grammyjs/conversations';
import type { Conversation, ConversationData, ConversationFlavor, VersionedState } from '@grammyjs/conversations';
import { Bot, InlineKeyboard } from 'grammy';
import type { Context } from 'grammy';
import type { UserFromGetMe } from 'grammy/types';
import type { Field } from '../ground.ts';
import { BotApi } from '../load/bot-api.ts';
import { generated, idOf } from '../load/form.ts';
import { me, says } from '../load/updates.ts';
import { Meter } from './contender.ts';
import type { Contender } from './contender.ts';
import { onTable } from './state-table.ts';
import type { StateTable } from './state-table.ts';

type LoopContext = ConversationFlavor<Context>;

/** The usual way: one conversation, a loop over the questions, answers in a variable, written at the end. */
export function plainLoop(
  way: Contender['way'],
  field: Field,
  open: (field: Field, meter: Meter) => StateTable,
  { length, takesWords, textOf, choices } = generated,
): Contender {
  const meter = new Meter();
  const table = open(field, meter);
  const api = new BotApi();
  const bot = new Bot<LoopContext>(`${me.id}:loop`, {
    botInfo: me as UserFromGetMe,
    client: { fetch: api.fetch as typeof fetch },
  });

  async function form(conversation: Conversation<LoopContext>, ctx: Context): Promise<void> {
    const answers: Record<string, string> = {};
    for (let number = 1; number <= length; number += 1) {
      const keyboard = new InlineKeyboard();
      for (const { code, text } of choices) keyboard.text(text, `q${number}:${code}`).row();
      const markup = takesWords(number) ? {} : { reply_markup: keyboard };
      await ctx.reply(`<i>${number} / ${length}</i>\n\n${textOf(number)}`, { parse_mode: 'HTML', ...markup });
      const heard = await conversation.wait();
      if (heard.callbackQuery) await heard.answerCallbackQuery();
      answers[idOf(number)] = heard.callbackQuery?.data?.split(':')[1] ?? heard.message?.text ?? '';
    }
    await conversation.external(() => table.finish(String(ctx.chatId), answers));
    await ctx.reply('Рақмет!');
  }

  bot.use(
    conversations<LoopContext, Context>({
      storage: {
        type: 'key',
        adapter: {
          read: async (key) => (await table.read(key)) as VersionedState<ConversationData> | undefined,
          write: (key, state) => table.write(key, state),
          delete: (key) => table.delete(key),
        },
      },
    }),
  );
  bot.use(createConversation(form));
  bot.command('start', (ctx) => ctx.conversation.enter('form'));

  return {
    name: 'conversations, plain loop',
    way,
    field,
    meter,
    ...onTable(table, field, String),
    sentAt: () => api.sentAt,
    answer: (update) => bot.handleUpdate(update),
    answerInCrowd: (update) => bot.handleUpdate(update),
    enter: (chat) => bot.handleUpdate(says(chat, '/start')),
    close: () => table.close(),
  };
}
