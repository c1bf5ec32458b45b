import { afterEach, beforeEach, expect, test } from 'vitest';
import { pdf, png } from '../../support/sent-files.ts';
import { now, presses, story } from '../people/scene.ts';
import { sendingScene, worksOff } from './sending-scene.ts';
import type { SendingScene } from './sending-scene.ts';

let scene: SendingScene;
beforeEach(async () => {
  scene = await sendingScene();
});
afterEach(() => scene.stage.close());

const words = {
  kk: 'Біз – Қанат. <Сенбіде> жиналамыз & ән саламыз.',
  ru: 'Мы – Қанат. В <субботу> собираемся & поём.',
};

test('each reads it in their language, a group in both; its button leads on, and the author sees how far it is', async () => {
  const { stage, dana } = scene;
  const [aset, ivan, john] = [
    await scene.volunteer(2, 'Aset', 'kk'),
    await scene.volunteer(3, 'Ivan', 'ru'),
    await scene.volunteer(4, 'John', 'en'),
  ];
  const group = await scene.group('Volunteers');
  const russian = await scene.group('Волонтёры', 'ru');
  const from = [aset, ivan, john, dana].map(now);
  await scene.confirms({ ...words, link: `project ${scene.project}` });
  await worksOff(stage);
  const told = [aset, ivan, john, dana].map((person, index) => story(person, from[index]));
  expect([...told, group.transcript(), russian.transcript()].join('\n\n')).toMatchInlineSnapshot(`
    "Birge: Біз – Қанат. <Сенбіде> жиналамыз & ән саламыз.

      — Qanat. Хабарландыру керек болмаса: /stop
      [Осы жобада волонтер болу]

    Birge: Мы – Қанат. В <субботу> собираемся & поём.

      — Qanat. Не получать объявления: /stop
      [Стать волонтёром этого проекта]

    Birge: Біз – Қанат. <Сенбіде> жиналамыз & ән саламыз.

      ––––––––––

      Мы – Қанат. В <субботу> собираемся & поём.

      — Qanat. No more announcements: /stop
      [Volunteer in this project]

    Birge: Announcement № 1 is through
      5 of 5 sent
      [Menu]

    Birge: Біз – Қанат. <Сенбіде> жиналамыз & ән саламыз.

      ––––––––––

      Мы – Қанат. В <субботу> собираемся & поём.

      — Qanat
      [Осы жобада волонтер болу ↗]

    Birge: Мы – Қанат. В <субботу> собираемся & поём.

      — Qanat
      [Стать волонтёром этого проекта ↗]"
  `);
  const here = now(aset);
  await presses(aset, `go:project:${scene.project}`);
  expect(story(aset, here)).toContain('School');
});

test('without a Russian text readers of Russian get the Kazakh one', async () => {
  const ivan = await scene.volunteer(3, 'Ivan', 'ru');
  const from = now(ivan);
  await scene.confirms({ kk: words.kk });
  await worksOff(scene.stage);
  expect(story(ivan, from)).toBe(`Birge: ${words.kk}\n\n  — Qanat. Не получать объявления: /stop`);
});

test.each([
  { what: 'picture', mime: 'image/png', bytes: png() },
  { what: 'document', mime: 'application/pdf', bytes: pdf() },
])('a $what goes up once; everybody gets it with their words below', async ({ mime, bytes }) => {
  const { stage } = scene;
  const people = [];
  for (let id = 10; id < 22; id += 1) people.push(await scene.volunteer(id, `V${id}`, id % 2 ? 'kk' : 'ru'));
  const group = await scene.group('Volunteers');
  const path = await stage.running.birge.files.put(bytes, mime);
  const reads: string[] = [];
  stage.breakCalls((fn) => {
    if (fn === 'read_campaign') reads.push(fn);
    return undefined;
  });
  await scene.confirms({ ...words, file: { path, mime } });
  await worksOff(stage);
  expect(reads, 'its words are read once for all').toHaveLength(1);
  const messages = [...people.map(({ chat }) => chat), group.chat].map((chat) =>
    chat.messages.get(chat.last().message_id),
  );
  const ids = messages.map((message) => message?.photo?.[0]?.file_id ?? message?.document?.file_id);
  expect(new Set(ids).size).toBe(1);
  expect(ids[0]).toBeDefined();
  expect(messages.map((message) => message?.caption?.replaceAll('\n', ' '))).toEqual([
    ...people.map((_, index) =>
      index % 2
        ? `${words.kk}  — Qanat. Хабарландыру керек болмаса: /stop`
        : `${words.ru}  — Qanat. Не получать объявления: /stop`,
    ),
    `${words.kk}  ––––––––––  ${words.ru}  — Qanat`,
  ]);
});

