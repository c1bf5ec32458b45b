import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { type Device, type DeviceOptions, openDevice } from '../../../src/channels/whatsapp/device/device.ts';
import type { ArrivedMessage, DeviceState, WireListeners } from '../../../src/channels/whatsapp/wire.ts';
import { chromiumProgram } from './chromium.ts';
import { serveWhatsApp, type WhatsAppServer } from './server.ts';
import { writeStubPage } from './stub-page.ts';

/** Short, so that a test need not wait; long enough for two busy cores. */
const limits: DeviceOptions['limits'] = {
  initialize: 15_000,
  ready: 15_000,
  round: 100,
  answer: 5000,
  firstPause: 50,
  longestPause: 400,
  steady: 60_000,
  close: 5000,
  giveAgain: 30,
  giveAgainAtMost: 100,
};

/** A device, WhatsApp's server, and all the device has told. */
export interface Scene {
  device: Device;
  server: WhatsAppServer;
  /** The data folder of Birge. */
  dataDir: string;
  /** The browser's program, and the folder with the stub page. */
  chromium: string;
  cache: string;
  states: DeviceState[];
  arrived: ArrivedMessage[];
  acknowledged: string[];
  groups: Parameters<WireListeners['group']>[0][];
  /** Which messages are not stored; none in the beginning. */
  refuse: { texts: string[] };
  /** What is for us at all; everything unless said. */
  concerns: { decide: (arrived: ArrivedMessage) => boolean };
  /** Waits until the device has this state. */
  is<K extends DeviceState['is']>(state: K): Promise<Extract<DeviceState, { is: K }>>;
  /** Starts, shows a QR and is linked. */
  link(): Promise<void>;
  /** Ends everything. Throws if the page had to complain: a module nobody knows, an error nobody caught. */
  close(): Promise<void>;
}

/**
 * The device is made, but not started.
 * @param options `args`: of the browser; `bare`: WhatsApp's own address and not the stub; `page`: another page than the
 * stub; the rest goes to the device
 */
export async function openScene(
  options: Partial<DeviceOptions> & { args?: string[]; bare?: boolean; page?: string } = {},
): Promise<Scene> {
  const { args, bare, page: other, limits: own, ...given } = options;
  const folder = await mkdtemp(join(tmpdir(), 'birge-whatsapp-'));
  const server = await serveWhatsApp();
  const page = await writeStubPage(join(folder, 'page'), server.address, other);
  const chromium = await chromiumProgram(folder, args);
  const dataDir = join(folder, 'data');
  const device = openDevice({
    dataDir,
    chromium,
    timeZone: 'Asia/Almaty',
    log: pino({ level: process.env['WHATSAPP_LOG'] ?? 'silent' }),
    now: Date.now,
    ...(bare !== true && { webVersion: page }),
    ...given,
    limits: { ...limits, ...own },
  });
  const heard = {
    states: [] as DeviceState[],
    arrived: [] as ArrivedMessage[],
    acknowledged: [] as string[],
    groups: [] as Scene['groups'],
    refuse: { texts: [] as string[] },
    concerns: { decide: (): boolean => true } as Scene['concerns'],
  };
  device.on({
    concerns: (message) => heard.concerns.decide(message),
    async message(message) {
      if (heard.refuse.texts.includes(message.text)) throw new Error('the store is away');
      heard.arrived.push(message);
    },
    acknowledged: (id) => void heard.acknowledged.push(id),
    group: (change) => void heard.groups.push(change),
    state: (state) => void heard.states.push(state),
  });
  const is: Scene['is'] = async (wanted) => {
    await until(
      () => device.state().is === wanted,
      () => `${wanted}, but it is ${JSON.stringify(device.state())}`,
    );
    return device.state() as Awaited<ReturnType<typeof is<typeof wanted>>>;
  };
  return {
    device,
    server,
    dataDir,
    chromium,
    cache: page.cache,
    ...heard,
    is,
    async link() {
      await device.start();
      await is('waiting');
      server.pair();
      await is('linked');
    },
    async close() {
      await device.stop();
      await server.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
      if (server.complaints.length > 0) throw new Error(`the page complains: ${server.complaints.join('; ')}`);
    },
  };
}

/** Waits until something holds; throws with what was waited for after ten seconds. */
export async function until(holds: () => boolean, what: () => string): Promise<void> {
  for (const end = performance.now() + 10_000; !holds();) {
    if (performance.now() > end) throw new Error(`waited in vain for ${what()}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
