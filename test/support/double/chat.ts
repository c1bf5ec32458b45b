import type { Chat, InlineKeyboardButton, KeyboardButton, Message } from 'grammy/types';
import type { Markup } from './markup.ts';
import { Listeners } from './listeners.ts';
import { renderEvents, renderScreen } from './transcript.ts';

export type ChatKind = 'private' | 'group' | 'supergroup';

/** Whether the bot may write: a person must have started it, a group must have it as a member. */
export type Access = 'open' | 'never started' | 'blocked' | 'kicked' | 'left';

/** A button under the text field in its full form: one that only has words may come as a string. */
export type Key = Exclude<KeyboardButton, string>;

export interface ReplyKeyboard {
  message_id: number;
  rows: Key[][];
  oneTime: boolean;
}

/** What happened in a chat, in order; messages as they were at that moment. */
export type ChatEvent =
  | { kind: 'said' | 'edited'; message: Message; markup?: Markup }
  | { kind: 'deleted'; message: Message }
  | { kind: 'pressed'; by: string; text: string }
  | { kind: 'notified'; text: string; alert: boolean }
  | { kind: 'noted'; text: string };

/** A message of the bot as a test looks at it. */
export interface BotMessage {
  message_id: number;
  /** The text, or the caption of a picture or document. */
  text: string;
  /** The words on its inline buttons, row by row; for a message that brings a keyboard, that keyboard's. */
  buttons: string[][];
  message: Message;
}

/** One chat: its messages as they stand now and everything that happened. */
export class DoubleChat {
  readonly about: Chat;
  readonly botName: string;
  access: Access = 'open';
  movedTo: number | undefined;
  lastMessageId = 0;
  readonly messages = new Map<number, Message>();
  readonly markups = new Map<number, Markup>();
  keyboard: ReplyKeyboard | undefined;
  readonly events: ChatEvent[] = [];
  /** Persons in a group. */
  readonly members = new Set<number>();
  readonly listeners = new Listeners<ChatEvent>();
  /** Stays the same for all presses in this chat. */
  readonly instance = String(Math.floor(Math.random() * 1e15) * (Math.random() < 0.5 ? -1 : 1));

  constructor(about: Chat, botName: string) {
    this.about = about;
    this.botName = botName;
  }

  get id(): number {
    return this.about.id;
  }

  get kind(): ChatKind {
    return this.about.type === 'channel' ? 'supergroup' : this.about.type;
  }

  note(event: ChatEvent): void {
    this.events.push(event);
    this.listeners.tell(event);
  }

  /** Puts a new message into the chat, with what it does to the keyboard under the text field. */
  add(message: Message, markup?: Markup): void {
    this.messages.set(message.message_id, message);
    if (markup !== undefined) {
      this.markups.set(message.message_id, markup);
      if ('keyboard' in markup) {
        const rows = markup.keyboard.map((row) => row.map((one) => (typeof one === 'string' ? { text: one } : one)));
        this.keyboard = { message_id: message.message_id, rows, oneTime: markup.one_time_keyboard === true };
      } else if ('remove_keyboard' in markup) this.keyboard = undefined;
    }
    this.note(markup === undefined ? { kind: 'said', message } : { kind: 'said', message, markup });
  }

  edit(message: Message): void {
    this.messages.set(message.message_id, message);
    this.note({ kind: 'edited', message });
  }

  delete(message: Message): void {
    this.messages.delete(message.message_id);
    if (this.keyboard?.message_id === message.message_id) this.keyboard = undefined;
    this.note({ kind: 'deleted', message });
  }

  /** All inline buttons of a message, row after row. */
  inlineButtons(message: Message): InlineKeyboardButton[] {
    return message.reply_markup?.inline_keyboard.flat() ?? [];
  }

  /** A message as a test looks at it. */
  view(message: Message): BotMessage {
    const markup = this.markups.get(message.message_id);
    const rows =
      message.reply_markup?.inline_keyboard ?? (markup !== undefined && 'keyboard' in markup ? markup.keyboard : []);
    return {
      message_id: message.message_id,
      text: message.text ?? message.caption ?? '',
      buttons: rows.map((row) => row.map((button) => (typeof button === 'string' ? button : button.text))),
      message,
    };
  }

  /** The newest message of the bot that still stands; throws if there is none. */
  last(): BotMessage {
    const message = [...this.messages.values()].findLast((one) => one.from?.is_bot === true);
    if (message === undefined) throw new Error('the bot has not said anything in this chat');
    return this.view(message);
  }

  /** Everything that happened as lines, from the event number given (`chat.events.length` at some moment). */
  transcript(from = 0): string {
    return renderEvents(this.events.slice(from), this.botName).join('\n');
  }

  /** What the person sees now: edited messages as they stand, deleted ones gone, the keyboard in force at the end. */
  screen(): string {
    return renderScreen([...this.messages.values()], this.keyboard, this.botName).join('\n');
  }
}
