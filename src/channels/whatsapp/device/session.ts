import type { Client, GroupNotification, Message } from 'whatsapp-web.js';
import type { Logger } from 'pino';
import type { Ending, SessionListeners } from './heard.ts';
import type { DeviceLimits } from './limits.ts';
import { loadClient, type LibraryOptions, type Loaded } from './library.ts';
import { pageWentAway } from './page.ts';
import { scrubbed } from './scrubbed.ts';
import { watchSession } from './watch.ts';
import { TooLong, within } from './within.ts';

/** One browser with one client of the library, from its start to its end. */
export interface Session {
  loaded: Loaded;
  /** Resolves when it is of no use any longer; it must be closed then. Never rejects. */
  over: Promise<Ending>;
  end(ending: Ending): void;
  /** Ends everything, the browser too, in a bounded time; never rejects. */
  close(): Promise<void>;
}

export interface SessionOptions extends Omit<LibraryOptions, 'onBrowser' | 'onUnprepared' | 'pageLimit'> {
  limits: DeviceLimits;
  log: Logger;
  now: () => number;
  timeZone: string;
  /** Nothing would be lost in doubt by a planned restart now. */
  idle(): boolean;
  /** A pairing code was asked for, so that no QR needs to be kept fresh. */
  byCode(): boolean;
}

/** Starts a browser. Rejects only if the library can not be loaded. */
export async function beginSession(options: SessionOptions, listeners: SessionListeners): Promise<Session> {
  const { limits, log } = options;
  const { promise: over, resolve } = Promise.withResolvers<Ending>();
  let isOver = false;
  const end = (ending: Ending) => {
    isOver = true;
    resolve(ending);
  };
  const unprepared = (error: unknown) => {
    log.debug({ err: scrubbed(error) }, 'a page of WhatsApp Web could not be prepared');
    if (!pageWentAway(error)) end({ because: 'lost', why: 'WhatsApp Web could not be prepared after a reload' });
  };
  const ended = () => end({ because: 'lost', why: 'the browser has ended' });
  const loaded = await loadClient({
    ...options,
    pageLimit: limits.page,
    onBrowser: (browser) => browser.on('disconnected', ended),
    onUnprepared: unprepared,
  });
  const { client } = loaded;
  const watch = watchSession(client, options, end, listeners);
  listen(client, loaded, { listeners, watch, end, isOver: () => isOver });

  const start = { settled: false };
  const initialized = client.initialize().finally(() => (start.settled = true));
  void begin().catch((error: unknown) => {
    if (!isOver) log.warn({ err: scrubbed(error) }, 'WhatsApp Web did not start');
    end({ because: 'lost', why: whyNotStarted(error, Boolean(client.pupBrowser)) });
  });

  async function begin(): Promise<void> {
    await within(limits.initialize, initialized, 'the start of WhatsApp Web');
    client.pupPage?.on('error', () => end({ because: 'lost', why: 'the page has crashed' }));
    if (client.pupBrowser?.connected === true) watch.loaded();
    else ended();
  }

  return {
    loaded,
    over,
    end,
    async close() {
      end({ because: 'lost', why: 'closed' });
      watch.stop();
      // The library knows its browser only some time after it has started it.
      const until = performance.now() + limits.close;
      while (!start.settled && !client.pupBrowser && performance.now() < until)
        await new Promise((resolve) => setTimeout(resolve, 20));
      client.removeAllListeners();
      await closeBrowser(client, limits.close, log);
    },
  };
}

interface Ears {
  listeners: SessionListeners;
  watch: ReturnType<typeof watchSession>;
  end: (ending: Ending) => void;
  isOver: () => boolean;
}

function listen(client: Client, loaded: Loaded, { listeners, watch, end, isOver }: Ears): void {
  const unlessOver =
    <A extends unknown[]>(hear: (...args: A) => void) =>
    (...args: A) => {
      if (!isOver()) hear(...args);
    };
  client.on(
    'qr',
    unlessOver((qr: string) => {
      watch.waits();
      listeners.qr(qr);
    }),
  );
  client.on(
    'code',
    unlessOver((code: string) => listeners.code(code)),
  );
  client.on('authenticated', watch.progress);
  client.on('loading_screen', watch.progress);
  client.on(
    'ready',
    unlessOver(() => {
      watch.linked();
      listeners.ready(loaded);
    }),
  );
  client.on('change_state', unlessOver(watch.state));
  client.on('message', unlessOver(listeners.message));
  client.on('message_create', unlessOver(listeners.shown));
  client.on(
    'message_ack',
    unlessOver((message: Message, level: number) => listeners.acknowledged(message.id._serialized, level)),
  );
  for (const kind of ['join', 'leave', 'update'] as const)
    client.on(
      `group_${kind}`,
      unlessOver((what: GroupNotification) => listeners.group(what, kind)),
    );
  client.on('disconnected', (reason: string) => {
    // WhatsApp says the one when a phone removes the device, and the other if the page notices it by itself.
    const removed = reason === 'LOGOUT' || reason.startsWith('UNPAIRED');
    end({ because: removed ? 'logged-out' : 'lost', why: `WhatsApp Web says ${reason}` });
  });
}

/** The library rejects with an Error, or with a text. */
function whyNotStarted(error: unknown, hasBrowser: boolean): string {
  if (error instanceof TooLong) return 'WhatsApp Web did not answer';
  const words = error instanceof Error ? error.message : String(error);
  const network = /net::(\w+)/.exec(words);
  if (network) return `WhatsApp Web can not be reached (${network[1]})`;
  if (words.includes('auth timeout')) return 'what was loaded is not WhatsApp Web';
  return hasBrowser ? 'WhatsApp Web did not start' : 'the browser could not be started';
}

/** Closes the browser, and kills it if it does not close. After a rejected start the library leaves it running. */
async function closeBrowser(client: Client, patience: number, log: Logger): Promise<void> {
  const browser = client.pupBrowser?.process();
  const gone = new Promise<void>((resolve) => {
    if (!browser || browser.exitCode !== null || browser.signalCode !== null) resolve();
    else browser.once('exit', () => resolve());
  });
  try {
    await within(patience, client.destroy(), 'the end of the browser');
    await within(patience, gone, 'the end of the browser');
  } catch (error) {
    log.warn({ err: error }, 'the browser did not close and is killed');
    browser?.kill('SIGKILL');
    await within(patience, gone, 'the end of a killed browser').catch(() => undefined);
  }
}
