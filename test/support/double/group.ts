import type { Chat, ChatMember, Message, Update, User } from 'grammy/types';
import type { DoubleChat } from './chat.ts';
import type { Person } from './person.ts';
import { Seat } from './seat.ts';
import type { TelegramDouble } from './telegram-double.ts';

export interface GroupIdea {
  title: string;
  /** Negative; a supergroup's begins with -100. */
  id?: number;
  type?: 'group' | 'supergroup';
  /** An administrator sees every message; another bot only what is meant for it. */
  botIsAdmin?: boolean;
}

/** A group with the bot in it. */
export class Group {
  readonly #double: TelegramDouble;
  #chat: DoubleChat;
  readonly botIsAdmin: boolean;

  constructor(double: TelegramDouble, { title, type = 'supergroup', id, botIsAdmin = false }: GroupIdea) {
    this.#double = double;
    this.botIsAdmin = botIsAdmin;
    this.#chat = double.state.chats.open(aboutGroup(type, title, id));
  }

  get chat(): DoubleChat {
    return this.#chat;
  }

  says(person: Person, text: string): Promise<Update> {
    return person.in(this).says(text);
  }

  transcript(from = 0): string {
    return this.#chat.transcript(from);
  }

  /** The seat of somebody in this group. */
  seatOf(user: User, double: TelegramDouble): Seat {
    this.#chat.members.add(user.id);
    return new GroupSeat(double, user, this);
  }

  /** Somebody brings the bot in, or back in. */
  async addsBot(by: Person): Promise<Update> {
    this.#chat.access = 'open';
    return this.#membership(by, 'left', 'member');
  }

  async kicksBot(by: Person): Promise<Update> {
    this.#chat.access = 'kicked';
    return this.#membership(by, 'member', 'kicked');
  }

  /** Somebody gives the group another title; whoever is in it is told by a message of the chat itself. */
  async renames(by: Person, title: string): Promise<Update> {
    const chat = this.#chat;
    if (chat.about.type === 'group' || chat.about.type === 'supergroup') chat.about.title = title;
    const message = {
      message_id: this.#double.state.chats.takeMessageId(chat),
      date: this.#double.state.seconds(),
      chat: chat.about,
      from: by.user,
      new_chat_title: title,
    };
    return this.#double.state.arrive({ message: message as Message & Update.NonChannel });
  }

  /** The group becomes a supergroup under another id; both chats tell so, and the old one refuses from now on. */
  async becomesSupergroup(by: Person): Promise<Update[]> {
    const old = this.#chat;
    const { chats } = this.#double.state;
    this.#chat = chats.open(aboutGroup('supergroup', old.about.title ?? ''));
    for (const id of old.members) this.#chat.members.add(id);
    old.movedTo = this.#chat.id;
    const tell = (chat: DoubleChat, content: Partial<Message>) => {
      const basis = {
        message_id: chats.takeMessageId(chat),
        date: this.#double.state.seconds(),
        chat: chat.about,
        from: by.user,
      };
      return this.#double.state.arrive({ message: { ...basis, ...content } as Message & Update.NonChannel });
    };
    return [
      await tell(old, { migrate_to_chat_id: this.#chat.id }),
      await tell(this.#chat, { migrate_from_chat_id: old.id }),
    ];
  }

  #membership(by: Person, before: 'left' | 'member', after: 'member' | 'kicked'): Promise<Update> {
    const { state } = this.#double;
    const status = (word: 'left' | 'member' | 'kicked'): ChatMember =>
      word === 'kicked' ? { status: word, user: state.me, until_date: 0 } : { status: word, user: state.me };
    const change = { old_chat_member: status(before), new_chat_member: status(after) };
    return state.arrive({
      my_chat_member: { chat: this.#chat.about, from: by.user, date: state.seconds(), ...change },
    });
  }
}

/** A bot that is no administrator learns only of commands, mentions and answers to itself. */
class GroupSeat extends Seat {
  readonly #seesAll: boolean;

  constructor(double: TelegramDouble, user: User, group: Group) {
    super(double, user, group.chat);
    this.#seesAll = group.botIsAdmin;
  }

  protected override async tellBot(message: Message): Promise<Update> {
    const text = message.text ?? message.caption ?? '';
    const name = `@${this.state.me.username}`;
    const command = /^\/\w+(@\w+)?/.exec(text);
    const isForBot = text.includes(name) || (command !== null && (command[1] ?? name) === name);
    if (this.#seesAll || isForBot || message.reply_to_message?.from?.id === this.state.me.id)
      return super.tellBot(message);
    return { update_id: 0, message: message as Message & Update.NonChannel };
  }
}

function aboutGroup(type: 'group' | 'supergroup', title: string, id?: number): Chat.GroupChat | Chat.SupergroupChat {
  const chance = Math.floor(Math.random() * 1e9);
  if (type === 'group') return { id: id ?? -chance, type, title };
  return { id: id ?? Number(`-100${1e9 + chance}`), type, title };
}
