import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { idOf, now, organisation, presses, project, say, story } from '../people/scene.ts';
import { member } from '../roles/scene.ts';
import { coordinatorOf, projectOf, volunteerOf, volunteerStage } from './scene.ts';

let stage: Stage;
let where: { organisation: number; project: number };
let first: Person;
let second: Person;
beforeAll(async () => {
  stage = await volunteerStage();
  where = await projectOf(stage, { project: 'Ауыл <b>мектебі</b> 📚' });
  first = await coordinatorOf(stage, { id: 1, name: 'Asel' }, { organisation: where.organisation });
  second = await coordinatorOf(stage, { id: 2, name: 'Daniyar' }, where);
});
afterAll(() => stage.close());

const open = (person: Person, page = '') => person.pressesData(`vol:prep:${where.project}${page}`, person.last());

test('two coordinators fill it in together, one of them of the project alone', async () => {
  const begun = now(first);
  await open(first);
  await first.presses(say('vol-prep-fill'));
  await first.says('Ағылшын тілі курсы <i>тегін</i>.');
  await first.says('Ауыл мектебінде.');
  await first.presses(say('form-pause'));
  await open(first);
  expect(story(first, begun)).toMatchInlineSnapshot(`
    "Asel: [vol:prep:1]
    Birge: Preparing for volunteers
      Ауыл <b>мектебі</b> 📚

      Ten questions are worth settling before you invite volunteers. Coordinators can fill them in together, and the answers are kept with the project.
      [Fill in]
      [Back to the project]
      [Menu]
    Asel: [Fill in]
    Birge: The project “Ауыл <b>мектебі</b> 📚”: ten questions to settle before you invite volunteers. You can skip any of them and add to it later. Your colleagues go on with the same answers.
    Birge: 1 / 10

      Which programmes do you run now, and which do you plan?
      [Skip] [Later]
    Asel: Ағылшын тілі курсы <i>тегін</i>.
    Birge: 2 / 10

      In which projects do you need volunteers?
      [Back] [Skip] [Later]
    Asel: Ауыл мектебінде.
    Birge: 3 / 10

      Will volunteers help all the time, or only in short projects?
      [Back] [Skip] [Later]
    Asel: [Later]
    Birge: Let us take a break. 2 of 10 answers are saved, and you can go on whenever you like.
      [Continue] [Menu]
    Asel: [vol:prep:1]
    Birge: Preparing for volunteers
      Ауыл <b>мектебі</b> 📚

      Ten questions are worth settling before you invite volunteers. Coordinators can fill them in together, and the answers are kept with the project.
      [Go on]
      [Back to the project]
      [Menu]"
  `);
  expect(first.last().buttons.flat()).toContain(say('vol-prep-go-on'));
  const joined = now(second);
  await open(second);
  await second.presses(say('vol-prep-fill'));
  expect(story(second, joined)).toMatchInlineSnapshot(`
    "Daniyar: [vol:prep:1]
    Birge: Preparing for volunteers
      Ауыл <b>мектебі</b> 📚

      Ten questions are worth settling before you invite volunteers. Coordinators can fill them in together, and the answers are kept with the project.
      [Fill in]
      [Back to the project]
      [Menu]
    Daniyar: [Fill in]
    Birge: Your colleagues are already filling this in: let us go on together.

      3 / 10

      Will volunteers help all the time, or only in short projects?
      [Back] [Skip] [Later]"
  `);
  await second.says('Бір оқу жылы.');
  for (let question = 4; question <= 10; question += 1) await second.presses(say('form-skip'));
  const sent = now(second);
  const overview = second.last();
  await second.presses(say('form-send'));
  expect(story(second, sent)).toMatchInlineSnapshot(`
    "Daniyar: [Send]
    Birge: Thank you! The answers are kept with the project.
      [Open the answers]
      [Back to the project]
      [Menu]"
  `);
  await second.presses(say('form-send'), overview);
  await second.pressesData(`vol:prep:${where.project}`, second.last());
  const read = now(first);
  await open(first);
  expect(story(first, read)).toMatchInlineSnapshot(`
    "Asel: [vol:prep:1]
    Birge: Preparing for volunteers
      Ауыл <b>мектебі</b> 📚

      1. Programmes
      Ағылшын тілі курсы <i>тегін</i>.

      2. Projects for volunteers
      Ауыл мектебінде.

      3. Lasting or short
      Бір оқу жылы.

      4. Who coordinates
      –

      5. Who plans
      –

      6. Who is needed
      –

      7. What they gain
      –

      8. Finding and choosing
      –

      9. Keeping them
      –

      10. Reasons to part
      –
      [Renew]
      [Back to the project]
      [Menu]"
  `);
  expect(
    await stage.database.sql`
    select owner_organisation::int as organisation, about_kind, about_id::int, status from submissions where form = 'project-preparation'`,
  ).toEqual([
    { organisation: where.organisation, about_kind: 'project', about_id: where.project, status: 'submitted' },
  ]);
});

