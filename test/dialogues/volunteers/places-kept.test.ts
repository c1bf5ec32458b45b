import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { newcomer, now, say, story } from '../people/scene.ts';
import { idOfRow, stands } from './places-scene.ts';
import { coordinatorOf, projectOf, volunteerStage } from './scene.ts';

let stage: Stage;
let reader: Person;
let keeper: Person;
let where: { organisation: number; project: number };
beforeAll(async () => {
  stage = await volunteerStage();
  where = await projectOf(stage);
  reader = await newcomer(stage, { id: 1, name: 'Asel' });
  // Of one project only: the list is everybody's all the same.
  keeper = await coordinatorOf(stage, { id: 2, name: 'Daniyar' }, where);
});
afterAll(() => stage.close());

test('a coordinator corrects an organisation: what is no page is refused first', async () => {
  const id = await idOfRow(stage, '5');
  const begun = now(keeper);
  await keeper.pressesData('vol:go:r:astana', keeper.last());
  await keeper.pressesData(`vol:go:p:${id}`, keeper.last());
  await keeper.presses(say('vol-go-fix'));
  expect(story(keeper, begun)).toMatchInlineSnapshot(`
    "Daniyar: [vol:go:r:astana]
    Birge: Astana

      📍 Астана
      1. «Adal Volunteer Club» жастар ұйымы
      https://www.adalvolunteerclub.com
      https://instagram.com/adalvolunteerclub
      https://facebook.com/adalvolunteerclub
      https://t.me/adalvolunteerclub
      as of 2020

      2. «Еркіндік Қанаты»
      as of 2020

      3. «Ұлан-ғайыр Дала Елі» ҚБ
      as of 2020

      4. Қарабеков Ағабек атындағы қоғамдық қоры
      as of 2020
      [✎ 1] [✎ 2] [✎ 3] [✎ 4]
      [➕ Add an organisation]
      [All regions]
      [Menu]
    Daniyar: [vol:go:p:5]
    Birge: 📍 Астана · Astana
      «Еркіндік Қанаты»
      as of 2020
      [✎ Correct]
      [It is gone, take it out]
      [Back to the region]
      [All regions]
      [Menu]
    Daniyar: [✎ Correct]
    Birge: A few questions about the organisation. Everybody sees the list, so no names of people, phones or e-mails go into it.
    Birge: What is known already is filled in: at the end you can check and change it.

      Your answers

      1. Name: «Еркіндік Қанаты»
      2. Town or village: Астана
      3. Region: Astana
      4. Site and pages: no answer
      5. Note: no answer

      Is everything right? Change what you like, then send.
      [✎ 1] [✎ 2] [✎ 3] [✎ 4] [✎ 5]
      [Later] [Send]"
  `);
  await keeper.presses('✎ 4');
  const wrong = now(keeper);
  await keeper.says('@erkindik\nhttps://wa.me/77011234567\nerkindik@example.kz');
  expect(story(keeper, wrong)).toMatchInlineSnapshot(`
    "Daniyar: @erkindik
      https://wa.me/77011234567
      erkindik@example.kz
    Birge: ❗ “@erkindik” is not the address of a page. Please write it in full, for example: https://instagram.com/…
      ❗ There is a phone number in it. Everybody sees the list: please take the number out.
      ❗ There is an e-mail address in it. Everybody sees the list: please take it out.

      Your answers

      1. Name: «Еркіндік Қанаты»
      2. Town or village: Астана
      3. Region: Astana
      4. Site and pages: @erkindik / https://wa.me/77011234567 / erkindik@example.kz
      5. Note: no answer

      Is everything right? Change what you like, then send.
      [✎ 1] [✎ 2] [✎ 3] [✎ 4] [✎ 5]
      [Later] [Send]"
  `);
  await keeper.presses(say('form-send'));
  expect(await stands(stage, id)).toMatchObject({ pages: [] });
  await keeper.presses('✎ 4');
  await keeper.says('https://instagram.com/erkindik.qanaty\nhttps://erkindik.example.kz');
  await keeper.presses('✎ 5');
  await keeper.says('Тек <b>сенбі</b> күні 🙂');
  const sent = now(keeper);
  await keeper.presses(say('form-send'));
  expect(story(keeper, sent)).toMatchInlineSnapshot(`
    "Daniyar: [Send]
    Birge: Thank you! The list is up to date.

      📍 Астана · Astana
      «Еркіндік Қанаты»
      https://instagram.com/erkindik.qanaty
      https://erkindik.example.kz
      Тек <b>сенбі</b> күні 🙂
      checked on 22 November 2026
      [✎ Correct]
      [It is gone, take it out]
      [Back to the region]
      [All regions]
      [Menu]"
  `);
  expect(await stands(stage, id)).toMatchInlineSnapshot(`
    {
      "city": "Астана",
      "closed": false,
      "name": "«Еркіндік Қанаты»",
      "note": "Тек <b>сенбі</b> күні 🙂",
      "pages": [
        "https://instagram.com/erkindik.qanaty",
        "https://erkindik.example.kz",
      ],
      "region": "astana",
    }
  `);
  const seen = now(reader);
  await reader.pressesData('vol:go:r:astana', reader.last());
  expect(story(reader, seen)).toContain('checked on 22 November 2026');
  expect(await stage.database.sql`select id from submissions where form = 'place'`).toEqual([]);
});

