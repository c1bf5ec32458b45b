import { afterAll, beforeAll, expect, test } from 'vitest';
import { consentVersion } from '../../../src/people/standing.ts';
import { openStage } from '../../support/dialogue.ts';
import type { Stage } from '../../support/dialogue.ts';
import { now, presses, story } from './scene.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

/** All that is kept of somebody, apart from the ids by which they write. */
const kept = (account: number) => stage.database.sql`
  select p.name, p.born_on::text, p.language, p.language_chosen,
    (select count(*)::int from consents c where c.person_id = p.id) as consents,
    (select count(*)::int from inbox i where i.person_id = p.id and i.payload is not null) as messages
  from people p join identities i on i.person_id = p.id where i.external_id = ${String(account)}`;

test('in Kazakh: language, consent, birth date, menu', async () => {
  const p = stage.double.person({ id: 1, first_name: 'Айгерім', language_code: 'kk' });
  await p.starts();
  await p.presses('Қазақша');
  await presses(p, 'w:agree');
  await p.says('14.05.2001');
  expect(story(p)).toMatchInlineSnapshot(`
    "Айгерім: /start
    Birge: Сәлеметсіз бе! Тілді таңдаңыз.
      Здравствуйте! Выберите язык.
      Hello! Choose your language.
      [Қазақша]
      [Русский]
      [English]
    Айгерім: [Қазақша]
    Birge: Танысар алдында

      Мен — «Бірге», волонтерлер мен жастар ісінде жүргендердің көмекшісімін. Келіссеңіз, Сіз туралы мыналарды сақтаймын: аты-жөніңіз, туған күніңіз, байланыс деректеріңіз, сауалнамаға берген жауаптарыңыз (денсаулығыңыз туралы да) және жіберген файлдарыңыз.

      • Не үшін: Сізге лайық істі тауып, үйлестірушімен байланыстыру үшін.
      • Кім көреді: Сіз таңдаған жобаның немесе оның ұйымының үйлестірушілері және әкімші. Жоба таңдамасаңыз, тек әкімші көреді. Топтарда ештеңе жарияланбайды.
      • Рөліңіз болса: не істеуіңіз керегін және оның мерзімін де сақтаймын; оны сол жердегі басшыңыз, үйлестірушіңіз немесе тәлімгеріңіз көреді. Ұйымыңыздың атынан берген жауаптарыңыз ұйымда қалады: әріптестеріңіз олардың Сіздікі екенін көреді, ал деректеріңізді өшірсеңіз, жауаптар атыңызсыз қалады.
      • Волонтер болсаңыз: келісімдегі деректерді (жеке куәлік нөмірі, мекенжай), балалармен жұмыс үшін сұралатын құжаттарды, күнделігіңіз бен есептеріңізді де сақтаймын. Оларды жобаңыздың үйлестірушілері көреді; жобаға қатысы жоқ жазбаларыңызды ешкім көрмейді. Сертификатыңыздың нөмірін білетін адам аты-жөніңіздің бас әріптерін, сағат санын және кезеңін көре алады.
      • Хабарландыру: Сіз қатысатын ұйымдар мен арқылы хабарландыру жібере алады. /stop оны кез келген сәтте тоқтатады.
      • Қанша уақыт: үміткердің деректері — 1 жыл, басқалардікі — соңғы рөлі аяқталған соң 3 жыл.
      • Қалай өшіруге болады: /forget бәрін өшіреді, /mydata сақталғанның бәрін көрсетеді. Екеуі де кез келген сәтте істейді.

      Деректеріңізді сақтауға келісесіз бе? Бас тартсаңыз да болады.
      [Келісемін]
      [Келіспеймін]
    Айгерім: [Келісемін]
    Birge: Туған күніңіз қашан? Жылын да жазыңыз.
      Мысалы: 31.12.2001
    Айгерім: 14.05.2001
    Birge: Немен айналысамыз?
      [Волонтер болу]
      [Сауалнамаларым]
      [Волонтерлік] [Жастар орталығы]
      [Деректерім] [Тіл] [Көмек]"
  `);
});

