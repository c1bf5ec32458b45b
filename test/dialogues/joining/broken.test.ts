import { afterEach, beforeEach, expect, test } from 'vitest';
import { readWords } from '../../../src/words.ts';
import { delivers } from '../deadlines/scene.ts';
import { agrees, appoint, child, codeShown, idOf, now, organisation, presses, say } from '../people/scene.ts';
import { answers, areOne, asksForCode, becomesReady, confirmsThere, openMessengers, told } from './kit.ts';
import type { Messengers } from './kit.ts';
import type { Person } from '../../support/double/person.ts';

/* Whoever joins gets everything of the other: each of these tries to get there without a yes in both messengers. */

let on: Messengers;
let here: Person;
beforeEach(async () => {
  on = await openMessengers({ at: '2026-11-22T06:00:00Z' });
  here = await becomesReady(on.person('telegram', 1, 'Aset'));
});
afterEach(() => on.stage.close());

const joins = () => on.stage.database.sql`select state from joins order by id`;

test('a code is taken once: pressed again it says the same, and nobody else gets anywhere with it', async () => {
  const code = await asksForCode(here);
  const there = on.person('whatsapp', 1001, 'Aset W');
  await confirmsThere(on.stage, there, code);
  const check = there.last().text;
  await there.presses('Yes, join');
  expect(there.last().text).toBe(check);
  const thief = on.person('web', 2001, 'Thief');
  await thief.starts(code);
  await presses(thief, 'w:lang:en');
  expect(thief.last().text).toBe(say('joining-over'));
  const question = here.last();
  await answers(on.stage, here, true);
  await here.presses('Yes, it was me', question);
  expect(here.last().text).toBe(say('joining-joined'));
  await there.presses('Yes, join');
  expect(there.last().text).toBe(say('joining-joined'));
  expect(await areOne(on.stage, 1, 2001)).toBe(false);
  expect(await joins()).toEqual([{ state: 'joined' }]);
});

test('two who confirm the same code at the same moment: one is asked about, the other hears that it is over', async () => {
  const code = await asksForCode(here);
  const two = [on.person('whatsapp', 1001, 'One'), on.person('web', 2001, 'Other')] as const;
  for (const one of two) {
    await one.starts(code);
    await presses(one, 'w:lang:en');
  }
  await Promise.all(two.map((one) => one.presses('Yes, join')));
  const heard = two.map((one) => (one.last().text === say('joining-over') ? 'over' : 'asked'));
  expect(heard.toSorted()).toEqual(['asked', 'over']);
  expect(await joins()).toEqual([{ state: 'asked' }]);
});

test('the own code, in the chat that gave it, joins nothing', async () => {
  await here.starts(await asksForCode(here));
  expect(here.last().text).toBe(say('joining-own'));
});

test('a piece of a code, and one that never was', async () => {
  const there = await becomesReady(on.person('whatsapp', 1001, 'Aset W'));
  for (const code of ['j_', 'j_abc', `j_${'x'.repeat(22)}`]) {
    await there.starts(code);
    expect(there.last().text).toBe(say('joining-unknown'));
  }
});

test('a newer code makes the older one worthless, and a code lives for half an hour', async () => {
  const older = await asksForCode(here);
  const newer = await asksForCode(here);
  const there = await becomesReady(on.person('whatsapp', 1001, 'Aset W'));
  await there.starts(older);
  expect(there.last().text).toBe(say('joining-over'));
  await there.starts(newer);
  on.stage.setClock('2026-11-22T06:30:00Z');
  await there.presses('Yes, join');
  expect(there.last().text).toBe(say('joining-over'));
  expect(await joins()).toEqual([]);
});

test('No: nothing is joined, both hear it, and the old Yes says so', async () => {
  const there = on.person('whatsapp', 1001, 'Aset W');
  await confirmsThere(on.stage, there, await asksForCode(here));
  const question = here.last();
  await answers(on.stage, here, false);
  expect([here.last().text, there.last().text]).toEqual([say('joining-refused'), say('joining-refused')]);
  await here.presses('Yes, it was me', question);
  expect(here.last().text).toBe(say('joining-refused'));
  expect(await areOne(on.stage, 1, 1001)).toBe(false);
});

test('No where the code was found: nobody is asked', async () => {
  const there = on.person('whatsapp', 1001, 'Aset W');
  await there.starts(await asksForCode(here));
  await presses(there, 'w:lang:en');
  await there.says('hm?');
  expect(there.last().text).toContain(say('consent-use-buttons'));
  await there.says('no');
  expect(there.last().text).toBe(say('joining-left'));
  expect(await joins()).toEqual([]);
});

test('no answer within half an hour: the other messenger hears it, and a late Yes joins nothing', async () => {
  const there = on.person('whatsapp', 1001, 'Aset W');
  await confirmsThere(on.stage, there, await asksForCode(here));
  const from = now(there);
  on.stage.setClock('2026-11-22T06:29:59Z');
  await delivers(on.stage);
  expect(told(there, from)).toBe('');
  on.stage.setClock('2026-11-22T06:30:00Z');
  await here.presses('Yes, it was me');
  await delivers(on.stage);
  expect([here.last().text, there.last().text]).toEqual([say('joining-over'), say('joining-over')]);
  expect(await areOne(on.stage, 1, 1001)).toBe(false);
});

