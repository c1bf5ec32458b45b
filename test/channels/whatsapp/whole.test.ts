import { afterAll, beforeAll, expect, test } from 'vitest';
import { readDevice } from '../../../src/linking/notes.ts';
import { openStage } from '../../support/dialogue.ts';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { fair } from '../../dialogues/announcing/scene.ts';
import { appoint, newcomer, now, organisation, presses, project } from '../../dialogues/people/scene.ts';
import { openPhone, until } from './phone.ts';
import type { Phone } from './phone.ts';

/*
 * All of WhatsApp at once: the real library in a real Chromium, the real database, Telegram's double for the administrator.
 * Each test goes on where the one before has stopped.
 */

const aigerim = '77012223344@c.us';
let stage: Stage;
let admin: Person;
let phone: Phone;
let qanat: number;

beforeAll(async () => {
  stage = await openStage({ admins: ['900'] });
  admin = await newcomer(stage, { id: 900, name: 'Admin' });
  qanat = await organisation(stage, 'Қанат');
  await project(stage, qanat, 'Жылы алақан');
  phone = await openPhone(stage);
}, 60_000);
afterAll(async () => {
  await phone?.close();
  await stage?.close();
});

const device = async () => (await readDevice(stage.running.birge))?.is;

test('the administrator gets the QR as a picture that changes, and hears when it is scanned', async () => {
  const from = now(admin);
  await until(async () => (await device()) === 'waiting', 'the device to wait');
  await until(() => admin.transcript(from).includes('Linked devices'), 'the QR in Telegram');
  phone.server.newQr();
  await until(() => phone.printed.length === 2, 'the new QR');
  phone.server.pair();
  await until(async () => (await device()) === 'linked', 'the link');
  await until(() => admin.transcript(from).includes('✓ WhatsApp'), 'the news');
  expect(admin.transcript(from)).toMatchInlineSnapshot(`
    "Birge: (photo) Open WhatsApp on the phone whose number Birge shall use: Linked devices → Link a device, then scan this. The picture changes by itself.
      [WhatsApp]
    Birge (edited): (photo) Open WhatsApp on the phone whose number Birge shall use: Linked devices → Link a device, then scan this. The picture changes by itself.
      [WhatsApp]
    Birge (edited): (photo) ✓ WhatsApp is linked.
      [WhatsApp]"
  `);
});

/** What somebody writes, one after another, each after the answer to the one before; gives the talk. */
async function talk(chat: string, texts: string[]): Promise<string> {
  const lines: string[] = [];
  for (const text of texts) {
    lines.push(`> ${text}`);
    lines.push(...(await phone.says(chat, text)));
  }
  return `${lines.join('\n')}\n`;
}

test('a volunteer fills in the whole questionnaire by writing', async () => {
  const said = await talk(aigerim, [
    'Сәлем',
    ...['1', '1', '14.05.2001'],
    // The menu, the project, and the questionnaire itself.
    ...['1', '1', 'Серікова Айгерім', '8 701 222 33 44', 'aigerim@mail.kz', '1', '2', '4', 'Жазда ғана'],
    // What attracts her: two of them, then «Дайын».
    ...['5', '6', 'дайын', '5', '4', '3', 'артқа', '4', '4', '5', '5', '4', '3', '3', '1', 'дайын', '1'],
    ...['Ауыр көтеруге болмайды', '2', '4', 'дайын', 'жіберу'],
  ]);
  await expect(said).toMatchFileSnapshot('talks/whole-questionnaire.txt');
});

const dana = '77013334455@c.us';
const club = '120363025246125486@g.us';
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

test('a coordinator links a group and announces there with a picture; it is sent once WhatsApp has acknowledged it', async () => {
  phone.server.putChat({ id: club, title: 'Ерікті студенттер' });
  await talk(dana, ['Сәлем', '1', '1', '02.03.1985']);
  await appoint(stage, 77_013_334_455, 'coordinator', { organisation: qanat });
  const linking = await talk(dana, ['мәзір', 'топтар', 'топ қосу', 'Қанат']);
  const code = /birge (l_[\w-]{22})/.exec(linking)?.[1] ?? '';
  phone.server.deliver({ chat: club, from: aigerim, text: 'Бәріне сәлем!' });
  phone.server.deliver({ chat: club, from: dana, text: `birge ${code}` });
  await until(() => phone.told(club).length > 0, 'the line in the group');
  const composing = await talk(dana, ['мәзір', 'хабарландыру', 'Қанат', 'іс-шара', fair, 'өткізіп жіберу']);
  const rest = [await phone.says(dana, '', { bytes: png, mime: 'image/png' })].flat();
  const sending = await talk(dana, [
    'жіберу',
    'кімге',
    'топтар жоқ',
    'барлығы',
    'артқа',
    'хабарландыруға оралу',
    'жіберу…',
  ]);
  const done = await talk(dana, ['иә, жіберу']);
  await stage.database.sql`update budgets set post_min_ms = 0, post_max_ms = 0, interval_ms = 0`;
  await stage.catchUp();
  await expect([linking, composing, ...rest, sending, done].join('\n').replaceAll(code, 'l_CODE')).toMatchFileSnapshot(
    'talks/whole-announcement.txt',
  );
  const posted = phone.server.sent.filter(({ chat }) => chat === club);
  expect(posted.map(({ type, text }) => ({ type, text }))).toMatchInlineSnapshot(`
    [
      {
        "text": "Осы топқа «Қанат» хабарландырулары келіп тұрады.
    В эту группу будут приходить объявления «Қанат».",
        "type": "chat",
      },
      {
        "text": "Біз – «Қанат» волонтерлер ұйымымыз. 28 қараша, сенбі күні сағат 11:00-де Орталық саябақта қайырымдылық жәрмеңкесі өтеді. Келіңіз! Сұрақтар: +7 701 000 00 00

    _— Қанат_",
        "type": "image",
      },
    ]
  `);
  expect(posted[1]?.bytes?.equals(png)).toBe(true);
  expect(await stage.database.sql`select state, kind from outbox where kind = 'announcement'`).toEqual([
    { state: 'sent', kind: 'announcement' },
  ]);
});

test('what is written while the connection is lost is answered when it is back; the administrator hears of a long loss', async () => {
  const from = now(admin);
  // All of the talk above fits into a second, and WhatsApp tells no less.
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  await phone.killBrowser();
  await until(async () => (await device()) === 'lost', 'the loss to be seen');
  phone.server.deliver({ chat: aigerim, text: 'мәзір' });
  await until(async () => (await device()) === 'linked', 'the link to be back');
  await until(() => phone.told(aigerim).at(-1)?.includes('1.') === true, 'the menu');
  expect(admin.transcript(from)).toBe('');
});

test('the phone removes the device: administrators hear so, and a new QR is there', async () => {
  const from = now(admin);
  phone.server.logout();
  await until(() => admin.transcript(from).includes('(photo)'), 'a new QR');
  await stage.catchUp();
  expect(admin.transcript(from)).toMatchInlineSnapshot(`
    "Birge: (photo) Open WhatsApp on the phone whose number Birge shall use: Linked devices → Link a device, then scan this. The picture changes by itself.
      [WhatsApp]
    Birge: ⚠ The phone has removed Birge from its linked devices. A new code has to be scanned.
      [WhatsApp]"
  `);
  await presses(admin, 'go:whatsapp');
  expect(admin.last()?.text).toMatchInlineSnapshot(`"⚠ WhatsApp: waits for a phone to scan the code"`);
});
