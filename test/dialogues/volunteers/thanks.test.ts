import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { delivers } from '../deadlines/scene.ts';
import { documents } from '../centres/application-scene.ts';
import { now } from '../people/scene.ts';
import { coordinatorOf, deedBySql, projectOf, volunteerOf, volunteerStage } from './scene.ts';
import { lastFile, opens, page, scans, told, works } from './thanks-scene.ts';

let stage: Stage;
let where: { organisation: number; project: number };
let asel: Person;
let olga: Person;
let dana: Awaited<ReturnType<typeof volunteerOf>>;
let berik: Awaited<ReturnType<typeof volunteerOf>>;
beforeAll(async () => {
  stage = await volunteerStage();
  where = await projectOf(stage, { organisation: 'Бірге оқимыз', project: 'Ауыл мектебі' });
  asel = await coordinatorOf(stage, { id: 1, name: 'Әсел Мысал', language: 'kk' }, where);
  olga = await coordinatorOf(stage, { id: 4, name: 'Ольга Пример', language: 'ru' }, where);
  dana = await volunteerOf(stage, { id: 2, name: 'Үлгі Дана <b>🌷</b> Ғаниқызы', language: 'ru' }, where);
  berik = await volunteerOf(stage, { id: 3, name: 'Берік', language: 'kk' }, where);
  await works(stage, dana.id, where.project);
});
afterAll(() => stage.close());

test('a certificate of the year, in the language of the volunteer, is shown, given and sent', async () => {
  const from = now(asel);
  await opens(asel, `vol:thank:${dana.enrolment}`);
  await asel.presses('🏅 Сертификат беру');
  await asel.presses('2026 жыл');
  await asel.presses('Иә, беру');
  expect(told(asel, from)).toMatchInlineSnapshot(`
    "Әсел Мысал: [vol:thank:3]
    Birge: Үлгі Дана <b>🌷</b> Ғаниқызы
      Ауыл мектебі
      Бірге оқимыз

      Расталғаны: 40,5 сағат, 4 игі іс, 42 адамға көмек
      2025 жылғы 20 желтоқсан – 2026 жылғы 22 қараша
      [🏅 Сертификат беру] [✉️ Ұсыным хат жазу]
      [Волонтерге оралу]
      [Мәзір]
    Әсел Мысал: [🏅 Сертификат беру]
    Birge: Сертификат қай кезеңді қамтысын?
      [Бүкіл кезең]
      [2026 жыл]
      [Күндерін өзім жазамын]
      [Алғыс бетіне оралу]
      [Мәзір]
    Әсел Мысал: [2026 жыл]
    Birge: Сертификатта мыналар тұрады:

      Аты-жөні: Үлгі Дана <b>🌷</b> Ғаниқызы
      Жоба: Ауыл мектебі
      Ұйым: Бірге оқимыз
      Кезең: 2026 жылғы 1 қаңтар – 2026 жылғы 22 қараша
      Расталғаны: 30,5 сағат, 2 игі іс
      Үйлестіруші: Әсел Мысал
      Күні: 2026 жылғы 22 қараша
      Тілі: орысша

      Кезең расталған бірінші күннен соңғысына дейін алынады. Берейін бе?
      [Иә, беру]
      [Қазақша] [Ағылшынша]
      [Басқа кезең таңдау]
      [Алғыс бетіне оралу]
      [Мәзір]
    Әсел Мысал: [Иә, беру]
    Birge: (document sertifikat-2026-11-22.pdf) Сертификат дайын. Волонтерге он минуттан кейін хабарлаймын: оған дейін кері алып үлгересіз.

      🏅 Сертификат. Шынайылығын кез келген адам QR-код арқылы не мына бетте тексере алады: https://birge.example.kz/c/BRG-NUMBER
      [Алғыс бетіне оралу]
      [Мәзір]"
  `);
  const { name } = lastFile(stage, asel);
  expect(name).toBe('sertifikat-2026-11-22.pdf');
  const scanned = await scans(stage, asel);
  expect(scanned.address).toMatch(/^https:\/\/birge\.example\.kz\/c\/BRG-/);
  expect(scanned.text).toContain('Үлгі Дана <b></b> Ғаниқызы');
  expect(scanned.text).toContain('Подтверждённый труд: 30,5 часа, 2 добрых дела');
  expect(scanned.page.status).toBe(200);
  expect(scanned.page.html).toContain('Ү. Д. B. Ғ.');
});

