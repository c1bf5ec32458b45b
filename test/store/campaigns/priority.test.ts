import { afterEach, beforeEach, expect, test } from 'vitest';
import { enqueue } from '../../../src/store/outbox.ts';
import { Announcing, at } from './scene.ts';

let scene: Announcing;
beforeEach(async () => {
  scene = await Announcing.open();
});
afterEach(() => scene.db.close());

const minute = 60_000;

/** A word to somebody, so many minutes from now. */
const word = (person: number, minutes: number, priority: 0 | 1 = 1) =>
  enqueue(
    scene.db.store,
    [
      {
        to: { person },
        kind: 'word',
        key: `${person} ${minutes}`,
        payload: {},
        priority,
        due: new Date(scene.now.getTime() + minutes * minute),
      },
    ],
    scene.now,
  );
const kinds = async (channel = scene.telegram, paced = false) =>
  (await scene.claims(channel, { paced })).map(({ kind }) => kind);

test('somebody who is to hear something else tomorrow does not let announcements pass the pause and the caps', async () => {
  await scene.budget(scene.whatsapp, { day_cap: 2 });
  const people = [];
  for (let n = 0; n < 4; n += 1) people.push(await scene.person({ channel: scene.whatsapp }));
  await scene.announced({ groups: null });
  for (const person of people) await word(person, 24 * 60);
  expect(await kinds(scene.whatsapp), 'the first').toEqual(['announcement']);
  expect(await kinds(scene.whatsapp, true), 'the pause').toEqual([]);
  const [budget] = await scene.db
    .sql`select next_at < clock_timestamp() + interval '10 seconds' as soon from budgets where channel_id = ${scene.whatsapp}`;
  expect(budget, 'others do not wait for the pause').toEqual({ soon: true });
  expect(await scene.sends(scene.whatsapp)).toBe(1);
  expect(await scene.sends(scene.whatsapp), 'enough for the day').toBe(0);
  const stranger = await scene.person({ channel: scene.whatsapp });
  await word(stranger, 0);
  expect(await kinds(scene.whatsapp, true)).toEqual(['word']);
});

test('an announcement goes after the notices of others, also to somebody who is to hear something later', async () => {
  const [one, other] = [await scene.person(), await scene.person()];
  await scene.announced({ groups: null });
  await word(one, 24 * 60, 0);
  scene.now = new Date(scene.now.getTime() + minute);
  await word(other, 0);
  expect(await kinds()).toEqual(['word', 'announcement']);
  expect(await kinds()).toEqual(['announcement']);
});

test('what is put off to the morning or kept back by a cap holds nothing else of the chat back', async () => {
  await scene.budget(scene.whatsapp, { day_cap: 0 });
  const [there, here] = [await scene.person({ channel: scene.whatsapp }), await scene.person()];
  await scene.announced({ groups: null });
  await word(there, 1);
  await word(here, 24 * 60);
  expect(await kinds(scene.whatsapp, true)).toEqual([]);
  scene.now = new Date(scene.now.getTime() + minute);
  expect(await kinds(scene.whatsapp, true)).toEqual(['word']);
  scene.now = at('2026-11-23', '22:00');
  await word(here, 10, 0);
  expect(await kinds()).toEqual([]);
  scene.now = at('2026-11-23', '22:10');
  expect(await kinds()).toEqual(['word']);
});
