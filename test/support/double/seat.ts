import type { InlineKeyboardButton, Message, Update, User } from 'grammy/types';
import type { BotMessage, DoubleChat } from './chat.ts';
import { commandsIn } from './formatting.ts';
import { hearing, type Awaited } from './hearing.ts';
import { findButton, type ButtonTest } from './press.ts';
import { Sends } from './sends.ts';
import type { TelegramDouble } from './telegram-double.ts';
import type { TelegramState } from './state.ts';

/** Which old message the button is on: its id or what `last()` gave. */
export type OnMessage = number | { message_id: number };

/** A person sitting in one chat: what they can do there and what they see. */
export class Seat {
  readonly user: User;
  readonly chat: DoubleChat;
  readonly sends: Sends;
  protected readonly state: TelegramState;
  /** The event up to which this person has heard the bot: their own last act or the last message heard. */
  #heardUpTo = 0;

  constructor(double: TelegramDouble, user: User, chat: DoubleChat) {
    this.state = double.state;
    this.user = user;
    this.chat = chat;
    this.sends = new Sends(this, this.state);
  }

  /** Writes a text; commands in it are marked as Telegram marks them. */
  says(text: string): Promise<Update> {
    const entities = commandsIn(text);
    return this.put(entities.length === 0 ? { text } : { text, entities });
  }

  /**
   * Presses a button by its words or a test: on the newest message that has it, on the one given, or under the text
   * field. A keyboard's button says its words; one that asks for the number shares the contact.
   */
  async presses(button: ButtonTest, on?: OnMessage): Promise<Update> {
    const found = findButton(this.chat, button, typeof on === 'object' ? on.message_id : on);
    if (found.kind === 'inline') return this.#pressInline(found.message, found.button);
    if (found.oneTime) this.chat.keyboard = undefined;
    if ('request_contact' in found.button && found.button.request_contact) return this.sharesContact();
    return this.says(found.button.text);
  }

  /** Sends a press as a client may: any data, also for a message that changed or is gone. */
  async pressesData(data: string, on: OnMessage): Promise<Update> {
    const message_id = typeof on === 'object' ? on.message_id : on;
    const message = this.chat.messages.get(message_id) ?? { chat: this.chat.about, message_id, date: 0 as const };
    return this.#press(data, data, message);
  }

  async #pressInline(message: Message, button: InlineKeyboardButton): Promise<Update> {
    if (!('callback_data' in button)) throw new Error(`the button "${button.text}" sends nothing to the bot`);
    return this.#press(button.text, button.callback_data, message);
  }

  async #press(words: string, data: string, message: Message): Promise<Update> {
    this.writes();
    const id = String(Math.floor(Math.random() * Number.MAX_SAFE_INTEGER));
    this.state.presses.set(id, { id, at: this.state.clock.now(), chat: this.chat, answers: [] });
    this.#act(() => this.chat.note({ kind: 'pressed', by: this.user.first_name, text: words }));
    return this.state.arrive({
      callback_query: { id, from: this.user, message, chat_instance: this.chat.instance, data },
    });
  }

  /** Sends a number as Telegram's contact button does; the own one unless another is given. */
  sharesContact(phone = '+77010000000'): Promise<Update> {
    const { first_name, id } = this.user;
    return this.put({ contact: { phone_number: phone, first_name, user_id: id } });
  }

  /** Changes an own message. */
  async edits(on: OnMessage, text: string): Promise<Update> {
    const before = this.chat.messages.get(typeof on === 'object' ? on.message_id : on);
    if (before?.from?.id !== this.user.id) throw new Error('only an own message can be edited');
    const { entities: _entities, ...rest } = before;
    const entities = commandsIn(text);
    const message = {
      ...rest,
      text,
      ...(entities.length === 0 ? {} : { entities }),
      edit_date: this.state.seconds(),
    } as Message;
    this.#act(() => this.chat.edit(message));
    return this.state.arrive({ edited_message: message as Message & Update.Edited & Update.NonChannel });
  }

  /** Waits for a message of the bot since this person's last act that is, contains or passes what is given. */
  async hears(what?: Awaited, timeoutMs = 5000): Promise<BotMessage> {
    const { message, position } = await hearing(this.chat, this.#heardUpTo, what, timeoutMs);
    this.#heardUpTo = position + 1;
    return message;
  }

  /** The newest message of the bot that still stands. */
  last(): BotMessage {
    return this.chat.last();
  }

  /** What the person sees now, as lines. */
  screen(): string {
    return this.chat.screen();
  }

  /** Everything that happened in this chat, as lines. */
  transcript(from = 0): string {
    return this.chat.transcript(from);
  }

  /** Puts a message of this person into the chat and tells the bot, if it may see it. */
  async put(content: Partial<Message>): Promise<Update> {
    this.writes();
    const message = {
      message_id: this.state.chats.takeMessageId(this.chat),
      from: this.user,
      chat: this.chat.about,
      date: this.state.seconds(),
      ...content,
    } as Message;
    this.#act(() => this.chat.add(message));
    return this.tellBot(message);
  }

  /** In a private chat the bot sees everything. */
  protected tellBot(message: Message): Promise<Update> {
    return this.state.arrive({ message: message as Message & Update.NonChannel });
  }

  /** What writing does to the chat: whoever writes to the bot may be written to. */
  protected writes(): void {
    if (this.chat.access === 'never started') this.chat.access = 'open';
  }

  #act(act: () => void): void {
    act();
    this.#heardUpTo = this.chat.events.length;
  }
}
