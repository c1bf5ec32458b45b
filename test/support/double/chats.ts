import type { Chat, Message, User } from 'grammy/types';
import { DoubleChat, type ChatKind } from './chat.ts';
import { badRequest, forbidden } from './refusal.ts';

/** All chats and users the service knows. */
export class Chats {
  readonly #chats = new Map<number, DoubleChat>();
  readonly users = new Map<number, User>();
  readonly #botName: string;
  /** Private chats and plain groups share one count of messages; each supergroup has its own. */
  #lastMessageId = Math.floor(Math.random() * 5000);

  constructor(botName: string) {
    this.#botName = botName;
  }

  open(about: Chat): DoubleChat {
    const known = this.#chats.get(about.id);
    if (known !== undefined) return known;
    const chat = new DoubleChat(about, this.#botName);
    this.#chats.set(about.id, chat);
    return chat;
  }

  find(id: number): DoubleChat | undefined {
    return this.#chats.get(id);
  }

  takeMessageId(chat: DoubleChat): number {
    if (chat.kind === 'supergroup') return ++chat.lastMessageId;
    return ++this.#lastMessageId;
  }

  /** The chat that a call names, by number or @name. */
  named(name: string): DoubleChat {
    if (name === '') throw badRequest('chat_id is empty');
    const chat = name.startsWith('@')
      ? [...this.#chats.values()].find((one) => one.kind !== 'private' && one.about.username === name.slice(1))
      : this.#chats.get(Number(name));
    if (chat === undefined) throw badRequest('chat not found');
    return chat;
  }

  /** The chat that a call names, if the bot may write there. */
  writable(name: string): DoubleChat {
    const chat = this.named(name);
    if (chat.movedTo !== undefined) {
      throw badRequest('group chat was upgraded to a supergroup chat', { migrate_to_chat_id: chat.movedTo });
    }
    const word: ChatKind = chat.kind;
    if (chat.access === 'blocked') throw forbidden('bot was blocked by the user');
    if (chat.access === 'never started') throw forbidden("bot can't initiate conversation with a user");
    if (chat.access === 'kicked') throw forbidden(`bot was kicked from the ${word} chat`);
    if (chat.access === 'left') throw forbidden(`bot is not a member of the ${word} chat`);
    return chat;
  }

  /** A message of a chat, or the service's sentence that it is not there. */
  message(chat: DoubleChat, id: number, what: string): Message {
    const message = chat.messages.get(id);
    if (message === undefined) throw badRequest(`${what} not found`);
    return message;
  }
}
