import type { Birge } from '../context.ts';
import { enqueue, priorities } from '../store/outbox.ts';
import { administratorChats } from '../store/whatsapp.ts';
import type { AdministratorChat } from '../store/whatsapp.ts';

/** Everybody who hears of the device: administrators, and the chats that the settings name; each chat once. */
export async function administrators(birge: Birge): Promise<AdministratorChat[]> {
  const known = await administratorChats(birge.store, birge.adminChats, birge.now());
  const telegram = [...birge.channels].find(([, { kind }]) => kind === 'telegram')?.[0];
  const named = telegram === undefined ? [] : birge.adminChats;
  const others = named.filter((chat) => !known.some((one) => one.chat === chat && one.channel === telegram));
  return [
    ...known.filter(({ channel }) => birge.channels.has(channel)),
    ...others.map((chat): AdministratorChat => ({ channel: telegram ?? 0, chat, language: 'kk' })),
  ];
}

/** What administrators are told of the device: for five minutes away, back again, unlinked by the phone, stopped by failures. */
export type Alert = 'away' | 'back' | 'logged-out' | 'stopped';

/** Tells them through the outbox; `key` makes it the same alert, said once. `why`: a few words without anything personal. */
export async function alert(birge: Birge, what: Alert, key: string, why = ''): Promise<void> {
  const orders = (await administrators(birge)).map(({ channel, chat }) => ({
    to: { channel, external: chat },
    kind: 'whatsapp-alert',
    key: `${what} ${key} ${chat}`,
    payload: { what, why },
    priority: priorities.notice,
    due: birge.now(),
  }));
  if (orders.length > 0) await enqueue(birge.store, orders, birge.now());
}
