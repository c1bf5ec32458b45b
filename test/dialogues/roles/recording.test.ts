import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { appoint, idOf, now, organisation, presses, project, say, story } from '../people/scene.ts';
import { member, membershipOf, organisationOf, owedBy, roleStage } from './scene.ts';

let stage: Stage;
let centre: number;
let head: Person;
beforeAll(async () => {
  stage = await roleStage();
  centre = await organisationOf(stage, 'mobility-centre', 'Almaty centre');
  head = await member(stage, { id: 1, name: 'Head' }, 'head', { organisation: centre });
  await member(stage, { id: 2, name: 'Aset' }, 'worker', { organisation: centre });
});
afterAll(() => stage.close());

const eventsOf = async (account: number) =>
  await stage.database.sql`
  select event, on_day::text as on, key, undone_at is not null as undone from events
  where person_id = ${await idOf(stage, account)} order by id`;

test('a head records that a worker was hired, corrects the day, and takes it back', async () => {
  const from = now(head);
  await head.says('/menu');
  await presses(head, 'go:record');
  await head.presses('Almaty centre');
  await head.presses('Aset · worker');
  await head.presses('Hired');
  await head.presses('Yesterday');
  await presses(head, 'go:menu');
  const worker = await membershipOf(stage, 2, 'worker');
  await head.pressesData(`go:record:${centre}:m${worker}:hired`, head.last());
  await head.says('tomorrow');
  await head.says('1 December 2026');
  await head.says('2 қараша 2026');
  expect(story(head, from)).toMatchInlineSnapshot(`
    "Head: /menu
    Birge: What shall we do?
      [Become a volunteer]
      [My deadlines]
      [My questionnaires]
      [Volunteering] [Youth centre]
      [Invite]
      [Announce] [Groups]
      [Record an event]
      [My roles]
      [My data] [Language] [Help]
    Head: [Record an event]
    Birge: Choose the organisation:
      [Almaty centre]
      [Menu]
    Head: [Almaty centre]
    Birge: Whom is it about?
      [Aset · worker]
      [Menu]
    Head: [Aset · worker]
    Birge: Aset: what has happened?
      [Hired]
      [Adaptation plan handed to the worker]
      [Adaptation training passed]
      [Adaptation completed]
      [Own assessment of competences done]
      [Course certificate received]
      [Menu]
    Head: [Hired]
    Birge: Hired
      Aset
      When was it? Choose a day or write the date, for example 31.12.2026.
      [Today] [Yesterday]
      [Menu]
    Head: [Yesterday]
    Birge: ✓ Recorded: 21 November 2026
      Hired
      Aset
      To be done now:
      • Adaptation training: by 11.12.2026
      • Completing your adaptation: by 21.02.2027
      [Undo]
      [Record something else]
      [Menu]
    Head: [Menu]
    Birge: What shall we do?
      [Become a volunteer]
      [My deadlines]
      [My questionnaires]
      [Volunteering] [Youth centre]
      [Invite]
      [Announce] [Groups]
      [Record an event]
      [My roles]
      [My data] [Language] [Help]
    Head: [go:record:1:m2:hired]
    Birge: Hired
      Aset
      Recorded already: 21.11.2026. A new date corrects it.
      When was it? Choose a day or write the date, for example 31.12.2026.
      [Today] [Yesterday]
      [It happened once more]
      [Menu]
    Head: tomorrow
    Birge: I could not read the date. Write it like this: 31.12.2001.

      Hired
      Aset
      Recorded already: 21.11.2026. A new date corrects it.
      When was it? Choose a day or write the date, for example 31.12.2026.
      [Today] [Yesterday]
      [It happened once more]
      [Menu]
    Head: 1 December 2026
    Birge: That is too late. Write 22.11.2026 or an earlier day.

      Hired
      Aset
      Recorded already: 21.11.2026. A new date corrects it.
      When was it? Choose a day or write the date, for example 31.12.2026.
      [Today] [Yesterday]
      [It happened once more]
      [Menu]
    Head: 2 қараша 2026
    Birge: ✓ Recorded: 2 November 2026
      Hired
      Aset
      The date before was 21.11.2026.
      To be done now:
      • Adaptation training: by 23.11.2026
      • Completing your adaptation: by 02.02.2027
      [Undo]
      [Record something else]
      [Menu]"
  `);
  // 2 November is a Monday; 15 working days later is the 23rd.
  expect(await owedBy(stage, 2)).toEqual([
    { kind: 'adaptation-training', due: '2026-11-23', fulfilled: false, closed: false },
    { kind: 'adaptation', due: '2027-02-02', fulfilled: false, closed: false },
  ]);
  await head.presses(say('record-undo'));
  expect(head.last().text).toBe(say('record-undone'));
  expect(await eventsOf(2)).toEqual([{ event: 'hired', on: '2026-11-02', key: '', undone: true }]);
  expect((await owedBy(stage, 2)).map(({ closed }) => closed)).toEqual([true, true]);
});

