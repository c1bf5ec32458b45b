import type { ServedDouble } from '../../test/support/double/serve.ts';
import { TelegramDouble } from '../../test/support/double/telegram-double.ts';

/** What became of one message for each of so many people. */
export interface Tally {
  people: number;
  /** Nothing came; to which chats. */
  lost: number;
  missing: number[];
  /** It came more than once. */
  twice: number;
  /** Calls refused with 429, and all calls that send. */
  refused: number;
  calls: number;
  /** Messages a second, from the first that was taken to the last. */
  rate: number;
}

const firstChat = 1_000_000_001;

/** A Telegram of its own for whoever is measured: served over HTTP, as slow and as strict as the real one. */
export class Telegram {
  readonly people: number;
  readonly #double: TelegramDouble;
  readonly #served: ServedDouble;

  private constructor(people: number, double: TelegramDouble, served: ServedDouble) {
    this.people = people;
    this.#double = double;
    this.#served = served;
  }

  static async open(people: number): Promise<Telegram> {
    const double = new TelegramDouble({ latency: 150 });
    const served = await double.listen();
    for (const chat of chatsOf(people)) double.state.openPrivate({ id: chat, is_bot: false, first_name: 'Дана' });
    return new Telegram(people, double, served);
  }

  /** Where it is and by which token it is called. */
  get address(): { TELEGRAM_API_ROOT: string; TELEGRAM_BOT_TOKEN: string } {
    return { TELEGRAM_API_ROOT: this.#served.root, TELEGRAM_BOT_TOKEN: this.#double.token };
  }

  /** Messages taken so far. */
  get taken(): number {
    return this.#sends().filter(({ code }) => code === 200).length;
  }

  get account(): string {
    return String(this.#double.me.id);
  }

  /** Resolves with true when so many messages were taken, with false when none has come for so long (milliseconds). */
  async took(messages: number, patience: number): Promise<boolean> {
    for (let last = { taken: -1, at: performance.now() }; ;) {
      const taken = this.taken;
      if (taken >= messages) return true;
      if (taken > last.taken) last = { taken, at: performance.now() };
      if (performance.now() - last.at > patience) return false;
      // Short, because somebody may be killed at this moment.
      await new Promise((again) => setTimeout(again, 10));
    }
  }

  /** What everybody has got until now. */
  tally(): Tally {
    const chats = chatsOf(this.people);
    const receivedIn = (chat: number): number => this.#double.state.chats.find(chat)?.messages.size ?? 0;
    const missing = chats.filter((chat) => receivedIn(chat) === 0);
    const sends = this.#sends();
    const moments = sends.filter(({ code }) => code === 200).map(({ at, ms }) => at + ms);
    const seconds = (Math.max(...moments) - Math.min(...moments)) / 1000;
    return {
      people: this.people,
      lost: missing.length,
      missing,
      twice: chats.filter((chat) => receivedIn(chat) > 1).length,
      refused: sends.filter(({ code }) => code === 429).length,
      calls: sends.length,
      rate: (moments.length - 1) / seconds,
    };
  }

  close(): Promise<void> {
    return this.#served.close();
  }

  #sends() {
    return this.#double.sent.filter(({ method }) => method === 'sendMessage');
  }
}

/** The chats of that many people. */
export const chatsOf = (people: number): number[] => Array.from({ length: people }, (_, index) => firstChat + index);
