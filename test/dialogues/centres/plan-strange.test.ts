import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { now, say, story } from '../people/scene.ts';
import { member, owedBy } from '../roles/scene.ts';
import { centreOf, labelStage, marksBySql } from './scene.ts';

let stage: Stage;
let centre: number;
let head: Person;
let aigul: Person;

beforeAll(async () => {
  stage = await labelStage();
  centre = await centreOf(stage, { name: 'Abai YRC' });
  head = await member(stage, { id: 1, name: 'Head' }, 'head', { organisation: centre });
  aigul = await member(stage, { id: 2, name: 'Aigul' }, 'staff', { organisation: centre });
  await marksBySql(stage, { organisation: centre, marks: { 9: 'no', 26: 'no' } });
  await opens(head, `jb:plan:new:${centre}:9`);
  await head.says('Go to three villages every week');
  await head.presses('Aigul');
  await head.presses('A month: 22 December 2026');
});
afterAll(() => stage.close());

/** The centre's steps as the database has them. */
const steps = async () =>
  await stage.database.sql`
    select a.indicator, a.what, coalesce(p.name, a.responsible_name) as who, a.due_on::text as due, a.done_on::text as done
    from actions a left join people p on p.id = a.responsible_id where a.dropped_at is null order by a.id`;

const owedByCentre = async () =>
  await stage.database.sql`
    select kind, due_on::text as due from obligations
    where organisation_id = ${centre} and kind = 'centre-action' and closed_at is null and fulfilled_at is null`;

const opens = (person: Person, data: string) => person.pressesData(data, person.last());

test('two change the same step: the second sees what stands there and chooses', async () => {
  const from = now(head);
  await opens(head, 'jb:act:1:what');
  await opens(aigul, 'jb:act:1:what');
  await aigul.says('Go to four villages every week');
  await head.says('Go to five villages every week');
  expect((await steps())[0]).toMatchObject({ what: 'Go to four villages every week' });
  await head.says('Go to five villages every week');
  expect(story(head, from)).toMatchInlineSnapshot(`
    "Head: [jb:act:1:what]
    Birge: 9. Outreach four times a month
      Go to three villages every week
      Responsible: Aigul
      By: 22 December 2026 (30 days left)

      What will you do? Write it in up to 500 characters: the more exact it is, the easier it is to do.
      For example: from spring on, go to the villages every week and meet young people without work
      [Back]
    Head: Go to five villages every week
    Birge: Something else is written here by now: “Go to four villages every week”. If yours should stand instead, choose or write it again; if not, choose “Back”.

      9. Outreach four times a month
      Go to four villages every week
      Responsible: Aigul
      By: 22 December 2026 (30 days left)

      What will you do? Write it in up to 500 characters: the more exact it is, the easier it is to do.
      For example: from spring on, go to the villages every week and meet young people without work
      [Back]
    Head: Go to five villages every week
    Birge: ✓ The change is saved.

      9. Outreach four times a month
      Go to five villages every week
      Responsible: Aigul
      By: 22 December 2026 (30 days left)
      Abai YRC
      [Done]
      [Change what to do]
      [Change who] [Change the day]
      [Take it off the plan]
      [Action plan]
      [Menu]"
  `);
  expect((await steps())[0]).toMatchObject({ what: 'Go to five villages every week' });
});

test('an old button does not silently replace what was chosen since, and a second press changes nothing', async () => {
  await opens(head, 'jb:act:1:when');
  const old = head.last();
  await head.says('25.12.2026');
  await head.presses('Two weeks: 6 December 2026', old);
  expect(head.last().text).toContain('by now: “25 December 2026”');
  expect((await steps())[0]).toMatchObject({ due: '2026-12-25' });
  const asked = head.last();
  await head.presses('Two weeks: 6 December 2026', asked);
  const said = head.last().text;
  await head.says('/menu');
  await head.presses('Two weeks: 6 December 2026', asked);
  expect([head.last().text, (await steps())[0]]).toEqual([said, expect.objectContaining({ due: '2026-12-06' })]);
  expect((await owedBy(stage, 2)).filter(({ kind, closed }) => kind === 'plan-action' && closed === false)).toEqual([
    { kind: 'plan-action', due: '2026-12-06', fulfilled: false, closed: false },
  ]);
});

test('a day that has passed since the button was shown is refused', async () => {
  await opens(head, 'jb:act:1:when');
  const old = head.last();
  stage.setClock('2026-12-07T06:00:00Z');
  await opens(head, 'jb:act:1:when');
  await head.says('25.12.2026');
  await head.presses('Two weeks: 6 December 2026', old);
  expect(head.last().text).toContain('Write 07.12.2026 or a later day.');
  expect((await steps())[0]).toMatchObject({ due: '2026-12-25' });
});