test('what fulfils something open says so; a second time there is nothing to record', async () => {
  const worker = await membershipOf(stage, 2, 'worker');
  const hired = `${centre}:m${worker}:hired`;
  await head.pressesData(`rec:2026-11-20:${hired}`, head.last());
  const passed = `rec:2026-11-22:${centre}:m${worker}:adaptation-training-passed`;
  const from = now(head);
  await head.pressesData(passed, head.last());
  await head.pressesData(passed, head.last());
  expect(story(head, from)).toMatchInlineSnapshot(`
    "Head: [rec:2026-11-22:1:m2:adaptation-training-passed]
    Birge: ✓ Recorded: 22 November 2026
      Adaptation training passed
      Aset
      Done: Adaptation training (due 11.12.2026)
      [Undo]
      [Record something else]
      [Menu]
    Head: [rec:2026-11-22:1:m2:adaptation-training-passed]
    Birge: Nothing that this would fulfil is open, so nothing was recorded.
      [Record something else]
      [Menu]"
  `);
  expect(await owedBy(stage, 2)).toEqual([
    { kind: 'adaptation-training', due: '2026-12-11', fulfilled: true, closed: false },
    { kind: 'adaptation', due: '2027-02-20', fulfilled: false, closed: false },
  ]);
  await head.presses(say('record-undo'));
  expect((await owedBy(stage, 2))[0]).toMatchObject({ kind: 'adaptation-training', fulfilled: false });
});

test('it can happen once more, and a button pressed twice records once', async () => {
  const worker = await membershipOf(stage, 2, 'worker');
  await head.pressesData(`go:record:${centre}:m${worker}:hired`, head.last());
  await head.presses(say('record-again'));
  await head.presses('Today');
  await head.pressesData(`rec:2026-11-22:${centre}:m${worker}:hired:-:+`, head.last());
  expect((await eventsOf(2)).filter(({ event }) => event === 'hired')).toEqual([
    { event: 'hired', on: '2026-11-20', key: '', undone: false },
    { event: 'hired', on: '2026-11-22', key: '#2', undone: false },
  ]);
});

