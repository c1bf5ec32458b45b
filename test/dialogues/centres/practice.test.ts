import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { idOf, newcomer, now, presses, say, story } from '../people/scene.ts';
import { member } from '../roles/scene.ts';
import { centreOf, labelStage, marksBySql } from './scene.ts';

let stage: Stage;
let centre: number;
let head: Person;
let reader: Person;
beforeAll(async () => {
  stage = await labelStage();
  centre = await centreOf(stage, { name: 'Abai YRC', confirmed: true });
  head = await member(stage, { id: 1, name: 'Head' }, 'head', { organisation: centre });
  // Somebody without any role: sharing practice is for all.
  reader = await newcomer(stage, { id: 2, name: 'Reader' });
});
afterAll(() => stage.close());

const examples = (organisation: number, texts: Record<number, string>) =>
  marksBySql(stage, { organisation, by: 'centre', stage: 'start', marks: {}, examples: texts });

const award = (organisation: number, level: string) => stage.database.sql`
  insert into label_decisions (organisation_id, cycle, level, on_day, until_on, at)
  values (${organisation}, 1, ${level}, '2026-01-15', '2029-01-14', '2026-01-15')`;

const sharesSince = async (organisation: number) =>
  (await stage.database.sql`select shares_since from centres where organisation_id = ${organisation}`)[0]?.[
    'shares_since'
  ];

const shares = (organisation: number) =>
  stage.database.sql`update centres set shares_since = '2026-11-01' where organisation_id = ${organisation}`;

test('with no examples yet there is a warm sentence', async () => {
  await examples(centre, { 3: 'We know every family in the district by name.' });
  await reader.pressesData('jb:prac', reader.last());
  expect(reader.last().text).toBe(say('jb-prac-none'));
  for (const old of ['jb:prac:1', 'jb:prac:1:5', 'jb:prac:9', 'jb:prac:one:999:3', `jb:prac:one:${centre}:49`]) {
    await reader.pressesData(old, reader.last());
    expect([say('jb-prac-none-here'), say('jb-prac-gone')]).toContain(reader.last().text);
  }
});

test('a head agrees to share, and everybody can read; taken back, nobody can', async () => {
  const from = now(head);
  await head.pressesData(`jb:share:${centre}`, head.last());
  await head.presses(say('jb-prac-share-yes'));
  await presses(head, 'jb:prac');
  await head.presses('1. Main purpose · 1');
  expect(story(head, from)).toMatchInlineSnapshot(`
    "Head: [jb:share:1]
    Birge: Abai YRC
      Do you share your centre's examples of successful practice? If you agree, everybody in Birge can read:
      • the texts of the examples in your self-assessment, also those that you add later;
      • the centre's name, its region and the level of its quality label.

      Not to be seen: who wrote an example, files, the answers “yes” and “no”, other texts.
      Please look through the examples first: if there are people's names in them, take them out. You can stop sharing at any time.
      [Yes, we share]
      [Look at the examples first]
      [Not now]
      [Menu]
    Head: [Yes, we share]
    Birge: ✓ Thank you! Others can read the examples of “Abai YRC” now. You can stop this at any time.
      [Stop sharing]
      [Examples of good practice]
      [The centre's page]
      [Menu]
    Head: [Examples of good practice]
    Birge: Good practice
      Centres have shared 1 example. Which criterion shall we read about?
      [1. Main purpose · 1]
      [My centres]
      [Menu]
    Head: [1. Main purpose · 1]
    Birge: Good practice: 1. Main purpose (1–1 of 1)

      1) Abai YRC · Almaty Region
      3. At least 30 % from vulnerable groups
      We know every family in the district by name.
      [All criteria]
      [Menu]"
  `);
  await reader.pressesData('jb:prac:1', reader.last());
  const shown = reader.last();
  expect(shown.text).toContain('We know every family in the district by name.');

  await head.pressesData(`jb:share:${centre}`, head.last());
  await head.presses(say('jb-prac-stop'));
  expect(head.last().text).toBe(say('jb-prac-stopped', { centre: 'Abai YRC' }));
  await reader.pressesData('jb:prac:1', shown);
  expect(reader.last().text).toBe(say('jb-prac-none-here'));
  await reader.pressesData(`jb:prac:one:${centre}:3`, shown);
  expect(reader.last().text).toBe(say('jb-prac-gone'));
});

