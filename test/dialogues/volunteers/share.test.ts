import { afterAll, beforeAll, expect, test } from 'vitest';
import { sizeOf } from '../../pictures/drawn-texts.ts';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { idOf, newcomer, now, presses, story } from '../people/scene.ts';
import { deedBySql, volunteerStage } from './scene.ts';

let stage: Stage;
let aigul: Person;
let roman: Person;
beforeAll(async () => {
  stage = await volunteerStage();
  aigul = await newcomer(stage, { id: 1, name: 'Айгүл', language: 'kk' });
  roman = await newcomer(stage, { id: 2, name: 'Роман', language: 'ru' });
});
afterAll(() => stage.close());

const talk = async (person: Person, acts: () => Promise<unknown>): Promise<string> => {
  const from = now(person);
  await acts();
  return story(person, from);
};

/** The words that the person wrote themselves, and the note, which never goes anywhere. */
async function writes(deed: number, words: { other?: string; note?: string }): Promise<void> {
  const { sql } = stage.database;
  if (words.other !== undefined)
    await sql`update deeds set activity = ${sql.json({ other: words.other })} where id = ${deed}`;
  await sql`update deeds set note = ${words.note ?? null} where id = ${deed}`;
}

test('the reminder, then a text and a picture without a word of one’s own', async () => {
  const person = await idOf(stage, 1);
  const deed = await deedBySql(stage, {
    person,
    on: '2026-11-21',
    hours: 2.5,
    people: 12,
    achieved: 'Ерлан <b>Серіков</b> & достары өлең жаттады',
  });
  await writes(deed, { note: 'Құпия ескертпе' });
  const told = await talk(aigul, async () => {
    await aigul.pressesData(`vol:share:${deed}`, aigul.last());
    await aigul.presses('Мәтін');
    await aigul.presses('Сурет');
  });
  expect(told).toMatchInlineSnapshot(`
    "Айгүл: [vol:share:1]
    Birge: Игі ісіңізбен бөлісу

      Алдымен мынаны еске алайық:
      • балалардың және көмек алған адамдардың аты-жөнін жазбаңыз;
      • суреттегі адам (бала болса, ата-анасы) келісім бермесе, суретті жарияламаңыз.

      Не дайындайын?
      [Мәтін]
      [Сурет]
      [Жетістіктер қосылған мәтін]
      [Жазбаны ашу]
      [Мәзір]
    Айгүл: [Мәтін]
    Birge: 🤝 Менің игі ісім: Сабақ, репетиторлық.
      Бағыты: Білім (BILIM)

      ⏱ 2,5 сағат жұмсадым
      👥 12 адамға көмегім тиді

      Жақсылық жасау оңай, уақыт тапсаңыз болғаны. Бізге қосылыңыз!

      #BIRGEMIZBILIM #BIRGEMIZ #волонтерлік #игііс
    Birge: Жоғарыдағы хабарламаны көшіріп, өз парақшаңызда жариялай аласыз.
      [Жазбаны ашу]
      [Менің волонтерлігім]
      [Мәзір]
    Айгүл: [Сурет]
    Birge: (photo) Суретті сақтап, өз парақшаңызда жариялай аласыз. Онда ешкімнің аты жоқ.
      [Жазбаны ашу]
      [Менің волонтерлігім]
      [Мәзір]"
  `);
  expect(told).not.toMatch(/Ерлан|Құпия/);
  const photo = aigul.last().message.photo?.at(-1)?.file_id ?? '';
  const bytes = stage.double.state.files.find(photo)?.bytes ?? new Uint8Array();
  expect(sizeOf(bytes)).toEqual({ width: 1080, height: 1080 });
});

test('what was achieved is shown to be checked, and goes into the text only by the second press', async () => {
  const person = await idOf(stage, 1);
  const deed = await deedBySql(stage, { person, on: '2026-11-20', achieved: '<i>Бес</i> бала 🎓 & оқуды бастады' });
  await writes(deed, { other: 'Кітапхана <жинау>', note: 'Құпия ескертпе' });
  const told = await talk(aigul, async () => {
    await aigul.pressesData(`vol:share:${deed}`, aigul.last());
    await aigul.presses('Мәтін');
    await presses(aigul, `vol:share:${deed}:own`);
    await aigul.presses('Есім жоқ, мәтінді дайындау');
  });
  expect(told).toMatchInlineSnapshot(`
    "Айгүл: [vol:share:2]
    Birge: Игі ісіңізбен бөлісу

      Алдымен мынаны еске алайық:
      • балалардың және көмек алған адамдардың аты-жөнін жазбаңыз;
      • суреттегі адам (бала болса, ата-анасы) келісім бермесе, суретті жарияламаңыз.

      Не дайындайын?
      [Мәтін]
      [Сурет]
      [Жетістіктер қосылған мәтін]
      [Жазбаны ашу]
      [Мәзір]
    Айгүл: [Мәтін]
    Birge: 🤝 Менің игі ісім: игі іс.
      Бағыты: Білім (BILIM)

      ⏱ 2 сағат жұмсадым

      Жақсылық жасау оңай, уақыт тапсаңыз болғаны. Бізге қосылыңыз!

      #BIRGEMIZBILIM #BIRGEMIZ #волонтерлік #игііс
    Birge: Жоғарыдағы хабарламаны көшіріп, өз парақшаңызда жариялай аласыз.
      [Жазбаны ашу]
      [Менің волонтерлігім]
      [Мәзір]
    Айгүл: [Жетістіктер қосылған мәтін]
    Birge: Мәтінге Сіз жазған мына сөздер қосылады:
      Кітапхана <жинау>
      <i>Бес</i> бала 🎓 & оқуды бастады
      Мұнда біреудің аты-жөні, мектебі не мекенжайы жоқ па? Болса, алдымен жазбаны түзетіңіз.
      [Есім жоқ, мәтінді дайындау]
      [Жазбаны ашу]
      [Мәзір]
    Айгүл: [Есім жоқ, мәтінді дайындау]
    Birge: 🤝 Менің игі ісім: Кітапхана <жинау>.
      Бағыты: Білім (BILIM)

      ⏱ 2 сағат жұмсадым

      <i>Бес</i> бала 🎓 & оқуды бастады

      Жақсылық жасау оңай, уақыт тапсаңыз болғаны. Бізге қосылыңыз!

      #BIRGEMIZBILIM #BIRGEMIZ #волонтерлік #игііс
    Birge: Жоғарыдағы хабарламаны көшіріп, өз парақшаңызда жариялай аласыз.
      [Жазбаны ашу]
      [Менің волонтерлігім]
      [Мәзір]"
  `);
  expect(told).not.toContain('Құпия');
});