test('certificates are recorded with their hours, each once, until forty are there', async () => {
  await stage.database.sql`
    insert into periods (kind, period, opens_on, due_on) values ('forty-hours', '2026', '2026-01-01', '2026-12-31')`;
  await member(stage, { id: 20, name: 'Zarina' }, 'worker', { organisation: centre });
  const zarina = await membershipOf(stage, 20, 'worker');
  const from = now(head);
  await head.pressesData(`go:record:${centre}:m${zarina}:certificate`, head.last());
  await head.says('a lot');
  await head.says('24');
  await head.presses('Yesterday');
  expect(story(head, from)).toMatchInlineSnapshot(`
    "Head: [go:record:1:m3:certificate]
    Birge: Course certificate received
      Zarina
      How many academic hours does the certificate give? Write a whole number, for example 36.
      [Menu]
    Head: a lot
    Birge: Write a whole number, from 1 to 500.

      Course certificate received
      Zarina
      How many academic hours does the certificate give? Write a whole number, for example 36.
      [Menu]
    Head: 24
    Birge: Course certificate received
      Zarina
      Academic hours: 24
      When was it? Choose a day or write the date, for example 31.12.2026.
      [Today] [Yesterday]
      [Menu]
    Head: [Yesterday]
    Birge: ✓ Recorded: 21 November 2026
      Course certificate received
      Zarina
      Academic hours: 24
      [Undo]
      [Record something else]
      [Menu]"
  `);
  const yesterday = `rec:2026-11-21:${centre}:m${zarina}:certificate`;
  await head.pressesData(`${yesterday}:-:h24`, head.last());
  for (const wrong of [yesterday, `${yesterday}:-:h0`, `${yesterday}:-:h501`]) {
    await head.pressesData(wrong, head.last());
    expect(head.last().text).toBe(say('refused'));
  }
  const open = { kind: 'forty-hours', due: '2026-12-31', fulfilled: false, closed: false };
  expect(await owedBy(stage, 20)).toEqual([open]);
  await head.pressesData(`go:record:${centre}:m${zarina}:certificate`, head.last());
  await head.says('16');
  await head.says('20.11.2026');
  expect(await owedBy(stage, 20)).toEqual([{ ...open, fulfilled: true }]);
  await head.presses(say('record-undo'));
  expect(await owedBy(stage, 20)).toEqual([open]);
  // Those who come in the next tests owe nothing by the calendar.
  await stage.database.sql`delete from periods`;
});

test('a mentor is named for one worker, has the plan to write, and sees the worker', async () => {
  await member(stage, { id: 3, name: 'Mira' }, 'mentor', { organisation: centre });
  await appoint(stage, 3, 'worker', { organisation: centre });
  const from = now(head);
  await head.says('/menu');
  await presses(head, 'go:record');
  await head.presses('Almaty centre');
  await head.presses('Mira · mentor');
  await head.presses('Named as a mentor');
  await head.presses('Aset');
  await head.presses('Today');
  const told = story(head, from);
  expect(told.slice(told.indexOf('Head: [Mira'))).toMatchInlineSnapshot(`
    "Head: [Mira · mentor]
    Birge: Mira: what has happened?
      [Named as a mentor]
      [Mentoring ended]
      [Plan's results considered and rated]
      [Menu]
    Head: [Named as a mentor]
    Birge: Which worker is it about?
      [Aset]
      [Zarina]
      [Menu]
    Head: [Aset]
    Birge: Named as a mentor
      Mira → Aset
      When was it? Choose a day or write the date, for example 31.12.2026.
      [Today] [Yesterday]
      [Menu]
    Head: [Today]
    Birge: ✓ Recorded: 22 November 2026
      Named as a mentor
      Mira → Aset
      To be done now:
      • Your worker's adaptation plan: by 25.11.2026
      [Undo]
      [Record something else]
      [Menu]"
  `);
  const assigned = await stage.database.sql`
    select person_id::int as mentor, about_id::int as worker, from_on::text, until_on from assignments`;
  const pair = { mentor: await idOf(stage, 3), worker: await idOf(stage, 2) };
  expect(assigned).toEqual([{ ...pair, from_on: '2026-11-22', until_on: null }]);
  expect(
    await stage.database.sql`select kind, about_person::int as about from obligations where person_id = ${pair.mentor}`,
  ).toEqual([{ kind: 'adaptation-plan', about: pair.worker }]);
  await head.presses(say('record-undo'));
  expect(await stage.database.sql`select 1 from assignments`).toEqual([]);
  expect(await owedBy(stage, 3)).toEqual([
    { kind: 'adaptation-plan', due: '2026-11-25', fulfilled: false, closed: true },
  ]);
});

