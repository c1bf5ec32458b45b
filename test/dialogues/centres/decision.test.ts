import { afterAll, beforeAll, expect, test } from 'vitest';
import { termEnd } from '../../../flows/centres/decision-record.ts';
import { openPlatform } from '../../../src/store/organisations.ts';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { newcomer, now, presses, say, story } from '../people/scene.ts';
import { member } from '../roles/scene.ts';
import { centreOf, labelStage, marksBySql } from './scene.ts';

let stage: Stage;
let centre: number;
let admin: Person;
let head: Person;
beforeAll(async () => {
  stage = await labelStage();
  const platform = await openPlatform(stage.database.store, { kk: 'Birge' }, stage.running.birge.now());
  centre = await centreOf(stage, { name: 'Qorday YRC' });
  admin = await member(stage, { id: 1, name: 'Admin' }, 'administrator', { organisation: platform });
  head = await member(stage, { id: 2, name: 'Head' }, 'head', { organisation: centre });
});
afterAll(() => stage.close());

const decided = async (organisation: number) =>
  await stage.database.sql<{ id: number }[]>`
  select id::int, cycle, level, on_day::text as on, until_on::text as until from label_decisions
  where organisation_id = ${organisation} and undone_at is null order by id`;

const owed = async (organisation: number) =>
  await stage.database.sql`
  select kind, due_on::text as due, closed_at is not null as closed from obligations
  where organisation_id = ${organisation} and kind = 'label-term' order by id`;

test('an administrator records gold with a typed day, and takes it back', async () => {
  const from = now(admin);
  await admin.pressesData(`jb:card:${centre}`, admin.last());
  await admin.presses('Decision on the label');
  await admin.presses('First level (gold)');
  await admin.says('in March');
  await admin.says('1 March 2026');
  await admin.presses('Yes, record it');
  expect(story(admin, from)).toMatchInlineSnapshot(`
    "Admin: [jb:card:2]
    Birge: Qorday YRC
      District centre · Almaty Region
      ✓ Confirmed by an administrator
      No quality label yet

      Head: Мысал Басшы
      Phone: +7 701 000 0001
      E-mail: centre@example.org
      Address: Мысал көшесі, 1
      [Take back the confirmation]
      [Invite an expert]
      [The programme] [Decision on the label]
      [Open the centre]
      [Register of centres]
      [Menu]
    Admin: [Decision on the label]
    Birge: Qorday YRC

      What was decided?
      [First level (gold)]
      [Second level (silver)]
      [Third level (bronze)]
      [Label refused]
      [Card in the register]
      [Menu]
    Admin: [First level (gold)]
    Birge: Qorday YRC
      First level (gold)

      On which day was it decided? Choose one or write it, for example: 15.11.2026.
      [Today] [Yesterday]
      [Back]
    Admin: in March
    Birge: I could not read the date. Write it like this: 31.12.2001.

      Qorday YRC
      First level (gold)

      On which day was it decided? Choose one or write it, for example: 15.11.2026.
      [Today] [Yesterday]
      [Back]
    Admin: 1 March 2026
    Birge: Qorday YRC

      First level (gold)
      Day of the decision: 1 March 2026
      Last day of the term: 28 February 2029 (3 years)

      Deadline: Preparing for the end of the label's term – 28.02.2029

      At this level the centre is a member of the National League of youth centres (as the setting says).

      The document says two things: by item 4(3) centres of the first level are members, by the glossary and item 7(2) every labelled centre is.

      This decision ends the centre's round 1 in the programme. Later assessments belong to the next one.

      Shall we record this?
      [Yes, record it]
      [Back]
    Admin: [Yes, record it]
    Birge: Qorday YRC

      The decision is recorded.

      First level (gold)
      Day of the decision: 1 March 2026
      Last day of the term: 28 February 2029 (3 years)

      Deadline: Preparing for the end of the label's term – 28.02.2029

      At this level the centre is a member of the National League of youth centres (as the setting says).

      The document says two things: by item 4(3) centres of the first level are members, by the glossary and item 7(2) every labelled centre is.
      [Take back the last decision]
      [The programme]
      [Menu]"
  `);
  const [gold] = await decided(centre);
  expect(gold).toEqual({ id: gold?.id, cycle: 1, level: 'gold', on: '2026-03-01', until: '2029-02-28' });
  expect(await owed(centre)).toEqual([{ kind: 'label-term', due: '2029-02-28', closed: false }]);
  await head.pressesData(`jb:c:${centre}`, head.last());
  expect(head.last().text).toContain(
    'First level (gold), up to and including 28 February 2029\nRound 2 in the programme',
  );

  await presses(admin, `jb:dec:${centre}:undo:${gold?.id}`);
  expect(admin.last().text).toBe(say('jb-ctr-undone'));
  expect(await decided(centre)).toEqual([]);
  expect((await owed(centre)).filter(({ closed }) => closed === false)).toEqual([]);
  await admin.pressesData(`jb:dec:${centre}:undo:${gold?.id}`, admin.last());
  expect(admin.last().text).toBe(say('jb-ctr-not-undone'));
  await head.pressesData(`jb:c:${centre}`, head.last());
  expect(head.last().text).toContain('No quality label yet\nFirst round in the programme');
});

