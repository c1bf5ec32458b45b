import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWhatsappChannel } from '../../../src/channels/whatsapp/whatsapp-channel.ts';
import { isWalking } from '../../../src/screens/walking.ts';
import { openStage } from '../../support/dialogue.ts';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { FakeWhatsapp } from '../../support/whatsapp-wire.ts';
import { appoint, newcomer, now, organisation } from '../people/scene.ts';
import { linked, story, takesCode } from './group-scene.ts';

const room = '120363025246125486@g.us';
const member = '77011234567@c.us';

let stage: Stage;
let wire: FakeWhatsapp;
let qanat: number;
let dana: Person;
beforeAll(async () => {
  stage = await openStage();
  qanat = await organisation(stage, 'Qanat');
  dana = await newcomer(stage, { id: 1, name: 'Dana' });
  await appoint(stage, 1, 'coordinator', { organisation: qanat });
  wire = new FakeWhatsapp();
  wire.inGroups.push({ id: room, title: 'Tutors of Abai' });
  const { birge } = stage.running;
  const channel = createWhatsappChannel({
    wire,
    keep: () => {},
    languageOf: () => 'kk',
    words: () => ({ write: '' }),
    walks: isWalking,
    reports: { gone: () => {}, unreached: () => {}, acknowledged: () => {} },
    now: () => birge.now().getTime(),
    log: birge.log,
  });
  const { receive } = await stage.running.attach(channel);
  await channel.start(receive);
});
afterAll(() => stage.close());

/** Somebody of the group writes; gives what the bot has said there since. */
async function says(text: string): Promise<string[]> {
  const before = wire.reached.length;
  await wire.says(room, { text, from: member, title: 'Tutors of Abai' });
  await stage.running.desk.settled();
  return wire.reached.slice(before).map(({ message }) => message.text);
}

test('the code says how it is used in both messengers; in WhatsApp it is written after our name', async () => {
  const code = await takesCode(dana, qanat);
  expect(story(dana, now(dana) - 1)).toMatchInlineSnapshot(`
    "Birge: Link a group: Qanat

      Telegram. Open “Add to a Telegram group” below and choose the group. If I am in the group already, write there: /link l_CODE

      WhatsApp. Add the number +77010000001 to the group and write there: birge l_CODE

      The code works once, within 7 days.
      [Add to a Telegram group ↗]
      [Menu]"
  `);
  expect(await says(`Бірге ${code}`)).toMatchInlineSnapshot(`
    [
      "Осы топқа «Qanat» хабарландырулары келіп тұрады.
    В эту группу будут приходить объявления «Qanat».",
    ]
  `);
  expect(await linked(stage)).toMatchObject([{ title: 'Tutors of Abai', organisation: qanat, gone: false }]);
  const from = now(dana);
  await stage.catchUp();
  await dana.presses('All groups');
  expect(story(dana, from)).toMatchInlineSnapshot(`
    "Birge: The group “Tutors of Abai” is linked: announcements of “Qanat” now go there too. Describe the group, so that you can choose it by region and tags later.
      [Describe the group]
      [All groups]
    Dana: [All groups]
    Birge: Groups (1). Announcements go to these.

      1. Tutors of Abai
      WhatsApp
      [1. Tutors of Abai]
      [Link a group]
      [Menu]"
  `);
});

test('to everything else in a group the bot is silent', async () => {
  const rows = async () => (await stage.database.sql`select count(*)::int as rows from inbox`)[0]?.['rows'] as number;
  const before = await rows();
  for (const text of ['Сәлем!', '/menu', '/stop', '/link', 'birge', 'birge, көмектес', '1', '/start l_'])
    expect(await says(text)).toEqual([]);
  expect(await rows()).toBe(before);
});

test('what we are put out of is marked, and comes back', async () => {
  wire.group({ id: room, is: 'left' });
  await expect.poll(() => linked(stage)).toMatchObject([{ title: 'Tutors of Abai', gone: true }]);
  wire.group({ id: room, is: 'joined', title: 'Tutors of Abai, 2027' });
  await expect.poll(() => linked(stage)).toMatchObject([{ title: 'Tutors of Abai, 2027', gone: false }]);
  expect(wire.reached.length).toBe(1);
});
