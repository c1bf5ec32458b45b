import { afterAll, beforeAll, expect, test } from 'vitest';
import { NotSent } from '../../../../src/channels/whatsapp/wire.ts';
import { openScene, type Scene, until } from '../../../support/whatsapp-web/scene.ts';

/*
 * One life of a device, from its first QR to the day the phone removes it, with the real library in a real Chromium. Each
 * test goes on where the one before has stopped.
 */

const aigerim = '77012223344@c.us';
const hidden = '123456789012345@lid';
const club = '120363025246125486@g.us';
const other = '120363025246125487@g.us';
const me = '77010000001@c.us';
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const pdf = Buffer.from('%PDF-1.4 a small document');

let scene: Scene;

beforeAll(async () => {
  scene = await openScene();
  scene.server.account.known[hidden] = '77013334455@c.us';
  scene.server.putChat({ id: aigerim, title: 'Aigerim' });
  scene.server.putChat({ id: club, title: 'Volunteers' });
  scene.server.putChat({ id: '120363025246125480@g.us', title: 'Left long ago', member: false });
}, 60_000);

afterAll(async () => {
  await scene?.close();
});

/** What has come since the last look, once there are so many. */
async function arrive(many: number) {
  await until(
    () => scene.arrived.length >= many,
    () => `${many} messages`,
  );
  return scene.arrived.splice(0);
}

test('a QR is shown, a new one when it changes, and a phone scans it', async () => {
  await scene.device.start();
  const { qr } = await scene.is('waiting');
  scene.server.newQr();
  await until(
    () => scene.states.length === 3,
    () => 'the new QR',
  );
  const next = await scene.is('waiting');
  expect([qr, next.qr].map((text) => text.split(',')[0])).toEqual(['ref-1', 'ref-2']);
  scene.server.pair();
  const { number, since } = await scene.is('linked');
  expect(number).toBe('77010000001');
  expect(Math.abs(Date.now() - since)).toBeLessThan(10_000);
  expect(scene.states.map(({ is }) => is)).toEqual(['starting', 'waiting', 'waiting', 'linked']);
});

test('people write: words, a quote, a linked id, in a group; the rest is left out', async () => {
  const { device, server } = scene;
  const asked = await device.send(aigerim, { text: 'Атыңыз кім?' }, 5000);
  const ids = [
    server.deliver({ chat: aigerim, text: 'Айгерім', quotes: asked.id, t: 1_790_000_000 }),
    server.deliver({ chat: hidden, text: 'Здравствуйте', t: 1_790_000_001 }),
    server.deliver({ chat: club, from: hidden, text: 'Всем привет', t: 1_790_000_002 }),
    server.deliver({ chat: aigerim, type: 'location', text: 'a thumbnail', t: 1_790_000_003 }),
  ];
  for (const type of ['e2e_notification', 'call_log', 'revoked', 'protocol', 'ciphertext'])
    server.deliver({ chat: aigerim, type });
  server.deliver({ chat: 'status@broadcast', text: 'look at my day' });
  server.deliver({ chat: aigerim, text: 'the last', t: 1_790_000_004 });

  const came = await arrive(5);
  const [quoting, linked, inGroup, place, last] = came.toSorted((one, other) => one.at - other.at);
  expect(quoting).toEqual({
    id: ids[0],
    chat: aigerim,
    from: aigerim,
    at: 1_790_000_000,
    text: 'Айгерім',
    quoted: asked.id,
  });
  const alias = '77013334455@c.us';
  expect(linked).toEqual({ id: ids[1], chat: hidden, from: hidden, alias, at: 1_790_000_001, text: 'Здравствуйте' });
  expect(inGroup).toEqual({
    id: ids[2],
    chat: club,
    from: hidden,
    alias,
    at: 1_790_000_002,
    text: 'Всем привет',
    title: 'Volunteers',
  });
  expect(place).toEqual({ id: ids[3], chat: aigerim, from: aigerim, at: 1_790_000_003, text: '', other: 'location' });
  expect(last?.text).toBe('the last');
  // What is stored has been seen; in groups nothing is marked.
  const unread = () => [...server.account.chats.values()].map((chat) => [chat.title, chat.unread]);
  await until(
    () => server.account.chatOf(aigerim).unread === 0,
    () => 'the chat to be seen',
  );
  expect(unread()).toContainEqual(['Volunteers', 1]);
});

