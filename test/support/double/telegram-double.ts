import type { Update, User, UserFromGetMe } from 'grammy/types';
import type { ApiAnswer } from '../../../src/channels/channel.ts';
import { CallArguments } from './arguments.ts';
import type { CallbackPress } from './state.ts';
import { completeClock, realClock, type DoubleClock } from './clock.ts';
import { Faults, type Fault } from './faults.ts';
import { Group, type GroupIdea } from './group.ts';
import { inProcessFetch } from './in-process.ts';
import { serveDouble, type ServedDouble } from './serve.ts';
import { publishedLimits, type Limits } from './limits.ts';
import { methods } from './methods/all.ts';
import { Person, type PersonIdea } from './person.ts';
import { ConnectionBroken, Refusal } from './refusal.ts';
import { TelegramState } from './state.ts';

export interface DoubleOptions {
  /** What `advance` turns in tests; the machine's own time without it. */
  clock?: DoubleClock;
  /** Milliseconds that each call but `getUpdates` takes. */
  latency?: number;
  token?: string;
  /** The bot's name, also in transcripts. */
  botName?: string;
  /** `'off'` takes messages at any speed. */
  limits?: Limits | 'off';
  /** Milliseconds before the first repeat of a failed webhook delivery; each further pause is twice as long. */
  webhookPause?: number;
}

/** One call as it was made, refused ones included. */
export interface CallRecord {
  method: string;
  chat_id: number | undefined;
  /** Milliseconds on the double's clock when it came in, and how long it took. */
  at: number;
  ms: number;
  /** 200, the code of the refusal, or 0 for a connection that broke. */
  code: number;
}

/** Birge's fake of Telegram at the wire: as strict as the service, in process or over HTTP. */
export class TelegramDouble {
  readonly state: TelegramState;
  readonly faults = new Faults();
  /** Every call that has ended, in that order. */
  readonly sent: CallRecord[] = [];
  /** Milliseconds that each call but `getUpdates` takes; may be changed at any time. */
  latency: number;
  /** The `fetch` for grammY's client, without a network. */
  readonly fetch = inProcessFetch(this);

  constructor(options: DoubleOptions = {}) {
    const clock = options.clock === undefined ? realClock : completeClock(options.clock);
    const limits = options.limits === 'off' ? undefined : (options.limits ?? publishedLimits);
    const token = options.token ?? '7000000001:AAdouble-double-double-double-dou';
    this.state = new TelegramState(clock, token, options.botName ?? 'Birge', limits, options.webhookPause ?? 1000);
    this.state.webhook.onReply = (method, payload) => void this.call(method, payload).catch(() => undefined);
    this.latency = options.latency ?? 0;
  }

  get token(): string {
    return this.state.token;
  }

  get me(): UserFromGetMe {
    return this.state.me;
  }

  /** Carries out one call. Rejects only when a fault breaks the connection or the caller leaves. */
  async call(method: string, payload: Record<string, unknown>, signal?: AbortSignal): Promise<ApiAnswer> {
    const call = new CallArguments(payload);
    const at = this.state.clock.now();
    const record = (code: number) =>
      this.sent.push({
        method,
        chat_id: call.has('chat_id') ? call.integer('chat_id') : undefined,
        at,
        ms: this.state.clock.now() - at,
        code,
      });
    const isPoll = method.toLowerCase() === 'getupdates';
    if (this.latency > 0 && !isPoll) await new Promise<void>((done) => this.state.clock.after(this.latency, done));
    const fault = this.faults.take(method);
    if (fault === 'drop-before') {
      record(0);
      throw new ConnectionBroken(false);
    }
    const answer: ApiAnswer =
      typeof fault === 'object' ? { ok: false, ...fault } : await this.#carryOut(method, call, signal);
    record(fault === 'drop-after' ? 0 : answer.ok ? 200 : answer.error_code);
    if (fault === 'drop-after') throw new ConnectionBroken(true);
    return answer;
  }

  async #carryOut(method: string, call: CallArguments, signal: AbortSignal | undefined): Promise<ApiAnswer> {
    const carryOut = methods.get(method.toLowerCase());
    if (carryOut === undefined) return new Refusal(404, 'Not Found: method not found').answer();
    try {
      return { ok: true, result: await carryOut(this.state, call, signal) };
    } catch (error) {
      if (error instanceof Refusal) return error.answer();
      throw error;
    }
  }

  /** Serves the Bot API on 127.0.0.1; port 0 takes a free one. `root` is for `TELEGRAM_API_ROOT`. */
  listen(port = 0): Promise<ServedDouble> {
    return serveDouble(this, port);
  }

  /** Somebody with a Telegram account; until they start the bot it cannot write to them. */
  person(idea: PersonIdea): Person {
    return new Person(this, idea);
  }

  group(idea: GroupIdea): Group {
    return new Group(this, idea);
  }

  /** Gives every update to `handle` at once, and lets the person's act wait for its end, instead of queueing it. */
  onUpdate(handle: ((update: Update) => unknown) | undefined): void {
    this.state.handler = handle;
  }

  /** Lets the next call of a method (`*`: of any) fail. */
  failNext(method: string, fault: Fault): void {
    this.faults.add(method, fault);
  }

  /** From now on this person refuses the bot's messages, without telling it. */
  block(userId: number): void {
    this.#private(userId).access = 'blocked';
  }

  unblock(userId: number): void {
    this.#private(userId).access = 'open';
  }

  #private(userId: number) {
    const chat = this.state.chats.find(userId);
    if (chat === undefined) throw new Error(`nobody with the id ${userId} is known to the double`);
    return chat;
  }

  /** Updates that nobody has taken yet. */
  get waiting(): Update[] {
    return this.state.queue.pending();
  }

  /** Presses that the bot has not answered: the person's button goes on spinning. */
  get unanswered(): CallbackPress[] {
    return [...this.state.presses.values()].filter((press) => press.answers.length === 0);
  }

  /** What `sendChatAction` was called with. */
  get actions(): { chat_id: number; action: string; at: number }[] {
    return this.state.actions;
  }

  /** The command menu that stands for a scope (`default`) and a language (none: for all). */
  commands(
    languageCode = '',
    scope: { type: string; chat_id?: number } = { type: 'default' },
  ): { command: string; description: string }[] {
    return this.state.profile.commands.get(`${JSON.stringify(scope)} ${languageCode}`) ?? [];
  }

  /** A user who is known, by id. */
  user(id: number): User | undefined {
    return this.state.chats.users.get(id);
  }
}
