import type { Hono } from 'hono';
import type { Logger } from 'pino';
import type { RunningBirge } from './birge.ts';
import type { ChannelKind } from './channels/channel.ts';
import { openTelegram, TelegramUnavailable } from './channels/telegram/channel.ts';
import type { TelegramChannel } from './channels/telegram/channel.ts';
import type { Config } from './config.ts';
import { tellingOfOutages } from './outage.ts';
import { chatGone, chatMoved } from './store/talks.ts';
import { receiveWhileHeld } from './talks/receiver.ts';
import type { Round } from './talks/rounds.ts';

/** How Telegram is doing, for the greeting. */
export type TelegramState = { is: 'on'; username: string } | { is: 'waiting'; why: string };

export interface TelegramSide {
  /** Resolves when Telegram has answered once, or could not be reached the first time. */
  firstTry: Promise<void>;
  state(): TelegramState;
  stop(): Promise<void>;
}

/** Milliseconds until Telegram is tried again: twice as long after each failure, up to the longest. */
const firstPause = 2_000;
const longestPause = 30_000;

/** Connects to Telegram and goes on trying while it can not be reached; a token that Telegram refuses ends the start. */
export function openTelegramSide(side: {
  telegram: NonNullable<Config['telegram']>;
  birge: RunningBirge;
  holder: string;
  app: Hono;
  /** Where it is told that Telegram is not connected yet, and why. */
  awaited: Map<ChannelKind, string>;
  log: Logger;
}): TelegramSide {
  const { log } = side;
  let state: TelegramState = { is: 'waiting', why: 'connecting' };
  let receiver: Round | undefined;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let pause = firstPause;
  let hooks: Hono | undefined;
  // Telegram may be reached later than the server opens: the path is there from the beginning.
  side.app.all('/telegram', (context) => hooks?.fetch(context.req.raw) ?? context.body(null, 503));
  const connect = async (): Promise<void> => {
    try {
      const { channel, round } = await open(side);
      receiver = round;
      hooks = channel.routes;
      state = { is: 'on', username: channel.me.username };
      side.awaited.delete('telegram');
      if (stopped) await round.stop();
    } catch (error) {
      if (error instanceof TelegramUnavailable && error.final) throw error;
      state = {
        is: 'waiting',
        why: error instanceof TelegramUnavailable ? error.message : 'it could not be connected.',
      };
      side.awaited.set('telegram', state.why);
      log.warn({ err: error, again: pause }, 'Telegram is off for now');
      if (stopped) return;
      const again = () => void connect().catch((late: unknown) => log.error({ err: late }, 'Telegram stays off'));
      timer = setTimeout(again, pause);
      pause = Math.min(longestPause, pause * 2);
    }
  };
  return {
    firstTry: connect(),
    state: () => state,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await receiver?.stop();
    },
  };
}

async function open({
  telegram,
  birge,
  holder,
  log,
}: Parameters<typeof openTelegramSide>[0]): Promise<{ channel: TelegramChannel; round: Round }> {
  const { store, now } = birge.birge;
  const row: { id?: number; me?: number } = {};
  const noted = (work: Promise<void>) =>
    void work.catch((error: unknown) => log.warn({ err: error }, 'a chat could not be marked'));
  const channel = await openTelegram({
    ...telegram,
    reports: {
      unreached: (chat) => birge.desk.noteUnreached(row.me ?? 0, chat),
      gone: (chat) => row.id !== undefined && noted(chatGone(store, row.id, chat, now())),
      moved: (chat, to) => row.id !== undefined && noted(chatMoved(store, row.id, chat, to, now())),
    },
    log,
  });
  row.me = channel.me.id;
  const { id, receive } = await birge.attach(channel);
  row.id = id;
  const api = birge.apis.get(id);
  const telling = api ? tellingOfOutages(birge.birge, api, receive) : receive;
  return { channel, round: await receiveWhileHeld({ store, channel, id, holder, receive: telling, log }) };
}
