import type { DeviceState } from '../channels/whatsapp/wire.ts';
import type { Birge } from '../context.ts';
import type { Codes } from './codes.ts';
import { takeWish } from './notes.ts';

/** The device as far as administrators have wishes of it. */
export interface Linkable {
  state(): DeviceState;
  pairingCode(phone: string): Promise<unknown>;
  showQrAgain(): Promise<void>;
  unlink(): Promise<void>;
}

/** Does what an administrator wants of the device, if anything; throws if the device could not do it. */
export async function carryOutWish(birge: Birge, device: Linkable, codes: Pick<Codes, 'again'>): Promise<void> {
  const wish = await takeWish(birge);
  switch (wish.is) {
    case 'qr':
      if (device.state().is === 'waiting') await device.showQrAgain();
      return codes.again();
    case 'code':
      await device.pairingCode(wish.phone).catch(async (error: unknown) => {
        // Nobody should wait for a code that does not come: there still is the other way.
        await codes.again();
        throw error;
      });
      return;
    case 'unlink':
      return device.unlink();
    case 'none':
      return;
  }
}