test('pressed twice, also by a colleague, it is the same certificate that comes again', async () => {
  const last = () => scans(stage, asel);
  const { address } = await last();
  const from = now(asel);
  await opens(asel, `vol:thank:${dana.enrolment}:give:2026-01-01:2026-11-22:ru:30.5`);
  expect(told(asel, from)).toMatchInlineSnapshot(`
    "Әсел Мысал: [vol:thank:3:give:2026-01-01:2026-11-22:ru:30.5]
    Birge: (document sertifikat-2026-11-22.pdf) Дәл осындай сертификат бұрын берілген, міне сол.

      🏅 Сертификат. Шынайылығын кез келген адам QR-код арқылы не мына бетте тексере алады: https://birge.example.kz/c/BRG-NUMBER
      [Алғыс бетіне оралу]
      [Мәзір]"
  `);
  expect((await last()).address).toBe(address);
  await opens(olga, `vol:thank:${dana.enrolment}:give:2026-01-01:2026-11-22:ru:30.5`);
  expect((await scans(stage, olga)).address).toBe(address);
  expect(await stage.database.sql`select count(*)::int as n from thanks`).toEqual([{ n: 1 }]);
});

test('the coordinator types the days; whatever is no day, or not yet, is answered', async () => {
  const from = now(olga);
  await opens(olga, `vol:thank:${dana.enrolment}:cert`);
  await olga.presses('Напишу даты');
  await olga.says('осенью');
  await olga.says('01.12.2026');
  await olga.says('01.02.2026');
  await olga.says('31.01.2026');
  await olga.says('28.02.2026');
  await olga.says('1 декабря 2025');
  await olga.says('31.12.2025');
  await olga.presses('По-казахски');
  await olga.presses('Да, выдать');
  expect(told(olga, from)).toMatchInlineSnapshot(`
    "Ольга Пример: [vol:thank:3:cert]
    Birge: За какой период сертификат?
      [За всё время]
      [За 2026 год]
      [Напишу даты]
      [Назад к благодарности]
      [Меню]
    Ольга Пример: [Напишу даты]
    Birge: Напишите первый день периода, например 01.09.2026.
      [Назад]
    Ольга Пример: осенью
    Birge: Не получилось понять дату. Напишите так: 31.12.2001.

      Напишите первый день периода, например 01.09.2026.
      [Назад]
    Ольга Пример: 01.12.2026
    Birge: Этот день ещё не наступил. Напишите сегодняшний или более ранний.

      Напишите первый день периода, например 01.09.2026.
      [Назад]
    Ольга Пример: 01.02.2026
    Birge: Первый день: 1 февраля 2026 г.
      Теперь напишите последний день периода.
      [Назад]
    Ольга Пример: 31.01.2026
    Birge: Последний день не может быть раньше первого. Напишите последний день ещё раз.

      Первый день: 1 февраля 2026 г.
      Теперь напишите последний день периода.
      [Назад]
    Ольга Пример: 28.02.2026
    Birge: В эти дни нет подтверждённых часов. Выберите другой период.

      Напишите первый день периода, например 01.09.2026.
      [Назад]
    Ольга Пример: 1 декабря 2025
    Birge: Первый день: 1 декабря 2025 г.
      Теперь напишите последний день периода.
      [Назад]
    Ольга Пример: 31.12.2025
    Birge: В сертификате будет:

      Имя: Үлгі Дана <b>🌷</b> Ғаниқызы
      Проект: Ауыл мектебі
      Организация: Бірге оқимыз
      Период: 20 декабря 2025 г. – 31 декабря 2025 г.
      Подтверждено: 10 часов, 2 добрых дела
      Координатор: Ольга Пример
      Дата: 22 ноября 2026 г.
      Язык: русский

      Период — от первого подтверждённого дня до последнего. Выдать?
      [Да, выдать]
      [По-казахски] [По-английски]
      [Выбрать другой период]
      [Назад к благодарности]
      [Меню]
    Ольга Пример: [По-казахски]
    Birge: В сертификате будет:

      Имя: Үлгі Дана <b>🌷</b> Ғаниқызы
      Проект: Ауыл мектебі
      Организация: Бірге оқимыз
      Период: 20 декабря 2025 г. – 31 декабря 2025 г.
      Подтверждено: 10 часов, 2 добрых дела
      Координатор: Ольга Пример
      Дата: 22 ноября 2026 г.
      Язык: казахский

      Период — от первого подтверждённого дня до последнего. Выдать?
      [Да, выдать]
      [По-русски] [По-английски]
      [Выбрать другой период]
      [Назад к благодарности]
      [Меню]
    Ольга Пример: [Да, выдать]
    Birge: (document sertifikat-2026-11-22.pdf) Сертификат готов. Волонтёру сообщу через десять минут: до этого его можно отозвать.

      🏅 Сертификат. Проверить его подлинность может каждый: по QR-коду или на странице https://birge.example.kz/c/BRG-NUMBER
      [Назад к благодарности]
      [Меню]"
  `);
  const { text } = await scans(stage, olga);
  expect(text).toContain('Расталған еңбегі: 10 сағат, 2 игі іс');
  expect(text).toContain('2025 жылғы 20 желтоқсан – 2025 жылғы 31 желтоқсан');
});