test('among the examples whoever leads a centre that does not share finds the way to it', async () => {
  await head.pressesData('jb:prac', head.last());
  await head.presses(say('jb-ctr-share'));
  expect(head.last().buttons.flat()).toContain(say('jb-prac-share-yes'));
  await reader.pressesData('jb:prac', reader.last());
  expect(reader.last().buttons.flat()).not.toContain(say('jb-ctr-share'));
  const two = await member(stage, { id: 8, name: 'Of two' }, 'coordinator', { organisation: centre });
  const other = await centreOf(stage, { name: 'Other YRC', confirmed: true });
  await stage.database.sql`insert into memberships (person_id, organisation_id, role, from_on)
    values (${await idOf(stage, 8)}, ${other}, 'head', '2026-11-22')`;
  const named = ['Abai YRC', 'Other YRC'].map((name) => say('jb-prac-share', { centre: name }));
  await two.pressesData('jb:prac', two.last());
  expect(two.last().buttons.flat()).toEqual([...named, say('jb-ctr-my-centres'), say('menu-button')]);
  await two.presses(named[1] ?? '');
  await two.presses(say('jb-prac-share-yes'));
  await presses(two, 'jb:prac');
  expect(two.last().buttons.flat()).toEqual([say('jb-ctr-share'), say('jb-ctr-my-centres'), say('menu-button')]);
  await two.pressesData(`jb:share:${other}:no`, two.last());
});

test('agreeing twice is agreeing once', async () => {
  await head.pressesData(`jb:share:${centre}:yes`, head.last());
  const since = await sharesSince(centre);
  stage.setClock('2026-11-22T07:00:00Z');
  await head.pressesData(`jb:share:${centre}:yes`, head.last());
  expect(await sharesSince(centre)).toEqual(since);
  await head.pressesData(`jb:share:${centre}:no`, head.last());
  await head.pressesData(`jb:share:${centre}:no`, head.last());
  expect(await sharesSince(centre)).toBeNull();
});

test('nobody shares for a centre that is not theirs to describe', async () => {
  const other = await centreOf(stage, { name: 'Far YRC', confirmed: true });
  const people = [
    await member(stage, { id: 3, name: 'Staff' }, 'staff', { organisation: centre }),
    await member(stage, { id: 4, name: 'Expert' }, 'expert', { organisation: centre }),
    await member(stage, { id: 5, name: 'Far head' }, 'head', { organisation: other }),
    reader,
  ];
  for (const person of people) {
    for (const data of [`jb:share:${centre}`, `jb:share:${centre}:yes`, 'jb:share:999999:yes']) {
      await person.pressesData(data, person.last());
      expect(person.last().text).toBe(say('jb-ctr-refused'));
    }
  }
  expect(await sharesSince(centre)).toBeNull();
});

test('a coordinator of the centre agrees, too; until it is confirmed nobody reads it', async () => {
  const young = await centreOf(stage, { name: 'Young YRC', confirmed: false });
  await examples(young, { 4: 'Nobody is ever made to come.' });
  const coordinator = await member(stage, { id: 6, name: 'Coordinator' }, 'coordinator', { organisation: young });
  await coordinator.pressesData(`jb:share:${young}:yes`, coordinator.last());
  expect(coordinator.last().text).toBe(
    [say('jb-prac-shared', { centre: 'Young YRC' }), say('jb-prac-unconfirmed')].join('\n\n'),
  );
  await reader.pressesData(`jb:prac:one:${young}:4`, reader.last());
  expect(reader.last().text).toBe(say('jb-prac-gone'));
  await stage.database.sql`update centres set confirmed_at = '2026-11-22' where organisation_id = ${young}`;
  await reader.pressesData(`jb:prac:one:${young}:4`, reader.last());
  expect(reader.last().text).toContain('Nobody is ever made to come.');
  await coordinator.pressesData(`jb:share:${young}:no`, coordinator.last());
});

