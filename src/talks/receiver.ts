import type { Logger } from 'pino';
import type { Channel, Receive } from '../channels/channel.ts';
import type { Store } from '../store/store.ts';
import { holdChannel, leaveChannel } from '../store/talks.ts';
import { startRound } from './rounds.ts';
import type { Round } from './rounds.ts';

/** A third of the lease: two rounds may fail before another process takes over. */
const pause = 10_000;

/** Receives from an account while this process holds it; at most one process at a time does. */
export async function receiveWhileHeld(options: {
  store: Store;
  channel: Channel;
  id: number;
  holder: string;
  receive: Receive;
  log: Logger;
}): Promise<Round> {
  const { store, channel, id, holder, receive, log } = options;
  let receiving = false;
  const hold = async () => {
    const mine = await holdChannel(store, id, holder);
    if (mine === receiving) return;
    if (mine) await begin();
    else await channel.stop();
    receiving = mine;
  };
  // Who holds an account and can not receive must let others try.
  const begin = () =>
    channel.start(receive).catch(async (error: unknown) => {
      await leaveChannel(store, id, holder);
      throw error;
    });
  await hold();
  const round = startRound(`receiver of ${channel.kind}`, pause, hold, log);
  return {
    async stop() {
      await round.stop();
      if (!receiving) return;
      await channel.stop();
      await leaveChannel(store, id, holder).catch((error: unknown) =>
        log.warn({ err: error }, 'the account stays held'),
      );
    },
  };
}
