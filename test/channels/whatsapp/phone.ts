import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWhatsappSide } from '../../../src/whatsapp-side.ts';
import type { Stage } from '../../support/dialogue.ts';
import { browsersOf } from '../../support/whatsapp-web/browsers.ts';
import { chromiumProgram } from '../../support/whatsapp-web/chromium.ts';
import { serveWhatsApp } from '../../support/whatsapp-web/server.ts';
import type { WhatsAppServer } from '../../support/whatsapp-web/server.ts';
import { writeStubPage } from '../../support/whatsapp-web/stub-page.ts';

/** Birge on a stage with the real library in a real Chromium, and a stand-in for WhatsApp's servers and page. */
export interface Phone {
  server: WhatsAppServer;
  /** What was printed for whoever sits at the terminal. */
  printed: string[];
  /** Somebody writes (words, or a file); resolves when they have been answered. Gives what they were told. */
  says(chat: string, text: string, file?: { bytes: Uint8Array; mime: string; name?: string }): Promise<string[]>;
  /** What a chat was told so far. */
  told(chat: string): string[];
  /** The process ids of the browsers that run. */
  browsers(): Promise<number[]>;
  /** The browser dies, as when memory runs out. */
  killBrowser(): Promise<void>;
  close(): Promise<void>;
}

/** Waits until something holds; throws with what was waited for. */
export async function until(holds: () => boolean | Promise<boolean>, what: string, patience = 15_000): Promise<void> {
  for (const end = performance.now() + patience; !(await holds());) {
    if (performance.now() > end) throw new Error(`waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Opens WhatsApp as `start.ts` does; the device shows a QR soon. */
export async function openPhone(stage: Stage): Promise<Phone> {
  const folder = await mkdtemp(join(tmpdir(), 'birge-phone-'));
  const server = await serveWhatsApp();
  const webVersion = await writeStubPage(join(folder, 'page'), server.address);
  const chromium = await chromiumProgram(folder);
  const printed: string[] = [];
  const dataDir = join(folder, 'data');
  const { running } = stage;
  const side = await openWhatsappSide({
    chromium,
    dataDir,
    birge: running,
    log: running.birge.log,
    device: { webVersion, limits: { round: 100, answer: 5000, firstPause: 50, longestPause: 400, close: 5000 } },
    print: (text) => void printed.push(text),
  });
  const told = (chat: string) => server.sent.filter((one) => one.chat === chat).map(({ text = '' }) => text);
  return {
    server,
    printed,
    told,
    async says(chat, text, file) {
      const before = told(chat).length;
      server.deliver({ chat, text, ...(file && { file, type: 'image' }) });
      await until(() => told(chat).length > before, `an answer to “${text}”`);
      await running.desk.settled();
      return told(chat).slice(before);
    },
    browsers: () => browsersOf(dataDir),
    async killBrowser() {
      for (const pid of await browsersOf(dataDir)) process.kill(pid, 'SIGKILL');
    },
    async close() {
      await side.stop();
      await server.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
      if (server.complaints.length > 0) throw new Error(`the page complains: ${server.complaints.join('; ')}`);
    },
  };
}
