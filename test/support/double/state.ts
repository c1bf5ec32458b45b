import type { Chat, Update, User, UserFromGetMe } from 'grammy/types';
import { Chats } from './chats.ts';
import type { Clock } from './clock.ts';
import { Files } from './files.ts';
import { Speed, type Limits } from './limits.ts';
import type { DoubleChat } from './chat.ts';
import { UpdateQueue } from './queue.ts';
import { Webhook } from './webhook.ts';

export interface CallbackPress {
  id: string;
  /** Milliseconds on the double's clock. */
  at: number;
  chat: DoubleChat;
  answers: { text: string; alert: boolean }[];
}

/** What a bot told the service about itself, by scope and language. */
export interface BotProfile {
  /** Key: the scope as JSON, a space, the language code (empty: all). */
  commands: Map<string, { command: string; description: string }[]>;
  /** Key: `name`, `description` or `short_description`, a space, the language code. */
  texts: Map<string, string>;
  /** Key: chat id, or `default`. */
  menuButtons: Map<string, unknown>;
}

/** Everything the service knows of one bot. */
export class TelegramState {
  readonly clock: Clock;
  readonly token: string;
  readonly me: UserFromGetMe;
  readonly chats: Chats;
  readonly files = new Files();
  readonly queue: UpdateQueue;
  readonly webhook: Webhook;
  readonly speed: Speed;
  readonly presses = new Map<string, CallbackPress>();
  readonly actions: { chat_id: number; action: string; at: number }[] = [];
  readonly profile: BotProfile = { commands: new Map(), texts: new Map(), menuButtons: new Map() };
  /** Takes updates at once instead of the queue. */
  handler: ((update: Update) => unknown) | undefined;

  constructor(clock: Clock, token: string, botName: string, limits: Limits | undefined, webhookPauseMs: number) {
    this.clock = clock;
    this.token = token;
    this.me = meOf(token, botName);
    this.chats = new Chats(botName);
    this.queue = new UpdateQueue(clock);
    this.webhook = new Webhook(this.queue, clock, webhookPauseMs);
    this.speed = new Speed(limits, clock);
  }

  /** Whole seconds, as the service dates messages. */
  seconds(): number {
    return Math.floor(this.clock.now() / 1000);
  }

  /** Something happened that the bot should learn: handled at once if somebody takes updates, queued otherwise. */
  async arrive(event: Omit<Update, 'update_id'>): Promise<Update> {
    const update: Update = structuredClone({ update_id: this.queue.takeId(), ...event });
    if (this.handler === undefined) this.queue.add(update);
    else if (this.queue.wants(update)) await this.handler(structuredClone(update));
    return update;
  }

  openPrivate(user: User): DoubleChat {
    this.chats.users.set(user.id, user);
    const chat: Chat = { id: user.id, type: 'private', first_name: user.first_name };
    if (user.last_name !== undefined) chat.last_name = user.last_name;
    if (user.username !== undefined) chat.username = user.username;
    return this.chats.open(chat);
  }
}

function meOf(token: string, botName: string): UserFromGetMe {
  return {
    id: Number(token.split(':')[0]),
    is_bot: true,
    first_name: botName,
    username: 'birge_bot',
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
    has_topics_enabled: false,
    allows_users_to_create_topics: false,
    can_manage_bots: false,
    supports_join_request_queries: false,
  };
}
