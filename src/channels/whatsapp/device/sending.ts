import { randomUUID } from 'node:crypto';
import type { Message } from 'whatsapp-web.js';
import { NotSent, type OutgoingMessage, type SentMessage, type Wire } from '../wire.ts';
import { Bounded } from './bounded.ts';
import { createLanes } from './lanes.ts';
import type { Loaded } from './library.ts';
import { pageWentAway, readStanding } from './page.ts';
import { scrubbed } from './scrubbed.ts';
import { TooLong, within } from './within.ts';

/** Sends messages and waits until WhatsApp's server has them. */
export interface Sending {
  send: Wire['send'];
  /**
   * The library tells how far a message has got: -1 refused, 0 here, 1 on the server, 2 delivered, 3 read. What is
   * refused is not known to be lost: WhatsApp Web may try it again by itself, so that it counts as not acknowledged.
   */
  acknowledged(id: string, level: number): void;
  /** The library shows a message in a chat, ours too, before it leaves. */
  shown(message: Pick<Message, 'id' | 'body'>): void;
  /** How many are on their way to the server. */
  underWay(): number;
  /** The page is gone: nobody waits any longer. */
  abandon(): void;
}

interface Attempt {
  chat: string;
  text: string;
  /** As soon as the page has shown it: from then on it may leave. */
  id?: string;
  /** The page has shown the same words under another kind of id, which may be the same person's. */
  perhaps?: true;
}

/**
 * @param linked the client while the account is linked
 * @param tell hears of messages that reach the server while nobody waits for them
 */
export function createSending(linked: () => Loaded | undefined, tell: (id: string) => void): Sending {
  const lanes = createLanes();
  const attempts = new Set<Attempt>();
  /** Whether the server has taken a message or refused it. */
  const reached = new Bounded<boolean>(5000);
  const waiting = new Map<string, (acknowledged: boolean) => void>();

  /** Until the page has taken the message. Its id, or nothing if the page went away before it told one. */
  async function put(chat: string, message: OutgoingMessage, until: number): Promise<string | undefined> {
    const loaded = linked();
    if (!loaded) throw new NotSent('WhatsApp is not linked');
    await checkStanding(loaded, chat, left(until));
    const attempt: Attempt = { chat, text: message.text };
    attempts.add(attempt);
    try {
      const sent = await within(left(until), sendWith(loaded, chat, message), 'sending');
      return (sent as Message | undefined)?.id._serialized ?? attempt.id;
    } catch (error) {
      if (attempt.id !== undefined) return attempt.id;
      if (error instanceof TooLong || pageWentAway(error) || attempt.perhaps) return;
      throw notSent('WhatsApp Web did not take the message', error);
    } finally {
      attempts.delete(attempt);
    }
  }

  function reachedServer(id: string, until: number): Promise<boolean> {
    const known = reached.get(id);
    if (known !== undefined) return Promise.resolve(known);
    if (!linked()) return Promise.resolve(false);
    return new Promise((resolve) => {
      const end = (acknowledged: boolean) => {
        clearTimeout(timer);
        waiting.delete(id);
        resolve(acknowledged);
      };
      const timer = setTimeout(end, left(until), false);
      waiting.set(id, end);
    });
  }

  let underWay = 0;
  return {
    async send(chat, message, patience) {
      const until = performance.now() + patience;
      underWay += 1;
      try {
        const now = () => put(chat, message, until);
        // The messages of a chat keep their order. Files go one by one: each is in memory several times.
        const id = await lanes.run(chat, message.file ? () => lanes.run('files', now) : now);
        if (id === undefined) return { id: unknownId(), acknowledged: false } satisfies SentMessage;
        return { id, acknowledged: await reachedServer(id, until) } satisfies SentMessage;
      } finally {
        underWay -= 1;
      }
    },
    acknowledged(id, level) {
      if (level === 0 || reached.get(id) === true) return;
      const acknowledged = level > 0;
      reached.set(id, acknowledged);
      const waits = waiting.get(id);
      if (waits) waits(acknowledged);
      else if (acknowledged) tell(id);
    },
    shown({ id, body }) {
      if (!id.fromMe) return;
      for (const attempt of attempts) {
        if (attempt.text !== body) continue;
        if (attempt.chat === id.remote) attempt.id ??= id._serialized;
        else if (serverOf(attempt.chat) !== serverOf(id.remote)) attempt.perhaps = true;
      }
    },
    underWay: () => underWay,
    abandon() {
      for (const end of waiting.values()) end(false);
    },
  };
}

/** Whatever goes wrong here, nothing has left. */
async function checkStanding({ client }: Loaded, chat: string, patience: number): Promise<void> {
  let standing;
  try {
    standing = await within(patience, readStanding(client, chat), 'looking for the chat');
  } catch (error) {
    throw notSent('WhatsApp Web could not be asked about the chat', error);
  }
  if (standing === 'gone') throw new NotSent('the chat can not be written to', true);
}

function sendWith({ client, media }: Loaded, chat: string, { text, file }: OutgoingMessage): Promise<Message> {
  if (!file) return client.sendMessage(chat, text, { linkPreview: false, sendSeen: false, parseVCards: false });
  return client.sendMessage(chat, media(file.mime, file.bytes, file.name), {
    caption: text,
    linkPreview: false,
    sendSeen: false,
    sendMediaAsDocument: file.as === 'document',
  });
}

const notSent = (message: string, cause: unknown) => Object.assign(new NotSent(message), { cause: scrubbed(cause) });

const left = (until: number): number => Math.max(0, until - performance.now());

/** `c.us` of a number, `lid` of a linked id, `g.us` of a group. */
const serverOf = (id: string): string => id.slice(id.indexOf('@') + 1);

/** Nobody will ever acknowledge it. */
const unknownId = (): string => `unknown_${randomUUID()}`;
