import type { Client } from 'whatsapp-web.js';
import type { Ending, SessionListeners } from './heard.ts';
import type { DeviceLimits } from './limits.ts';
import { memoryOf } from './memory.ts';
import { lastNight } from './night.ts';
import { readPulse, refreshQr } from './page.ts';
import { within } from './within.ts';

/** Looks after a browser: nothing tells us when a page stops answering, a QR expires, or the link is never made. */
export interface Watch {
  /** The page is there. */
  loaded(): void;
  /** It gets on: the time until it must be linked counts from now. */
  progress(): void;
  /** It shows a QR. */
  waits(): void;
  linked(): void;
  /** WhatsApp's own word for its connection. */
  state(state: string): void;
  stop(): void;
}

interface WatchOptions {
  limits: DeviceLimits;
  now: () => number;
  timeZone: string;
  idle(): boolean;
  byCode(): boolean;
}

/** `end` is called with the reason when the browser should be given up. */
export function watchSession(
  client: Client,
  { limits, now, timeZone, idle, byCode }: WatchOptions,
  end: (ending: Ending) => void,
  listeners: Pick<SessionListeners, 'connected'>,
): Watch {
  const begun = now();
  let phase: 'loading' | 'waiting' | 'linked' = 'loading';
  let since = performance.now();
  let away: number | undefined;
  let silent = 0;
  let rounds: NodeJS.Timeout | undefined;
  let stopped = false;

  const enter = (next: typeof phase) => {
    phase = next;
    since = performance.now();
  };
  const lost = (why: string) => end({ because: 'lost', why });

  function heard(state: string): void {
    if (phase !== 'linked') return;
    const connected = state === 'CONNECTED';
    if (connected === (away === undefined)) return;
    away = connected ? undefined : performance.now();
    listeners.connected(connected);
  }

  async function round(): Promise<void> {
    if (phase === 'loading' && performance.now() - since > limits.ready)
      return lost('WhatsApp Web shows no QR and does not come in');
    let pulse;
    try {
      pulse = await within(limits.answer, readPulse(client), 'the state of WhatsApp Web');
      silent = 0;
    } catch {
      silent += 1;
      // Once is a page that is being loaded anew.
      if (silent > 1) lost('the page does not answer');
      return;
    }
    if (phase === 'waiting' && pulse.state === 'UNPAIRED_IDLE' && !byCode())
      await within(limits.answer, refreshQr(client), 'a new QR');
    // A page that was loaded anew must come in again.
    if (phase === 'linked' && !pulse.prepared) enter('loading');
    heard(pulse.state);
    if (away !== undefined && performance.now() - away > limits.offline) lost('no connection to WhatsApp');
    await needsRestart();
  }

  async function needsRestart(): Promise<void> {
    if (!idle()) return;
    if (phase === 'linked' && lastNight(now(), timeZone) > begun)
      return end({ because: 'restart', why: 'the nightly restart' });
    const pid = client.pupBrowser?.process()?.pid;
    const used = pid === undefined ? undefined : await memoryOf(pid);
    if (used !== undefined && used > limits.memoryMb)
      end({ because: 'restart', why: `the browser had grown to ${Math.round(used)} MB` });
  }

  const next = () => {
    if (!stopped)
      rounds = setTimeout(() => {
        void round()
          .catch(() => undefined)
          .finally(next);
      }, limits.round);
  };

  return {
    loaded() {
      if (phase === 'loading') since = performance.now();
      next();
    },
    progress() {
      if (phase !== 'linked') enter('loading');
    },
    waits: () => enter('waiting'),
    linked() {
      // A page that was loaded anew is connected until it says otherwise.
      if (phase !== 'linked' && away !== undefined) {
        away = undefined;
        listeners.connected(true);
      }
      enter('linked');
    },
    state: heard,
    stop() {
      stopped = true;
      clearTimeout(rounds);
    },
  };
}