test('what does not fit into one message is refused before it goes out, and the list says why', async () => {
  const { stage, dana } = scene;
  const aset = await scene.volunteer(2, 'Aset');
  const from = now(aset);
  const path = await stage.running.birge.files.put(png(), 'image/png');
  const campaign = await scene.confirms({
    kk: 'қ'.repeat(600),
    ru: 'р'.repeat(600),
    file: { path, mime: 'image/png' },
  });
  await worksOff(stage);
  expect(story(aset, from)).toBe('');
  const here = now(dana);
  await presses(dana, `ann:${campaign}:failed`);
  expect(story(dana, here)).toMatchInlineSnapshot(`
    "Dana: [Failed: 1]
    Birge: Who did not get announcement № 1

      • Aset – the text does not fit into one message
      [Back]"
  `);
});

test('it goes at its time: until then nothing, then everybody', async () => {
  const { stage, dana } = scene;
  const aset = await scene.volunteer(2, 'Aset');
  const from = now(aset);
  await scene.confirms({ sendAt: new Date('2026-11-23T05:30:00Z') });
  stage.setClock('2026-11-23T05:29:59Z');
  await worksOff(stage);
  expect(story(aset, from)).toBe('');
  stage.setClock('2026-11-23T05:30:00Z');
  await worksOff(stage);
  expect(story(aset, from)).toBe('Birge: Сәлем!\n\n  — Qanat. Хабарландыру керек болмаса: /stop');
  expect(dana.screen()).toContain('1 of 1 sent');
});

test('at night it waits and says until when; in the morning the same message tells the end', async () => {
  const { stage, dana } = scene;
  await scene.volunteer(2, 'Aset');
  await scene.volunteer(3, 'Ivan');
  stage.setClock('2026-11-22T18:00:00Z');
  const from = now(dana);
  await scene.confirms();
  await worksOff(stage);
  stage.setClock('2026-11-23T04:00:00Z');
  await worksOff(stage);
  expect(story(dana, from)).toMatchInlineSnapshot(`
    "Birge: Announcement № 1 is being sent
      0 of 2 sent
      I disturb nobody at night; it goes on at 09:00.
      Left: about 10 hours
      [Pause] [Cancel]
    Birge (edited): Announcement № 1 is through
      2 of 2 sent
      [Menu]"
  `);
});

test('an urgent one passes the night', async () => {
  const aset = await scene.volunteer(2, 'Aset');
  scene.stage.setClock('2026-11-22T18:00:00Z');
  const from = now(aset);
  await scene.confirms({ urgent: 'A storm is coming' });
  await worksOff(scene.stage);
  expect(story(aset, from)).toBe('Birge: Сәлем!\n\n  — Qanat. Хабарландыру керек болмаса: /stop');
});

test('somebody who says stop after it was confirmed gets nothing, and is counted as not sent', async () => {
  const { stage, dana } = scene;
  const aset = await scene.volunteer(2, 'Aset');
  await scene.volunteer(3, 'Ivan');
  stage.setClock('2026-11-22T18:00:00Z');
  await scene.confirms();
  await worksOff(stage);
  await aset.says('/stop');
  const from = now(aset);
  stage.setClock('2026-11-23T04:00:00Z');
  await worksOff(stage);
  expect(story(aset, from)).toBe('');
  expect(dana.screen()).toContain('1 of 2 sent\n  1 not sent');
});
