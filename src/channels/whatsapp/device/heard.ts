import type { GroupNotification, Message } from 'whatsapp-web.js';
import type { Loaded } from './library.ts';

/** Why a browser is not used any longer. */
export interface Ending {
  because: 'lost' | 'logged-out' | 'restart';
  /** In a few plain words, without anything personal. */
  why: string;
}

/** What is heard while a browser runs. Each may be called several times. */
export interface SessionListeners {
  qr(text: string): void;
  code(code: string): void;
  /** Linked and synchronised; again after each reload of the page. */
  ready(loaded: Loaded): void;
  /** A linked page has lost the connection to WhatsApp, or has it again. */
  connected(is: boolean): void;
  message(message: Message): void;
  shown(message: Message): void;
  acknowledged(id: string, level: number): void;
  group(what: GroupNotification, kind: 'join' | 'leave' | 'update'): void;
}
