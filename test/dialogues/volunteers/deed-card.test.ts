import { afterAll, beforeAll, expect, test } from 'vitest';
import { png } from '../../support/sent-files.ts';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { meaning, screen } from '../../support/filling.ts';
import { now, story } from '../people/scene.ts';
import { coordinatorOf, deedBySql, projectOf, volunteerOf, volunteerStage } from './scene.ts';

let stage: Stage;
let where: { organisation: number; project: number };
let dana: { person: Person; id: number };
let aigul: Person;
beforeAll(async () => {
  stage = await volunteerStage();
  where = await projectOf(stage, { project: 'Tongue & <Friends>' });
  dana = await volunteerOf(stage, { id: 201, name: 'Dana' }, where);
  aigul = await coordinatorOf(stage, { id: 202, name: 'Aigul' }, where);
});
afterAll(() => stage.close());

const opens = (person: Person, data: string) => person.pressesData(data, person.last());

const row = async (id: number) =>
  (
    await stage.database.sql`
      select on_day::text as on, hours::float as hours, confirmed_at is not null as confirmed, photo_id is not null as photo
      from deeds where id = ${id}`
  )[0];

const audited = async (id: number) =>
  (
    await stage.database.sql`select action from audit where subject_kind = 'deed' and subject_id = ${id} order by id`
  ).map(({ action }) => String(action));

test('a confirmed entry: the bot says before sending that a change of hours takes the confirmation away', async () => {
  const id = await deedBySql(stage, {
    person: dana.id,
    project: where.project,
    on: '2026-11-20',
    hours: 1.5,
    people: 4,
    achieved: 'All <read> aloud',
    confirmed: true,
  });
  const from = now(dana.person);
  await opens(dana.person, `vol:deed:${id}`);
  await dana.person.presses('Change');
  await dana.person.presses('✎ 4');
  await dana.person.presses('3');
  expect(story(dana.person, from)).toMatchInlineSnapshot(`
    "Dana: [vol:deed:1]
    Birge: 20 November 2026
      Tongue & <Friends>
      Education (BILIM)
      A lesson or tutoring
      1.5 hours · ✓ confirmed
      Children and other people: 4
      Achievements: All <read> aloud
      [Change] [Delete]
      [Share]
      [📖 Diary]
      [Menu]
    Dana: [Change]
    Birge: An entry in the diary takes less than a minute.
    Birge: What is known already is filled in: at the end you can check and change it.

      Your answers

      1. Day: 20 November 2026
      2. Direction: Education (BILIM)
      3. Form of activity: A lesson or tutoring
      4. Hours: 1.5
      5. Children and other people: 4
      6. Achievements: All <read> aloud

      Is everything right? Change what you like, then send.

      Project: Tongue & <Friends>
      [✎ 1] [✎ 2] [✎ 3] [✎ 4] [✎ 5]
      [✎ 6]
      [✓ How many people] [✓ Achievements]
      [+ Note] [+ Photo]
      [Later] [Send]
    Dana: [✎ 4]
    Birge: 4 / 4

      How many hours did it take?

      Your answer now: 1.5

      Any number can be typed: half an hour is 0.5.
      [1] [2] [3] [4]
      [Back] [Keep as it is] [Later]
    Dana: [3]
    Birge: ✓ 3

      Your answers

      1. Day: 20 November 2026
      2. Direction: Education (BILIM)
      3. Form of activity: A lesson or tutoring
      4. Hours: 3
      5. Children and other people: 4
      6. Achievements: All <read> aloud

      Is everything right? Change what you like, then send.

      Project: Tongue & <Friends>
      ⚠️ A coordinator has confirmed this entry. With another day, direction, form of activity or other hours it has to be confirmed again.
      [✎ 1] [✎ 2] [✎ 3] [✎ 4] [✎ 5]
      [✎ 6]
      [✓ How many people] [✓ Achievements]
      [+ Note] [+ Photo]
      [Later] [Send]"
  `);
  expect(await row(id)).toEqual({ on: '2026-11-20', hours: 1.5, confirmed: true, photo: false });
  await dana.person.presses('Send');
  expect(screen(dana.person)).toMatchInlineSnapshot(`
    "✓ Changed in the diary.

    20 November 2026
    Tongue & <Friends>
    Education (BILIM)
    A lesson or tutoring
    3 hours · waiting for the coordinator
    Children and other people: 4
    Achievements: All <read> aloud
    [✍️ Write another one] [📖 Diary]
    [Share] [Open the entry]
    [My project]
    [Menu]"
  `);
  expect(await row(id)).toEqual({ on: '2026-11-20', hours: 3, confirmed: false, photo: false });
});