test('a refusal has no term, owes nothing and says nothing of the League', async () => {
  const refused = await centreOf(stage, { name: 'Refused YRC' });
  const from = now(admin);
  await admin.pressesData(`jb:dec:${refused}`, admin.last());
  await admin.presses('Label refused');
  await admin.presses('Yesterday');
  await admin.presses('Yes, record it');
  expect(story(admin, from)).toMatchInlineSnapshot(`
    "Admin: [jb:dec:3]
    Birge: Refused YRC

      What was decided?
      [First level (gold)]
      [Second level (silver)]
      [Third level (bronze)]
      [Label refused]
      [Card in the register]
      [Menu]
    Admin: [Label refused]
    Birge: Refused YRC
      Label refused

      On which day was it decided? Choose one or write it, for example: 15.11.2026.
      [Today] [Yesterday]
      [Back]
    Admin: [Yesterday]
    Birge: Refused YRC

      Label refused
      Day of the decision: 21 November 2026

      This decision ends the centre's round 1 in the programme. Later assessments belong to the next one.

      Shall we record this?
      [Yes, record it]
      [Back]
    Admin: [Yes, record it]
    Birge: Refused YRC

      The decision is recorded.

      Label refused
      Day of the decision: 21 November 2026
      [Take back the last decision]
      [The programme]
      [Menu]"
  `);
  const [one] = await decided(refused);
  expect(one).toEqual({ id: one?.id, cycle: 1, level: null, on: '2026-11-21', until: null });
  expect(await owed(refused)).toEqual([]);
});

test('at silver and bronze the setting leaves a centre out of the League, and the conflict is told', async () => {
  const silver = await centreOf(stage, { name: 'Silver YRC' });
  await admin.pressesData(`jb:dec:${silver}`, admin.last());
  await admin.presses('Second level (silver)');
  await admin.presses('Today');
  expect(admin.last().text).toContain(say('jb-ctr-league-out'));
  expect(admin.last().text).toContain(stage.running.birge.label.league.note.en);
  await admin.presses('Back');
  expect(await decided(silver)).toEqual([]);
});

test('the same press again records nothing more; the next decision is of a later day', async () => {
  const twice = await centreOf(stage, { name: 'Twice YRC' });
  const press = `jb:dec:${twice}:bronze:2026-11-20:yes:1`;
  await admin.pressesData(press, admin.last());
  stage.setClock('2026-11-22T06:05:00Z');
  await admin.pressesData(press, admin.last());
  const [bronze, ...more] = await decided(twice);
  expect([bronze?.id !== undefined, more]).toEqual([true, []]);

  for (const data of [`jb:dec:${twice}:silver:2026-11-20:yes:1`, `jb:dec:${twice}:refused:2026-11-19:yes:1`]) {
    await admin.pressesData(data, admin.last());
    expect(admin.last().text.split('\n')[0]).toBe(say('jb-ctr-decided-later'));
  }
  await admin.presses('Back');
  await admin.presses('Second level (silver)');
  await admin.says('19.11.2026');
  expect(admin.last().text.split('\n')[0]).toBe(say('jb-ctr-decided-later'));
  await admin.pressesData(`jb:dec:${twice}:silver:2026-11-21:yes:2`, admin.last());
  // Only the newest is taken back.
  await admin.pressesData(`jb:dec:${twice}:undo:${bronze?.id}`, admin.last());
  expect(admin.last().text).toBe(say('jb-ctr-not-undone'));
  expect((await decided(twice)).length).toBe(2);
});

