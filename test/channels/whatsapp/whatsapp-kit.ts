import { Api } from 'grammy';
import { pino } from 'pino';
import type { ApiAnswer, Channel, ClientFetch, Incoming, Offer } from '../../../src/channels/channel.ts';
import { createWhatsappChannel } from '../../../src/channels/whatsapp/whatsapp-channel.ts';
import type { WhatsappOptions } from '../../../src/channels/whatsapp/whatsapp-channel.ts';
import { isWalking } from '../../../src/screens/walking.ts';
import { FakeWhatsapp } from '../../support/whatsapp-wire.ts';

export const dana = '77011234567@c.us';
/** Dana's chat on our side. */
export const chat = 77011234567;

export const words = { kk: 'Сөзін жазыңыз:', ru: 'Напишите слово:', en: 'Write the word:' } as const;

/** The gateway over a fake wire; everything it hands over is kept in order, and waiting costs no time. */
export async function openWhatsapp(more: Partial<WhatsappOptions> = {}) {
  const wire = new FakeWhatsapp();
  wire.person(dana);
  const kept: { chat: string; offer: Offer }[] = [];
  const told: string[] = [];
  const logged: string[] = [];
  const pauses: number[] = [];
  const channel = createWhatsappChannel({
    wire,
    keep: (where, offer) => void kept.push({ chat: where, offer }),
    languageOf: () => 'en',
    words: (language) => ({ write: words[language] }),
    walks: isWalking,
    reports: {
      gone: (where) => void told.push(`gone ${where}`),
      unreached: (where) => void told.push(`unreached ${where}`),
      acknowledged: (message) => void told.push(`acknowledged ${message}`),
      state: ({ is }) => void told.push(`state ${is}`),
    },
    now: () => 1_790_000_000_000,
    log: pino({ level: 'warn' }, { write: (line) => void logged.push(line) }),
    pause: async (ms) => {
      pauses.push(ms);
    },
    ...more,
  });
  const arrived: Incoming[] = [];
  const state = { away: false };
  await channel.start(async (incoming) => {
    if (state.away) throw new Error('the store is away');
    arrived.push(...incoming);
  });
  const api = apiOf(channel, channel.fetch);
  const letters = apiOf(channel, channel.once);
  const texts = () => wire.reached.map(({ message }) => message.text);
  return { wire, channel, api, letters, kept, told, logged, pauses, arrived, state, texts };
}

function apiOf(channel: Channel, fetch: ClientFetch): Api {
  return new Api(`${channel.me.id}:whatsapp`, {
    fetch: fetch as NonNullable<ConstructorParameters<typeof Api>[1]>['fetch'],
  });
}

/** One call as grammY's client makes it, with its answer. */
export async function call(fetch: ClientFetch, method: string, payload: object): Promise<ApiAnswer> {
  const answered = await fetch(`https://api.telegram.org/bot2:whatsapp/${method}`, {
    method: 'POST',
    body: JSON.stringify(payload),
  });
  return answered.json();
}