test('in Russian', async () => {
  const p = stage.double.person({ id: 2, first_name: 'Мария', language_code: 'ru' });
  await p.starts();
  await p.presses('Русский');
  await presses(p, 'w:agree');
  await p.says('14 мая 2001');
  expect(story(p)).toMatchInlineSnapshot(`
    "Мария: /start
    Birge: Сәлеметсіз бе! Тілді таңдаңыз.
      Здравствуйте! Выберите язык.
      Hello! Choose your language.
      [Қазақша]
      [Русский]
      [English]
    Мария: [Русский]
    Birge: Прежде чем познакомиться

      Я — «Бірге», помощник волонтёров и тех, кто работает с молодёжью. Если вы согласны, я сохраню ваше имя, дату рождения, контакты, ответы на анкету (в том числе о здоровье) и файлы, которые вы пришлёте.

      • Зачем: чтобы найти дело, которое вам подойдёт, и связать вас с координатором.
      • Кто видит: координаторы выбранного вами проекта или его организации и администратор. Если проект не выбран, только администратор. В группах ничего не публикуется.
      • Если у вас есть роль: храню и то, что вам нужно сделать и к какому сроку; это видят там руководитель, координатор или наставник. Ответы от имени вашей организации остаются у неё: коллеги видят, что они ваши, а после удаления данных ответы остаются без имени.
      • Если вы станете волонтёром: храню и то, что записано в соглашении (номер удостоверения личности, адрес), документы, которые просят для работы с детьми, дневник и отчёты. Их видят координаторы вашего проекта; записи вне проектов не видит никто. Кто знает номер вашего сертификата, увидит инициалы, часы и период.
      • Объявления: организации, в которых вы состоите, могут писать вам через меня. /stop прекращает это в любой момент.
      • Как долго: данные кандидата — 1 год, остальных — 3 года после последней роли.
      • Как удалить: /forget удаляет всё, /mydata показывает всё, что хранится. Обе команды работают всегда.

      Вы согласны на хранение своих данных? Можно и отказаться.
      [Даю согласие]
      [Не даю согласия]
    Мария: [Даю согласие]
    Birge: Когда вы родились? Напишите и год.
      Например: 31.12.2001
    Мария: 14 мая 2001
    Birge: Чем займёмся?
      [Стать волонтёром]
      [Мои анкеты]
      [Волонтёрство] [Молодёжный центр]
      [Мои данные] [Язык] [Помощь]"
  `);
});

