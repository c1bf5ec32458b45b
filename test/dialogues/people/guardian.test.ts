import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage } from '../../support/dialogue.ts';
import type { Stage } from '../../support/dialogue.ts';
import { agrees, child, codeShown, idOf, newcomer, now, presses, say, story } from './scene.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const consentsFor = async (account: number) =>
  await stage.database.sql`
  select c.how, c.giver_name, c.given_by::int, c.at, c.withdrawn_at from consents c
  where c.person_id = ${await idOf(stage, account)} and c.how <> 'self' order by c.id`;

/** What the bot says to somebody who opens a link, as one text. */
async function opens(account: number, name: string, code: string, language = 'en'): Promise<string> {
  const person = stage.double.person({ id: account, first_name: name, language_code: language });
  const known = person.chat.events.length > 0;
  await person.starts(code);
  if (!known) await presses(person, `w:lang:${language}`);
  return person.last().text;
}

const over = say('guardian-over');

test('a parent opens the link, reads, confirms with their name, and the child is told', async () => {
  const p = await child(stage, { id: 1, name: 'Aliya' });
  const parent = stage.double.person({ id: 2, first_name: 'Сауле', language_code: 'ru' });
  await parent.starts(codeShown(p));
  await parent.presses('Русский');
  await parent.sends.sticker();
  await parent.presses('Даю согласие');
  await parent.says('7');
  await parent.says('Сауле');
  const from = now(p);
  await parent.says('  Серик   Сауле ');
  await presses(parent, 'w:agree');
  expect(story(parent)).toMatchInlineSnapshot(`
    "Сауле: /start g_CODE
    Birge: Сәлеметсіз бе! Тілді таңдаңыз.
      Здравствуйте! Выберите язык.
      Hello! Choose your language.
      [Қазақша]
      [Русский]
      [English]
    Сауле: [Русский]
    Birge: Aliya Serik хочет помогать как волонтёр, но 18 лет ещё не исполнилось. Нужно согласие родителя или законного представителя.

      • Что хранится: имя, дата рождения, контакты, ответы на анкету (в том числе о здоровье) и присланные файлы.
      • Зачем: чтобы найти подходящее дело и связать с координатором.
      • Кто видит: координаторы выбранного проекта или его организации и администратор. Если проект не выбран, только администратор.
      • Если есть роль: хранится и то, что и к какому сроку нужно сделать; это видят там руководитель, координатор или наставник.
      • Когда станет волонтёром: данные соглашения (номер удостоверения личности, адрес), документы для работы с детьми, дневник и отчёты; их видят координаторы проекта. Кто знает номер сертификата, увидит инициалы, часы и период.
      • Объявления: организации, с которыми ребёнок связан, могут писать ему через этого помощника. /stop прекращает это в любой момент.
      • Как долго: данные кандидата — 1 год, остальных — 3 года после последней роли.
      • Как удалить: ребёнок сам пишет этому помощнику /forget, и всё удаляется.

      Вы даёте согласие? Отказаться можно.
      [Даю согласие]
      [Не даю согласия]
    Сауле: (sticker 👍)
    Birge: Выберите, пожалуйста, один из двух ответов ниже.

      Aliya Serik хочет помогать как волонтёр, но 18 лет ещё не исполнилось. Нужно согласие родителя или законного представителя.

      • Что хранится: имя, дата рождения, контакты, ответы на анкету (в том числе о здоровье) и присланные файлы.
      • Зачем: чтобы найти подходящее дело и связать с координатором.
      • Кто видит: координаторы выбранного проекта или его организации и администратор. Если проект не выбран, только администратор.
      • Если есть роль: хранится и то, что и к какому сроку нужно сделать; это видят там руководитель, координатор или наставник.
      • Когда станет волонтёром: данные соглашения (номер удостоверения личности, адрес), документы для работы с детьми, дневник и отчёты; их видят координаторы проекта. Кто знает номер сертификата, увидит инициалы, часы и период.
      • Объявления: организации, с которыми ребёнок связан, могут писать ему через этого помощника. /stop прекращает это в любой момент.
      • Как долго: данные кандидата — 1 год, остальных — 3 года после последней роли.
      • Как удалить: ребёнок сам пишет этому помощнику /forget, и всё удаляется.

      Вы даёте согласие? Отказаться можно.
      [Даю согласие]
      [Не даю согласия]
    Сауле: [Даю согласие]
    Birge: Спасибо. Теперь напишите свои фамилию, имя и отчество: они сохранятся вместе с согласием.
      [Не даю согласия]
    Сауле: 7
    Birge: В имени должны быть буквы. Напишите его буквами.

      Спасибо. Теперь напишите свои фамилию, имя и отчество: они сохранятся вместе с согласием.
      [Не даю согласия]
    Сауле: Сауле
    Birge: Напишите имя и фамилию полностью.

      Спасибо. Теперь напишите свои фамилию, имя и отчество: они сохранятся вместе с согласием.
      [Не даю согласия]
    Сауле:   Серик   Сауле 
    Birge: Согласие за Aliya Serik будет записано от имени: Серик Сауле. Верно? Если нет, напишите имя правильно.
      [Да, верно]
      [Не даю согласия]
    Сауле: [Да, верно]
    Birge: Спасибо! Согласие записано, сообщу об этом ребёнку."
  `);
  expect(await consentsFor(1)).toEqual([
    {
      how: 'guardian',
      giver_name: 'Серик Сауле',
      given_by: await idOf(stage, 2),
      at: new Date('2026-11-22T06:00:00Z'),
      withdrawn_at: null,
    },
  ]);
  await stage.catchUp();
  await stage.catchUp();
  await presses(p, 'go:menu');
  expect(story(p, from)).toMatchInlineSnapshot(`
    "Birge: Good news: the consent is given! We can begin.
      [Menu]
    Aliya: [Menu]
    Birge: What shall we do?
      [Become a volunteer]
      [My questionnaires]
      [Volunteering] [Youth centre]
      [My data] [Language] [Help]"
  `);
  // Of the parent nothing is kept that nobody asked them for.
  expect(await stage.database.sql`select name, born_on from people where id = ${await idOf(stage, 2)}`).toEqual([
    { name: null, born_on: null },
  ]);
});

