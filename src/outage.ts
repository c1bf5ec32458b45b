import type { Api } from 'grammy';
import type { Incoming, Receive } from './channels/channel.ts';
import type { Birge } from './context.ts';
import { put } from './screens/put.ts';
import { toInbox } from './talks/address.ts';

/** Receives as `receive` does; while nothing can be stored, each private chat hears so once. The error still goes on: what
 * is not stored must not be confirmed. */
export function tellingOfOutages(birge: Birge, api: Api, receive: Receive): Receive {
  const told = new Set<string>();
  return async (arrived) => {
    try {
      await receive(arrived);
      told.clear();
    } catch (error) {
      for (const incoming of arrived) await tell(birge, api, incoming, told);
      throw error;
    }
  };
}

async function tell(birge: Birge, api: Api, incoming: Incoming, told: Set<string>): Promise<void> {
  const update = toInbox(incoming);
  if (update === undefined || update.chatKind !== 'private' || told.has(update.chat)) return;
  told.add(update.chat);
  // The database knows the person's language and is away: Telegram's own setting is the next best.
  await put(api, update.chat, { text: birge.say(update.language ?? 'kk')('not-saved') }).catch(() => 0);
}