test('a decision stands once something has been assessed after it, and is no button of another centre', async () => {
  const after = await centreOf(stage, { name: 'After YRC' });
  await admin.pressesData(`jb:dec:${after}:gold:2026-11-20:yes:1`, admin.last());
  const [gold] = await decided(after);
  await admin.pressesData(`jb:dec:${centre}:undo:${gold?.id}`, admin.last());
  expect(admin.last().text).toBe(say('jb-ctr-not-undone'));
  await marksBySql(stage, { organisation: after, marks: { 1: 'yes' }, cycle: 2 });
  await admin.pressesData(`jb:dec:${after}:undo:${gold?.id}`, admin.last());
  expect([admin.last().text, (await decided(after)).length]).toEqual([say('jb-ctr-not-undone'), 1]);
});

test('days that cannot be are refused, pressed or typed', async () => {
  const strange = await centreOf(stage, { name: 'Strange YRC' });
  for (const [data, said] of [
    [`jb:dec:${strange}:gold:2026-11-23:yes:1`, say('problem-date-late', { max: '22.11.2026' })],
    [`jb:dec:${strange}:gold:2016-11-21:yes:1`, say('problem-date-early', { min: '22.11.2016' })],
  ] as const) {
    await admin.pressesData(data, admin.last());
    expect(admin.last().text).toBe(said);
  }
  await admin.pressesData(`jb:dec:${strange}:gold`, admin.last());
  await admin.says('31.02.2026');
  expect(admin.last().text.split('\n')[0]).toBe(say('problem-no-such-day'));
  for (const data of [
    ...[
      `jb:dec:${strange}:gold:2026-02-31:yes:1`,
      `jb:dec:${strange}:platinum`,
      `jb:dec:${strange}:toString:2026-11-22:yes:1`,
    ],
    ...['jb:dec:999999999999999', 'jb:dec:999999999999999:gold', 'jb:dec:999999999999999:gold:2026-11-22:yes:1'],
  ]) {
    await admin.pressesData(data, admin.last());
  }
  expect(await decided(strange)).toEqual([]);
});

test('nobody but an administrator decides or takes back, whichever buttons they press', async () => {
  const kept = await centreOf(stage, { name: 'Kept YRC' });
  await admin.pressesData(`jb:dec:${kept}:silver:2026-11-20:yes:1`, admin.last());
  const before = await decided(kept);
  const others = [
    head,
    await member(stage, { id: 3, name: 'Own' }, 'head', { organisation: kept }),
    await member(stage, { id: 4, name: 'Expert' }, 'expert', { organisation: kept }),
    await newcomer(stage, { id: 5, name: 'Nobody' }),
  ];
  for (const person of others) {
    for (const data of [
      ...[
        `jb:dec:${kept}`,
        `jb:dec:${kept}:gold`,
        `jb:dec:${kept}:gold:2026-11-22`,
        `jb:dec:${kept}:gold:2026-11-22:yes:1`,
      ],
      ...[`jb:dec:${kept}:undo:${before[0]?.id}`],
    ]) {
      await person.pressesData(data, person.last());
      expect(person.last().text).toBe(say('jb-ctr-refused'));
    }
    // The calendar's event alone, without a level, is recorded by nobody any more.
    await person.pressesData(`go:record:${kept}:o:label-awarded`, person.last());
    expect(person.last().text).toBe(say('refused'));
  }
  await admin.pressesData(`go:record:${kept}:o:label-awarded`, admin.last());
  expect(admin.last().text).toBe(say('refused'));
  expect(await decided(kept)).toEqual(before);
});

test('an administrator who is one no more while the day is being typed records nothing', async () => {
  const late = await centreOf(stage, { name: 'Late YRC' });
  const [root] = await stage.database.sql<{ id: number }[]>`select id::int from organisations where kind = 'platform'`;
  const second = await member(stage, { id: 6, name: 'Second' }, 'administrator', { organisation: root?.id ?? 0 });
  await second.pressesData(`jb:dec:${late}:gold`, second.last());
  await stage.database.sql`update memberships set until_on = '2026-11-21'
    where person_id = (select person_id from identities where external_id = '6')`;
  await second.says('22.11.2026');
  expect(second.last().text).toBe(say('jb-ctr-refused'));
  expect(await decided(late)).toEqual([]);
});

test('a term ends on the day before the same day years later; February has its own ends', () => {
  const ends = [
    ['2026-11-22', '2029-11-21'],
    ['2026-01-01', '2028-12-31'],
    ['2026-03-01', '2029-02-28'],
    ['2025-03-01', '2028-02-29'],
    ['2026-02-28', '2029-02-27'],
    ['2028-02-29', '2031-02-28'],
    ['2028-02-28', '2031-02-27'],
  ] as const;
  expect(ends.map(([on]) => [on, termEnd(on, 3)])).toEqual(ends);
  expect(termEnd('2028-02-29', 4)).toBe('2032-02-28');
});