test('a change of the note leaves the confirmation, and says nothing of it', async () => {
  const id = await deedBySql(stage, { person: dana.id, project: where.project, on: '2026-11-19', confirmed: true });
  await opens(dana.person, `vol:deed:${id}:change`);
  await dana.person.presses('+ Note');
  await dana.person.says('Bring chalk');
  expect(screen(dana.person)).not.toContain('confirmed');
  await dana.person.presses('Send');
  expect(screen(dana.person)).toContain('2 hours · ✓ confirmed');
  expect(await row(id)).toMatchObject({ confirmed: true });
});

test('a photo is sent with an entry, shown by a button, and taken away', async () => {
  const id = await deedBySql(stage, { person: dana.id, on: '2026-11-18' });
  await opens(dana.person, `vol:deed:${id}:change`);
  await dana.person.presses('+ Photo');
  await dana.person.says('here it is');
  const from = now(dana.person);
  await dana.person.sends.photo(png());
  await dana.person.presses('Send');
  await dana.person.presses('Open the entry');
  await dana.person.presses('🖼 See the photo');
  expect(story(dana.person, from)).toMatchInlineSnapshot(`
    "Dana: (photo)
    Birge: Your answers

      1. Day: 18 November 2026
      2. Direction: Education (BILIM)
      3. Form of activity: A lesson or tutoring
      4. Hours: 2
      5. Photo: photo: 1

      Is everything right? Change what you like, then send.
      [✎ 1] [✎ 2] [✎ 3] [✎ 4] [✎ 5]
      [+ How many people] [+ Achievements]
      [+ Note] [✓ Photo]
      [Later] [Send]
    Dana: [Send]
    Birge: ✓ Changed in the diary.

      18 November 2026
      Outside of projects
      Education (BILIM)
      A lesson or tutoring
      2 hours
      [✍️ Write another one] [📖 Diary]
      [Share] [Open the entry]
      [Menu]
    Dana: [Open the entry]
    Birge: 18 November 2026
      Outside of projects
      Education (BILIM)
      A lesson or tutoring
      2 hours
      [🖼 See the photo]
      [Change] [Delete]
      [Share]
      [📖 Diary]
      [Menu]
    Dana: [🖼 See the photo]
    Birge: (photo) 18 November 2026
      [Back to the entry]"
  `);
  expect(await row(id)).toMatchObject({ photo: true });
  await opens(dana.person, `vol:deed:${id}:change`);
  await dana.person.presses('✓ Photo');
  await dana.person.presses('Remove');
  await dana.person.presses('Send');
  expect(await row(id)).toMatchObject({ photo: false });
  await opens(dana.person, `vol:deed:${id}:photo`);
  expect(screen(dana.person)).toContain('The photo of this entry is no longer kept.');
});

test('deleting asks once; whoever presses again, or an old button, hears that it is no more', async () => {
  const id = await deedBySql(stage, { person: dana.id, project: where.project, on: '2026-11-17' });
  const from = now(dana.person);
  await opens(dana.person, `vol:deed:${id}:drop`);
  const asked = dana.person.last();
  await dana.person.presses('Yes, delete it', asked);
  await dana.person.presses('Yes, delete it', asked);
  expect(story(dana.person, from)).toMatchInlineSnapshot(`
    "Dana: [vol:deed:4:drop]
    Birge: Delete this entry from the diary? It cannot be brought back.

      17 November 2026
      Tongue & <Friends>
      Education (BILIM)
      A lesson or tutoring
      2 hours · waiting for the coordinator
      [Yes, delete it]
      [No, keep it]
      [Menu]
    Dana: [Yes, delete it]
    Birge: The entry is deleted.
      [✍️ Write down a deed] [📖 Diary]
      [Menu]
    Dana: [Yes, delete it]
    Birge: This is not yours to see, or it is no more. Here is what is yours.
      [My volunteering]
      [Menu]"
  `);
  for (const act of ['', ':change', ':photo', ':drop', ':on:2026-12-01', ':move', ':toString']) {
    await opens(dana.person, `vol:deed:${id}${act}`);
    expect(screen(dana.person)).toContain('it is no more');
  }
});

