import type { Update, UserFromGetMe } from 'grammy/types';

export type ChannelKind = 'telegram' | 'whatsapp' | 'web';

/** A message as the web page shows it; kept with the talk so that a reload finds it again. */
export interface PageMessage {
  /** Telegram-like message id, unique in its chat; writing the same id again replaces the message. */
  id: number;
  from: 'person' | 'birge';
  /** ISO time of the first writing. */
  at: string;
  /** What the page needs to draw it: text (Telegram HTML subset), buttons, document, picture. */
  body: Record<string, unknown>;
}

/** One thing that arrived, ready for the inbox. */
export interface Incoming {
  /** The channel's own id of it, the same on every redelivery: the inbox admits each key once. */
  key: string;
  update: Update;
  /** The sender's other id in this channel, where it tells one (WhatsApp: number or linked id); as text, like ids are kept. */
  alias?: string;
  /** What the person sees of their own message (web chat only). */
  page?: PageMessage;
}

/** Stores what arrived. Resolves once it is in the inbox; rejects if it is not, and then it must not be confirmed. */
export type Receive = (arrived: Incoming[]) => Promise<void>;

/** The `fetch` that grammY's client is given: only `.json()` of the answer is ever read, and it must never throw. */
export type ClientFetch = (
  url: string | URL,
  init: { body?: unknown; headers?: Record<string, string>; method?: string },
) => Promise<{ json(): Promise<ApiAnswer> }>;

export type ApiAnswer =
  | { ok: true; result: unknown }
  | {
      ok: false;
      error_code: number;
      description: string;
      parameters?: {
        retry_after?: number;
        migrate_to_chat_id?: number;
        /** With `inDoubt`: which message it is; the channel may still report that it arrived. */
        message_id?: number;
      };
    };

/** An answer of `once` with this code: nothing has reached the channel, the same may be sent again. */
export const notBegun = -1;
/** An answer of `once` with this code: it may or may not have been carried out. */
export const inDoubt = -2;

/** What can be answered under a message, kept where a channel has no buttons of its own. */
export interface Offer {
  /** The message's id on our side. */
  message: number;
  /** Told by the outbox: its options are letters; otherwise numbers. */
  letters: boolean;
  /** When it was about to be said, in Unix milliseconds: what was written before was not meant for it. */
  at: number;
  options: { text: string; data: string }[];
}

/** A way to reach people that speaks the Telegram Bot API on our side. */
export interface Channel {
  readonly kind: ChannelKind;
  /** Which account of that kind: the bot's Telegram id, the WhatsApp number, `web`. */
  readonly account: string;
  readonly me: UserFromGetMe;
  /** For replies: insists for a while, and the talk goes on even if nothing arrived. */
  readonly fetch: ClientFetch;
  /** For the outbox: one try, and the answer says how it ended, as it was given or by `notBegun` and `inDoubt`. */
  readonly once: ClientFetch;
  /** Where the calls of grammY's client go and with which token; only Telegram's leave this process. */
  readonly api?: { root: string; token: string };
  /** Reads what arrived in the light of what was offered in that chat, newest first; absent: updates mean what they say. */
  readonly understand?: (update: Update, offers: readonly Offer[]) => Update;
  /** Can it send now? Absent: always. */
  readonly ready?: () => boolean;
  /** The address under which a code (`/start CODE`) is opened in this channel; undefined: there is none now. */
  link(code: string): string | undefined;
  /** Bytes of a file somebody sent, by the `file_id` of the update; 20 MB at most. */
  download(fileId: string): Promise<Uint8Array>;
  start(receive: Receive): Promise<void>;
  /** Takes nothing more in; resolves when nothing of this channel is under way. */
  stop(): Promise<void>;
}
