import { inDoubt, notBegun } from '../channel.ts';
import type { ApiAnswer } from '../channel.ts';
import { Ended } from '../gateway.ts';
import { NotSent, nobodyKnows } from './wire.ts';
import type { OutgoingMessage, SentMessage, Wire } from './wire.ts';

/** What the gateway tells about chats while it delivers; chats by their numbers. */
export interface DeliveryReports {
  /** A reply did not reach the chat, or nobody knows: the person is to be told later where they stand. */
  unreached(chat: string): void;
  /** Nobody can be written to there any more. */
  gone(chat: string): void;
}

/** One send to a chat by our number of it; `patience` in milliseconds until an acknowledgement is given up. */
export type Send = (chat: number, message: OutgoingMessage, patience: number) => Promise<SentMessage>;

/** A person waits: an acknowledgement that does not come at once is not waited for. */
const patienceForReplies = 2_000;
/** Nobody waits: it counts as sent once WhatsApp's server has it. A picture over a slow line needs some. */
const patienceForOutbox = 40_000;
/** Milliseconds for which a reply is tried while the device is away; then the talk goes on without it. */
const insistence = 10_000;

/** A reply that insists while nothing has left this machine, and then stands for a message that was not sent. */
export function replies(
  send: Send,
  reports: DeliveryReports,
  pause: (ms: number) => Promise<unknown>,
): (chat: number, message: OutgoingMessage) => Promise<SentMessage> {
  return async (chat, message) => {
    let waited = 0;
    for (let wait = 250; ; wait *= 2) {
      try {
        const sent = await send(chat, message, patienceForReplies);
        if (nobodyKnows(sent)) reports.unreached(String(chat));
        return sent;
      } catch (error) {
        if (error instanceof NotSent && error.gone) {
          reports.gone(String(chat));
          throw new Ended(unsaid);
        }
        if (error instanceof Ended) throw error;
        if (!(error instanceof NotSent) || waited + wait > insistence) {
          reports.unreached(String(chat));
          throw new Ended(unsaid);
        }
      }
      await pause(wait);
      waited += wait;
    }
  };
}

/** One try for the outbox; how it failed is its answer. */
export function tries(
  send: Send,
  reports: DeliveryReports,
): (chat: number, message: OutgoingMessage) => Promise<SentMessage> {
  return async (chat, message) => {
    try {
      return await send(chat, message, patienceForOutbox);
    } catch (error) {
      if (error instanceof Ended) throw error;
      if (!(error instanceof NotSent)) throw new Ended(failed(inDoubt, 'the device failed'));
      if (!error.gone) throw new Ended(failed(notBegun, 'nothing has left'));
      reports.gone(String(chat));
      throw new Ended(failed(403, 'Forbidden: the chat can not be written to'));
    }
  };
}

/** The wire's send by our numbers. A group is known as long as we are in it; another one is refused as Telegram does. */
export function sendTo(wire: Wire, idOf: (chat: number) => Promise<string | undefined>): Send {
  return async (chat, message, patience) => {
    const id = await idOf(chat).catch(() => {
      throw new NotSent('the groups are not known now');
    });
    if (id === undefined) throw new Ended(failed(400, 'Bad Request: chat not found'));
    return wire.send(id, message, patience);
  };
}

const failed = (code: number, description: string): ApiAnswer => ({ ok: false, error_code: code, description });

/** Stands for a message that was not sent: the talk goes on, later steps do not refer to it. */
const unsaid: ApiAnswer = { ok: true, result: { message_id: 0, date: 0, chat: { id: 0, type: 'private' } } };