test('an entry that is deleted while it is being changed: the form says where things are', async () => {
  const id = await deedBySql(stage, { person: dana.id, on: '2026-11-16' });
  await opens(dana.person, `vol:deed:${id}:change`);
  const overview = dana.person.last();
  await opens(dana.person, `vol:deed:${id}:gone`);
  await dana.person.presses('Send', overview);
  expect(screen(dana.person)).toMatchInlineSnapshot(`
    "This form has been sent: your entry is in the diary.
    [📖 Diary]
    [Menu]"
  `);
});

test('a coordinator reads a done entry of the project, which stands in the audit, and changes nothing of it', async () => {
  const id = await deedBySql(stage, { person: dana.id, project: where.project, on: '2026-11-15', people: 3 });
  const planned = await deedBySql(stage, { person: dana.id, project: where.project, on: '2026-12-15', planned: true });
  await opens(aigul, `vol:deed:${id}`);
  expect(screen(aigul)).toMatchInlineSnapshot(`
    "15 November 2026
    Tongue & <Friends>
    Education (BILIM)
    A lesson or tutoring
    2 hours · waiting for the coordinator
    Children and other people: 3
    [Back to the project]
    [Menu]"
  `);
  expect(await audited(id)).toEqual(['read-deed']);
  for (const act of ['change', 'drop', 'gone', 'done', 'move', 'on:2026-12-01']) {
    await opens(aigul, `vol:deed:${id}:${act}`);
    expect(screen(aigul)).toContain('This is not yours to see');
  }
  await opens(aigul, `vol:deed:${planned}`);
  expect(screen(aigul)).toContain('This is not yours to see');
  expect(await row(id)).toMatchObject({ hours: 2 });
});

test('strangers, other volunteers and coordinators of other projects are refused, and so is an entry of no project', async () => {
  const other = await projectOf(stage, { organisation: 'Others', project: 'Other' });
  const timur = (await volunteerOf(stage, { id: 203, name: 'Timur' }, where)).person;
  const saule = await coordinatorOf(stage, { id: 204, name: 'Saule' }, other);
  const id = await deedBySql(stage, { person: dana.id, project: where.project, on: '2026-11-14' });
  const own = await deedBySql(stage, { person: dana.id, on: '2026-11-13' });
  for (const [person, deed] of [
    [timur, id],
    [saule, id],
    [aigul, own],
    [timur, 999_999],
  ] as const) {
    for (const act of ['', ':photo', ':change', ':drop', ':gone', ':move', ':on:2026-12-01']) {
      await opens(person, `vol:deed:${deed}${act}`);
      expect(screen(person)).toMatch(/^This is not yours to see, or it is no more/);
    }
  }
  expect([await row(id), await row(own)]).toMatchObject([{ hours: 2 }, { hours: 2 }]);
  expect(new Set(await audited(id))).toEqual(new Set(['refused-look-after-volunteers']));
});

test('what a former volunteer wrote stays theirs; the form of a project that ended writes outside of it', async () => {
  const { person, id } = await volunteerOf(stage, { id: 205, name: 'Marat' }, where);
  await opens(person, 'vol:new');
  await person.presses('Today');
  await person.presses(meaning('lesson'));
  await person.presses('1');
  await stage.database
    .sql`update memberships set from_on = '2026-10-01', until_on = '2026-11-01' where person_id = ${id}`;
  await person.presses('Send');
  expect(screen(person)).toContain('Outside of projects');
});
