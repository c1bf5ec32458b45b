import type { ApiAnswer, ClientFetch } from '../../src/channels/channel.ts';
import type { Send } from '../../src/channels/telegram/wire.ts';
import { me, question } from './updates.ts';

/**
 * The cheapest Bot API there can be, the same for every contender: it reads no call and answers at once, a sent message
 * with one as long as Telegram's own. It runs in the measured process; `main.ts` says how little that costs.
 */
export class BotApi {
  /** When the last message was sent (milliseconds of `performance.now`). */
  sentAt = 0;
  /** Calls so far. */
  calls = 0;
  readonly #sent: ApiAnswer = { ok: true, result: question(1_000_000_001) };
  readonly #waiting = new Map<string, () => void>();

  /** For grammY's client. */
  readonly fetch: ClientFetch = async (url, init) => {
    const answer = this.answer(methodIn(String(url)), String(init.body ?? ''));
    return { json: async () => answer };
  };

  /** For our own channel, which asks like `fetch`. */
  readonly send: Send = async (url, init) => {
    const answer = this.answer(methodIn(url), String(init.body ?? ''));
    return { ok: true, status: 200, json: async () => answer, arrayBuffer: async () => new ArrayBuffer(0) };
  };

  /** Takes a call as its method and JSON. */
  answer(method: string, body: string): ApiAnswer {
    this.calls += 1;
    if (method === 'getMe') return { ok: true, result: me };
    if (method !== 'sendMessage') return { ok: true, result: true };
    this.sentAt = performance.now();
    if (this.#waiting.size > 0) {
      const chat = /"chat_id":(\d+)/.exec(body)?.[1] ?? '';
      const tell = this.#waiting.get(chat);
      this.#waiting.delete(chat);
      tell?.();
    }
    return this.#sent;
  }

  /** Resolves when a message is sent to this chat. */
  nextMessageTo(chat: number): Promise<void> {
    return new Promise((resolve) => this.#waiting.set(String(chat), resolve));
  }
}

const methodIn = (url: string): string => url.slice(url.lastIndexOf('/') + 1);
