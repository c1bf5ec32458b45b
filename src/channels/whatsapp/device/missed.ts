import { setTimeout as pause } from 'node:timers/promises';
import type { Client, Message } from 'whatsapp-web.js';
import type { DeviceLimits } from './limits.ts';
import { pageWentAway, readUnread } from './page.ts';
import { within } from './within.ts';

/** The library sorts by seconds: of messages of the same second a seen one may stand last. One given twice does no harm. */
const sameSecond = 10;
/** How often what could not be read is tried again: a page that has just come in is busy. */
const tries = 4;

interface Missed {
  limits: Pick<DeviceLimits, 'answer' | 'missedMessages' | 'giveAgain'>;
  /** Unix milliseconds; what is older was not meant for us, or nobody waits for an answer to it any more. */
  since: number;
  /** Is given each message, the oldest of a chat first. */
  take(message: Message): void;
  /** Resolves when more can be taken. */
  room(): Promise<void>;
}

/**
 * What came into private chats while this device was away: the library tells only of what arrives under its eyes. WhatsApp
 * keeps it as unread, and what was stored is marked as seen, so that unread means not stored.
 * @throws {Error} if the page went away, or some chats could not be read several times; the next start reads them.
 */
export async function fetchMissed(client: Client, missed: Missed): Promise<void> {
  const { limits, since } = missed;
  const read = new Set<string>();
  let failure: unknown;
  const failed = (error: unknown) => {
    if (pageWentAway(error)) throw error;
    failure = error;
  };
  for (let tried = 0; tried < tries; tried += 1) {
    if (tried > 0) await pause(limits.giveAgain * 2 ** tried, undefined, { ref: false });
    failure = undefined;
    const chats = await within(limits.answer, readUnread(client, since), 'the unread chats').catch(failed);
    // One chat that can not be read does not keep those of others.
    for (const one of chats?.filter(({ chat }) => !read.has(chat)) ?? [])
      await takeMissed(client, one, missed).then(() => read.add(one.chat), failed);
    if (failure === undefined) return;
  }
  throw failure;
}

async function takeMissed(
  client: Client,
  { chat, unread }: { chat: string; unread: number },
  { limits, since, take, room }: Missed,
): Promise<void> {
  await room();
  const limit = Math.min(unread, limits.missedMessages) + sameSecond;
  const messages = await within(limits.answer, messagesOf(client, chat, limit), 'the unread messages of a chat');
  for (const message of messages) if ((message.timestamp + 1) * 1000 > since) take(message);
}

async function messagesOf(client: Client, id: string, limit: number): Promise<Message[]> {
  const chat = await client.getChatById(id);
  return chat.fetchMessages({ limit, fromMe: false });
}