test('only whoever gave the code can say that it was them, whatever somebody’s program sends', async () => {
  await appoint(on.stage, 1, 'coordinator', { organisation: await organisation(on.stage, 'Qanat') });
  const there = on.person('whatsapp', 1001, 'Thief');
  await confirmsThere(on.stage, there, await asksForCode(here));
  const third = await becomesReady(on.person('web', 2001, 'Third'));
  for (const one of [there, third]) {
    await one.pressesData('join:yes:1', one.last());
    expect(one.last().text).toBe(say('joining-unknown'));
  }
  await third.pressesData('join:yes:999', third.last());
  expect(third.last().text).toBe(say('joining-unknown'));
  expect(await joins()).toEqual([{ state: 'asked' }]);
  const roles = await on.stage.database.sql`select person_id::int as person from memberships`;
  expect(roles).toEqual([{ person: await idOf(on.stage, 1) }]);
});

test.for(['finder', 'asker'] as const)('the %s erases themselves in between: nothing is left to join', async (who) => {
  const there = await becomesReady(on.person('whatsapp', 1001, 'Aset W'));
  const code = await asksForCode(here);
  await confirmsThere(on.stage, there, code);
  const question = here.last();
  const gone = who === 'finder' ? there : here;
  await gone.says('/forget');
  await presses(gone, 'forget:again');
  await presses(gone, 'forget:now');
  await here.presses('Yes, it was me', question);
  // Whoever was erased is a stranger again, who is spoken to in Kazakh.
  const words = who === 'finder' ? say : readWords('content/locales')('kk');
  expect(here.last().text).toBe(words('joining-unknown'));
  expect(await joins()).toEqual([]);
  if (who === 'finder') return;
  on.stage.setClock('2026-11-22T06:31:00Z');
  await delivers(on.stage);
  expect(there.last().text).toBe(say('joining-over'));
});

test('nobody can be asked who has blocked the messenger that gave the code; the code stays', async () => {
  const code = await asksForCode(here);
  const there = await becomesReady(on.person('whatsapp', 1001, 'Aset W'));
  await on.stage.database.sql`update chats set gone_at = now() where external_id = '1'`;
  await there.starts(code);
  await there.presses('Yes, join');
  expect(there.last().text).toBe(say('joining-unreachable'));
  await here.says('/menu');
  await there.presses('Yes, join');
  await delivers(on.stage);
  await answers(on.stage, here, true);
  expect(await areOne(on.stage, 1, 1001)).toBe(true);
});

test('the question finds the messenger blocked: half an hour later the other one hears that nothing was joined', async () => {
  const code = await asksForCode(here);
  const there = await becomesReady(on.person('whatsapp', 1001, 'Aset W'));
  here.chat.access = 'blocked';
  await confirmsThere(on.stage, there, code);
  on.stage.setClock('2026-11-22T06:31:00Z');
  await delivers(on.stage);
  expect(there.last().text).toBe(say('joining-over'));
});

test('two birth dates are two people, until one of them is put right', async () => {
  const there = await becomesReady(on.person('whatsapp', 1001, 'Aset W'), '15.05.1990');
  await confirmsThere(on.stage, there, await asksForCode(here));
  await answers(on.stage, here, true);
  expect([here.last().text, there.last().text]).toEqual([say('joining-dates'), say('joining-dates')]);
  expect(await areOne(on.stage, 1, 1001)).toBe(false);
  await on.stage.database.sql`update people set born_on = '1990-05-14'`;
  await confirmsThere(on.stage, there, await asksForCode(here));
  await answers(on.stage, here, true);
  expect(await areOne(on.stage, 1, 1001)).toBe(true);
});

test('somebody under 18 who waits for a parent does not become of age by joining an adult', async () => {
  const there = await becomesReady(on.person('whatsapp', 1001, 'Child'), '14.05.2012');
  await confirmsThere(on.stage, there, await asksForCode(here));
  await answers(on.stage, here, true);
  expect([here.last().text, there.last().text]).toEqual([say('joining-minor'), say('joining-minor')]);
  expect(await areOne(on.stage, 1, 1001)).toBe(false);
});

test('a parent and the child whom they agreed for stay two', async () => {
  const pupil = await child(on.stage, { id: 5, name: 'Dana' });
  const link = codeShown(pupil);
  const parent = on.person('whatsapp', 1001, 'Parent');
  await parent.starts(link);
  await presses(parent, 'w:lang:en');
  await agrees(parent, 'Omarova Aliya');
  await confirmsThere(on.stage, parent, await asksForCode(pupil));
  await answers(on.stage, pupil, true);
  expect([pupil.last().text, parent.last().text]).toEqual([say('joining-family'), say('joining-family')]);
  expect(await areOne(on.stage, 5, 1001)).toBe(false);
});
