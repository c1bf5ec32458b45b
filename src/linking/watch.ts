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
  /** The device has changed. What could not be stored is told again by the next round. */
  state(now: DeviceState): Promise<void>;
  /** Regular work, every half minute: keeps the note fresh, tells of what has lasted too long. */
  round(): Promise<void>;
}

/** @param print where codes are written for whoever sits at the terminal. */
export function openWatch(options: {
  birge: Birge;
  /** The account's row in `channels`. */
  channel: number;
  codes: Codes;
  state(): DeviceState;
  print(text: string): void;
}): Watch {
  const { birge, channel, codes, print } = options;
  let printedQr: string | undefined;
  let shownQr: string | undefined;
  let toldCode: string | undefined;
  let left = printed;
  /** Since when it is neither linked nor waiting for somebody; undefined: it is all right. */
  let awaySince: number | undefined;
  let toldAway = false;
  /** What could not be told, because nothing could be stored. */
  let untold: DeviceState | undefined;

  async function waits({ qr, pairingCode }: Extract<DeviceState, { is: 'waiting' }>): Promise<void> {
    if (pairingCode !== undefined) {
      if (pairingCode === toldCode) return;
      print(`\nWhatsApp: type ${pairingCode} on the phone (Linked devices, Link with phone number)\n\n`);
      toldCode = pairingCode;
      return codes.tell(pairingCode);
    }
    toldCode = undefined;
    if (qr !== printedQr) {
      printedQr = qr;
      if (left > 0) print(`\nWhatsApp: scan this with the phone (Linked devices)\n${await qrInTerminal(qr)}\n`);
      left -= 1;
    }
    if (qr === shownQr) return;
    await codes.show(qr);
    shownQr = qr;
  }

  async function linked({ number, since }: Extract<DeviceState, { is: 'linked' }>): Promise<void> {
    left = printed;
    await noteNumber(birge.store, channel, number, birge.now());
    await codes.end(true);
    if (toldAway) await alert(birge, 'back', String(since));
    toldAway = false;
  }

  async function tell(now: DeviceState): Promise<void> {
    await noteDevice(birge, now);
    if (now.is === 'waiting') return waits(now);
    shownQr = undefined;
    if (now.is === 'linked') await linked(now);
    if (now.is === 'logged-out') await alert(birge, 'logged-out', String(now.since));
  }

  async function state(now: DeviceState): Promise<void> {
    // How long it is away is counted also while nothing can be stored.
    const fine = now.is === 'linked' || now.is === 'waiting' || now.is === 'stopped';
    awaySince = fine ? undefined : (awaySince ?? now.since);
    untold = now;
    await tell(now);
    if (untold === now) untold = undefined;
  }

  return {
    state,
    async round() {
      const now = options.state();
      if (untold) await state(untold);
      else await noteDevice(birge, now);
      if (awaySince !== undefined && !toldAway && birge.now().getTime() - awaySince > patience) {
        await alert(birge, 'away', String(awaySince), now.is === 'lost' ? now.why : '');
        toldAway = true;
      }
      const brake = await readBrake(birge.store, channel);
      if (brake !== null && brake.stoppedAt !== null) await alert(birge, 'stopped', brake.stoppedAt, brake.why ?? '');
    },
  };
}
