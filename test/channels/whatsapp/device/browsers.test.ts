import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readlink, symlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, test } from 'vitest';
import { browsersOf, runs } from '../../../support/whatsapp-web/browsers.ts';
import { openScene, type Scene, until } from '../../../support/whatsapp-web/scene.ts';

/* The browser as a process: that it comes back, that it never stays behind, and that no other process is touched. */

const aigerim = '77012223344@c.us';
const begun: ChildProcess[] = [];
let scene: Scene | undefined;

afterEach(async () => {
  for (const child of begun.splice(0)) child.kill('SIGKILL');
  await scene?.close();
  scene = undefined;
});

async function opened(options?: Parameters<typeof openScene>[0]): Promise<Scene> {
  scene = await openScene(options);
  scene.server.putChat({ id: aigerim, title: 'Aigerim' });
  return scene;
}

function begin(program: string, args: string[]): ChildProcess {
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'ignore'] });
  begun.push(child);
  return child;
}

describe.skipIf(process.platform !== 'linux')('on Linux', () => {
  test('a browser that is killed comes back linked, and one is enough', async () => {
    const { link, device, server, is, states, dataDir, arrived } = await opened();
    await link();
    const [before = 0] = await browsersOf(dataDir);
    process.kill(before, 'SIGKILL');
    expect(await is('lost')).toMatchObject({ why: 'the browser has ended' });
    await is('linked');
    expect(states.map((one) => one.is)).toEqual(['starting', 'waiting', 'linked', 'lost', 'linked']);
    const after = await browsersOf(dataDir);
    expect(after).toHaveLength(1);
    expect(after).not.toContain(before);
    server.deliver({ chat: aigerim, text: 'still there?' });
    await until(
      () => arrived.length === 1,
      () => 'a message',
    );
    expect(await device.send(aigerim, { text: 'yes' }, 5000)).toMatchObject({ acknowledged: true });
  });

  test('a message that was on its way when the browser died is in doubt, and its acknowledgement still counts', async () => {
    const { link, device, server, dataDir, is, acknowledged } = await opened();
    await link();
    server.settings.acknowledging = 'never';
    const sending = device.send(aigerim, { text: 'Сәлем' }, 60_000);
    await until(
      () => server.sent.length === 1,
      () => 'the message on the server',
    );
    for (const pid of await browsersOf(dataDir)) process.kill(pid, 'SIGKILL');
    const id = server.sent[0]?.id;
    expect(await sending).toEqual({ id, acknowledged: false });
    await is('lost');
    await is('linked');
    server.acknowledge(id ?? '', 1);
    await until(
      () => acknowledged.length === 1,
      () => 'the late acknowledgement',
    );
    expect([acknowledged, server.sent.length]).toEqual([[id], 1]);
  });

  test('if nobody can say whether a message has left, it is in doubt under an id of its own', async () => {
    const { link, device, server, dataDir, is } = await opened();
    await link();
    server.settings.uploads = false;
    const file = {
      bytes: Buffer.from('%PDF-1.4'),
      mime: 'application/pdf',
      name: 'ереже.pdf',
      as: 'document' as const,
    };
    const sending = device.send(aigerim, { text: 'Ереже', file }, 60_000);
    await until(
      () => server.account.files.size > 0,
      () => 'the upload',
    );
    for (const pid of await browsersOf(dataDir)) process.kill(pid, 'SIGKILL');
    expect(await sending).toEqual({ id: expect.stringMatching(/^unknown_/), acknowledged: false });
    await is('linked');
    expect(server.sent).toEqual([]);
  });

  test('a browser that hangs is killed, and another one starts', async () => {
    const { link, is, dataDir } = await opened({ limits: { answer: 500, close: 500 } });
    await link();
    const [before = 0] = await browsersOf(dataDir);
    process.kill(before, 'SIGSTOP');
    expect(await is('lost')).toMatchObject({ why: 'the page does not answer' });
    await is('linked');
    const after = await browsersOf(dataDir);
    expect([after.length, after.includes(before)]).toEqual([1, false]);
  });

  test('a browser that was left over is ended before another starts', async () => {
    const { device, is, dataDir, chromium } = await opened();
    const folder = join(dataDir, 'whatsapp', 'session');
    const orphan = begin(chromium, [
      '--headless',
      `--user-data-dir=${folder}`,
      '--remote-debugging-port=0',
      'about:blank',
    ]);
    await expect.poll(() => browsersOf(dataDir)).toEqual([orphan.pid]);
    await device.start();
    await is('waiting');
    expect(orphan.exitCode ?? orphan.signalCode).not.toBeNull();
    expect(await browsersOf(dataDir)).not.toContain(orphan.pid);
  });

  test.each(['this machine', 'another container'])(
    'a stale lock of %s goes, and the process that has the number now stays',
    async (host) => {
      const { device, is, dataDir } = await opened();
      const folder = join(dataDir, 'whatsapp', 'session');
      await mkdir(folder, { recursive: true });
      // It even names the folder, but it is no browser.
      const innocent = begin('/bin/sh', ['-c', 'read _', `--user-data-dir=${folder}`]);
      const holder = host === 'this machine' ? hostname() : 'elsewhere';
      await symlink(`${holder}-${innocent.pid}`, join(folder, 'SingletonLock'));
      await device.start();
      await is('waiting');
      expect(runs(innocent.pid ?? 0)).toBe(true);
      // Only the headless shell has no lock of its own.
      expect(await readlink(join(folder, 'SingletonLock')).catch(() => '')).not.toContain(String(innocent.pid));
    },
  );

  test('after kill -9 of Node the next start is linked, with one browser', async () => {
    const { link, device, is, dataDir, chromium, cache } = await opened();
    await link();
    await device.stop();
    const alone = startAlone([dataDir, chromium, cache]);
    await alone.tells('linked');
    expect(await browsersOf(dataDir)).toHaveLength(1);
    alone.child.kill('SIGKILL');
    await once(alone.child, 'exit');
    await device.start();
    await is('linked');
    expect(await browsersOf(dataDir)).toHaveLength(1);
  });

  test('a stopped device leaves no browser and nothing that keeps the process', async () => {
    const { link, device, dataDir, chromium, cache } = await opened();
    await link();
    await device.stop();
    expect(await browsersOf(dataDir)).toEqual([]);
    expect(await device.memory()).toBeUndefined();
    const alone = startAlone([dataDir, chromium, cache]);
    await alone.tells('linked');
    const exit = once(alone.child, 'exit');
    alone.child.stdin?.end();
    await alone.tells('stopped');
    expect(await exit).toEqual([0, null]);
    expect(await browsersOf(dataDir)).toEqual([]);
  });

  test('stopping while it starts is as clean', async () => {
    const { device, dataDir, is } = await opened();
    await device.start();
    await device.stop();
    expect(device.state().is).toBe('stopped');
    expect(await browsersOf(dataDir)).toEqual([]);
    await device.start();
    await is('waiting');
  });

  test('a browser that has grown too large is started anew', async () => {
    const limits = { memoryMb: 10_000 };
    const { link, device, dataDir, states } = await opened({ limits });
    await link();
    const used = await device.memory();
    expect(used).toBeGreaterThan(50);
    const [before] = await browsersOf(dataDir);
    await device.stop();
    await scene?.close();

    const small = await opened({ limits: { memoryMb: (used ?? 0) / 4 } });
    await small.device.start();
    await until(
      () => small.states.filter((one) => one.is === 'starting').length > 1,
      () => 'a restart',
    );
    expect(small.states.some((one) => one.is === 'lost')).toBe(false);
    expect([before, states.at(-1)?.is]).toEqual([expect.any(Number), 'stopped']);
  });

  test('at four in the morning a linked browser is started anew, once, and not under a message', async () => {
    let now = Date.parse('2026-11-22T03:59:00+05:00');
    const { link, device, server, is, states, dataDir } = await opened({ now: () => now });
    await link();
    server.settings.acknowledging = 'never';
    const sending = device.send(aigerim, { text: 'Түн' }, 800);
    now = Date.parse('2026-11-22T04:00:30+05:00');
    const [before] = await browsersOf(dataDir);
    expect(await sending).toMatchObject({ acknowledged: false });
    expect(states.at(-1)?.is).toBe('linked');
    await is('starting');
    await is('linked');
    const [after] = await browsersOf(dataDir);
    expect(after).not.toBe(before);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await browsersOf(dataDir)).toEqual([after]);
    expect(states.map((one) => one.is)).toEqual(['starting', 'waiting', 'linked', 'starting', 'linked']);
  });

  test('another browser takes over: the library ends ours, and it comes back', async () => {
    const { link, server, is, states } = await opened();
    await link();
    server.setState('CONFLICT');
    await until(
      () => states.some((one) => one.is === 'lost' && one.why === 'WhatsApp Web says CONFLICT'),
      () => 'the conflict',
    );
    expect(await is('linked')).toMatchObject({ number: '77010000001' });
  });
});

/** A device in a process of its own, and what it tells. */
function startAlone(args: string[]) {
  const program = join(import.meta.dirname, '..', '..', '..', 'support', 'whatsapp-web', 'alone.ts');
  const child = begin(process.execPath, [program, ...args]);
  const told: string[] = [];
  if (child.stdout) createInterface(child.stdout).on('line', (line) => told.push(line));
  const tells = (state: string) =>
    until(
      () => told.includes(state),
      () => `${state} in ${told.join(', ')}`,
    );
  return { child, tells };
}
