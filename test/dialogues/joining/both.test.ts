import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ChannelKind } from '../../../src/channels/channel.ts';
import { delivers } from '../deadlines/scene.ts';
import { fillIn, marya, shortQuestionnaire } from '../people/questionnaire.ts';
import { appoint, idOf, now, organisation, presses, say } from '../people/scene.ts';
import { answers, areOne, asksForCode, becomesReady, confirmsThere, openMessengers, told } from './kit.ts';
import type { Messengers } from './kit.ts';

let on: Messengers;
beforeEach(async () => {
  on = await openMessengers({ forms: [shortQuestionnaire()] });
});
afterEach(() => on.stage.close());

const kinds: ChannelKind[] = ['telegram', 'whatsapp', 'web'];
const pairs = kinds.flatMap((from) => kinds.filter((to) => to !== from).map((to) => [from, to] as const));

test.for(pairs)('from %s to %s, with the code sent as a message', async ([from, to]) => {
  // Whoever came first stays: here the one who gives the code becomes the other.
  const there = await becomesReady(on.person(to, 2, 'There'));
  const here = await becomesReady(on.person(from, 1, 'Here'));
  const code = await asksForCode(here);
  expect(here.last().text).not.toContain({ telegram: 't.me', whatsapp: 'wa.me', web: 'birge.example' }[from]);
  await there.says(` ${code} `);
  await there.says('yes, join');
  await delivers(on.stage);
  const shown = /\d{4}/.exec(there.last().text)?.[0] ?? 'no number was shown';
  expect(here.last().text).toContain(shown);
  await answers(on.stage, here, true);
  expect([here.last().text, there.last().text]).toEqual([say('joining-joined'), say('joining-joined')]);
  expect(await areOne(on.stage, 1, 2)).toBe(true);
  await here.says('/menu');
  expect(here.last().text).toBe(say('menu-text'));
});

test('roles are there in the other messenger after the yes here, and not before', async () => {
  const here = await becomesReady(on.person('telegram', 1, 'Aset'));
  await appoint(on.stage, 1, 'coordinator', { organisation: await organisation(on.stage, 'Qanat') });
  const there = on.person('whatsapp', 1001, 'Aset W');
  await confirmsThere(on.stage, there, await asksForCode(here));
  await there.says('/menu');
  expect(there.last().buttons.flat()).not.toContain(say('menu-received'));
  await answers(on.stage, here, true);
  await there.says('/menu');
  expect(there.last().buttons.flat()).toContain(say('menu-received'));
});

test('whoever is in the middle of a question in a third chat answers it as if nothing had happened', async () => {
  const web = await becomesReady(on.person('web', 2001, 'Aset'));
  const there = on.person('whatsapp', 1001, 'Aset W');
  await confirmsThere(on.stage, there, await asksForCode(web));
  await answers(on.stage, web, true);
  await web.says('/menu');
  await presses(web, 'go:projects');
  await presses(web, 'go:pool');
  await web.says(marya.name);
  const here = await becomesReady(on.person('telegram', 1, 'Aset'));
  // Without a consent in force the person of the third chat is the one who goes.
  const before = await idOf(on.stage, 2001);
  await on.stage.database.sql`update consents set withdrawn_at = now() where person_id = ${before}`;
  await confirmsThere(on.stage, there, await asksForCode(here));
  const from = now(web);
  await answers(on.stage, here, true);
  expect(await idOf(on.stage, 2001)).not.toBe(before);
  await web.says(marya.phone);
  await web.says(marya.why);
  expect(told(web, from)).toContain('Health?');
  const stored = await on.stage.database.sql`
    select a.question, a.by_person::int as by, s.owner_person::int as owner from answers a
    join submissions s on s.id = a.submission_id order by a.at, a.question`;
  const one = await idOf(on.stage, 1);
  expect(stored).toEqual(['full_name', 'phone', 'why'].map((question) => ({ question, by: one, owner: one })));
});

test('both have begun the same questionnaire: the one touched last goes on, the other keeps its answers', async () => {
  const here = await becomesReady(on.person('telegram', 1, 'Aset'));
  const there = await becomesReady(on.person('whatsapp', 1001, 'Aset W'));
  const picture = new Uint8Array(
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
      'base64',
    ),
  );
  await fillIn(here, undefined, picture);
  on.stage.setClock('2026-11-22T07:00:00Z');
  await fillIn(there, undefined, picture);
  await confirmsThere(on.stage, there, await asksForCode(here));
  await answers(on.stage, here, true);
  const forms = await on.stage.database.sql`
    select s.status, count(a.*)::int as answers, count(distinct f.id)::int as files
    from submissions s join answers a on a.submission_id = s.id
    left join files f on f.id::text = a.value #>> '{0,file}' group by s.id order by s.id`;
  expect(forms).toEqual([
    { status: 'withdrawn', answers: 5, files: 1 },
    { status: 'draft', answers: 5, files: 1 },
  ]);
  expect(await on.stage.database.sql`select count(*)::int as n from files`).toEqual([{ n: 1 }]);
  await presses(here, 'go:on');
  await here.presses(say('form-send'));
  expect(here.last().text).toBe('Thank you!');
  await here.says('/mydata');
  expect(here.transcript()).toContain('birge-my-data.json');
});
