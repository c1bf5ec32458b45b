import { z } from 'zod';
import type { DeviceState } from '../channels/whatsapp/wire.ts';
import type { Birge } from '../context.ts';
import { noteTick, readTick } from '../store/obligations.ts';

/*
 * One process holds the WhatsApp device, and an administrator's word may reach any other: how the device is, and what is
 * wanted of it, goes through the database.
 */

const state = 'whatsapp';
const wish = 'whatsapp wish';

/** A state that is older than this, in milliseconds, is nobody's: its process has ended. */
const stale = 180_000;

/** How the device is, as every process can tell it. `away`: no process holds it. */
export interface DeviceNote {
  is: DeviceState['is'] | 'away';
  /** Why it is lost, in a few words. */
  why: string | undefined;
}

/** Notes how the device is; to be repeated at least every minute. */
export async function noteDevice({ store, now }: Birge, device: DeviceState): Promise<void> {
  await noteTick(store, state, { is: device.is, ...(device.is === 'lost' && { why: device.why }) }, now());
}

const noted = z.object({
  is: z.enum(['stopped', 'starting', 'waiting', 'linked', 'lost', 'logged-out']),
  why: z.string().optional(),
});

/** Reads a note, as it stands among the ticks; undefined: there was never a device. */
export function readNote(
  tick: { at: Date; detail: Record<string, unknown> } | undefined,
  now: Date,
): DeviceNote | undefined {
  const read = noted.safeParse(tick?.detail);
  if (tick === undefined || !read.success) return undefined;
  if (now.getTime() - tick.at.getTime() > stale || read.data.is === 'stopped') return { is: 'away', why: undefined };
  return { is: read.data.is, why: read.data.why };
}

/** How the device is now. */
export const readDevice = async ({ store, now }: Birge): Promise<DeviceNote | undefined> =>
  readNote(await readTick(store, state), now());

const wishes = z.discriminatedUnion('is', [
  z.object({ is: z.literal('qr') }),
  z.object({ is: z.literal('code'), phone: z.string() }),
  z.object({ is: z.literal('unlink') }),
  z.object({ is: z.literal('none') }),
]);
/** What an administrator wants of the device: a QR, a code for a number (digits), or to be unlinked. */
export type Wish = z.infer<typeof wishes>;

/** Asks whichever process holds the device for something. */
export async function wishFor({ store, now }: Birge, wanted: Wish): Promise<void> {
  await noteTick(store, wish, wanted, now());
}

/** Empties a wish that nobody has taken in time: it may hold somebody's number. */
export async function forgetOldWish({ store, now }: Birge): Promise<void> {
  const tick = await readTick(store, wish);
  if (tick === undefined || tick.detail['is'] === 'none' || now().getTime() - tick.at.getTime() <= stale) return;
  await noteTick(store, wish, { is: 'none' }, now());
}

/** Takes the wish that was not yet taken, if it is not older than a few minutes. */
export async function takeWish(birge: Birge): Promise<Wish> {
  const tick = await readTick(birge.store, wish);
  const read = wishes.safeParse(tick?.detail);
  if (tick === undefined || !read.success || read.data.is === 'none') return { is: 'none' };
  // Also a number stays nowhere longer than it is needed.
  await noteTick(birge.store, wish, { is: 'none' }, birge.now());
  return birge.now().getTime() - tick.at.getTime() > stale ? { is: 'none' } : read.data;
}