test('what changed between looking and pressing is shown once more', async () => {
  await opens(asel, `vol:thank:${dana.enrolment}:all`);
  const late = await deedBySql(stage, {
    person: dana.id,
    project: where.project,
    on: '2026-10-10',
    hours: 1,
    confirmed: true,
  });
  const from = now(asel);
  await asel.presses('Иә, беру');
  expect(told(asel, from)).toMatchInlineSnapshot(`
    "Әсел Мысал: [Иә, беру]
    Birge: Осы арада мәлімет өзгерді. Қайта қарап шығыңызшы.

      Сертификатта мыналар тұрады:

      Аты-жөні: Үлгі Дана <b>🌷</b> Ғаниқызы
      Жоба: Ауыл мектебі
      Ұйым: Бірге оқимыз
      Кезең: 2025 жылғы 20 желтоқсан – 2026 жылғы 22 қараша
      Расталғаны: 41,5 сағат, 5 игі іс
      Үйлестіруші: Әсел Мысал
      Күні: 2026 жылғы 22 қараша
      Тілі: орысша

      Кезең расталған бірінші күннен соңғысына дейін алынады. Берейін бе?
      [Иә, беру]
      [Қазақша] [Ағылшынша]
      [Басқа кезең таңдау]
      [Алғыс бетіне оралу]
      [Мәзір]"
  `);
  await stage.database.sql`delete from deeds where id = ${late}`;
});

