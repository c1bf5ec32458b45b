import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { browsersOf } from '../../../support/whatsapp-web/browsers.ts';
import { openScene, type Scene, until } from '../../../support/whatsapp-web/scene.ts';

/* What the library leaves to its user, each met in the real library and a real Chromium. */

const aigerim = '77012223344@c.us';

let scene: Scene | undefined;

afterEach(async () => {
  await scene?.close();
  scene = undefined;
});

async function opened(options?: Parameters<typeof openScene>[0]): Promise<Scene> {
  scene = await openScene(options);
  scene.server.putChat({ id: aigerim, title: 'Aigerim' });
  return scene;
}

const texts = (of: Scene) => of.arrived.map(({ text }) => text);

describe('a start that fails', () => {
  test('WhatsApp Web that never gets beyond opening is given up and tried again', async () => {
    const { server, is, device, states } = await opened({ limits: { initialize: 3000 } });
    server.settings.stuck = true;
    await device.start();
    expect(await is('lost')).toMatchObject({ why: 'WhatsApp Web did not answer' });
    await until(
      () => server.hellos() > 1,
      () => 'another try',
    );
    server.settings.stuck = false;
    await is('waiting');
    // Trying again and failing again is one time of being away.
    expect(new Set(states.filter((one) => one.is === 'lost').map(({ since }) => since)).size).toBe(1);
  });

  test('a host that accepts and never answers is given up, and the browser does not stay', async () => {
    const sockets = new Set<Socket>();
    const mute = createServer((socket) => void sockets.add(socket));
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    const { port } = mute.address() as AddressInfo;
    const args = [`--host-resolver-rules=MAP web.whatsapp.com 127.0.0.1:${port}`];
    const { is, device, dataDir } = await opened({ bare: true, args, limits: { initialize: 3000, firstPause: 5000 } });
    await device.start();
    expect(await is('lost')).toMatchObject({ why: 'WhatsApp Web did not answer' });
    expect(sockets.size).toBeGreaterThan(0);
    await expect.poll(() => browsersOf(dataDir)).toEqual([]);
    for (const socket of sockets) socket.destroy();
    mute.close();
  });

  test('a rejected start leaves no browser behind: WhatsApp can not be reached', async () => {
    const { is, device, dataDir } = await opened({ bare: true, limits: { firstPause: 5000 } });
    await device.start();
    expect(await is('lost')).toMatchObject({ why: 'WhatsApp Web can not be reached (ERR_NAME_NOT_RESOLVED)' });
    await expect.poll(() => browsersOf(dataDir)).toEqual([]);
  });

  test('a rejection that is a mere text leaves none either: the page is not WhatsApp Web', async () => {
    const { is, device, dataDir } = await opened({ page: '<!doctype html>Welcome to the café', limits: { page: 300 } });
    await device.start();
    expect(await is('lost')).toMatchObject({ why: 'what was loaded is not WhatsApp Web' });
    await device.stop();
    expect(await browsersOf(dataDir)).toEqual([]);
  });

  test('a browser that can not be started is told and tried again', async () => {
    const { is, device } = await opened({ chromium: '/bin/false' });
    await device.start();
    expect(await is('lost')).toMatchObject({ why: 'the browser could not be started' });
    await expect(device.send(aigerim, { text: 'Сәлем' }, 1000)).rejects.toMatchObject({ name: 'NotSent', gone: false });
  });

  test('a linked page that never comes in is given up', async () => {
    const { link, is, device, server } = await opened({ limits: { ready: 500 } });
    await link();
    server.settings.silent = true;
    server.reload();
    expect(await is('lost')).toMatchObject({ why: 'WhatsApp Web shows no QR and does not come in' });
    server.settings.silent = false;
    await is('linked');
    expect(await device.send(aigerim, { text: 'Сәлем' }, 5000)).toMatchObject({ acknowledged: true });
  });
});

