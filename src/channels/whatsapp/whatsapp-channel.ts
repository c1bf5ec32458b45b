import { setTimeout as pause } from 'node:timers/promises';
import type { UserFromGetMe } from 'grammy/types';
import type { Logger } from 'pino';
import type { Channel, Incoming, Offer, Receive } from '../channel.ts';
import type { Language } from '../language-guess.ts';
import { privateArrival } from './arrival.ts';
import { replies, sendTo, tries } from './deliver.ts';
import type { DeliveryReports } from './deliver.ts';
import { createGateway } from './gateway.ts';
import { groupArrival, groupChange, mayConcernUs } from './group-arrival.ts';
import { chatIds } from './groups.ts';
import { messageNumber } from './ids.ts';
import { createLastSaid } from './last-said.ts';
import type { Walks } from './marked-options.ts';
import type { MethodTools } from './methods/method.ts';
import { understand } from './understand.ts';
import type { ArrivedMessage, DeviceState, Wire } from './wire.ts';

export interface WhatsappReports extends DeliveryReports {
  /** A message of ours, by its number, is with WhatsApp's server; may be told twice, and before its send has answered. */
  acknowledged(message: number): void;
  /** The device's state has changed. */
  state?(now: DeviceState): void;
}

export interface WhatsappOptions {
  /** Not started yet; who starts it may do so as soon as the channel is made. */
  wire: Wire;
  /** Keeps what can be answered under a message that was just said; ends before the call that said it is answered. */
  keep(chat: string, offer: Offer): void | Promise<void>;
  /** The language of the person in a chat, while one is being answered; otherwise it is read from what is said. */
  languageOf(chat: string): Language | undefined;
  /** What is said before words that can be written in place of a button, with its colon. */
  words(language: Language): { write: string };
  /** Whether a button, by its data, only leads on: it is a word and has no number. */
  walks: Walks;
  reports: WhatsappReports;
  /** The time in milliseconds. */
  now(): number;
  log: Logger;
  /** Waits so many milliseconds between tries. */
  pause?(ms: number): Promise<unknown>;
}

/** Bytes of the largest file that is taken. */
const mostBytes = 20 * 1024 * 1024;
/** Milliseconds between tries to tell that a group was joined or left: the device tells it once. */
const groupPauses = [1_000, 5_000, 30_000];

/** The account as the Bot API tells of it. The number behind it may change; talks stay. */
export const me: UserFromGetMe = {
  id: 2,
  is_bot: true,
  first_name: 'Birge',
  username: '',
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

/** WhatsApp on one side, the Bot API on the other. Neither starts nor ends the device. */
export function createWhatsappChannel(options: WhatsappOptions): Channel {
  const { wire, reports, walks, log, now } = options;
  const wait = options.pause ?? ((ms: number) => pause(ms));
  const running = new Set<Promise<unknown>>();
  let receiver: Receive | undefined;

  const take = (incoming: Incoming | undefined): Promise<void> => {
    if (incoming === undefined) return Promise.resolve();
    if (receiver === undefined) return Promise.reject(new Error('nobody receives now'));
    const stored = receiver([incoming]);
    running.add(stored);
    const done = () => void running.delete(stored);
    stored.then(done, done);
    return stored;
  };
  const changed = async (incoming: Incoming | undefined): Promise<void> => {
    for (const next of [...groupPauses, undefined]) {
      try {
        return await take(incoming);
      } catch (error) {
        // Whoever has ended must not be kept alive by it.
        if (next === undefined || receiver === undefined) {
          return log.error({ err: error }, 'that a group was joined or left could not be stored');
        }
        await wait(next);
      }
    }
  };
  wire.on({
    concerns: mayConcernUs,
    message: (arrived) => take(read(arrived, log)),
    acknowledged: (message) => reports.acknowledged(messageNumber(message)),
    group: (change) => void changed(groupChange(change, me, now())),
    state: (state) => reports.state?.(state),
  });

  const ids = chatIds(wire);
  const send = sendTo(wire, ids);
  const download = async (fileId: string): Promise<Uint8Array> => {
    const bytes = await wire.download(fileId);
    if (bytes.length > mostBytes) throw new Error('the file is larger than 20 MB');
    return bytes;
  };
  const shared: Omit<MethodTools, 'post' | 'letters'> = {
    me,
    typing: async (chat) => {
      const id = await ids(chat).catch(() => undefined);
      if (id !== undefined) await wire.typing(id);
    },
    download,
    keep: (chat, offer) => options.keep(chat, offer),
    languageOf: (chat) => options.languageOf(chat),
    words: (language) => options.words(language),
    walks,
    last: createLastSaid(),
    now,
    log,
  };
  return {
    kind: 'whatsapp',
    account: 'whatsapp',
    me,
    fetch: createGateway({ ...shared, post: replies(send, reports, wait), letters: false }),
    once: createGateway({ ...shared, post: tries(send, reports), letters: true }),
    understand: (update, offers) => understand(update, offers, walks),
    ready: () => wire.state().is === 'linked',
    link(code) {
      const state = wire.state();
      return state.is === 'linked' ? `https://wa.me/${state.number}?text=${encodeURIComponent(code)}` : undefined;
    },
    download,
    async start(receive) {
      receiver = receive;
    },
    async stop() {
      receiver = undefined;
      await Promise.allSettled(running);
    },
  };
}

/** What arrived as an update, if it is for Birge. Ids are people's: they are never logged. */
function read(arrived: ArrivedMessage, log: Logger): Incoming | undefined {
  if (arrived.chat.endsWith('@g.us')) return groupArrival(arrived);
  const incoming = privateArrival(arrived);
  if (incoming === undefined) log.warn('a message came from an id of an unknown form and is left');
  return incoming;
}
