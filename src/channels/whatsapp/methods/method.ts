import type { Logger } from 'pino';
import type { UserFromGetMe } from 'grammy/types';
import type { Offer } from '../../channel.ts';
import type { MethodWith } from '../../gateway.ts';
import type { Language } from '../../language-guess.ts';
import type { Walks } from '../marked-options.ts';
import type { LastSaid } from '../last-said.ts';
import type { OutgoingMessage, SentMessage } from '../wire.ts';

/** What a method of the Bot API has at hand to do its work in WhatsApp. */
export interface MethodTools {
  me: UserFromGetMe;
  /** Puts a message into a chat by our number of it; how long it insists is its own affair. Throws `Ended`, `Refusal`. */
  post(chat: number, message: OutgoingMessage): Promise<SentMessage>;
  typing(chat: number): Promise<void>;
  download(message: string): Promise<Uint8Array>;
  keep(chat: string, offer: Offer): void | Promise<void>;
  /** The language of the person in a chat, as far as it is known while something is said there. */
  languageOf(chat: string): Language | undefined;
  words(language: Language): { write: string };
  walks: Walks;
  /** Said by the outbox: options are letters, and a send counts once WhatsApp has acknowledged it. */
  letters: boolean;
  last: LastSaid;
  now(): number;
  log: Logger;
}

/** A method as WhatsApp does it; throws `Ended` when it did not get through. */
export type Method = MethodWith<MethodTools>;
