import type { Update } from 'grammy/types';
import type { Clock } from './clock.ts';
import type { UpdateQueue } from './queue.ts';

export interface WebhookRegistration {
  url: string;
  secret: string;
  maxConnections: number;
}

const longestPause = 60_000;
const answerWithin = 60_000;

/** Posts updates to the bot's address: those of one chat one after the other, several chats at once. */
export class Webhook {
  readonly #queue: UpdateQueue;
  readonly #clock: Clock;
  readonly #firstPause: number;
  #registration: WebhookRegistration | undefined;
  /** Chats with a delivery under way or pausing after a failure. */
  readonly #busy = new Map<number, { failures: number }>();
  #underWay = 0;
  lastError: { date: number; message: string } | undefined;
  /** Carries out a call that the bot put into its answer. */
  onReply: ((method: string, payload: Record<string, unknown>) => void) | undefined;

  constructor(queue: UpdateQueue, clock: Clock, firstPauseMs: number) {
    this.#queue = queue;
    this.#clock = clock;
    this.#firstPause = firstPauseMs;
  }

  get registration(): WebhookRegistration | undefined {
    return this.#registration;
  }

  register(registration: WebhookRegistration): void {
    this.#registration = registration;
    this.lastError = undefined;
    this.#queue.onArrival = () => this.#pump();
    this.#busy.clear();
    this.#pump();
  }

  remove(): void {
    this.#registration = undefined;
    this.#queue.onArrival = undefined;
    this.#busy.clear();
  }

  #pump(): void {
    const to = this.#registration;
    if (to === undefined) return;
    for (const update of this.#queue.pending()) {
      if (this.#underWay >= to.maxConnections) return;
      const lane = laneOf(update);
      if (this.#busy.has(lane)) continue;
      this.#busy.set(lane, { failures: 0 });
      void this.#deliver(to, update, lane, 0);
    }
  }

  async #deliver(to: WebhookRegistration, update: Update, lane: number, failures: number): Promise<void> {
    this.#underWay += 1;
    const outcome = await post(to, update);
    this.#underWay -= 1;
    if (outcome.ok) this.#queue.remove(update.update_id);
    if (this.#registration !== to) return;
    if (outcome.ok) {
      this.#busy.delete(lane);
      if (outcome.reply !== undefined) this.onReply?.(outcome.reply.method, outcome.reply.payload);
      this.#pump();
      return;
    }
    this.lastError = { date: Math.floor(this.#clock.now() / 1000), message: outcome.why };
    const pause = outcome.retryAfterMs ?? Math.min(longestPause, this.#firstPause * 2 ** failures);
    this.#clock.after(pause, () => {
      if (this.#registration !== to) return;
      if (this.#queue.pending().includes(update)) void this.#deliver(to, update, lane, failures + 1);
      else this.#busy.delete(lane);
    });
    this.#pump();
  }
}

type Outcome =
  | { ok: true; reply?: { method: string; payload: Record<string, unknown> } }
  | { ok: false; why: string; retryAfterMs?: number };

async function post(to: WebhookRegistration, update: Update): Promise<Outcome> {
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (to.secret !== '') headers['x-telegram-bot-api-secret-token'] = to.secret;
  try {
    const response = await fetch(to.url, {
      method: 'POST',
      headers,
      body: JSON.stringify(update),
      signal: AbortSignal.timeout(answerWithin),
    });
    const body = await response.text();
    if (response.ok) return replyIn(body);
    const why = `Wrong response from the webhook: ${response.status} ${response.statusText}`;
    const seconds = Number(response.headers.get('retry-after') ?? 0);
    return seconds > 0 ? { ok: false, why, retryAfterMs: seconds * 1000 } : { ok: false, why };
  } catch (error) {
    const timedOut = error instanceof DOMException && error.name === 'TimeoutError';
    return { ok: false, why: timedOut ? 'Read timeout expired' : 'Connection refused' };
  }
}

/** The bot may answer with a call of its own. */
function replyIn(body: string): Outcome {
  try {
    const { method, ...payload } = JSON.parse(body);
    return typeof method === 'string' ? { ok: true, reply: { method, payload } } : { ok: true };
  } catch {
    return { ok: true };
  }
}

function laneOf(update: Update): number {
  const message = update.message ?? update.edited_message ?? update.callback_query?.message;
  return message?.chat.id ?? update.my_chat_member?.chat.id ?? update.chat_member?.chat.id ?? 0;
}
