import { randomUUID } from 'node:crypto';
import { plainText } from '../../../src/channels/telegram-html.ts';
import { messageBody } from '../../../src/channels/web/message-body.ts';
import { createWebChannel } from '../../../src/channels/web/web-channel.ts';
import { openFolder } from '../../../src/store/files/folder.ts';
import { readPage, writePage } from '../../../src/store/talks.ts';
import { me } from '../../browser/web-chat-server.ts';
import { openBrowser } from '../web/web-chat-kit.ts';
import { means, saidBy } from './player.ts';
import type { Opening } from './player.ts';

/** By the web chat, with a browser's requests; what is seen is what the page is given to draw. */
export const onTheWeb: Opening = async (stage, name) => {
  const { running, folder } = stage;
  const { birge, desk } = running;
  const row: { id?: number } = {};
  const channel = createWebChannel({
    me,
    secret: 'a secret of the tests, 32 letters',
    keep: (chat, message) => {
      if (desk.notePage(me.id, chat, message) || row.id === undefined) return;
      return writePage(birge.store, row.id, chat, [message]);
    },
    languageOf: (chat) => desk.talk(me.id, chat)?.person?.language,
    history: (chat) => (row.id === undefined ? Promise.resolve([]) : readPage(birge.store, row.id, chat)),
    files: openFolder(folder),
    talkAs: false,
    log: birge.log,
    now: () => birge.now().getTime(),
  });
  const { id, receive } = await running.attach(channel);
  row.id = id;
  await channel.start(receive);
  const browser = openBrowser({ channel });
  await browser.chat();
  const lines: string[] = [];
  const seen = new Map<number, string>();

  const look = async () => {
    await desk.settled();
    for (const message of (await browser.read('/chat/history')).messages) {
      const drawn = draw(message.body);
      if (message.from !== 'birge' || seen.get(message.id) === drawn) continue;
      lines.push(saidBy(seen.has(message.id) ? 'Birge (edited)' : 'Birge', drawn));
      seen.set(message.id, drawn);
    }
  };
  const done = async (what: string, answer: Response) => {
    if (!answer.ok) throw new Error(`the web chat refused: ${await answer.text()}`);
    lines.push(saidBy(name, what));
    await look();
  };
  const file = (bytes: Uint8Array, called: string, mime: string) =>
    browser.upload({ id: randomUUID(), file: new File([new Uint8Array(bytes)], called, { type: mime }) });

  return {
    says: async (text) => done(text, await browser.post('/chat/send', { id: randomUUID(), text })),
    async picks(act) {
      const { messages } = await browser.read('/chat/history');
      const offered = messages.flatMap((message) =>
        (messageBody.parse(message.body).buttons ?? []).flat().map((button) => ({ ...button, message: message.id })),
      );
      const button = offered.findLast(({ data }) => data !== undefined && means(data, act));
      if (button === undefined) throw new Error(`there is no button that means ${act}`);
      const press = { message: button.message, data: button.data };
      await done(`[${button.text}]`, await browser.post('/chat/send', { id: randomUUID(), press }));
    },
    sendsPicture: async (bytes) => done('(photo)', await file(bytes, 'photo.png', 'image/png')),
    sendsDocument: async (bytes, called, mime) => done(`(document ${called})`, await file(bytes, called, mime)),
    transcript: () => lines.join('\n'),
  };
};

/** What the page draws: words, buttons in their rows, and the field in which to write. */
function draw(kept: Record<string, unknown>): string {
  const { text, buttons = [], typed } = messageBody.parse(kept);
  const rows = buttons.map((row) => row.map((button) => `[${button.text}]`).join(' '));
  return [plainText(text), ...rows, ...(typed ? [`⌨ ${typed.input}`] : [])].join('\n');
}
