import { expect, test } from 'vitest';
import { chromiumArgs, findChromium, NoChromium } from '../../../../src/channels/whatsapp/device/chromium.ts';

const find = (env: NodeJS.ProcessEnv, platform: NodeJS.Platform, ...there: string[]) =>
  findChromium(env, platform, (path) => there.includes(path));

test.each([
  ['the one that is given', { CHROMIUM_PATH: '/opt/mine' }, 'linux', ['/opt/mine', '/usr/bin/chromium'], '/opt/mine'],
  ['in PATH', { PATH: '/home/a/bin:/usr/bin' }, 'linux', ['/home/a/bin/google-chrome'], '/home/a/bin/google-chrome'],
  ['in a usual place', { PATH: '/bin' }, 'linux', ['/snap/bin/chromium'], '/snap/bin/chromium'],
  ['Chromium before Chrome', {}, 'linux', ['/usr/bin/google-chrome', '/usr/bin/chromium'], '/usr/bin/chromium'],
  [
    'on a Mac',
    {},
    'darwin',
    ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
] as const)('a browser is found: %s', (_, env, platform, there, found) => {
  expect(find(env, platform, ...there)).toBe(found);
});

test('without one the operator is told how to get it', () => {
  expect(() => find({ PATH: '/usr/bin' }, 'linux')).toThrow(NoChromium);
  expect(() => find({}, 'linux')).toThrow(/apt install chromium.*CHROMIUM_PATH/);
  expect(() => find({ CHROMIUM_PATH: '/opt/none' }, 'linux', '/usr/bin/chromium')).toThrow(
    'CHROMIUM_PATH is /opt/none',
  );
  expect(() => find({ CHROMIUM_PATH: 'chromium' }, 'linux', 'chromium')).toThrow('full path');
  // A relative folder in PATH means another program wherever Birge happens to be started.
  expect(() => find({ PATH: '.' }, 'linux', 'chromium')).toThrow(NoChromium);
});

test('only root, whom the sandbox refuses, goes without it', () => {
  expect(chromiumArgs(0)).toContain('--no-sandbox');
  expect(chromiumArgs(1000)).not.toContain('--no-sandbox');
});
