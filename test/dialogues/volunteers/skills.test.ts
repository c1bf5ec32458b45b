import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { idOf, newcomer, now, presses, say, story } from '../people/scene.ts';
import { projectOf, volunteerOf, volunteerStage } from './scene.ts';

let stage: Stage;
let asel: Person;
beforeAll(async () => {
  stage = await volunteerStage();
  const own = await projectOf(stage, { organisation: 'Тәлімгер', project: 'Менің сыныбым', direction: 'mentoring' });
  const others = [
    { project: 'Қарттар үйі', direction: 'elderly' },
    { project: 'Ағаш <b>отырғызу</b> 🌱', direction: 'environment' },
    { project: 'Балаларға доп', direction: 'mentoring' },
    { project: 'Ауыл мектебі', direction: 'education' },
  ];
  for (const other of others) await projectOf(stage, other);
  ({ person: asel } = await volunteerOf(stage, { id: 1, name: 'Asel' }, own));
});
afterAll(() => stage.close());

const skillsOf = async (account: number) =>
  stage.database
    .sql`select column_name as "column", skill, own from skills where person_id = ${await idOf(stage, account)} order by id`;

/** Ticks these and says that it is all. */
async function ticks(person: Person, ...options: string[]): Promise<void> {
  for (const option of options) await person.presses(option);
  await person.presses('Done');
}

test('the table is filled in column by column, and projects are suggested by it', async () => {
  const begun = now(asel);
  await asel.pressesData('vol:skills', asel.last());
  expect(story(asel, begun)).toMatchInlineSnapshot(`
    "Asel: [vol:skills]
    Birge: My skills

      Mark what you can do and what you like, and I will find projects that suit you. You can renew the table at any time.
      [Fill in]
      [My volunteering]
      [Menu]"
  `);
  await asel.presses(say('vol-skill-begin'));
  await asel.presses(say('form-skip'));
  await ticks(asel, 'Working with children', 'Sport', 'Other');
  expect(asel.last().text).toContain('your own words');
  await asel.says('тоғызқұмалақ <i>');
  await asel.presses('Done');
  await ticks(asel, 'Languages and translation');
  await asel.presses(say('form-skip'));
  await ticks(asel, 'First aid');
  const sent = now(asel);
  await asel.presses(say('form-send'));
  expect(story(asel, sent)).toMatchInlineSnapshot(`
    "Asel: [Send]
    Birge: Thank you! Your table of skills is saved.

      My skills

      Like doing: Working with children; Sport; Other: тоғызқұмалақ <i>
      Do well: Languages and translation
      Want to learn: First aid

      Projects that suit you

      Балаларға доп · Балаларға доп
      You like: Working with children; Sport

      Ауыл мектебі · Ауыл мектебі
      You like: Working with children
      You do well: Languages and translation

      Ағаш <b>отырғызу</b> 🌱 · Ағаш <b>отырғызу</b> 🌱
      You like: Sport

      Something new to learn? Begin with a small good deed: ideas are below.
      [Балаларға доп]
      [Ауыл мектебі]
      [Ағаш <b>отырғызу</b> 🌱]
      [Renew]
      [💡 Ideas]
      [My volunteering]
      [Menu]"
  `);
  expect(await skillsOf(1)).toMatchInlineSnapshot(`
    Result [
      {
        "column": "like",
        "own": null,
        "skill": "children",
      },
      {
        "column": "like",
        "own": null,
        "skill": "sport",
      },
      {
        "column": "like",
        "own": "тоғызқұмалақ <i>",
        "skill": null,
      },
      {
        "column": "well",
        "own": null,
        "skill": "languages",
      },
      {
        "column": "learn",
        "own": null,
        "skill": "first_aid",
      },
    ]
  `);
  // Nothing of the form is left beside the table.
  expect(await stage.database.sql`select id from submissions where form = 'volunteer-skills'`).toEqual([]);
});