test('a parent who has spoken for their child is a newcomer themselves', async () => {
  const p = await child(stage, { id: 3, name: 'Nurlan' });
  const parent = stage.double.person({ id: 4, first_name: 'Asel', language_code: 'en' });
  await parent.starts(codeShown(p));
  await parent.presses('English');
  await agrees(parent, 'Serik Asel');
  await parent.says('/menu');
  expect(parent.last().buttons).toEqual([[say('consent-agree')], [say('consent-decline')]]);
});

test('a parent may decline: nothing is kept, and the link still works', async () => {
  const p = await child(stage, { id: 5, name: 'Dana' });
  const code = codeShown(p);
  const parent = stage.double.person({ id: 6, first_name: 'Asel', language_code: 'en' });
  await parent.starts(code);
  await parent.presses('English');
  const from = now(parent);
  await presses(parent, 'w:decline');
  expect(story(parent, from)).toMatchInlineSnapshot(`
    "Asel: [I do not give my consent]
    Birge: All right. No consent was given, and the link still works."
  `);
  expect(await consentsFor(5)).toEqual([]);
  await parent.starts(code);
  await agrees(parent, 'Serik Asel');
  expect((await consentsFor(5)).map(({ giver_name }) => giver_name)).toEqual(['Serik Asel']);
});

