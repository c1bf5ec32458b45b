import { afterAll, beforeAll, expect, test } from 'vitest';
import { linksInHtml } from '../../../flows/links.ts';
import { startWebChat } from '../web/web-chat-kit.ts';
import { openStage } from '../../support/dialogue.ts';
import type { Stage } from '../../support/dialogue.ts';
import { openWhatsappOn } from './whatsapp-player.ts';

const code = 'r_Abcdefghijklmnop-_';
let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

test('a code can be opened by every channel that can be reached now', async () => {
  const { wire } = await openWhatsappOn(stage, 'Dana');
  const { channel } = await startWebChat({ address: 'https://birge.kz' });
  await stage.running.attach(channel);
  const links = [
    `https://t.me/${stage.double.me.username}?start=${code}`,
    `https://wa.me/77010000001?text=${code}`,
    `https://birge.kz/?start=${code}`,
  ];
  const asHtml = (shown: string[]) => shown.map((link) => `<a href="${link}">${link}</a>`).join('\n');
  expect(linksInHtml(stage.running.birge, code)).toBe(asHtml(links));
  wire.now = { is: 'waiting', qr: 'x', since: 0 };
  expect(linksInHtml(stage.running.birge, code)).toBe(asHtml([links[0] ?? '', links[2] ?? '']));
});

test('a page without an address has no links', async () => {
  const { channel } = await startWebChat();
  expect(channel.link(code)).toBe(undefined);
});
