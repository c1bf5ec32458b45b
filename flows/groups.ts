import type { Birge, OuterCtx } from '../src/context.ts';
import { languageOf } from '../src/filling/opened.ts';
import { put } from '../src/screens/put.ts';
import { chatGone } from '../src/store/talks.ts';

/** In groups nothing personal is asked or said: a command gets the way to the private chat, all else is left alone. */
export async function answerGroup(birge: Birge, ctx: OuterCtx): Promise<void> {
  if (ctx.chatId === undefined) return;
  const status = ctx.myChatMember?.new_chat_member.status;
  if (status !== undefined) {
    if (status === 'left' || status === 'kicked')
      await chatGone(birge.store, ctx.talk.channel, ctx.talk.external, birge.now());
    return;
  }
  if (!ctx.message?.text?.startsWith('/')) return;
  const say = birge.say(languageOf(ctx.talk));
  await put(ctx.api, ctx.chatId, {
    text: say('group-private'),
    ...(ctx.me.username && { buttons: [[{ text: say('group-open'), url: `https://t.me/${ctx.me.username}` }]] }),
  });
}