test('a coordinator adds one, in the region where they looked', async () => {
  await keeper.pressesData('vol:go:r:abai', keeper.last());
  const begun = now(keeper);
  await keeper.presses(say('vol-go-add'));
  await keeper.says('Жаңа <топ> 🌟');
  await keeper.says('Семей');
  await keeper.presses(say('form-skip'));
  await keeper.says('Хабарласыңыз: 8 701 123 45 67');
  await keeper.presses('✎ 5');
  await keeper.presses(say('fill-remove'));
  await keeper.presses(say('form-send'));
  expect(story(keeper, begun)).toMatchSnapshot();
  const overview = keeper.last();
  await keeper.presses(say('form-send'));
  expect(await stage.database.sql`select count(*)::int as n from places where name = 'Жаңа <топ> 🌟'`).toEqual([
    { n: 1 },
  ]);
  expect(overview.text).toContain('Abai Region');
});

test('one that is no more is taken out after a question, and can be put back', async () => {
  const id = await idOfRow(stage, '20');
  await keeper.pressesData(`vol:go:p:${id}`, keeper.last());
  const begun = now(keeper);
  await keeper.presses(say('vol-go-gone'));
  const asked = keeper.last();
  await keeper.presses(say('vol-go-gone-yes'));
  await keeper.presses(say('vol-go-gone-yes'), asked);
  await reader.pressesData(`vol:go:p:${id}`, reader.last());
  expect(reader.last().text).toBe(say('vol-go-was-gone'));
  expect(await stands(stage, id)).toMatchObject({ closed: true });
  const gone = keeper.last();
  await keeper.presses(say('vol-go-back'));
  await keeper.presses(say('vol-go-back'), gone);
  expect(story(keeper, begun)).toMatchInlineSnapshot(`
    "Daniyar: [It is gone, take it out]
    Birge: Take “Добро Мирас” out of the list?
      [Yes, take it out]
      [No, keep it]
      [Menu]
    Daniyar: [Yes, take it out]
    Birge: ✓ “Добро Мирас” is out of the list.
      [Put it back]
      [All regions]
      [Menu]
    Daniyar: [Yes, take it out]
    Birge: This organisation is not in the list.
      [Put it back]
      [All regions]
      [Menu]
    Daniyar: [Put it back]
    Birge: 📍 Шымкент · Shymkent
      Добро Мирас
      https://instagram.com/dobro_miras
      checked on 22 November 2026
      [✎ Correct]
      [It is gone, take it out]
      [Back to the region]
      [All regions]
      [Menu]
    Daniyar: [Put it back]
    Birge: 📍 Шымкент · Shymkent
      Добро Мирас
      https://instagram.com/dobro_miras
      checked on 22 November 2026
      [✎ Correct]
      [It is gone, take it out]
      [Back to the region]
      [All regions]
      [Menu]"
  `);
  expect(await stands(stage, id)).toMatchObject({ closed: false });
});
