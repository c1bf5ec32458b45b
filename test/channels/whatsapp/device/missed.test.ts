import { chmod, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { openScene, type Scene, until } from '../../../support/whatsapp-web/scene.ts';

/* What people write while no device runs: WhatsApp keeps it as unread, and all of it is fetched. */

let scene: Scene | undefined;
afterEach(async () => {
  await scene?.close();
  scene = undefined;
});

/** A device that was linked and is stopped now. */
async function away(options?: Parameters<typeof openScene>[0]): Promise<Scene> {
  scene = await openScene(options);
  await scene.link();
  await scene.device.stop();
  return scene;
}

const chatOf = (index: number) => `7701222${String(index).padStart(4, '0')}@c.us`;

/** How many messages are still unread. */
const unread = ({ server }: Scene) => [...server.account.chats.values()].reduce((sum, chat) => sum + chat.unread, 0);

test('however many chats wait, each is heard, in the order in which they began to wait', async () => {
  // Far fewer may wait to be stored at a time than there are.
  const own = await away({ limits: { waiting: 10 } });
  const begun = Math.floor(Date.now() / 1000);
  const ids = Array.from({ length: 70 }, (_, index) => chatOf(index));
  for (const [index, chat] of ids.entries()) own.server.deliver({ chat, text: `from ${index}`, t: begun + index });
  for (const chat of ids.slice(0, 5)) own.server.deliver({ chat, text: 'and one more', t: begun + 100 });
  await own.device.start();
  await until(
    () => own.arrived.length === 75,
    () => `75 messages; ${own.arrived.length} came`,
  );
  expect(new Set(own.arrived.map(({ chat }) => chat)).size).toBe(70);
  expect(own.arrived.filter(({ text }) => text.startsWith('from'))).toHaveLength(70);
  expect(own.arrived[0]?.text).toBe('from 5');
  await expect.poll(() => unread(own)).toBe(0);
}, 40_000);

test('a chat that can not be read at first is read a little later, and keeps no other waiting', async () => {
  const own = await away();
  own.server.deliver({ chat: chatOf(1), text: 'first' });
  own.server.deliver({ chat: chatOf(2), text: 'second' });
  own.server.account.chatOf(chatOf(1)).busy = 2;
  await own.device.start();
  await until(
    () => own.arrived.length === 2,
    () => `both; ${own.arrived.length} came`,
  );
  expect(own.arrived.map(({ text }) => text)).toEqual(['second', 'first']);
});

test('what groups say to each other waits in no queue', async () => {
  const own = await away({ limits: { waiting: 3 } });
  await own.device.start();
  await own.is('linked');
  const concerned: string[] = [];
  own.concerns.decide = ({ text }) => {
    concerned.push(text);
    return text !== 'chatter';
  };
  own.refuse.texts.push('held');
  own.server.deliver({ chat: chatOf(1), text: 'held' });
  for (let at = 0; at < 10; at += 1)
    own.server.deliver({ chat: '120363025246125486@g.us', from: chatOf(2), text: 'chatter' });
  own.server.deliver({ chat: chatOf(3), text: 'heard' });
  await until(
    () => own.arrived.length > 0,
    () => 'the one that is for us',
  );
  expect(own.arrived.map(({ text }) => text)).toEqual(['heard']);
  expect(concerned).toHaveLength(12);
});

test('the folder of the login is for its owner alone, also if it was not so before', async () => {
  const own = await away();
  const login = join(own.dataDir, 'whatsapp');
  const mode = async () => ((await stat(login)).mode & 0o777).toString(8);
  expect(await mode()).toBe('700');
  await chmod(login, 0o755);
  await own.device.start();
  await own.is('linked');
  expect(await mode()).toBe('700');
});