test('a new mentor takes the place of the one before', async () => {
  await member(stage, { id: 4, name: 'Nurlan' }, 'mentor', { organisation: centre });
  const [mira, nurlan] = [await membershipOf(stage, 3, 'mentor'), await membershipOf(stage, 4, 'mentor')];
  const aset = await membershipOf(stage, 2, 'worker');
  await head.pressesData(`rec:2026-11-01:${centre}:m${mira}:mentor-named:${aset}`, head.last());
  await head.pressesData(`rec:2026-11-16:${centre}:m${nurlan}:mentor-named:${aset}`, head.last());
  expect(
    await stage.database.sql`
    select p.name, a.from_on::text as from, a.until_on::text as until from assignments a
    join people p on p.id = a.person_id order by a.id`,
  ).toEqual([
    { name: 'Mira', from: '2026-11-01', until: '2026-11-15' },
    { name: 'Nurlan', from: '2026-11-16', until: null },
  ]);
});

test('a mentor records of the own worker only what the calendar lets mentors record', async () => {
  const nurlan = stage.double.person({ id: 4, first_name: 'Nurlan' });
  await member(stage, { id: 5, name: 'Bek' }, 'worker', { organisation: centre });
  await nurlan.says('/menu');
  await presses(nurlan, 'go:record');
  await nurlan.presses('Almaty centre');
  expect(nurlan.last().buttons.flat()).toEqual(['Aset · worker', 'Nurlan · mentor', 'Menu']);
  await nurlan.presses('Aset · worker');
  expect(nurlan.last().buttons.flat()).toEqual([
    'Adaptation plan handed to the worker',
    'Adaptation training passed',
    'Adaptation completed',
    'Menu',
  ]);
  const before = await stage.database.sql`select count(*) from events`;
  const [aset, bek] = [await membershipOf(stage, 2, 'worker'), await membershipOf(stage, 5, 'worker')];
  for (const topic of [`m${aset}:hired`, `m${bek}:adaptation-plan-received`, `m${bek}:adaptation-ended`, 'o:hired']) {
    await nurlan.pressesData(`rec:2026-11-22:${centre}:${topic}`, nurlan.last());
    expect(nurlan.last().text).toBe(say('refused'));
    await nurlan.pressesData(`go:record:${centre}:${topic}`, nurlan.last());
    expect(nurlan.last().text).toBe(say('refused'));
  }
  expect(await stage.database.sql`select count(*) from events`).toEqual(before);
});

test('a mentor tells of the own worker that mentoring has ended, and of no other', async () => {
  const nurlan = stage.double.person({ id: 4, first_name: 'Nurlan' });
  const [self, mira] = [await membershipOf(stage, 4, 'mentor'), await membershipOf(stage, 3, 'mentor')];
  const bek = await membershipOf(stage, 5, 'worker');
  await nurlan.pressesData(`go:record:${centre}:m${self}:mentoring-ended`, nurlan.last());
  expect(nurlan.last().buttons.flat()).toEqual(['Aset', 'Menu']);
  await nurlan.presses('Aset');
  await nurlan.presses('Today');
  expect(nurlan.last().text).toContain('Mentoring ended');
  for (const topic of [
    `m${self}:mentoring-ended:${bek}`,
    `m${mira}:mentoring-ended:${bek}`,
    `m${self}:mentor-named:${bek}`,
  ]) {
    await nurlan.pressesData(`rec:2026-11-22:${centre}:${topic}`, nurlan.last());
    expect(nurlan.last().text).toBe(say('refused'));
  }
  expect((await owedBy(stage, 4)).filter(({ kind }) => kind === 'adaptation-rating')).toEqual([
    { kind: 'adaptation-rating', due: '2026-11-25', fulfilled: false, closed: false },
  ]);
});