test('renewed, it begins with what stands; old marks go', async () => {
  const begun = now(asel);
  await asel.presses(say('vol-skill-renew'));
  expect(story(asel, begun)).toMatchInlineSnapshot(`
    "Asel: [Renew]
    Birge: Five short questions; you can skip any of them. Your answers help to find a project that suits you, and you can renew them at any time.
    Birge: What is known already is filled in: at the end you can check and change it.

      Your answers

      1. Standard skills: no answer
      2. Like doing: Working with children; Sport; Other: тоғызқұмалақ <i>
      3. Do well: Languages and translation
      4. Professional: no answer
      5. Want to learn: First aid

      Is everything right? Change what you like, then send.
      [✎ 1] [✎ 2] [✎ 3] [✎ 4] [✎ 5]
      [Later] [Send]"
  `);
  await asel.presses('✎ 2');
  await asel.presses('✓ Sport');
  await asel.presses('✓ Working with children');
  await ticks(asel);
  await asel.presses('✎ 4');
  await ticks(asel, 'Caring for people');
  await asel.presses('✎ 5');
  await asel.presses(say('fill-remove'));
  const changed = now(asel);
  await asel.presses(say('form-send'));
  expect(story(asel, changed)).toMatchInlineSnapshot(`
    "Asel: [Send]
    Birge: Thank you! Your table of skills is saved.

      My skills

      Like doing: Other: тоғызқұмалақ <i>
      Do well: Languages and translation
      Professional: Caring for people

      Projects that suit you

      Қарттар үйі · Қарттар үйі
      You are professional in: Caring for people

      Ауыл мектебі · Ауыл мектебі
      You do well: Languages and translation
      [Қарттар үйі]
      [Ауыл мектебі]
      [Renew]
      [My volunteering]
      [Menu]"
  `);
  expect((await skillsOf(1)).map(({ column, skill, own }) => `${column} ${skill ?? own}`)).toMatchInlineSnapshot(`
    [
      "like тоғызқұмалақ <i>",
      "well languages",
      "professional care",
    ]
  `);
});

test('a suggestion leads to its project', async () => {
  await asel.presses('Қарттар үйі');
  expect(asel.last().text).toContain('full name');
});

test.for([
  { id: 11, name: 'Айгүл', language: 'kk' as const },
  { id: 12, name: 'Ольга', language: 'ru' as const },
])('the same in $language', async (who) => {
  const person = await newcomer(stage, who);
  const begun = now(person);
  await person.pressesData('vol:skills', person.last());
  await presses(person, 'vol:skills:new');
  expect(story(person, begun)).toMatchSnapshot('nothing yet');
  await stage.database.sql`insert into skills (person_id, column_name, skill)
    select ${await idOf(stage, who.id)}, c, 'digital' from unnest(array['like', 'professional', 'well', 'learn']) c`;
  const filled = now(person);
  await person.pressesData('vol:skills', person.last());
  expect(story(person, filled)).toMatchSnapshot('filled in');
});

test('what fits nothing says so, and sending twice writes once', async () => {
  const person = await newcomer(stage, { id: 21, name: 'Nurlan' });
  await person.pressesData('vol:skills', person.last());
  await person.presses(say('vol-skill-begin'));
  await ticks(person, 'Driving');
  for (let column = 0; column < 4; column += 1) await person.presses(say('form-skip'));
  const overview = person.last();
  await person.presses(say('form-send'));
  const once = await skillsOf(21);
  expect(person.last().text).toContain(say('vol-skill-fits-none'));
  const again = now(person);
  await person.presses(say('form-send'), overview);
  expect(story(person, again)).toMatchInlineSnapshot(`
    "Nurlan: [Send]
    Birge: This form has been sent: what you said is saved.
      [🧰 My skills]
      [Menu]"
  `);
  expect(await skillsOf(21)).toEqual(once);
  expect(once).toEqual([{ column: 'standard', skill: 'driving', own: null }]);
});
