import type { Chat, InaccessibleMessage, Update, User } from 'grammy/types';
import type { Incoming } from '../channels/channel.ts';
import type { InboxUpdate, Language } from '../store/talks.ts';
import { clean } from './clean.ts';

/** A channel's posts are nobody's talk. */
type ChatWithTalk = NonNullable<Update['message']>['chat'];

/** The update as the inbox keeps it; undefined: nothing that Birge answers (no chat, or a group's own talk). */
export function toInbox(incoming: Incoming): InboxUpdate | undefined {
  const where = placeOf(incoming.update);
  if (where === undefined) return undefined;
  const { chat, from } = where;
  const chatKind = chat.type === 'private' ? 'private' : 'group';
  if (chatKind === 'group' && !concernsUs(incoming.update)) return undefined;
  return {
    key: incoming.key,
    chat: String(chat.id),
    chatKind,
    sender: String(from.id),
    ...(incoming.alias !== undefined && { alias: incoming.alias }),
    language: languageOf(from),
    update: clean(slim(incoming.update)),
    ...(incoming.page && { page: clean(incoming.page) }),
  };
}

function placeOf(update: Update): { chat: Chat; from: User } | undefined {
  const from = update.message?.from ?? update.callback_query?.from ?? update.my_chat_member?.from;
  const chat = update.message?.chat ?? update.callback_query?.message?.chat ?? update.my_chat_member?.chat;
  return chat && from && chat.type !== 'channel' ? { chat, from } : undefined;
}

/** The chat that an update is about, as its channel names it. */
export const chatOf = (update: Update): number | undefined => placeOf(update)?.chat.id;

/**
 * What people say to each other in a group is none of our business: only commands, our own coming and going, and what the
 * group is called are.
 */
function concernsUs({ message, my_chat_member }: Update): boolean {
  if (my_chat_member || message?.migrate_to_chat_id !== undefined) return true;
  if (message?.new_chat_title !== undefined) return true;
  return message?.text?.startsWith('/') ?? false;
}

/** Telegram's language as a first guess; Kazakh where it says nothing that we speak. */
function languageOf(from: User): Language | null {
  const code = from.language_code?.slice(0, 2);
  return code === 'ru' || code === 'en' || code === 'kk' ? code : null;
}

/**
 * The part of an update that Birge works with. Names and pictures of accounts are nobody's business here, a pressed
 * button carries its whole message along, and a conversation keeps the update that began it: small is fast.
 */
function slim(update: Update): Update {
  const { update_id, message, callback_query, my_chat_member } = update;
  if (callback_query) {
    const { message: pressed, from, ...query } = callback_query;
    const chat = pressed?.chat;
    const where: InaccessibleMessage | undefined =
      chat && chat.type !== 'channel' ? { message_id: pressed.message_id, chat: bareChat(chat), date: 0 } : undefined;
    return { update_id, callback_query: { ...query, from: bareUser(from), ...(where && { message: where }) } };
  }
  if (message) {
    const { reply_to_message: answered, from, chat, ...said } = message;
    const where = bareChat(chat);
    // Of the answered message only which one it is: a channel without buttons reads from it what is meant.
    const to = answered && ({ message_id: answered.message_id, date: 0, chat: where } as typeof answered);
    const who = from && { from: bareUser(from) };
    return { update_id, message: { ...said, chat: where, ...who, ...(to && { reply_to_message: to }) } };
  }
  return my_chat_member ? { update_id, my_chat_member } : update;
}

const bareUser = ({ id, is_bot }: User): User => ({ id, is_bot, first_name: '' });

/** A group is known by its title once it is linked; a person's account has no name here. */
function bareChat(chat: ChatWithTalk): ChatWithTalk {
  const { id, type } = chat;
  switch (type) {
    case 'private':
      return { id, type, first_name: '' };
    case 'group':
      return { id, type, title: chat.title };
    case 'supergroup':
      return { id, type, title: chat.title };
  }
}
