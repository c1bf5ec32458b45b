import type { Client, Message } from 'whatsapp-web.js';
import type { DeviceLimits } from './limits.ts';
import { readUnread } from './page.ts';
import { within } from './within.ts';

/** The library sorts by seconds: of messages of the same second a seen one may stand last. One given twice does no harm. */
const sameSecond = 5;

/**
 * What came into private chats while this device was away: the library tells only of what arrives under its eyes. WhatsApp
 * keeps it as unread, and what was stored is marked as seen, so that unread means not stored.
 * @param since Unix milliseconds; what is older was not meant for us, or nobody waits for an answer to it any more
 * @param take is given each message, the oldest of a chat first
 */
export async function fetchMissed(
  client: Client,
  limits: Pick<DeviceLimits, 'answer' | 'missedChats' | 'missedMessages'>,
  since: number,
  take: (message: Message) => void,
): Promise<void> {
  const chats = await within(limits.answer, readUnread(client, limits.missedChats), 'the unread chats');
  for (const { chat, unread } of chats) {
    const limit = Math.min(unread, limits.missedMessages) + sameSecond;
    const messages = await within(limits.answer, messagesOf(client, chat, limit), 'the unread messages of a chat');
    for (const message of messages) if ((message.timestamp + 1) * 1000 > since) take(message);
  }
}

async function messagesOf(client: Client, id: string, limit: number): Promise<Message[]> {
  const chat = await client.getChatById(id);
  return chat.fetchMessages({ limit, fromMe: false });
}
