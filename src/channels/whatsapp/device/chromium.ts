import { accessSync, constants } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

/** There is no browser; the message tells the operator how to get one. */
export class NoChromium extends Error {
  override readonly name = 'NoChromium';
}

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];

const places: Partial<Record<NodeJS.Platform, (env: NodeJS.ProcessEnv) => string[]>> = {
  linux: () =>
    ['/usr/bin', '/usr/local/bin', '/snap/bin', '/usr/lib/chromium'].flatMap((at) => names.map((n) => join(at, n))),
  darwin: () => [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/opt/homebrew/bin/chromium',
  ],
  win32: (env) =>
    [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']]
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => [
        join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
        join(folder, 'Chromium', 'Application', 'chrome.exe'),
      ]),
};

/**
 * The program of a Chromium or Chrome: `CHROMIUM_PATH` if it is given, otherwise the first one found in PATH or in the
 * usual places of this system.
 * @throws {NoChromium}
 */
export function findChromium(
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform = process.platform,
  runs: (path: string) => boolean = canRun,
): string {
  const given = env['CHROMIUM_PATH'];
  if (given !== undefined && given !== '') {
    if (!isAbsolute(given) || !runs(given))
      throw new NoChromium(
        `CHROMIUM_PATH is ${given}: it must be the full path of a Chromium or Chrome that can be run.`,
      );
    return given;
  }
  const inPath = (env['PATH'] ?? '').split(delimiter).filter((folder) => isAbsolute(folder));
  const programs = platform === 'win32' ? names.map((name) => `${name}.exe`) : names;
  const candidates = [...inPath.flatMap((at) => programs.map((n) => join(at, n))), ...(places[platform]?.(env) ?? [])];
  const found = candidates.find((path) => runs(path));
  if (found === undefined)
    throw new NoChromium(
      'WhatsApp needs a Chromium or Chrome, and none was found. Install one (Debian, Ubuntu: apt install chromium), or put its full path into CHROMIUM_PATH.',
    );
  return found;
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * How the browser is started. It asks for nothing but WhatsApp's page. Only for root, whom Chromium's sandbox refuses, is
 * the sandbox switched off.
 */
export function chromiumArgs(uid: number | undefined = process.getuid?.()): string[] {
  return [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-sync',
    '--no-first-run',
    '--mute-audio',
    ...(uid === 0 ? ['--no-sandbox'] : []),
  ];
}