test('a send is done when the server has it, and says so if nobody knows', async () => {
  const { device, server } = scene;
  expect(await device.send(aigerim, { text: '*Рахмет!*' }, 5000)).toEqual({
    id: server.sent.at(-1)?.id,
    acknowledged: true,
  });
  expect(server.sent.at(-1)).toMatchObject({ chat: aigerim, text: '*Рахмет!*', type: 'chat' });

  server.settings.acknowledging = 'never';
  const silent = await device.send(aigerim, { text: 'Қайырлы күн' }, 200);
  expect(silent).toEqual({ id: server.sent.at(-1)?.id, acknowledged: false });
  server.acknowledge(silent.id, 1);
  server.acknowledge(silent.id, 3);
  await until(
    () => scene.acknowledged.includes(silent.id),
    () => 'the late acknowledgement',
  );

  server.settings.acknowledging = 'refuses';
  const begun = performance.now();
  expect(await device.send(aigerim, { text: 'Кешіріңіз' }, 5000)).toMatchObject({ acknowledged: false });
  expect(performance.now() - begun).toBeLessThan(4000);
  server.settings.acknowledging = { after: 5 };
  expect(scene.acknowledged).toEqual([silent.id]);
});

test('eight sends at once all arrive, those of a chat in their order', async () => {
  const { device, server } = scene;
  const before = server.sent.length;
  const texts = ['1', '2', '3', '4'];
  const sent = await Promise.all([
    ...texts.map((text) => device.send(aigerim, { text }, 5000)),
    ...texts.map((text) => device.send(club, { text }, 5000)),
  ]);
  expect(new Set(sent.map(({ id }) => id)).size).toBe(8);
  expect(sent.every(({ acknowledged }) => acknowledged)).toBe(true);
  for (const chat of [aigerim, club])
    expect(
      server.sent
        .slice(before)
        .filter((one) => one.chat === chat)
        .map(({ text }) => text),
    ).toEqual(texts);
});

test('pictures and documents come', async () => {
  const { device, server } = scene;
  server.deliver({ chat: aigerim, type: 'image', text: 'Мен', file: { bytes: png, mime: 'image/png' } });
  const paper = { bytes: pdf, mime: 'application/pdf', name: 'анықтама.pdf' };
  server.deliver({ chat: aigerim, type: 'document', text: paper.name, file: paper });
  const [picture, document] = await arrive(2);
  expect(picture).toMatchObject({ text: 'Мен', file: { mime: 'image/png', bytes: png.length, as: 'picture' } });
  expect(document).toMatchObject({
    text: '',
    file: { mime: 'application/pdf', name: 'анықтама.pdf', bytes: pdf.length, as: 'document' },
  });
  expect(Buffer.from(await device.download(picture?.id ?? ''))).toEqual(png);
  expect(Buffer.from(await device.download(document?.id ?? ''))).toEqual(pdf);
  server.account.files.clear();
  await expect(device.download(document?.id ?? '')).rejects.toThrow('does not have this file');
});

test('pictures and documents go', async () => {
  const { device, server } = scene;
  const picture = { bytes: png, mime: 'image/png', name: 'сурет.png', as: 'picture' as const };
  expect(await device.send(aigerim, { text: 'Сурет', file: picture }, 5000)).toMatchObject({ acknowledged: true });
  expect(server.sent.at(-1)).toMatchObject({ type: 'image', text: 'Сурет', mimetype: 'image/png', bytes: png });
  const asFile = { ...picture, as: 'document' as const };
  await device.send(aigerim, { text: '', file: asFile }, 5000);
  expect(server.sent.at(-1)).toMatchObject({ type: 'document', filename: 'сурет.png', bytes: png });
  const document = { bytes: pdf, mime: 'application/pdf', name: 'ереже.pdf', as: 'document' as const };
  await device.send(club, { text: 'Ереже', file: document }, 5000);
  expect(server.sent.at(-1)).toMatchObject({ chat: club, type: 'document', filename: 'ереже.pdf', bytes: pdf });
});