test('where no hour is confirmed, the way leads to confirming', async () => {
  const from = now(asel);
  await opens(asel, `vol:thank:${berik.enrolment}`);
  await opens(asel, `vol:thank:${berik.enrolment}:all`);
  await opens(asel, `vol:thank:${berik.enrolment}:letter:kk`);
  await opens(asel, `vol:thank:${berik.enrolment}:give:2026-01-01:2026-11-22:kk:5`);
  expect(told(asel, from)).toMatchInlineSnapshot(`
    "Әсел Мысал: [vol:thank:4]
    Birge: Берік
      Ауыл мектебі
      Бірге оқимыз

      Расталған сағат әзірге жоқ. Алдымен күнделік жазбаларын растаңыз.
      [Сағаттарды растау]
      [Волонтерге оралу]
      [Мәзір]
    Әсел Мысал: [vol:thank:4:all]
    Birge: Бұл күндерде расталған сағат жоқ. Басқа кезеңді таңдаңыз.
      [Басқа кезең таңдау]
      [Алғыс бетіне оралу]
      [Мәзір]
    Әсел Мысал: [vol:thank:4:letter:kk]
    Birge: Расталған сағат әзірге жоқ. Алдымен күнделік жазбаларын растаңыз.
      [Сағаттарды растау]
      [Алғыс бетіне оралу]
      [Мәзір]
    Әсел Мысал: [vol:thank:4:give:2026-01-01:2026-11-22:kk:5]
    Birge: Бұл күндерде расталған сағат жоқ. Басқа кезеңді таңдаңыз.
      [Басқа кезең таңдау]
      [Алғыс бетіне оралу]
      [Мәзір]"
  `);
});

test('a certificate is withdrawn with asking, and given back; the page follows', async () => {
  await opens(asel, `vol:thank:${dana.enrolment}`);
  const from = now(asel);
  await asel.presses((button) => button.text.includes('30,5 сағат'));
  await asel.presses('Ашу');
  const { address } = await scans(stage, asel);
  await opens(asel, `vol:thank:${dana.enrolment}:one:1`);
  await asel.presses('Кері алу');
  await asel.presses('Иә, кері алу');
  expect((await page(stage, address)).status).toBe(404);
  // An old button: it is withdrawn already.
  await opens(asel, `vol:thank:${dana.enrolment}:off:1`);
  await opens(asel, `vol:thank:${dana.enrolment}:file:1`);
  await asel.presses('Қайтару');
  expect((await page(stage, address)).status).toBe(200);
  expect(told(asel, from)).toMatchInlineSnapshot(`
    "Әсел Мысал: [🏅 Сертификат · 22.11.2026 · 30,5 сағат]
    Birge: 🏅 Сертификат
      Берілді: 2026 жылғы 22 қараша, Әсел Мысал
      30,5 сағат, 2 игі іс, 12 адамға көмек
      2026 жылғы 1 қаңтар – 2026 жылғы 22 қараша
      Тілі: орысша
      [Ашу]
      [Кері алу]
      [Алғыс бетіне оралу]
      [Мәзір]
    Әсел Мысал: [Ашу]
    Birge: (document sertifikat-2026-11-22.pdf) 🏅 Сертификат. Шынайылығын кез келген адам QR-код арқылы не мына бетте тексере алады: https://birge.example.kz/c/BRG-NUMBER
      [Алғыс бетіне оралу]
      [Мәзір]
    Әсел Мысал: [vol:thank:3:one:1]
    Birge: 🏅 Сертификат
      Берілді: 2026 жылғы 22 қараша, Әсел Мысал
      30,5 сағат, 2 игі іс, 12 адамға көмек
      2026 жылғы 1 қаңтар – 2026 жылғы 22 қараша
      Тілі: орысша
      [Ашу]
      [Кері алу]
      [Алғыс бетіне оралу]
      [Мәзір]
    Әсел Мысал: [Кері алу]
    Birge: Сертификатты кері аласыз ба? Тексеру бетінде ол жарамсыз деп көрсетіледі. Кейін қайтара аласыз.
      [Иә, кері алу]
      [Жоқ, қалсын]
      [Мәзір]
    Әсел Мысал: [Иә, кері алу]
    Birge: 🏅 Сертификат
      Берілді: 2026 жылғы 22 қараша, Әсел Мысал
      30,5 сағат, 2 игі іс, 12 адамға көмек
      2026 жылғы 1 қаңтар – 2026 жылғы 22 қараша
      Тілі: орысша

      ✖ Кері алынған: қазір күші жоқ.
      [Қайтару]
      [Алғыс бетіне оралу]
      [Мәзір]
    Әсел Мысал: [vol:thank:3:off:1]
    Birge: 🏅 Сертификат
      Берілді: 2026 жылғы 22 қараша, Әсел Мысал
      30,5 сағат, 2 игі іс, 12 адамға көмек
      2026 жылғы 1 қаңтар – 2026 жылғы 22 қараша
      Тілі: орысша

      ✖ Кері алынған: қазір күші жоқ.
      [Қайтару]
      [Алғыс бетіне оралу]
      [Мәзір]
    Әсел Мысал: [vol:thank:3:file:1]
    Birge: 🏅 Сертификат
      Берілді: 2026 жылғы 22 қараша, Әсел Мысал
      30,5 сағат, 2 игі іс, 12 адамға көмек
      2026 жылғы 1 қаңтар – 2026 жылғы 22 қараша
      Тілі: орысша

      ✖ Кері алынған: қазір күші жоқ.
      [Қайтару]
      [Алғыс бетіне оралу]
      [Мәзір]
    Әсел Мысал: [Қайтару]
    Birge: Қайтарылды, қайтадан күшінде.

      🏅 Сертификат
      Берілді: 2026 жылғы 22 қараша, Әсел Мысал
      30,5 сағат, 2 игі іс, 12 адамға көмек
      2026 жылғы 1 қаңтар – 2026 жылғы 22 қараша
      Тілі: орысша
      [Ашу]
      [Кері алу]
      [Алғыс бетіне оралу]
      [Мәзір]"
  `);
});