describe('while it runs', () => {
  test('a connection that stays away for long is tried with another browser', async () => {
    const { link, is, server, states } = await opened({ limits: { offline: 300 } });
    await link();
    server.setState('OPENING');
    const { since } = await is('lost');
    await is('linked');
    expect(server.hellos()).toBe(2);
    expect(states.filter((one) => one.is === 'lost').every((one) => one.since === since)).toBe(true);
  });

  test('a QR that has expired is renewed', async () => {
    const { is, device, server } = await opened();
    await device.start();
    const { qr } = await is('waiting');
    server.setState('UNPAIRED_IDLE');
    await until(
      () => JSON.stringify(device.state()).includes('ref-2'),
      () => 'the second QR',
    );
    expect(qr).toContain('ref-1');
  });

  test('a pairing code instead of a QR, and a QR again', async () => {
    const { is, device, server } = await opened();
    await expect(device.pairingCode('77010000001')).rejects.toThrow('does not wait');
    await device.start();
    await is('waiting');
    expect(await device.pairingCode('77010000001')).toBe('ABCD1234');
    expect(await is('waiting')).toMatchObject({ pairingCode: 'ABCD1234' });
    server.newQr();
    server.setState('UNPAIRED_IDLE');
    await pause(400);
    // Whoever types a code must not lose it to a new QR.
    expect(await is('waiting')).toMatchObject({ pairingCode: 'ABCD1234', qr: expect.stringContaining('ref-2') });
    await device.showQrAgain();
    await until(
      () => JSON.stringify(device.state()).includes('ref-3'),
      () => 'the next QR',
    );
    expect(await is('waiting')).not.toHaveProperty('pairingCode');
  });

  test('a page that is loaded anew is ready twice and gives a message once', async () => {
    const { link, is, server, states, ...heard } = await opened();
    await link();
    server.deliver({ chat: aigerim, text: 'one' });
    await until(
      () => heard.arrived.length === 1,
      () => 'the first message',
    );
    server.reload();
    await until(
      () => states.filter((one) => one.is === 'linked').length === 2,
      () => 'the second time of being ready',
    );
    server.deliver({ chat: aigerim, text: 'two' });
    await until(
      () => heard.arrived.length > 1,
      () => 'the second message',
    );
    await pause(200);
    expect(heard.arrived.map(({ text }) => text)).toEqual(['one', 'two']);
    await is('linked');
  });

  test('what is not stored is given again, in its order, and is unread until then', async () => {
    const own = await opened();
    await own.link();
    own.refuse.texts = ['one', 'two'];
    own.server.deliver({ chat: aigerim, text: 'one' });
    own.server.deliver({ chat: aigerim, text: 'two' });
    await pause(200);
    expect([texts(own), own.server.account.chatOf(aigerim).unread]).toEqual([[], 2]);
    own.refuse.texts = ['two'];
    await until(
      () => own.arrived.length === 1,
      () => 'the first',
    );
    await pause(200);
    // The newest is not stored yet, and a chat is seen as a whole.
    expect(own.server.account.chatOf(aigerim).unread).toBe(2);
    own.refuse.texts = [];
    await until(
      () => own.arrived.length === 2,
      () => 'both messages',
    );
    expect(texts(own)).toEqual(['one', 'two']);
    await expect.poll(() => own.server.account.chatOf(aigerim).unread).toBe(0);
  });

  test('what came while the device was away is fetched; what was there before it was linked is not', async () => {
    const own = await opened();
    const before = Math.floor(Date.now() / 1000) - 3600;
    own.server.deliver({ chat: '77015556677@c.us', text: 'an hour before', t: before });
    await own.link();
    await own.device.stop();
    own.server.deliver({ chat: aigerim, text: 'while away, one' });
    own.server.deliver({ chat: aigerim, text: 'while away, two' });
    own.server.deliver({ chat: '120363025246125486@g.us', from: aigerim, text: 'in a group' });
    await own.device.start();
    await own.is('linked');
    await until(
      () => own.arrived.length > 1,
      () => 'what was missed',
    );
    await pause(200);
    expect(texts(own)).toEqual(['while away, one', 'while away, two']);
  });
});
