import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import puppeteer, { type Browser, type LaunchOptions } from 'puppeteer-core';
import { unpackedChromium } from './unpacked-chromium.ts';

/** Nothing leaves this machine: no name is found but its own, and the browser asks for no updates. */
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
  '--font-render-hinting=none',
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost',
];

/**
 * Starts a headless Chromium: on 64-bit Intel Linux the one from npm, elsewhere the installed Chrome. The caller closes
 * it. Throws an Error that says how to get a browser if there is none.
 */
export async function launchChromium(): Promise<Browser> {
  if (process.platform === 'linux' && process.arch === 'x64') {
    const { executablePath, env } = await unpackedChromium(await chromiumVersion());
    // The unpacked binary has no helper for a sandbox: as root, or where user namespaces are closed, only this starts it.
    return puppeteer.launch({ headless: 'shell', args: [...quiet, '--no-sandbox'], executablePath, env });
  }
  return launchInstalled();
}

async function launchInstalled(): Promise<Browser> {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const options: LaunchOptions = { headless: true, args: [...quiet, ...asRoot] };
  const named = process.env.CHROME_PATH;
  if (named !== undefined && !existsSync(named))
    throw new Error(`CHROME_PATH names ${named}, and there is no such file.`);
  try {
    return await puppeteer.launch(
      named === undefined ? { ...options, channel: 'chrome' } : { ...options, executablePath: named },
    );
  } catch (cause) {
    throw new Error(
      'No browser for the tests: install Google Chrome, or set CHROME_PATH to the program of a Chrome or Chromium.',
      { cause },
    );
  }
}

async function chromiumVersion(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const about: unknown = JSON.parse(await readFile(join(entry, '../../package.json'), 'utf8'));
  return about !== null && typeof about === 'object' && 'version' in about ? String(about.version) : 'unknown';
}
