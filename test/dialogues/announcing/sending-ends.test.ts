import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Person } from '../../support/double/person.ts';
import { now, presses, story } from '../people/scene.ts';
import { auditOf, sendingScene, worksOff } from './sending-scene.ts';
import type { SendingScene } from './sending-scene.ts';

let scene: SendingScene;
const people: Record<string, Person> = {};
beforeEach(async () => {
  scene = await sendingScene();
});
afterEach(() => scene.stage.close());

const got = (name: string): number => (people[name]?.transcript().split('Сәлем!').length ?? 0) - 1;
const cast = async (...names: string[]) => {
  for (const [index, name] of names.entries()) people[name] = await scene.volunteer(10 + index, name);
};
const wrong = { error_code: 400, description: 'Bad Request: something is wrong' };

test('the failed ones stand in a list with the reason, and go again by one button', async () => {
  const { stage, dana } = scene;
  await cast('Aset', 'Bolat', 'Ivan');
  await people['Bolat']?.blocks();
  // Telegram told us of the block; here it did not.
  await stage.database.sql`update chats set gone_at = null`;
  stage.double.faults.add('sendMessage', wrong);
  const from = now(dana);
  const campaign = await scene.sendsFirst(1);
  await presses(dana, `ann:${campaign}:failed`);
  await presses(dana, `ann:${campaign}:again`);
  await worksOff(stage);
  await presses(dana, `ann:${campaign}:again`);
  await worksOff(stage);
  expect(['Aset', 'Bolat', 'Ivan'].map(got)).toEqual([1, 0, 1]);
  expect(story(dana, from)).toMatchInlineSnapshot(`
    "Birge: Announcement № 1 is being sent
      0 of 3 sent
      1 failed
      Left: a moment
      [Pause] [Cancel]
    Birge (edited): Announcement № 1 is being sent
      1 of 3 sent
      1 failed
      Left: a moment
      [Pause] [Cancel]
    Birge (edited): Announcement № 1 is through
      1 of 3 sent
      2 failed
      [Failed: 2]
      [Send the failed again]
      [Menu]
    Dana: [Failed: 2]
    Birge: Who did not get announcement № 1

      • Aset – refused by the messenger (Bad Request: something is wrong)
      • Bolat – has blocked us or deleted the chat
      [Back]
    Dana: [Send the failed again]
    Birge (edited): Announcement № 1 is being sent
      1 of 3 sent
      1 failed
      Left: a moment
      [Pause] [Cancel]
    Birge (edited): Announcement № 1 is through
      2 of 3 sent
      1 failed
      [Failed: 1]
      [Send the failed again]
      [Menu]
    Dana: [Send the failed again]
    Birge (edited): There is nothing to send again: they cannot be written to any more, or it has been done.

      Announcement № 1 is through
      2 of 3 sent
      1 failed
      [Failed: 1]
      [Send the failed again]
      [Menu]"
  `);
  expect(await auditOf(stage)).toEqual([{ account: '1', action: 'repeated-announcement', detail: { failed: '1' } }]);
});

test('those of whom nobody knows go again one by one only, after a word of warning', async () => {
  const { stage, dana } = scene;
  await cast('Aset', 'Bolat', 'Ivan');
  stage.double.faults.add('sendMessage', 'drop-after');
  stage.double.faults.add('sendMessage', 'drop-after');
  const campaign = await scene.sendsFirst(2);
  const from = now(dana);
  await presses(dana, `ann:${campaign}:unknown`);
  await dana.pressesData(`ann:${campaign}:again`, dana.last());
  await worksOff(stage);
  expect(['Aset', 'Bolat', 'Ivan'].map(got), 'the button of the failed ones leaves them alone').toEqual([1, 1, 1]);
  await presses(dana, `ann:${campaign}:unknown`);
  await presses(dana, `ann:${campaign}:again:1`);
  await worksOff(stage);
  expect(['Aset', 'Bolat', 'Ivan'].map(got)).toEqual([2, 1, 1]);
  expect(story(dana, from)).toMatchInlineSnapshot(`
    "Dana: [Unknown: 2]
    Birge: Did they get announcement № 1? Nobody knows

      • Aset
      • Bolat

      It may have arrived. Nobody likes to get it twice, so please decide about each one.
      [Send again: Aset]
      [Send again: Bolat]
      [Back]
    Dana: [ann:1:again]
    Birge (edited): How announcement № 1 is going stands below.
    Birge (edited): There is nothing to send again: they cannot be written to any more, or it has been done.

      Announcement № 1 is through
      1 of 3 sent
      2 unknown
      [Unknown: 2]
      [Menu]
    Dana: [Unknown: 2]
    Birge: Did they get announcement № 1? Nobody knows

      • Aset
      • Bolat

      It may have arrived. Nobody likes to get it twice, so please decide about each one.
      [Send again: Aset]
      [Send again: Bolat]
      [Back]
    Dana: [Send again: Aset]
    Birge (edited): It is being sent again.

      Did they get announcement № 1? Nobody knows

      • Bolat

      It may have arrived. Nobody likes to get it twice, so please decide about each one.
      [Send again: Bolat]
      [Back]
    Birge (edited): Announcement № 1 is through
      2 of 3 sent
      1 unknown
      [Unknown: 1]
      [Menu]"
  `);
});

test('a long list comes page by page', async () => {
  const { stage, dana } = scene;
  await cast(...Array.from({ length: 23 }, (_, index) => `V${index}`));
  for (let n = 0; n < 23; n += 1) stage.double.faults.add('sendMessage', wrong);
  const campaign = await scene.confirms({ groups: null });
  await worksOff(stage);
  const from = now(dana);
  await presses(dana, `ann:${campaign}:failed`);
  expect(story(dana, from).match(/• V\d+/g)).toHaveLength(20);
  await presses(dana, nextOf(campaign));
  expect(dana.screen().match(/• V\d+/g), 'the page took the place of the one before').toHaveLength(3);
});

/** What the button to the next page says to the bot. */
const nextOf = (campaign: number): string => {
  const { chat } = scene.dana;
  const rows = chat.messages.get(chat.last().message_id)?.reply_markup?.inline_keyboard.flat() ?? [];
  return (
    rows.flatMap((button) =>
      'callback_data' in button && button.callback_data.startsWith(`ann:${campaign}:failed:`)
        ? [button.callback_data]
        : [],
    )[0] ?? ''
  );
};
