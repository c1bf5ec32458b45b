import { randomBytes } from 'node:crypto';
import type { ChatRecord, Delivery, MessageRecord, SentRecord } from './records.ts';

/** The account as WhatsApp's server knows it: its ids, chats, messages and files. It outlives every browser. */
export const me = { number: '77010000001@c.us', lid: '900000000000001@lid' };

/** An account without chats. `known`: which number is behind a linked id. */
export function createAccount() {
  const chats = new Map<string, ChatRecord>();
  const messages: MessageRecord[] = [];
  const files = new Map<string, Buffer>();
  const known: Record<string, string> = {};

  function keepFile(bytes: Uint8Array): string {
    const path = randomBytes(8).toString('hex');
    files.set(path, Buffer.from(bytes));
    return path;
  }

  function chatOf(id: string): ChatRecord {
    const chat = chats.get(id) ?? { id, title: id, member: true, unread: 0, t: 0 };
    chats.set(id, chat);
    return chat;
  }

  return {
    chats,
    messages,
    files,
    known,
    keepFile,
    chatOf,
    /** Keeps what the account itself has sent, so that the next browser knows it too. */
    keepSent({ id, chat, type, t, text = '' }: SentRecord): void {
      const [, , stanza = '', participant] = id.split('_');
      messages.push({ id: stanza, chat, fromMe: true, type, body: text, t, ...(participant && { participant }) });
      chatOf(chat).t = t;
    },
    /** Somebody has looked at a chat up to that message of another; what came after it stays unread. */
    seen(id: string, newest: string): void {
      const theirs = messages.filter(({ chat, fromMe }) => chat === id && !fromMe);
      const after = theirs.length - 1 - theirs.findIndex((message) => message.id === newest);
      const chat = chatOf(id);
      chat.unread = Math.min(chat.unread, after);
    },
    /** Keeps what somebody has sent. `id` is the message's whole id. */
    keep(delivery: Delivery): { id: string; message: MessageRecord } {
      const { chat, from, type = 'chat', text = '', file, quotes, t = Math.floor(Date.now() / 1000) } = delivery;
      const [, , stanza = '', participant] = quotes?.split('_') ?? [];
      const isGroup = chat.endsWith('@g.us');
      const message: MessageRecord = {
        id: randomBytes(10).toString('hex').toUpperCase(),
        chat,
        fromMe: false,
        type,
        body: file ? '' : text,
        t,
        ...(from !== undefined && { author: from, participant: from }),
        ...(file && {
          directPath: keepFile(file.bytes),
          mimetype: file.mime,
          size: file.bytes.length,
          caption: text,
          ...(file.name !== undefined && { filename: file.name }),
        }),
        ...(quotes !== undefined && {
          quotedStanzaID: stanza,
          quotedParticipant: quotes.startsWith('true') ? me.number : (participant ?? chat),
        }),
        ...(delivery.subtype !== undefined && { subtype: delivery.subtype }),
        ...(delivery.recipients && { recipients: delivery.recipients }),
      };
      if (chat !== 'status@broadcast') {
        messages.push(message);
        const held = chatOf(chat);
        held.unread += 1;
        held.t = t;
      }
      return { id: ['false', chat, message.id, ...(isGroup && from ? [from] : [])].join('_'), message };
    },
  };
}