test('groups: those we are in, those that take us in, those that let us go', async () => {
  const { device, server } = scene;
  expect(await device.groups()).toEqual([{ id: club, title: 'Volunteers' }]);

  server.putChat({ id: other, title: 'Tutors' });
  server.deliver({ chat: other, from: aigerim, type: 'gp2', subtype: 'add', recipients: [me] });
  await until(
    () => scene.groups.length === 1,
    () => 'the new group',
  );
  server.putChat({ id: other, title: 'Tutors 2026' });
  server.deliver({ chat: other, from: aigerim, type: 'gp2', subtype: 'subject' });
  await until(
    () => device.state().is === 'linked' && scene.groups.length === 1,
    () => 'nothing new',
  );
  await expect.poll(() => device.groups()).toContainEqual({ id: other, title: 'Tutors 2026' });
  expect(await device.send(other, { text: 'Курс басталды' }, 5000)).toMatchObject({ acknowledged: true });

  server.putChat({ id: other, title: 'Tutors 2026', member: false });
  server.deliver({ chat: other, from: aigerim, type: 'gp2', subtype: 'remove', recipients: [me] });
  await until(
    () => scene.groups.length === 2,
    () => 'the lost group',
  );
  expect(scene.groups).toEqual([
    { id: other, title: 'Tutors', is: 'joined' },
    { id: other, is: 'left' },
  ]);
  expect(await device.groups()).toEqual([{ id: club, title: 'Volunteers' }]);
});

test('where nothing can be written, nothing leaves', async () => {
  const { device, server } = scene;
  const before = server.sent.length;
  server.settings.gone.add('77019999999@c.us');
  for (const chat of [other, '120363025246129999@g.us', '77019999999@c.us'])
    await expect(device.send(chat, { text: 'Сәлем' }, 5000)).rejects.toMatchObject({ name: 'NotSent', gone: true });
  expect(server.sent.length).toBe(before);
  expect(await device.send('77018888888@c.us', { text: 'Сәлем' }, 5000)).toMatchObject({ acknowledged: true });
});

test('typing is shown', async () => {
  await scene.device.typing(aigerim);
  expect(scene.server.typing).toEqual([`typing ${aigerim}`]);
});

test('without a connection nothing is sent; with it everything goes on', async () => {
  const { device, server } = scene;
  server.setState('TIMEOUT');
  const { why } = await scene.is('lost');
  expect(why).toBe('no connection to WhatsApp');
  const failed = device.send(aigerim, { text: 'Сәлем' }, 5000);
  await expect(failed).rejects.toBeInstanceOf(NotSent);
  await expect(failed).rejects.toMatchObject({ gone: false });
  server.setState('CONNECTED');
  await scene.is('linked');
  expect(await device.send(aigerim, { text: 'Сәлем' }, 5000)).toMatchObject({ acknowledged: true });
  expect(server.hellos()).toBe(1);
});

test('the phone removes the device: a new QR, and it can be linked again', async () => {
  const { device, server } = scene;
  server.logout();
  await scene.is('logged-out');
  await scene.is('waiting');
  expect(server.hellos()).toBeGreaterThan(1);
  server.pair();
  await scene.is('linked');
  server.deliver({ chat: aigerim, text: 'Қайта келдіңіз бе?' });
  expect((await arrive(1)).map(({ text }) => text)).toEqual(['Қайта келдіңіз бе?']);
  await device.unlink();
  await scene.is('logged-out');
  await scene.is('waiting');
});
