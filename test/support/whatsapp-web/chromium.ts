import { chmod, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { findChromium } from '../../../src/channels/whatsapp/device/chromium.ts';
import { unpackedChromium } from '../../browser/unpacked-chromium.ts';

/** Nothing leaves this machine, and a page of WhatsApp's address may talk to the stub's server on it. */
const closed = [
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
  '--disable-features=LocalNetworkAccessChecks,BlockInsecurePrivateNetworkRequests',
  '--no-sandbox',
];

/**
 * A program that starts a Chromium without a way out, written into `folder`: on 64-bit Intel Linux the one from npm with
 * its own libraries, elsewhere the installed one, and where CHROMIUM_PATH is set that one.
 * @param more further arguments; of the same ones the last counts
 */
export async function chromiumProgram(folder: string, more: string[] = []): Promise<string> {
  const { executablePath, env } = await browser();
  const quoted = (word: string) => `'${word.replaceAll("'", `'\\''`)}'`;
  const lent = Object.entries(env).map(([name, value]) => `export ${name}=${quoted(value)}\n`);
  const args = [...closed, ...more].map(quoted).join(' ');
  const program = join(folder, `chromium-${more.length}`);
  await writeFile(program, `#!/bin/sh\n${lent.join('')}exec ${quoted(executablePath)} "$@" ${args}\n`);
  await chmod(program, 0o700);
  return program;
}

const names = ['LD_LIBRARY_PATH', 'FONTCONFIG_FILE', 'FONTCONFIG_PATH'];

async function browser(): Promise<{ executablePath: string; env: Record<string, string> }> {
  const given = process.env['CHROMIUM_PATH'] !== undefined;
  if (given || process.platform !== 'linux' || process.arch !== 'x64')
    return { executablePath: findChromium(process.env), env: {} };
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const { version } = JSON.parse(await readFile(join(entry, '../../package.json'), 'utf8')) as { version: string };
  const { executablePath, env } = await unpackedChromium(version);
  return { executablePath, env: Object.fromEntries(names.map((name) => [name, env[name] ?? ''])) };
}
