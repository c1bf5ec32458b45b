import type { DeviceState } from '../channels/whatsapp/wire.ts';
import type { Birge } from '../context.ts';
import { noteNumber, readBrake } from '../store/whatsapp.ts';
import { alert } from './administrators.ts';
import type { Codes } from './codes.ts';
import { noteDevice } from './notes.ts';
import { qrInTerminal } from './qr.ts';

/** Milliseconds away after which administrators hear of it. */
const patience = 5 * 60_000;
/** QR codes that are printed after each start. */
const printed = 10;

/** Watches over the device and tells whoever has to do something. */
export interface Watch {
  /** The device has changed. */
  state(now: DeviceState): Promise<void>;
  /** Regular work, every half minute: keeps the note fresh, tells of what has lasted too long. */
  round(): Promise<void>;
}

/** @param print where a QR is written for whoever sits at the terminal. */
export function openWatch(options: {
  birge: Birge;
  /** The account's row in `channels`. */
  channel: number;
  codes: Codes;
  state(): DeviceState;
  print(text: string): void;
}): Watch {
  const { birge, channel, codes, print } = options;
  let qr: string | undefined;
  let pairingCode: string | undefined;
  let left = printed;
  /** Since when it is neither linked nor waiting for somebody; undefined: it is all right. */
  let awaySince: number | undefined;
  let told = false;

  async function waits(now: Extract<DeviceState, { is: 'waiting' }>): Promise<void> {
    if (now.pairingCode !== undefined && now.pairingCode !== pairingCode) await codes.tell(now.pairingCode);
    pairingCode = now.pairingCode;
    if (now.qr === qr || now.pairingCode !== undefined) return;
    qr = now.qr;
    if (left > 0) print(`\nWhatsApp: scan this with the phone (Linked devices)\n${await qrInTerminal(now.qr)}\n`);
    left -= 1;
    await codes.show(now.qr);
  }

  return {
    async state(now) {
      await noteDevice(birge, now);
      const fine = now.is === 'linked' || now.is === 'waiting' || now.is === 'stopped';
      awaySince = fine ? undefined : (awaySince ?? now.since);
      if (now.is === 'waiting') return waits(now);
      qr = undefined;
      if (now.is === 'linked') {
        left = printed;
        await noteNumber(birge.store, channel, now.number, birge.now());
        await codes.end(true);
        if (told) await alert(birge, 'back', String(now.since));
        told = false;
      }
      if (now.is === 'logged-out') await alert(birge, 'logged-out', String(now.since));
    },
    async round() {
      const now = options.state();
      await noteDevice(birge, now);
      if (awaySince !== undefined && !told && birge.now().getTime() - awaySince > patience) {
        told = true;
        await alert(birge, 'away', String(awaySince), now.is === 'lost' ? now.why : '');
      }
      const brake = await readBrake(birge.store, channel);
      if (brake !== null && brake.stoppedAt !== null) await alert(birge, 'stopped', brake.stoppedAt, brake.why ?? '');
    },
  };
}