test('a name that one of the staff has is that person; other words are a name that the centre owes for', async () => {
  await opens(head, 'jb:act:1:who');
  await head.says('Serik Omarov');
  expect([(await steps())[0], await owedByCentre()]).toEqual([
    expect.objectContaining({ who: 'Serik Omarov' }),
    [{ kind: 'centre-action', due: '2026-12-25' }],
  ]);
  await opens(head, 'jb:act:1:who');
  await head.says('123');
  await head.says(' aigul ');
  expect([(await steps())[0], await owedByCentre()]).toEqual([expect.objectContaining({ who: 'Aigul' }), []]);
});

test('an old button names somebody who has left: they are not chosen', async () => {
  await member(stage, { id: 5, name: 'Timur' }, 'staff', { organisation: centre });
  await opens(head, 'jb:act:1:who');
  const old = head.last();
  await stage.database.sql`update memberships set from_on = '2026-11-01', until_on = '2026-12-06' where person_id = (
    select person_id from identities where external_id = '5')`;
  await head.presses('Timur', old);
  expect(head.last().text).toContain(say('jb-plan-not-staff'));
  expect(head.last().buttons.flat()).not.toContain('Timur');
  expect((await steps())[0]).toMatchObject({ who: 'Aigul' });
});

test('a part whose turn has not come is not asked, whatever the button', async () => {
  await opens(head, `jb:plan:new:${centre}:26`);
  for (const data of ['jb:act:2:when', 'jb:act:2:day', 'jb:act:2:by:2027-01-01:abcdef', 'jb:act:2:on']) {
    await opens(head, data);
    expect([data, head.last().text]).toEqual([data, expect.stringContaining('What will you do?')]);
  }
  for (const data of [
    'jb:act:2:done',
    'jb:act:2:on:2026-12-07',
    'jb:act:2:nonsense',
    'jb:act:2:by:2027-99-99:abcdef',
  ]) {
    await opens(head, data);
    expect([data, head.last().buttons.flat()]).toEqual([data, expect.arrayContaining([say('jb-plan-go-on')])]);
  }
  expect((await steps())[1]).toEqual({ indicator: 26, what: null, who: null, due: null, done: null });
});

test('a letter or two is no step: it says so, and the way back to the plan stands below', async () => {
  await opens(head, 'jb:act:2:on');
  for (const short of ['a', 'да']) {
    await head.says(short);
    expect(head.last().text).toContain(say('jb-plan-what-short', { min: 3 }));
  }
  expect((await steps())[1]).toMatchObject({ what: null });
  await head.presses(say('jb-plan-back'));
  expect(head.last().text).toContain(say('jb-plan-head-unsaid'));
});

test('two messages in one breath: the second names nobody', async () => {
  await opens(head, 'jb:act:2:on');
  const { running } = stage;
  const [channel = 0] = running.birge.channels.keys();
  const message = (id: number, text: string) => ({
    key: `breath ${id}`,
    update: {
      update_id: 9000 + id,
      message: {
        ...{ message_id: 9000 + id, date: 0, text, from: head.user },
        chat: { id: head.user.id, type: 'private' as const, first_name: 'Head' },
      },
    },
  });
  stage.setClock('2026-12-07T06:00:05Z');
  await running.desk.receive(channel, [message(1, 'Ask the akimat'), message(2, 'for rooms')]);
  stage.setClock('2026-12-07T06:00:06Z');
  await running.desk.settled();
  expect(head.last().text).toContain(say('fill-too-early'));
  expect((await steps())[1]).toMatchObject({ what: 'Ask the akimat', who: null });
});

test('stored, and then the program was killed: the same message leads on, and nothing is there twice', async () => {
  await opens(head, 'jb:act:2:what');
  stage.breakCalls((fn) => (fn === 'set_action' ? 'after' : undefined));
  await head.says('Ask the akimat for rooms');
  stage.breakCalls();
  // Thirty seconds later, on the database's own clock.
  await stage.database.sql`update talks set lease_until = '-infinity' where lease_until is not null`;
  await stage.catchUp();
  expect(head.last().text).toContain('Who is responsible?');
  expect((await steps()).map(({ what }) => what)).toEqual([
    'Go to five villages every week',
    'Ask the akimat for rooms',
  ]);
  await opens(head, 'jb:act:2:gone');
});

test('a step that somebody drops or finishes meanwhile is not written to any more', async () => {
  await opens(head, `jb:plan:new:${centre}:26`);
  await opens(aigul, 'jb:act:3:gone');
  await head.says('Look for rooms');
  expect(head.last().text).toBe(say('jb-plan-gone'));
  await opens(head, 'jb:act:1:what');
  await opens(aigul, 'jb:act:1:on:2026-12-07');
  await head.says('Go to six villages');
  expect(head.last().buttons.flat()).toContain(say('jb-plan-reopen'));
  expect(await steps()).toEqual([
    expect.objectContaining({ what: 'Go to five villages every week', done: '2026-12-07' }),
  ]);
  await head.presses(say('jb-plan-one-more'));
  await head.says('Go by bus');
  expect(await steps()).toHaveLength(2);
  await head.says('/menu');
});
