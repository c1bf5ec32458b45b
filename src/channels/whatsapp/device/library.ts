import { resolve } from 'node:path';
import type { Client, MessageMedia } from 'whatsapp-web.js';
import { chromiumArgs } from './chromium.ts';

/** A client of whatsapp-web.js that has not been started, and what is needed to send files with it. */
export interface Loaded {
  client: Client;
  media: (mime: string, bytes: Uint8Array, name: string) => MessageMedia;
}

export interface LibraryOptions {
  /** The folder of the login; the browser's user data is `session` in it. */
  login: string;
  /** Path of the browser's program. */
  chromium: string;
  /** Takes the page from a folder (`<cache>/<version>.html`) and not from WhatsApp: for tests. */
  webVersion?: { version: string; cache: string } | undefined;
  /** Milliseconds in which a loaded page must prove to be WhatsApp Web. */
  pageLimit: number;
  /** Is given the browser as soon as it runs, which is long before the page is there. */
  onBrowser: (browser: Browser) => void;
  /** Hears why a page that was loaded anew could not be prepared. */
  onUnprepared: (error: unknown) => void;
}

/** Where the browser keeps the login. */
export const userDataIn = (login: string): string => resolve(login, 'session');

/**
 * Loads the library, which is heavy and therefore stays away until it is needed, and makes a client of it. What would end
 * our process or write where it should not is changed: signals are ours; the page is not kept in the current folder; the
 * login is removed by us once the browser has closed, not under its feet; and a preparation that breaks after a reload is
 * told instead of becoming an unhandled rejection.
 */
export async function loadClient(options: LibraryOptions): Promise<Loaded> {
  const { Client, LocalAuth, MessageMedia } = (await import('whatsapp-web.js')).default;
  const auth = new LocalAuth({ dataPath: options.login });
  auth.logout = async () => undefined;
  const { webVersion } = options;
  const client = new Client({
    authStrategy: auth,
    puppeteer: {
      executablePath: options.chromium,
      args: chromiumArgs(),
      // No port that other users of this machine could talk to; and the browser ends when this process does.
      pipe: true,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    },
    authTimeoutMs: options.pageLimit,
    ...(webVersion
      ? { webVersion: webVersion.version, webVersionCache: { type: 'local', path: webVersion.cache, strict: true } }
      : { webVersionCache: { type: 'none' } }),
  });
  if (!webVersion) Object.assign(client, { initWebVersionCache: async () => undefined });
  guardPreparation(client, options.onUnprepared);
  whenBrowser(client, options.onBrowser);
  return {
    client,
    media: (mime, bytes, name) => new MessageMedia(mime, Buffer.from(bytes).toString('base64'), name, bytes.length),
  };
}

type Browser = NonNullable<Client['pupBrowser']>;

/** The library only keeps its browser in a field. */
function whenBrowser(client: Client, onBrowser: (browser: Browser) => void): void {
  let browser: Browser | undefined;
  Object.defineProperty(client, 'pupBrowser', {
    get: () => browser,
    set(next: Browser | null) {
      browser = next ?? undefined;
      if (!browser) return;
      // Puppeteer stops listening to its pipes before they are closed: a last error on them would end this process.
      for (const pipe of browser.process()?.stdio ?? []) pipe?.on('error', () => undefined);
      onBrowser(browser);
    },
  });
}

/** Not in the library's types: it prepares each page that is loaded. `initialize` calls it once and may hear its error. */
interface Preparing {
  inject(): Promise<void>;
}

const prepares = (client: Client): client is Client & Preparing =>
  'inject' in client && typeof client.inject === 'function';

function guardPreparation(client: Client, onUnprepared: (error: unknown) => void): void {
  if (!prepares(client))
    throw new Error('whatsapp-web.js has no `inject` any more: its new version must be looked at.');
  const inject = client.inject.bind(client);
  let first = true;
  client.inject = async () => {
    if (first) {
      first = false;
      return inject();
    }
    await inject().catch(onUnprepared);
  };
}