test('nobody records or undoes what is not theirs, whichever buttons they press', async () => {
  const stranger = await member(stage, { id: 6, name: 'Stranger' }, 'head', {
    organisation: await organisationOf(stage, 'mobility-centre', 'Far centre'),
  });
  const aset = await membershipOf(stage, 2, 'worker');
  const [event] = await stage.database.sql<{ id: number }[]>`
    select id::int from events where undone_at is null order by id limit 1`;
  const before = await stage.database.sql`select id, on_day, undone_at from events order by id`;
  const hired = `${centre}:m${aset}:hired`;
  for (const person of [stranger, stage.double.person({ id: 2, first_name: 'Aset' })]) {
    const from = now(person);
    for (const data of [
      ...[`go:record:${centre}`, `go:record:${centre}:m${aset}`, `go:record:${centre}:o`, `go:record:${hired}`],
      ...[`rec:2026-11-22:${hired}`, `rec:2026-11-22:${centre}:o:label-awarded`, `rec:undo:${event?.id}`],
      ...['rec:undo:999999999999999', 'go:record:9:x:y', `rec:2026-13-45:${hired}`, `rec:2027-01-01:${hired}`],
    ]) {
      await person.pressesData(data, person.last());
    }
    expect(story(person, from)).not.toContain('Recorded');
  }
  await head.pressesData(`rec:2027-01-01:${hired}`, head.last());
  expect(head.last().text).toBe(say('refused'));
  expect(await stage.database.sql`select id, on_day, undone_at from events order by id`).toEqual(before);
});

test('a coordinator of one project records of its volunteers alone', async () => {
  // Of volunteers, the project's own calendar lets nobody record anything: agreements and briefings have their own screens.
  const { calendar } = stage.running.birge;
  const record = ['coordinator'];
  const events = [...calendar.events].map(
    ([id, event]) => [id, id === 'agreement-signed' ? { ...event, record } : event] as const,
  );
  const own = await roleStage({ calendar: { ...calendar, events: new Map(events) } });
  const qanat = await organisation(own, 'Qanat');
  const [one, two] = [await project(own, qanat, 'One'), await project(own, qanat, 'Two')];
  const coordinator = await member(own, { id: 7, name: 'Dana' }, 'coordinator', {
    organisation: qanat,
    project: one,
  });
  await member(own, { id: 8, name: 'Vera' }, 'volunteer', { organisation: qanat, project: one });
  await member(own, { id: 9, name: 'Timur' }, 'volunteer', { organisation: qanat, project: two });
  await coordinator.says('/menu');
  await presses(coordinator, 'go:record');
  await coordinator.presses('Qanat');
  expect(coordinator.last().buttons.flat()).toEqual(['Vera · volunteer', 'Menu']);
  await coordinator.presses('Vera · volunteer');
  await coordinator.presses('Agreement signed');
  await coordinator.presses('Today');
  expect(await owedBy(own, 8)).toContainEqual({
    kind: 'safety-briefing',
    due: '2026-11-29',
    fulfilled: false,
    closed: false,
  });
  const timur = await membershipOf(own, 9, 'volunteer');
  await coordinator.pressesData(`rec:2026-11-22:${qanat}:m${timur}:agreement-signed`, coordinator.last());
  expect([coordinator.last().text, await owedBy(own, 9)]).toEqual([say('refused'), []]);
  await own.close();
});

test('of an organisation itself, its own events are recorded by those above it', async () => {
  const region = await organisationOf(stage, 'youth-centre', 'Region YRC');
  const district = await organisationOf(stage, 'youth-centre', 'District YRC', region);
  const coordinator = await member(stage, { id: 10, name: 'Saule' }, 'coordinator', { organisation: region });
  await coordinator.says('/menu');
  await presses(coordinator, 'go:record');
  await coordinator.presses('District YRC');
  await presses(coordinator, `go:record:${district}:o`);
  await coordinator.presses((button) => button.text.startsWith('School of State Youth Policy'));
  await coordinator.presses('Today');
  expect(
    await stage.database.sql`
    select kind, due_on::text as due from obligations where organisation_id = ${district} order by due_on`,
  ).toEqual([
    { kind: 'school-online-training', due: '2027-01-22' },
    { kind: 'work-programme', due: '2027-02-22' },
  ]);
});
