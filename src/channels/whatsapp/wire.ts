/**
 * WhatsApp as the gateway needs it. All ids are WhatsApp's own: `77011234567@c.us` (a number), `123456789012345@lid` (a
 * linked id that hides the number), `120363025246125486@g.us` (a group), `false_77011234567@c.us_3EB0…` (a message).
 */
export interface Wire {
  /** How the account is doing now. */
  state(): DeviceState;
  /**
   * Puts a message into a chat and waits until WhatsApp's server has acknowledged it, for `patience` milliseconds at most.
   * A resolved send of the library proves nothing: it resolves before anything is sent.
   * @throws {NotSent} when nothing has left: not linked, or the chat can not be written to.
   */
  send(chat: string, message: OutgoingMessage, patience: number): Promise<SentMessage>;
  /** The bytes of a message's picture or document. Throws if there are none any more. */
  download(message: string): Promise<Uint8Array>;
  /** The groups this account is in, as the account's device knows them; cheap to ask. */
  groups(): Promise<readonly Group[]>;
  /** Shows "typing…" in a chat; never throws. */
  typing(chat: string): Promise<void>;
  /** Must be called before `start`; one listener for each. */
  on(listeners: WireListeners): void;
}

/** `since`: Unix milliseconds of the change. */
export type DeviceState = { since: number } & (
  | { is: 'stopped' }
  | { is: 'starting' }
  /** Waits for a phone to scan `qr` (the text of the code), or to take `pairingCode` if one was asked for. */
  | { is: 'waiting'; qr: string; pairingCode?: string }
  /** `number`: the account's own, digits only. */
  | { is: 'linked'; number: string }
  /** It will be tried again by itself; `why` in a few plain words without anything personal. */
  | { is: 'lost'; why: string }
  /** The phone has removed this device: a new QR follows. */
  | { is: 'logged-out' }
);

export interface OutgoingMessage {
  /** In WhatsApp's own marks: `*bold*`, `_italic_`. With a file: its caption. */
  text: string;
  file?: { bytes: Uint8Array; mime: string; name: string; as: 'picture' | 'document' };
}

export interface SentMessage {
  /** WhatsApp's own, or `unknown_…` if the page went away before it told one: then nothing more will be heard of it. */
  id: string;
  /** WhatsApp's server has it. False: nobody knows yet; `acknowledged` may still come. */
  acknowledged: boolean;
}

/** The page went away in the middle: whether it has left will never be known. */
export const nobodyKnows = ({ id }: SentMessage): boolean => id.startsWith('unknown_');

/** Nothing has left this machine. `gone`: the chat can not be written to any more (left, removed, no such number). */
export class NotSent extends Error {
  override readonly name = 'NotSent';
  readonly gone: boolean;
  constructor(message: string, gone = false) {
    super(message);
    this.gone = gone;
  }
}

export interface Group {
  id: string;
  title: string;
}

/** A message somebody else wrote, from a private chat or a group. */
export interface ArrivedMessage {
  id: string;
  chat: string;
  /** Who wrote it; in a private chat the same as `chat`. */
  from: string;
  /** The same person's other id (number or linked id), where WhatsApp tells it. */
  alias?: string;
  /** Unix seconds. */
  at: number;
  /** The words, or the caption of a file; empty if there are none. */
  text: string;
  /** The id of the message that this one quotes. */
  quoted?: string;
  /** A picture or document whose bytes `download` gives. */
  file?: { mime: string; name?: string; bytes?: number; as: 'picture' | 'document' };
  /** Something that is neither words nor a picture nor a document. */
  other?: 'sticker' | 'voice' | 'audio' | 'video' | 'location' | 'contact' | 'poll' | 'other';
  /** The group's title, where it is known. */
  title?: string;
}

export interface WireListeners {
  /** What this says no to is left at once: nothing is asked of WhatsApp about it, and it keeps no other message waiting. */
  concerns?(arrived: ArrivedMessage): boolean;
  /** Rejects if it was not stored; the wire then gives it again later. */
  message(arrived: ArrivedMessage): Promise<void>;
  /** WhatsApp's server has taken a message of ours after `send` had given up waiting; may come twice. */
  acknowledged(message: string): void;
  /** We were taken into a group, or are out of it. */
  group(change: { id: string; title?: string; is: 'joined' | 'left' }): void;
  state(now: DeviceState): void;
}