test('labelled centres come first, five to a page, long ones cut with a way to the whole', async () => {
  const long = Array.from({ length: 150 }, (_, index) => `word${index}`).join(' ');
  const gold = await centreOf(stage, { name: 'Gold <YRC> & Co', confirmed: true });
  await examples(gold, { 1: long, 2: '<b>bold</b> & true' });
  await award(gold, 'gold');
  const plain = await centreOf(stage, { name: 'Plain YRC', confirmed: true });
  await examples(plain, { 1: 'First.', 5: 'Fifth.', 9: 'Ninth.', 10: 'Tenth.', 12: 'Of another criterion.' });
  await Promise.all([gold, plain].map(shares));

  const from = now(reader);
  await reader.pressesData('jb:prac', reader.last());
  await reader.presses('1. Main purpose · 6');
  const page = reader.last();
  await reader.presses(say('jb-prac-whole', { number: 1 }));
  expect(reader.last().text.endsWith(long)).toBe(true);
  await reader.presses(say('jb-prac-back'));
  await reader.presses(say('jb-prac-more'));
  expect(story(reader, from).replaceAll(/word\d+ /g, 'w ')).toMatchInlineSnapshot(`
    "Reader: [jb:prac]
    Birge: Good practice
      Centres have shared 7 examples. Which criterion shall we read about?
      [1. Main purpose · 6]
      [2. Staff · 1]
      [My centres]
      [Menu]
    Reader: [1. Main purpose · 6]
    Birge: Good practice: 1. Main purpose (1–5 of 6)

      1) Gold <YRC> & Co · First level (gold) · Almaty Region
      1. Work programme
      w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w word78…
      (the whole text has 1,089 characters)

      2) Gold <YRC> & Co · First level (gold) · Almaty Region
      2. Young people aged 14–28
      <b>bold</b> & true

      3) Plain YRC · Almaty Region
      1. Work programme
      First.

      4) Plain YRC · Almaty Region
      5. Regular learning activities
      Fifth.

      5) Plain YRC · Almaty Region
      9. Outreach four times a month
      Ninth.
      [Read example 1 to the end]
      [Next examples ▸]
      [All criteria]
      [Menu]
    Reader: [Read example 1 to the end]
    Birge: Gold <YRC> & Co · First level (gold) · Almaty Region
      1. Work programme

      w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w word149
      [◂ Examples for this criterion]
      [Menu]
    Reader: [◂ Examples for this criterion]
    Birge: Good practice: 1. Main purpose (1–5 of 6)

      1) Gold <YRC> & Co · First level (gold) · Almaty Region
      1. Work programme
      w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w w word78…
      (the whole text has 1,089 characters)

      2) Gold <YRC> & Co · First level (gold) · Almaty Region
      2. Young people aged 14–28
      <b>bold</b> & true

      3) Plain YRC · Almaty Region
      1. Work programme
      First.

      4) Plain YRC · Almaty Region
      5. Regular learning activities
      Fifth.

      5) Plain YRC · Almaty Region
      9. Outreach four times a month
      Ninth.
      [Read example 1 to the end]
      [Next examples ▸]
      [All criteria]
      [Menu]
    Reader: [Next examples ▸]
    Birge: Good practice: 1. Main purpose (6–6 of 6)

      6) Plain YRC · Almaty Region
      10. Principles of non-formal education
      Tenth.
      [◂ Examples before]
      [All criteria]
      [Menu]"
  `);
  expect(page.text).not.toContain('word149');
  await reader.presses(say('jb-prac-before'));
  expect(reader.last().text).toBe(page.text);
});

