import type { Logger } from 'pino';
import type { PageMessage } from '../channel.ts';
import type { ShownMessage } from './bot-message.ts';
import { messageBody, type PageFile } from './message-body.ts';
import type { Streams } from './streams.ts';

const chatsRemembered = 300;
const messagesRemembered = 60;

interface TalkPagesOptions {
  keep: (chat: string, message: PageMessage) => void | Promise<void>;
  history: (chat: string) => Promise<PageMessage[]>;
  streams: Streams;
  log: Logger;
}

/**
 * What stands on each person's page. The store keeps it; the newest messages of the busiest chats are also held here,
 * so that an edit or a press needs no look into the store.
 */
export function createTalkPages({ keep, history, streams, log }: TalkPagesOptions) {
  const recent = new Map<string, Map<number, ShownMessage>>();
  /** Messages the store did not take: said all the same, and shown again until the process ends. */
  const unkept = new Map<string, Map<number, ShownMessage>>();

  async function stored(chat: string): Promise<ShownMessage[]> {
    return (await history(chat)).flatMap((message) => {
      const read = messageBody.safeParse(message.body);
      if (!read.success) log.warn({ message: message.id }, 'a kept message of the web chat could not be read');
      return read.success ? [{ ...message, body: read.data }] : [];
    });
  }

  return {
    /** Holds a message that somebody else stores (the person's own) and shows it in all tabs. */
    show(chat: string, message: ShownMessage): number {
      put(recent, chat, message, messagesRemembered);
      return streams.tell(
        chat,
        message.body.gone ? { event: 'gone', data: { id: message.id } } : { event: 'message', data: message },
      );
    },

    /** Stores a message of the bot, then shows it. Rejects if it is neither stored nor seen by anybody. */
    async write(chat: string, message: ShownMessage): Promise<void> {
      try {
        await keep(chat, message);
        unkept.get(chat)?.delete(message.id);
        this.show(chat, message);
      } catch (error) {
        log.error({ err: error }, 'a message of the web chat was not stored');
        put(unkept, chat, message, messagesRemembered);
        if (this.show(chat, message) === 0) throw error;
      }
    },

    async find(chat: string, id: number): Promise<ShownMessage | undefined> {
      const held = recent.get(chat)?.get(id) ?? (await stored(chat)).find((message) => message.id === id);
      return held?.body.gone ? undefined : held;
    },

    /** Everything to show on a page that has just opened, oldest first. */
    async all(chat: string): Promise<ShownMessage[]> {
      const byId = new Map((await stored(chat)).map((message) => [message.id, message]));
      for (const [id, message] of unkept.get(chat) ?? []) byId.set(id, message);
      return [...byId.values()].filter((message) => !message.body.gone).toSorted((one, other) => one.id - other.id);
    },

    /** A file by its key, if a message of this chat carries it. */
    async file(chat: string, key: string): Promise<PageFile | undefined> {
      const carries = (message: ShownMessage) => message.body.file?.key === key && !message.body.gone;
      const held = [...(recent.get(chat)?.values() ?? [])].find(carries);
      return (held ?? (await this.all(chat)).find(carries))?.body.file;
    },
  };
}
export type TalkPages = ReturnType<typeof createTalkPages>;

/** Puts the message in its chat; the chat becomes the newest, and what is over the limits drops out. */
function put(chats: Map<string, Map<number, ShownMessage>>, chat: string, message: ShownMessage, most: number): void {
  const messages = chats.get(chat) ?? new Map<number, ShownMessage>();
  chats.delete(chat);
  chats.set(chat, messages.set(message.id, message));
  if (messages.size > most) messages.delete(Math.min(...messages.keys()));
  const quietest = chats.size > chatsRemembered ? chats.keys().next().value : undefined;
  if (quietest !== undefined) chats.delete(quietest);
}
