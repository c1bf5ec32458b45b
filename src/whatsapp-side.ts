import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { RunningBirge } from './birge.ts';
import type { Channel } from './channels/channel.ts';
import { findChromium } from './channels/whatsapp/device/chromium.ts';
import { openDevice } from './channels/whatsapp/device/device.ts';
import type { Device, DeviceOptions } from './channels/whatsapp/device/device.ts';
import { createWhatsappChannel, me } from './channels/whatsapp/whatsapp-channel.ts';
import type { DeviceState } from './channels/whatsapp/wire.ts';
import type { Config } from './config.ts';
import { openCodes } from './linking/codes.ts';
import { forgetOldWish } from './linking/notes.ts';
import { openWatch } from './linking/watch.ts';
import type { Watch } from './linking/watch.ts';
import { carryOutWish } from './linking/wishes.ts';
import { tellingOfOutages } from './outage.ts';
import { isWalking } from './screens/walking.ts';
import { chatGone, offerIn } from './store/talks.ts';
import { acknowledge } from './store/whatsapp.ts';
import { receiveWhileHeld } from './talks/receiver.ts';
import { startRound } from './talks/rounds.ts';

/** Milliseconds after which a late acknowledgement is looked up: its message may not yet be recorded as being in doubt. */
const lookUps = [0, 5_000, 60_000];
/** Milliseconds for which answers under way are waited for before the device stops. */
const lastWords = 5_000;
/** Milliseconds between rounds. */
const rounds = { watch: 30_000, wishes: 3_000 };

/**
 * The browser that WhatsApp needs.
 * @throws {NoChromium} if there is none; to be asked before anything is opened.
 */
export const chromiumOf = ({ chromium, programs }: NonNullable<Config['whatsapp']>): string =>
  findChromium({ ...programs, ...(chromium !== undefined && { CHROMIUM_PATH: chromium }) });

/**
 * Opens WhatsApp. Only one process holds its device at a time; the others know how it is and wait.
 */
export async function openWhatsappSide(side: {
  /** The browser's program: see `chromiumOf`. */
  chromium: string;
  dataDir: string;
  birge: RunningBirge;
  log: Logger;
  /** For tests: another page than WhatsApp's, other limits. */
  device?: Pick<DeviceOptions, 'webVersion' | 'limits'>;
  print?: (text: string) => void;
}): Promise<{ stop(): Promise<void> }> {
  const { birge: running, log } = side;
  const { birge, desk } = running;
  const { store, now, timeZone } = birge;
  const device = openDevice({
    dataDir: side.dataDir,
    chromium: side.chromium,
    timeZone,
    log,
    now: () => now().getTime(),
    ...side.device,
  });
  const row: { id?: number; watch?: Watch } = {};
  const place: Place = { held: false, leaving: false };
  const noted = (work: Promise<unknown>) =>
    void work.catch((error: unknown) => log.warn({ err: error }, 'what WhatsApp told could not be noted'));
  // One after another: a state must not be told after the one that followed it.
  let telling: Promise<void> = Promise.resolve();
  const tell = (state: DeviceState) => {
    // Whoever has lost the device does not say how it is: another process does.
    if (!place.held && !place.leaving) return;
    telling = telling
      .then(() => row.watch?.state(state))
      .catch((error: unknown) => log.warn({ err: error }, 'how WhatsApp is could not be told'));
  };
  const gateway = createWhatsappChannel({
    wire: device,
    walks: isWalking,
    words: (language) => ({ write: birge.say(language)('wa-write') }),
    keep: (chat, offer) => {
      if (desk.noteOffer(me.id, chat, offer) || row.id === undefined) return;
      return offerIn(store, row.id, chat, [offer]);
    },
    languageOf: (chat) => desk.talk(me.id, chat)?.person?.language,
    reports: {
      unreached: (chat) => desk.noteUnreached(me.id, chat),
      gone: (chat) => row.id !== undefined && noted(chatGone(store, row.id, chat, now())),
      acknowledged: (message) => row.id !== undefined && noted(acknowledgeSoon(row.id, message)),
      state: tell,
    },
    now: () => now().getTime(),
    log,
  });
  const acknowledgeSoon = async (channel: number, message: number) => {
    for (const wait of lookUps) {
      await pause(wait, undefined, { ref: false });
      if (await acknowledge(store, channel, message, now())) return;
    }
  };
  const { id, receive } = await running.attach(gateway);
  row.id = id;
  const codes = openCodes(birge, running.apis);
  const print = side.print ?? ((text: string) => void process.stdout.write(text));
  row.watch = openWatch({ birge, channel: id, codes, state: () => device.state(), print });
  const api = running.apis.get(id);
  const heard = api ? tellingOfOutages(birge, api, receive) : receive;
  // Whoever is being answered still hears it, but nobody waits long for that.
  const settled = () => Promise.race([desk.settled(), pause(lastWords, undefined, { ref: false })]);
  const held = withDevice(gateway, device, place, settled);
  const receiver = await receiveWhileHeld({ store, channel: held, id, holder: randomUUID(), receive: heard, log });
  const look = () => (place.held ? row.watch?.round() : forgetOldWish(birge));
  const wish = () => (place.held ? carryOutWish(birge, device, codes) : undefined);
  const work = [
    startRound('whatsapp watch', rounds.watch, async () => look(), log),
    startRound('whatsapp wishes', rounds.wishes, async () => wish(), log),
  ];
  return {
    async stop() {
      place.leaving = true;
      await Promise.all(work.map((round) => round.stop()));
      await receiver.stop();
      await telling;
    },
  };
}

/** Whether this process has the device, and whether it gives it up by itself. */
interface Place {
  held: boolean;
  leaving: boolean;
}

/** The channel as its receiver starts and stops it: with the device behind it. */
function withDevice(gateway: Channel, device: Device, place: Place, settled: () => Promise<void>): Channel {
  return {
    ...gateway,
    async start(receive) {
      await gateway.start(receive);
      place.held = true;
      await device.start();
    },
    async stop() {
      place.held = false;
      await gateway.stop();
      await settled();
      await device.stop();
    },
  };
}
