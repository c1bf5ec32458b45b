import type { ChatMember, Update, User } from 'grammy/types';
import type { Group } from './group.ts';
import { Seat } from './seat.ts';
import type { TelegramDouble } from './telegram-double.ts';

/** What a test says about somebody; the rest is filled in. */
export interface PersonIdea {
  id: number;
  first_name: string;
  last_name?: string;
  username?: string;
  language_code?: string;
}

/** A person with the bot in a private chat. */
export class Person extends Seat {
  readonly #double: TelegramDouble;

  constructor(double: TelegramDouble, idea: PersonIdea) {
    const user: User = { is_bot: false, ...idea };
    const isNew = double.user(idea.id) === undefined;
    const chat = double.state.openPrivate(user);
    if (isNew) chat.access = 'never started';
    super(double, user, chat);
    this.#double = double;
  }

  /** Opens the bot, by a link with a parameter if there is one (`t.me/birge_bot?start=…`). */
  starts(parameter?: string): Promise<Update> {
    return this.says(parameter === undefined ? '/start' : `/start ${parameter}`);
  }

  /** Stops the bot; Telegram tells it so. */
  async blocks(): Promise<Update> {
    this.chat.access = 'blocked';
    return this.#membership('member', 'kicked');
  }

  async unblocks(): Promise<Update> {
    this.chat.access = 'open';
    return this.#membership('kicked', 'member');
  }

  /** The same person in a group; joins it. */
  in(group: Group): Seat {
    return group.seatOf(this.user, this.#double);
  }

  /** A person cannot write to a bot they block: the app asks to restart it first. */
  protected override writes(): void {
    if (this.chat.access === 'blocked') throw new Error('this person blocks the bot; call unblocks() first');
    super.writes();
  }

  #membership(before: 'member' | 'kicked', after: 'member' | 'kicked'): Promise<Update> {
    const status = (word: 'member' | 'kicked'): ChatMember =>
      word === 'member' ? { status: word, user: this.state.me } : { status: word, user: this.state.me, until_date: 0 };
    return this.state.arrive({
      my_chat_member: {
        chat: { id: this.user.id, type: 'private', first_name: this.user.first_name },
        from: this.user,
        date: this.state.seconds(),
        old_chat_member: status(before),
        new_chat_member: status(after),
      },
    });
  }
}
