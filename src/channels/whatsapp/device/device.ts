import { chmod, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Wire } from '../wire.ts';
import type { Ending } from './heard.ts';
import { type DeviceLimits, usualLimits } from './limits.ts';
import { userDataIn } from './library.ts';
import { openLinkedAt } from './linked-at.ts';
import { openLine } from './line.ts';
import { memoryOf } from './memory.ts';
import { endOrphans } from './orphan.ts';
import { logOut, pageWentAway } from './page.ts';
import { beginSession, type Session } from './session.ts';

/** The account's device: a browser with WhatsApp Web that is linked like a second phone. */
export interface Device extends Wire {
  /** Starts it and keeps it going, whatever happens to the browser. Resolves at once; `state` tells how it gets on. */
  start(): Promise<void>;
  /** Ends the browser and everything that waits. It can be started again. */
  stop(): Promise<void>;
  /**
   * A code that is typed in on the phone instead of scanning the QR.
   * @param phone the account's number, digits only, with the country's code
   * @throws {Error} if it does not wait to be linked, or WhatsApp gives no code.
   */
  pairingCode(phone: string): Promise<string>;
  /** Takes the pairing code back and shows a QR again. */
  showQrAgain(): Promise<void>;
  /** Removes this device from the account; a new QR follows. Throws if it is not linked. */
  unlink(): Promise<void>;
  /** Megabytes of the browser's processes; undefined if none runs or the system does not tell. */
  memory(): Promise<number | undefined>;
}

export interface DeviceOptions {
  /** Birge's data folder; the login lies in `whatsapp` in it and is as good as the account itself. */
  dataDir: string;
  /** The browser's program: see `findChromium`. */
  chromium: string;
  /** IANA name; the nightly restart is at 04:00 there. */
  timeZone: string;
  log: Logger;
  /** Unix milliseconds. */
  now: () => number;
  limits?: Partial<DeviceLimits>;
  /** For tests: takes the page from `<cache>/<version>.html`. */
  webVersion?: { version: string; cache: string };
}

/** A device that has not been started; nothing is loaded yet. */
export function openDevice(options: DeviceOptions): Device {
  const limits: DeviceLimits = { ...usualLimits, ...options.limits };
  const { log, now } = options;
  const login = join(options.dataDir, 'whatsapp');
  const linkedAt = openLinkedAt(join(login, 'linked-at'));
  const line = openLine({ log, now, limits, linkedAt });
  let running: { end: AbortController; over: Promise<void> } | undefined;
  let session: Session | undefined;

  /** One browser from start to end. */
  async function once(end: AbortSignal): Promise<Ending> {
    await mkdir(login, { recursive: true, mode: 0o700 });
    // It may come from a copy that had forgotten who may read it.
    await chmod(login, 0o700);
    const ended = await endOrphans(userDataIn(login));
    if (ended.length > 0) log.warn({ browsers: ended.length }, 'a browser was left over and has been ended');
    const { chromium, webVersion, timeZone } = options;
    const opened = await beginSession(
      { login, chromium, webVersion, timeZone, limits, log, now, ...line.asks },
      line.hears,
    );
    session = opened;
    const give = () => opened.end({ because: 'lost', why: 'stopped' });
    end.addEventListener('abort', give, { once: true });
    if (end.aborted) give();
    const ending = await opened.over;
    end.removeEventListener('abort', give);
    session = undefined;
    line.ended(end.aborted ? undefined : ending);
    await opened.close();
    return ending;
  }

  async function keepGoing(end: AbortSignal): Promise<void> {
    let pause = limits.firstPause;
    while (!end.aborted) {
      const begun = performance.now();
      const ending = await once(end).catch((error: unknown) => {
        log.error({ err: error }, 'the WhatsApp device could not be started');
        const ending: Ending = { because: 'lost', why: 'the browser could not be started' };
        line.ended(ending);
        return ending;
      });
      if (end.aborted) break;
      const wasSteady = performance.now() - begun > limits.steady;
      if (wasSteady) pause = limits.firstPause;
      log.info(
        { because: ending.because, why: ending.why },
        'the WhatsApp browser has ended and will be started again',
      );
      if (ending.because === 'logged-out') await forgetLogin();
      if (ending.because === 'restart' && wasSteady) continue;
      await sleep(pause, undefined, { signal: end }).catch(() => undefined);
      pause = Math.min(pause * 2, limits.longestPause);
    }
  }

  /** What the phone has removed can not come back; a new one is linked in a clean browser. */
  async function forgetLogin(): Promise<void> {
    line.groups.forget();
    await linkedAt.forget();
    await rm(userDataIn(login), { recursive: true, force: true, maxRetries: 5 }).catch((error: unknown) =>
      log.error({ err: error }, 'the login that was removed on the phone could not be deleted'),
    );
  }

  const whileWaiting = (): Session => {
    if (!session || line.state().is !== 'waiting') throw new Error('WhatsApp does not wait to be linked');
    return session;
  };

  return {
    ...line.wire,
    async start() {
      if (running && !running.end.signal.aborted) return;
      await running?.over;
      const end = new AbortController();
      line.open();
      running = { end, over: keepGoing(end.signal) };
    },
    async stop() {
      const ending = running;
      if (!ending) return;
      ending.end.abort();
      line.close();
      await ending.over;
      if (running !== ending) return;
      running = undefined;
      line.tell({ is: 'stopped' });
    },
    async pairingCode(phone) {
      return line.asked(whileWaiting().loaded.client.requestPairingCode(phone), 'a pairing code');
    },
    async showQrAgain() {
      await line.asked(whileWaiting().loaded.client.cancelPairingCode(), 'a QR');
      line.codeTakenBack();
    },
    async unlink() {
      const linked = session;
      if (!linked || line.state().is !== 'linked') throw new Error('WhatsApp is not linked');
      await line.asked(logOut(linked.loaded.client), 'the removal of the device').catch((error: unknown) => {
        if (!pageWentAway(error)) throw error;
      });
      linked.end({ because: 'logged-out', why: 'unlinked by us' });
    },
    async memory() {
      const pid = session?.loaded.client.pupBrowser?.process()?.pid;
      return pid === undefined ? undefined : memoryOf(pid);
    },
  };
}