test('words that were changed after the check are looked at anew', async () => {
  const deed = await deedBySql(stage, { person: await idOf(stage, 1), on: '2026-11-19', achieved: 'Бес бала' });
  await aigul.pressesData(`vol:share:${deed}:own`, aigul.last());
  await stage.database.sql`update deeds set achieved = 'Бес бала: Ерлан, Әсел' where id = ${deed}`;
  const from = now(aigul);
  await aigul.presses('Есім жоқ, мәтінді дайындау');
  expect(story(aigul, from)).not.toContain('#BIRGEMIZ');
  await aigul.presses('Есім жоқ, мәтінді дайындау');
  expect(story(aigul, from)).toContain('#BIRGEMIZ');
});

test('in Russian, with nothing of one’s own there is nothing to check', async () => {
  const person = await idOf(stage, 2);
  const deed = await deedBySql(stage, { person, on: '2026-11-20', hours: 1, people: 1, activity: 'nature' });
  expect(
    await talk(roman, async () => {
      await roman.pressesData(`vol:share:${deed}`, roman.last());
      await roman.presses('Текст');
      // A button of before the entry was changed.
      await roman.pressesData(`vol:share:${deed}:own`, roman.last());
    }),
  ).toMatchInlineSnapshot(`
    "Роман: [vol:share:4]
    Birge: Рассказать о добром деле

      Сначала напомним:
      • не называйте имён детей и тех, кому вы помогли;
      • не выкладывайте фото без согласия тех, кто на нём (у детей — родителей).

      Что подготовить?
      [Текст]
      [Картинку]
      [Открыть запись]
      [Меню]
    Роман: [Текст]
    Birge: 🤝 Моё доброе дело: Уборка, посадка деревьев.
      Направление: Образование (BILIM)

      ⏱ 1 час моего времени
      👥 Помощь получил 1 человек

      Делать добро просто: нужно только найти время. Присоединяйтесь!

      #BIRGEMIZBILIM #BIRGEMIZ #волонтёрство #добрыедела
    Birge: Скопируйте сообщение выше и опубликуйте на своей странице.
      [Открыть запись]
      [Моё волонтёрство]
      [Меню]
    Роман: [vol:share:4:own]
    Birge: Рассказать о добром деле

      Сначала напомним:
      • не называйте имён детей и тех, кому вы помогли;
      • не выкладывайте фото без согласия тех, кто на нём (у детей — родителей).

      Что подготовить?
      [Текст]
      [Картинку]
      [Открыть запись]
      [Меню]"
  `);
});

test('what is planned waits; what is another one’s, or gone, is refused', async () => {
  const person = await idOf(stage, 2);
  const planned = await deedBySql(stage, { person, on: '2026-11-29', planned: true });
  const theirs = await deedBySql(stage, { person: await idOf(stage, 1), on: '2026-11-20', achieved: 'Құпия' });
  const told = await talk(roman, async () => {
    for (const data of [
      `vol:share:${planned}:text`,
      `vol:share:${theirs}:own`,
      `vol:share:${theirs}:0123456789ab`,
      `vol:share:${theirs}:pic`,
      'vol:share:999999',
    ])
      await roman.pressesData(data, roman.last());
  });
  expect(told).toMatchInlineSnapshot(`
    "Роман: [vol:share:5:text]
    Birge: Это дело пока в планах. Когда сделаете и запишете, им можно будет поделиться.
      [Открыть запись]
      [Меню]
    Роман: [vol:share:6:own]
    Birge: Это вам недоступно, или этого больше нет. Вот что открыто для вас.
      [Моё волонтёрство]
      [Меню]
    Роман: [vol:share:6:0123456789ab]
    Birge: Это вам недоступно, или этого больше нет. Вот что открыто для вас.
      [Моё волонтёрство]
      [Меню]
    Роман: [vol:share:6:pic]
    Birge: Это вам недоступно, или этого больше нет. Вот что открыто для вас.
      [Моё волонтёрство]
      [Меню]
    Роман: [vol:share:999999]
    Birge: Это вам недоступно, или этого больше нет. Вот что открыто для вас.
      [Моё волонтёрство]
      [Меню]"
  `);
  expect(told).not.toContain('Құпия');
});
