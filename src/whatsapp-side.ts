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
import { takeWish } from './linking/notes.ts';
import { openWatch } from './linking/watch.ts';
import type { Watch } from './linking/watch.ts';
import { isWalking } from './screens/walking.ts';
import { chatGone, offerIn } from './store/talks.ts';
import { acknowledge } from './store/whatsapp.ts';
import { receiveWhileHeld } from './talks/receiver.ts';
import { startRound } from './talks/rounds.ts';

/** Milliseconds after which a late acknowledgement is looked up: its message may not yet be recorded as being in doubt. */
const lookUps = [0, 5_000, 60_000];
/** Milliseconds between rounds. */
const rounds = { watch: 30_000, wishes: 3_000 };

/**
 * Opens WhatsApp. Only one process holds its device at a time; the others know how it is and wait.
 * @throws {ConfigError} if there is no browser for it.
 */
export async function openWhatsappSide(side: {
  whatsapp: NonNullable<Config['whatsapp']>;
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
  const { chromium: path, programs } = side.whatsapp;
  const chromium = findChromium({ ...programs, ...(path !== undefined && { CHROMIUM_PATH: path }) });
  const device = openDevice({
    dataDir: side.dataDir,
    chromium,
    timeZone,
    log,
    now: () => now().getTime(),
    ...side.device,
  });
  const row: { id?: number; watch?: Watch } = {};
  const noted = (work: Promise<unknown>) =>
    void work.catch((error: unknown) => log.warn({ err: error }, 'what WhatsApp told could not be noted'));
  // One after another: a state must not be told after the one that followed it.
  let telling: Promise<void> = Promise.resolve();
  const tell = (state: DeviceState) => {
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
  const held = withDevice(gateway, device);
  const receiver = await receiveWhileHeld({ store, channel: held, id, holder: randomUUID(), receive, log });
  const carryOut = async () => {
    const wish = await takeWish(birge);
    if (wish.is === 'qr')
      await (device.state().is === 'waiting' ? device.showQrAgain().then(() => codes.again()) : codes.again());
    if (wish.is === 'code') await device.pairingCode(wish.phone);
    if (wish.is === 'unlink') await device.unlink();
  };
  const work = [
    startRound('whatsapp watch', rounds.watch, async () => (held.holds() ? row.watch?.round() : undefined), log),
    startRound('whatsapp wishes', rounds.wishes, () => (held.holds() ? carryOut() : Promise.resolve()), log),
  ];
  return {
    async stop() {
      await Promise.all(work.map((round) => round.stop()));
      await receiver.stop();
      await telling;
    },
  };
}

/** The channel as its receiver starts and stops it: with the device behind it. */
function withDevice(gateway: Channel, device: Device): Channel & { holds(): boolean } {
  let holding = false;
  return {
    ...gateway,
    holds: () => holding,
    async start(receive) {
      await gateway.start(receive);
      await device.start();
      holding = true;
    },
    async stop() {
      holding = false;
      await device.stop();
      await gateway.stop();
    },
  };
}