test('an example that was taken out of the newest assessment does not come back from an older one', async () => {
  const again = await centreOf(stage, { name: 'Again YRC', confirmed: true });
  await examples(again, { 20: 'Aliya greets everybody.' });
  const end = await marksBySql(stage, { organisation: again, by: 'centre', stage: 'end', marks: {}, examples: {} });
  await shares(again);
  await stage.database.sql`
    insert into answers (submission_id, question, value, complete, at, rev) values (${end}, 'i20_example', 'null', false, '2026-11-22', 2)`;
  await reader.pressesData('jb:prac:3', reader.last());
  expect(reader.last().text).toBe(say('jb-prac-none-here'));
  await reader.pressesData(`jb:prac:one:${again}:20`, reader.last());
  expect(reader.last().text).toBe(say('jb-prac-gone'));
});

test('an assessment that has only just been begun hides nothing of the one before', async () => {
  const labelled = await centreOf(stage, { name: 'Labelled YRC', confirmed: true });
  await examples(labelled, { 38: 'Each quarter we ask what went wrong.' });
  await award(labelled, 'silver');
  await marksBySql(stage, { organisation: labelled, by: 'centre', stage: 'start', cycle: 2, marks: {}, examples: {} });
  await shares(labelled);
  await reader.pressesData('jb:prac:6', reader.last());
  expect(reader.last().text).toContain('Each quarter we ask what went wrong.');
});

test("an expert's examples are not the centre's: nobody reads them", async () => {
  const assessed = await centreOf(stage, { name: 'Assessed YRC', confirmed: true });
  await marksBySql(stage, {
    organisation: assessed,
    by: 'expert',
    stage: 'start',
    marks: {},
    examples: { 26: 'What the expert saw.' },
  });
  await shares(assessed);
  await reader.pressesData('jb:prac:4', reader.last());
  expect(reader.last().text).toBe(say('jb-prac-none-here'));
  await reader.pressesData(`jb:prac:one:${assessed}:26`, reader.last());
  expect(reader.last().text).toBe(say('jb-prac-gone'));
});

test('five of the longest examples that can be written fit into one message', async () => {
  const family = '👨‍👩‍👧‍👦';
  const heads = await Promise.all(
    Array.from({ length: 5 }, (_, index) => centreOf(stage, { name: `${family.repeat(60)}${index}`, confirmed: true })),
  );
  for (const organisation of heads) {
    await examples(organisation, { 43: family.repeat(2000) });
    await award(organisation, 'bronze');
    await shares(organisation);
  }
  await reader.pressesData('jb:prac:7', reader.last());
  expect(reader.last().text.length).toBeLessThanOrEqual(4096);
  expect(reader.last().text.length).toBeGreaterThan(2000);
  // All of it comes in several messages; the way on stands under the last.
  const before = now(reader);
  await reader.presses(say('jb-prac-whole', { number: 1 }));
  const told = story(reader, before);
  expect(told.split(family).length - 1).toBeGreaterThan(2000);
  expect(reader.last().buttons.flat()).toEqual([say('jb-prac-back'), say('menu-button')]);
});

test('in Kazakh the question says what becomes visible', async () => {
  const batys = await centreOf(stage, { name: 'Батыс ЖРО', confirmed: true });
  const aigul = await member(stage, { id: 7, name: 'Айгүл' }, 'head', { organisation: batys });
  await stage.database.sql`update people set language = 'kk' where name = 'Айгүл'`;
  await aigul.pressesData(`jb:share:${batys}`, aigul.last());
  expect(aigul.last().text).toMatchInlineSnapshot(`
    "Батыс ЖРО
    Орталығыңыздың табысты тәжірибе мысалдарымен бөлісесіз бе? Келіссеңіз, «Бірге» қолданатын кез келген адам мыналарды оқи алады:
    • өзін-өзі бағалауда жазған мысалдарыңыздың мәтіні, кейін қосатындарыңыз да;
    • орталықтың атауы, өңірі және сапа белгісінің деңгейі.

    Көрінбейтіні: мысалды кім жазғаны, файлдар, «иә» мен «жоқ» жауаптары, басқа мәтіндер.
    Мысалдарды алдымен қарап шығыңыз: ішінде адамның аты-жөні болса, алып тастаңыз. Бөлісуді кез келген уақытта тоқтата аласыз."
  `);
});