test('leaving in the middle gives no consent, and the link opens again', async () => {
  const p = await child(stage, { id: 7, name: 'Timur' });
  const code = codeShown(p);
  await opens(8, 'Asel', code);
  const parent = stage.double.person({ id: 8, first_name: 'Asel' });
  await parent.says('/help');
  await parent.says('Serik Asel');
  expect(await consentsFor(7)).toEqual([]);
  await parent.starts(code);
  await presses(parent, 'w:agree');
  await parent.says('/help');
  await parent.says('Serik Asel');
  expect(await consentsFor(7)).toEqual([]);
  // Whoever comes back is asked from the beginning: the yes was never recorded.
  await parent.starts(code);
  await parent.says('Serik Asel');
  expect(await consentsFor(7)).toEqual([]);
  await agrees(parent, 'Serik Asel');
  expect(await consentsFor(7)).toHaveLength(1);
});

test('a used link is over, for the parent and for everybody else', async () => {
  const p = await child(stage, { id: 9, name: 'Arman' });
  const code = codeShown(p);
  await opens(10, 'Asel', code);
  await agrees(stage.double.person({ id: 10, first_name: 'Asel' }), 'Serik Asel');
  expect([await opens(10, 'Asel', code), await opens(11, 'Bolat', code)]).toEqual([over, over]);
  expect(await consentsFor(9)).toHaveLength(1);
});

test('the link serves fourteen days to the second; who is late while reading hears so too', async () => {
  const p = await child(stage, { id: 12, name: 'Aida' });
  const code = codeShown(p);
  stage.setClock('2026-12-06T05:59:59Z');
  const parent = stage.double.person({ id: 13, first_name: 'Asel' });
  expect(await opens(13, 'Asel', code)).toContain('Aida Serik');
  await presses(parent, 'w:agree');
  stage.setClock('2026-12-06T06:00:00Z');
  await parent.says('Serik Asel');
  const late = parent.last().text;
  expect([late, await opens(13, 'Asel', code)]).toEqual([over, over]);
  expect(await consentsFor(12)).toEqual([]);
  stage.setClock('2026-11-22T06:00:00Z');
});

test('a newer link makes the older one worthless', async () => {
  const p = await child(stage, { id: 14, name: 'Alua' });
  const old = codeShown(p);
  await presses(p, 'w:link');
  const fresh = codeShown(p);
  expect(fresh).not.toBe(old);
  expect([await opens(15, 'Asel', old), await opens(16, 'Bolat', fresh)]).toEqual([
    over,
    expect.stringContaining('Alua Serik'),
  ]);
});

test('children open neither their own link nor that of another', async () => {
  const p = await child(stage, { id: 17, name: 'Miras' });
  const code = codeShown(p);
  const other = await child(stage, { id: 18, name: 'Ayan' });
  const from = [now(p), now(other)] as const;
  await p.starts(code);
  await p.says('Serik Asel');
  await other.starts(code);
  await other.says('Serik Asel');
  expect([story(p, from[0]), story(other, from[1])].join('\n---\n')).toMatchInlineSnapshot(`
    "Miras: /start g_CODE
    Birge: This link is not for you: send it to a parent or legal representative.
    Miras: Serik Asel
    Birge: I am waiting for the consent of a parent or legal representative and will write to you as soon as it is there. If you mistyped your birth date, write the right one here.
      [Get a new link]
    ---
    Ayan: /start g_CODE
    Birge: Only somebody who is 18 or older can give this consent.
    Ayan: Serik Asel
    Birge: I am waiting for the consent of a parent or legal representative and will write to you as soon as it is there. If you mistyped your birth date, write the right one here.
      [Get a new link]"
  `);
  expect(await consentsFor(17)).toEqual([]);
});

test('a code that nobody has given out, or a piece of one, is answered and gives nothing', async () => {
  const p = await newcomer(stage, { id: 19, name: 'Rustam' });
  const from = now(p);
  await p.starts(`g_${'a'.repeat(22)}`);
  await p.starts('g_abc');
  expect(story(p, from)).toMatchInlineSnapshot(`
    "Rustam: /start g_CODE
    Birge: There is no such link. Check that you copied all of it.
    Rustam: /start g_abc
    Birge: There is no such link. Check that you copied all of it."
  `);
});