test('the volunteer hears ten minutes later, and opens it; not of what was withdrawn by then', async () => {
  await stage.database.sql`update thanks set withdrawn_at = now() where id = 2`;
  await delivers(stage);
  const from = now(dana.person);
  stage.setClock('2026-11-22T06:10:01Z');
  await delivers(stage);
  expect(told(dana.person, from)).toMatchInlineSnapshot(`
    "Birge: 🏅 Вам выдан сертификат за работу в проекте «Ауыл мектебі». Спасибо за добрые дела!
      [Открыть сертификат]
      [Меню]
    Birge: 🏅 Вам выдан сертификат за работу в проекте «Ауыл мектебі». Спасибо за добрые дела!
      [Открыть сертификат]
      [Меню]"
  `);
  await dana.person.presses('Открыть сертификат');
  expect(documents(dana.person)).toHaveLength(1);
  const list = now(dana.person);
  await opens(dana.person, 'vol:mythx');
  await opens(dana.person, 'vol:thx:2');
  expect(told(dana.person, list)).toMatchInlineSnapshot(`
    "Үлгі Дана <b>🌷</b> Ғаниқызы: [vol:mythx]
    Birge: Ваши сертификаты и письма, новые сверху. Что открыть?

      ✖ — отозвано координатором.
      [✖ 🏅 Сертификат · 22.11.2026 · 10 часов · Ауыл мектебі]
      [🏅 Сертификат · 22.11.2026 · 30,5 часа · Ауыл мектебі]
      [Моё волонтёрство]
      [Меню]
    Үлгі Дана <b>🌷</b> Ғаниқызы: [vol:thx:2]
    Birge: Координатор отозвал это, сейчас оно не действует. Если есть вопросы, напишите координатору проекта.
      [🏅 Мои сертификаты]
      [Меню]"
  `);
});

test("on New Year's Eve in Almaty the year is still the old one, an hour later the new one", async () => {
  stage.setClock('2026-12-31T18:30:00Z');
  await opens(asel, `vol:thank:${dana.enrolment}:cert`);
  expect(asel.last().text).toMatchInlineSnapshot(`"Сертификат қай кезеңді қамтысын?"`);
  expect(told(asel, now(asel) - 1)).toContain('[2026 жыл]');
  stage.setClock('2026-12-31T19:00:00Z');
  await opens(asel, `vol:thank:${dana.enrolment}:cert`);
  expect(told(asel, now(asel) - 1)).toContain('[2027 жыл]');
});
