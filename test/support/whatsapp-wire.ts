import { NotSent } from '../../src/channels/whatsapp/wire.ts';
import type {
  ArrivedMessage,
  DeviceState,
  Group,
  OutgoingMessage,
  SentMessage,
  Wire,
  WireListeners,
} from '../../src/channels/whatsapp/wire.ts';

/** One message of Birge's as it reached a chat. */
export interface Reached {
  chat: string;
  id: string;
  message: OutgoingMessage;
  /** Milliseconds for which its acknowledgement would have been waited for. */
  patience: number;
}

const chatForm = /^([1-9]\d{6,14}@c\.us|[1-9]\d{9,15}@lid|\d{10,20}(-\d+)?@g\.us)$/;
const messageForm = /^(true|false)_[^_]+_[0-9A-F]{16,32}(_[^_]+)?$/;
/** Longer texts are taken by WhatsApp and folded away; Birge promises shorter ones. */
const longestText = 3500;
const longestCaption = 1024;

/** WhatsApp at the wire, without a device: refuses what the real one would not take, and what Birge must not say. */
export class FakeWhatsapp implements Wire {
  /** What reached a chat, in order. */
  readonly reached: Reached[] = [];
  readonly typed: string[] = [];
  /** Bytes of files that people sent, by the message's id. */
  readonly files = new Map<string, Uint8Array>();
  readonly inGroups: Group[] = [];
  now: DeviceState = { is: 'linked', number: '77010000001', since: 0 };
  /** Whether WhatsApp's server answers within the patience. */
  acknowledges = true;
  /** The page goes away under each send: nobody knows whether it has left. */
  goesAway = false;
  /** What is to go wrong with the next sends, one by one; undefined: nothing. */
  readonly faults: (Error | undefined)[] = [];
  readonly #people = new Set<string>();
  #listeners: WireListeners | undefined;
  #count = 0;

  state(): DeviceState {
    return this.now;
  }

  on(listeners: WireListeners): void {
    if (this.#listeners) throw new Error('there are listeners already');
    this.#listeners = listeners;
  }

  async send(chat: string, message: OutgoingMessage, patience: number): Promise<SentMessage> {
    if (!chatForm.test(chat)) throw new Error('this is no id of a chat');
    this.#refuse(message);
    if (!(patience > 0)) throw new Error('a send without patience');
    if (this.now.is !== 'linked') throw new NotSent(`the device is ${this.now.is}`);
    const fault = this.faults.shift();
    if (fault) throw fault;
    const isGroup = chat.endsWith('@g.us');
    const known = isGroup ? this.inGroups.some(({ id }) => id === chat) : this.#people.has(chat);
    if (!known) throw new NotSent('there is no such chat', true);
    const id = this.#nextId('true', chat);
    this.reached.push({ chat, id, message, patience });
    if (this.goesAway) return { id: `unknown_${this.#count}`, acknowledged: false };
    return { id, acknowledged: this.acknowledges };
  }

  async download(message: string): Promise<Uint8Array> {
    const bytes = this.files.get(message);
    if (!bytes) throw new Error('there are no bytes of this message');
    return bytes;
  }

  async groups(): Promise<readonly Group[]> {
    if (this.now.is !== 'linked') throw new NotSent(`the device is ${this.now.is}`);
    return this.inGroups;
  }

  async typing(chat: string): Promise<void> {
    this.typed.push(chat);
  }

  /** Somebody who has WhatsApp and can be written to. */
  person(chat: string): void {
    this.#people.add(chat);
  }

  /** Somebody writes. `from` is needed in a group; bytes stand for a picture or document. */
  async says(
    chat: string,
    said: string | (Partial<ArrivedMessage> & { bytes?: Uint8Array }),
    at = 1_790_000_000,
  ): Promise<ArrivedMessage> {
    if (!chatForm.test(chat)) throw new Error('this is no id of a chat');
    if (!chat.endsWith('@g.us')) this.person(chat);
    const { bytes, ...fields } = typeof said === 'string' ? { text: said } : said;
    const arrived: ArrivedMessage = { id: this.#nextId('false', chat), chat, from: chat, at, text: '', ...fields };
    if (!messageForm.test(arrived.id)) throw new Error('this is no id of a message');
    if (arrived.quoted !== undefined && !messageForm.test(arrived.quoted)) throw new Error('this quotes no message');
    if (bytes) this.files.set(arrived.id, bytes);
    await this.#told().message(arrived);
    return arrived;
  }

  /** WhatsApp's server tells of a message of ours after its send had given up. */
  acknowledge(message: string): void {
    this.#told().acknowledged(message);
  }

  /** We were taken into a group, or put out of it. */
  group(change: Parameters<WireListeners['group']>[0]): void {
    this.#told().group(change);
  }

  turn(state: DeviceState): void {
    this.now = state;
    this.#told().state(state);
  }

  #refuse({ text, file }: OutgoingMessage): void {
    if (text.trim() !== text) throw new Error('a text has spaces around it');
    if (text === '' && !file) throw new Error('a text is empty');
    if (text.length > (file ? longestCaption : longestText)) throw new Error('a text is too long');
    if (/<\/?[a-z]+|&(amp|lt|gt|quot);/.test(text)) throw new Error('a text has marks of Telegram in it');
    if (file && (file.bytes.length === 0 || !file.mime.includes('/') || file.name === '')) {
      throw new Error('a file is not whole');
    }
  }

  #told(): WireListeners {
    if (!this.#listeners) throw new Error('nobody listens');
    return this.#listeners;
  }

  #nextId(own: 'true' | 'false', chat: string): string {
    this.#count += 1;
    return `${own}_${chat}_3EB0${this.#count.toString(16).toUpperCase().padStart(16, '0')}`;
  }
}
