import type { Chat, InaccessibleMessage, Update, User } from 'grammy/types';
import type { Incoming } from '../channels/channel.ts';
import type { InboxUpdate, Language } from '../store/talks.ts';

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
    language: languageOf(from),
    update: slim(incoming.update),
    ...(incoming.page && { page: incoming.page }),
  };
}

function placeOf(update: Update): { chat: Chat; from: User } | undefined {
  const from = update.message?.from ?? update.callback_query?.from ?? update.my_chat_member?.from;
  const chat = update.message?.chat ?? update.callback_query?.message?.chat ?? update.my_chat_member?.chat;
  return chat && from && chat.type !== 'channel' ? { chat, from } : undefined;
}

/** What people say to each other in a group is none of our business: only commands and our own coming and going are. */
function concernsUs({ message, my_chat_member }: Update): boolean {
  if (my_chat_member || message?.migrate_to_chat_id !== undefined) return true;
  return message?.text?.startsWith('/') ?? false;
}

/** Telegram's language as a first guess; Kazakh where it says nothing that we speak. */
function languageOf(from: User): Language | null {
  const code = from.language_code?.slice(0, 2);
  return code === 'ru' || code === 'en' || code === 'kk' ? code : null;
}

/** A pressed button carries its whole message; the message's id and chat are all that is ever needed of it. */
function slim(update: Update): Update {
  const query = update.callback_query;
  if (query?.message === undefined) return update;
  const { message_id, chat } = query.message;
  const message: InaccessibleMessage = { message_id, chat, date: 0 };
  return { ...update, callback_query: { ...query, message } };
}