test('in English, and nothing but the language is kept before the consent', async () => {
  const p = stage.double.person({ id: 3, first_name: 'Aigerim', language_code: 'en-GB' });
  await p.starts();
  const guessed = await kept(3);
  await p.presses('English');
  const chosen = await kept(3);
  await presses(p, 'w:agree');
  const agreed = await kept(3);
  await p.says('14 May 2001');
  const nothing = { name: null, born_on: null, language: 'en', consents: 0, messages: 0 };
  expect([guessed, chosen, agreed, await kept(3)]).toEqual([
    [{ ...nothing, language_chosen: false }],
    [{ ...nothing, language_chosen: true }],
    [{ ...nothing, language_chosen: true, consents: 1 }],
    [{ ...nothing, language_chosen: true, consents: 1, born_on: '2001-05-14' }],
  ]);
  expect(story(p)).toMatchInlineSnapshot(`
    "Aigerim: /start
    Birge: Сәлеметсіз бе! Тілді таңдаңыз.
      Здравствуйте! Выберите язык.
      Hello! Choose your language.
      [Қазақша]
      [Русский]
      [English]
    Aigerim: [English]
    Birge: Before we get to know each other

      I am Birge, an assistant for volunteers and for those who work with young people. If you agree, I will keep your name, birth date, contacts, your answers to the questionnaire (also about health) and the files that you send.

      • What for: to find something that suits you and to put you in touch with a coordinator.
      • Who sees it: the coordinators of the project you choose or of its organisation, and the administrator. Without a project only the administrator. Nothing is published in groups.
      • If you have a role: I also keep what you have to do and by when; the head, coordinator or mentor there sees it. What you answer for your organisation stays with it: your colleagues see that it is yours, and after erasing your name is gone.
      • If you volunteer: I also keep what your agreement says (identity card number, address), papers that are asked of those who work with children, your diary and reports. The coordinators of your project see it; nobody sees your entries outside of projects. Whoever has the number of your certificate sees initials, hours and period.
      • Announcements: the organisations you belong to can write to you through me. /stop ends that at any time.
      • How long: a candidate's data 1 year, other people's 3 years after their last role.
      • How to erase it: /forget erases everything, /mydata shows everything that is kept. Both work at any time.

      Do you agree that your data are kept? You may refuse.
      [I agree]
      [I do not agree]
    Aigerim: [I agree]
    Birge: When were you born? Please write the year, too.
      For example: 31.12.2001
    Aigerim: 14 May 2001
    Birge: What shall we do?
      [Become a volunteer]
      [My questionnaires]
      [Volunteering] [Youth centre]
      [My data] [Language] [Help]"
  `);
});

test("the guess comes from Telegram's language, Kazakh for all others, and is only a guess", async () => {
  const guesses: unknown[] = [];
  for (const [index, code] of ['kk', 'ru-RU', 'en', 'de', undefined].entries()) {
    const p = stage.double.person({ id: 10 + index, first_name: 'X', ...(code && { language_code: code }) });
    await p.starts();
    guesses.push(...(await kept(10 + index)).map((row) => [row['language'], row['language_chosen']]));
  }
  expect(guesses).toEqual([
    ['kk', false],
    ['ru', false],
    ['en', false],
    ['kk', false],
    ['kk', false],
  ]);
});

test('refusing is possible and polite; whoever writes again may look again', async () => {
  const p = stage.double.person({ id: 4, first_name: 'Aset', language_code: 'en' });
  await p.starts();
  await p.presses('English');
  const from = now(p);
  await p.says('What is this?');
  await presses(p, 'w:decline');
  await presses(p, 'go:menu');
  await presses(p, 'w:decline');
  await p.says('hello?');
  expect(await kept(4)).toEqual([
    { name: null, born_on: null, language: 'en', language_chosen: true, consents: 0, messages: 0 },
  ]);
  await presses(p, 'w:agree');
  expect(story(p, from).replaceAll(/Before we get[^[]*(?=\n {2}\[)/g, '(consent)')).toMatchInlineSnapshot(`
    "Aset: What is this?
    Birge: Please choose one of the two answers below.

      (consent)
      [I agree]
      [I do not agree]
    Aset: [I do not agree]
    Birge: All right, I will ask nothing more. What was kept before goes with /forget. If you change your mind, write here.
      [Look again]
    Aset: [Look again]
    Birge: (consent)
      [I agree]
      [I do not agree]
    Aset: [I do not agree]
    Birge: All right, I will ask nothing more. What was kept before goes with /forget. If you change your mind, write here.
      [Look again]
    Aset: hello?
    Birge: (consent)
      [I agree]
      [I do not agree]
    Aset: [I agree]
    Birge: When were you born? Please write the year, too.
      For example: 31.12.2001"
  `);
  expect(
    await stage.database.sql`
    select c.how, c.text_version, c.given_by = c.person_id as own, c.giver_name, c.at, c.withdrawn_at
    from consents c join identities i on i.person_id = c.person_id where i.external_id = '4'`,
  ).toEqual([
    {
      how: 'self',
      text_version: consentVersion,
      own: true,
      giver_name: null,
      at: new Date('2026-11-22T06:00:00Z'),
      withdrawn_at: null,
    },
  ]);
});