test('renewed, it begins with the answers of the last one, which stand until it is sent', async () => {
  const begun = now(second);
  await open(second);
  await second.presses(say('vol-prep-renew'));
  expect(story(second, begun)).toContain('1. Programmes: Ағылшын тілі курсы');
  await second.presses('✎ 2');
  await second.says('Екі мектепте.');
  await open(first);
  expect(first.last().text).toContain('Ауыл мектебінде.');
  await first.presses(say('vol-prep-renew'));
  await first.presses(say('form-send'));
  await open(first);
  expect(first.last().text).toContain('Екі мектепте.');
  expect(first.last().text).toContain('Бір оқу жылы.');
});

test('long answers are read page by page', async () => {
  await stage.database.sql`update answers set value = to_jsonb(repeat('Ұзақ жауап & ', 80)) where submission_id =
    (select max(id) from submissions where form = 'project-preparation')`;
  const begun = now(first);
  await open(first);
  await first.presses(say('vol-prep-further'));
  const turned = story(first, begun);
  expect(turned.match(/^ +\d+\. .*/gm)?.map((line) => line.trim())).toMatchInlineSnapshot(`
    [
      "1. Programmes",
      "2. Projects for volunteers",
      "3. Lasting or short",
      "4. Who coordinates",
    ]
  `);
  await open(first, ':99');
  expect(first.last().text).toContain('10. ');
  expect(first.last().buttons.flat()).not.toContain(say('vol-prep-further'));
});

test('an administrator reads and does not fill in; neither does who coordinates from above', async () => {
  const administrator = await member(stage, { id: 5, name: 'Admin' }, 'administrator', {
    organisation: where.organisation,
  });
  const above = await organisation(stage, 'Above');
  await stage.database.sql`update organisations set parent_id = ${above} where id = ${where.organisation}`;
  const upper = await coordinatorOf(stage, { id: 6, name: 'Upper' }, { organisation: above });
  for (const person of [administrator, upper]) {
    await open(person);
    expect(person.last().buttons.flat()).not.toContain(say('vol-prep-renew'));
    await open(person, ':fill');
    expect(person.last().text).toBe(say('vol-prep-read-only'));
  }
});

test('others are refused: a volunteer, a coordinator of another project, a project that is none', async () => {
  const { person } = await volunteerOf(stage, { id: 11, name: 'Marat' }, where);
  const other = await project(stage, where.organisation, 'Басқа жоба');
  const stranger = await coordinatorOf(
    stage,
    { id: 12, name: 'Other' },
    { organisation: where.organisation, project: other },
  );
  for (const who of [person, stranger]) {
    await open(who);
    expect(who.last().text).toBe(say('vol-refused'));
    await open(who, ':fill');
    expect(who.last().text).toBe(say('vol-refused'));
  }
  await first.pressesData('vol:prep:999999', first.last());
  expect(first.last().text).toBe(say('vol-refused'));
  expect(
    await stage.database.sql`select count(*)::int as n from audit
    where person_id = ${await idOf(stage, 12)} and action = 'refused-prepare-project'`,
  ).toEqual([{ n: 2 }]);
});

test.for([
  { id: 21, name: 'Айгүл', language: 'kk' as const },
  { id: 22, name: 'Ольга', language: 'ru' as const },
])('the same in $language', async (who) => {
  const own = await projectOf(stage, { organisation: who.name, project: 'Бақша' });
  const person = await coordinatorOf(stage, who, own);
  const begun = now(person);
  await person.pressesData(`vol:prep:${own.project}`, person.last());
  await presses(person, `vol:prep:${own.project}:fill`);
  for (let question = 1; question <= 10; question += 1) await person.says(`${question}-жауап`);
  await person.presses(who.language === 'kk' ? 'Жіберу' : 'Отправить');
  await presses(person, `vol:prep:${own.project}`);
  expect(story(person, begun)).toMatchSnapshot();
});
