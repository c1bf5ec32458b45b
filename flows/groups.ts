import type { Birge, OuterCtx } from '../src/context.ts';
import { languageOf } from '../src/filling/opened.ts';
import { put } from '../src/screens/put.ts';
import { chatGone, chatMoved } from '../src/store/talks.ts';

/** In groups nothing personal is asked or said: a command gets the way to the private chat, all else is left alone. */
export async function answerGroup(birge: Birge, ctx: OuterCtx): Promise<void> {
  if (ctx.chatId === undefined) return;
  const status = ctx.myChatMember?.new_chat_member.status;
  if (status !== undefined) {
    if (status === 'left' || status === 'kicked')
      await chatGone(birge.store, ctx.talk.channel, ctx.talk.external, birge.now());
    return;
  }
  const moved = ctx.message?.migrate_to_chat_id;
  if (moved !== undefined)
    await chatMoved(birge.store, ctx.talk.channel, ctx.talk.external, String(moved), birge.now());
  if (!isForUs(ctx)) return;
  const say = birge.say(languageOf(ctx.talk));
  await put(ctx.api, ctx.chatId, {
    text: say('group-private'),
    ...(ctx.me.username && { buttons: [[{ text: say('group-open'), url: `https://t.me/${ctx.me.username}` }]] }),
  });
}

/** A command that names another bot (`/roll@dice_bot`) is none of ours. */
function isForUs({ message, me }: OuterCtx): boolean {
  const [command, named] = /^\/\w+(?:@(\w+))?/.exec(message?.text ?? '') ?? [];
  return command !== undefined && (named === undefined || named.toLowerCase() === me.username.toLowerCase());
}
