import type { Birge, OuterCtx } from '../src/context.ts';
import { languageOf } from '../src/filling/opened.ts';
import { put } from '../src/screens/put.ts';
import { renameGroup } from '../src/store/groups.ts';
import { chatGone, chatMoved } from '../src/store/talks.ts';
import { codeIn, linkHere } from './group-linking.ts';

/**
 * In groups nothing personal is asked or said: a code links the group, any other command gets the way to the private
 * chat, all else is left alone. In WhatsApp, where people take no bot for granted, only a code is answered.
 */
export async function answerGroup(birge: Birge, ctx: OuterCtx): Promise<void> {
  if (ctx.chatId === undefined) return;
  const { talk } = ctx;
  const status = ctx.myChatMember?.new_chat_member.status;
  if (status === 'left' || status === 'kicked') {
    await chatGone(birge.store, talk.channel, talk.external, birge.now());
    return;
  }
  const moved = ctx.message?.migrate_to_chat_id;
  if (moved !== undefined) await chatMoved(birge.store, talk.channel, talk.external, String(moved), birge.now());
  const title = titleIn(ctx);
  if (title !== '') await renameGroup(birge.store, talk.channel, talk.external, title);
  if (!isForUs(ctx)) return;
  const code = codeIn(ctx.message?.text ?? '');
  if (code !== undefined) return linkHere(birge, ctx, code, title);
  if (talk.kind === 'whatsapp') return;
  const say = birge.say(languageOf(talk));
  await put(ctx.api, ctx.chatId, {
    text: say('group-private'),
    ...(ctx.me.username && { buttons: [[{ text: say('group-open'), url: `https://t.me/${ctx.me.username}` }]] }),
  });
}

/** The group's title, as the newest update tells it; empty where it tells none, and for a private chat. */
function titleIn({ chat, message }: OuterCtx): string {
  if (message?.new_chat_title !== undefined) return message.new_chat_title;
  return chat?.type === 'group' || chat?.type === 'supergroup' ? chat.title : '';
}

/** A command that names another bot (`/roll@dice_bot`) is none of ours. */
function isForUs({ message, me }: OuterCtx): boolean {
  const [command, named] = /^\/\w+(?:@(\w+))?/.exec(message?.text ?? '') ?? [];
  return command !== undefined && (named === undefined || named.toLowerCase() === me.username.toLowerCase());
}
