import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { delivers } from '../deadlines/scene.ts';
import { idOf, now, presses, say, story } from '../people/scene.ts';
import { member } from '../roles/scene.ts';
import { makesAgreement } from './agreement-scene.ts';
import { coordinatorOf, projectOf, volunteerOf, volunteerStage } from './scene.ts';

let stage: Stage;
let school: { organisation: number; project: number };
let gulnar: Person;
beforeAll(async () => {
  stage = await volunteerStage();
  school = await projectOf(stage, { organisation: 'Қанат', project: 'Мектеп <1>' });
  gulnar = await coordinatorOf(stage, { id: 1, name: 'Гүлнар', language: 'kk' }, school);
});
afterAll(() => stage.close());

const opens = (person: Person, data: string) => person.pressesData(data, person.last());
const untilOf = async (enrolment: number): Promise<string | null> =>
  (
    await stage.database.sql<
      { on: string | null }[]
    >`select until_on::text as on from memberships where id = ${enrolment}`
  )[0]?.on ?? null;
const noted = async (enrolment: number) =>
  await stage.database.sql`
    select action, detail from audit where subject_kind = 'membership' and subject_id = ${enrolment} and action in ('leaves', 'stays')
    order by id`;
const lettersOf = async (kind: string) =>
  await stage.database.sql`
    select p.name, o.state from outbox o join people p on p.id = o.person_id where o.kind = ${kind} order by o.id`;

/** A volunteer whose agreement is signed today; two weeks of notice unless other days are given. */
async function underAgreement(
  who: { id: number; name: string; language?: 'kk' | 'ru' | 'en' },
  notice?: number,
): Promise<Awaited<ReturnType<typeof volunteerOf>>> {
  const volunteer = await volunteerOf(stage, who, school);
  await makesAgreement(volunteer.person, volunteer.enrolment, notice === undefined ? {} : { notice });
  const [made] = await stage.database.sql<{ id: number }[]>`
    select id::int from agreements where person_id = ${volunteer.id} order by id desc limit 1`;
  await opens(gulnar, `vol:agc:${volunteer.enrolment}:${made?.id}:2026-11-22:paper`);
  return volunteer;
}

test('келісімі жоқ волонтер «Рөлдерім» арқылы кетеді: күнін айтады, ойланып қалады, сосын кетеді', async () => {
  const asel = await volunteerOf(stage, { id: 10, name: 'Әсел <b> 🌷', language: 'kk' }, school);
  const from = now(asel.person);
  await asel.person.says('/roles');
  await presses(asel.person, `go:leave:${asel.enrolment}`);
  await asel.person.presses('Бір аптадан кейін: 2026 жылғы 29 қараша');
  await asel.person.presses('Кетпеймін, қаламын');
  await opens(asel.person, `vol:leave:${asel.enrolment}`);
  await asel.person.presses('Басқа күн');
  await asel.person.says('бір күні');
  await asel.person.says('21.11.2026');
  await asel.person.says('23.11.2027');
  await asel.person.says('1 желтоқсан 2026');
  expect(story(asel.person, from)).toMatchInlineSnapshot(`
    "Әсел <b> 🌷: /roles
    Birge: Рөлдеріңіз
      • волонтер: Қанат · Мектеп <1>
      [Шығу: волонтер, Қанат · Мектеп &lt;1&gt;]
      [Мәзір]
    Әсел <b> 🌷: [Шығу: волонтер, Қанат · Мектеп &lt;1&gt;]
    Birge: Мектеп <1>
      Қанат

      Жобадағы соңғы күніңіз қай күн болады?
      [Бүгін]
      [Бір аптадан кейін: 2026 жылғы 29 қараша]
      [Басқа күн]
      [Қаламын]
      [Мәзір]
    Әсел <b> 🌷: [Бір аптадан кейін: 2026 жылғы 29 қараша]
    Birge: Мектеп <1>
      Қанат

      Жобада істегеніңіздің бәріне рақмет! Соңғы күніңіз: 2026 жылғы 29 қараша. Үйлестірушілерге хабарладым.

      Күнделігіңіз өзіңізде қалады, ал сертификат не хатты үйлестірушілерден сұрай аласыз.
      [Кетпеймін, қаламын]
      [Басқа күн таңдау]
      [📖 Күнделік]
      [🏅 Сертификаттарым]
      [Менің волонтерлігім]
      [Мәзір]
    Әсел <b> 🌷: [Кетпеймін, қаламын]
    Birge: ✓ Қалдыңыз. Қуаныштымыз!
      [Жобама оралу]
      [Мәзір]
    Әсел <b> 🌷: [vol:leave:2]
    Birge: Мектеп <1>
      Қанат

      Жобадағы соңғы күніңіз қай күн болады?
      [Бүгін]
      [Бір аптадан кейін: 2026 жылғы 29 қараша]
      [Басқа күн]
      [Қаламын]
      [Мәзір]
    Әсел <b> 🌷: [Басқа күн]
    Birge: Соңғы күніңіз қай күн болады? Күнін жазыңыз, мысалы: 31.12.2026.
      [Артқа]
    Әсел <b> 🌷: бір күні
    Birge: Күнді түсінбедім. Былай жазыңыз: 31.12.2001.

      Соңғы күніңіз қай күн болады? Күнін жазыңыз, мысалы: 31.12.2026.
      [Артқа]
    Әсел <b> 🌷: 21.11.2026
    Birge: Бұл күн тым ерте. 22.11.2026 не одан кейінгі күнді жазыңыз.

      Соңғы күніңіз қай күн болады? Күнін жазыңыз, мысалы: 31.12.2026.
      [Артқа]
    Әсел <b> 🌷: 23.11.2027
    Birge: Бұл күн тым кеш. 22.11.2027 не одан бұрынғы күнді жазыңыз.

      Соңғы күніңіз қай күн болады? Күнін жазыңыз, мысалы: 31.12.2026.
      [Артқа]
    Әсел <b> 🌷: 1 желтоқсан 2026
    Birge: Мектеп <1>
      Қанат

      Жобада істегеніңіздің бәріне рақмет! Соңғы күніңіз: 2026 жылғы 1 желтоқсан. Үйлестірушілерге хабарладым.

      Күнделігіңіз өзіңізде қалады, ал сертификат не хатты үйлестірушілерден сұрай аласыз.
      [Кетпеймін, қаламын]
      [Басқа күн таңдау]
      [📖 Күнделік]
      [🏅 Сертификаттарым]
      [Менің волонтерлігім]
      [Мәзір]"
  `);
  expect([await untilOf(asel.enrolment), await noted(asel.enrolment)]).toEqual([
    '2026-12-01',
    [
      { action: 'leaves', detail: { on: '2026-11-29', agreed: 'false' } },
      { action: 'stays', detail: {} },
      { action: 'leaves', detail: { on: '2026-12-01', agreed: 'false' } },
    ],
  ]);
  const theirs = now(gulnar);
  await delivers(stage);
  await gulnar.presses('Картасын ашу');
  expect(story(gulnar, theirs)).toMatchInlineSnapshot(`
    "Birge: Мектеп <1>
      Әсел <b> 🌷 жобадан кетеді. Соңғы күні: 2026 жылғы 1 желтоқсан.
      Оған дейін алғыс айтып, сағаттарын растап қойған жөн.
      [Картасын ашу]
    Гүлнар: [Картасын ашу]
    Birge: Әсел <b> 🌷
      Мектеп <1>
      Қанат

      Волонтер болған күні: 2026 жылғы 22 қараша
      Соңғы күні: 2026 жылғы 1 желтоқсан
      Келісім әлі жасалған жоқ
      Қауіпсіздік нұсқамасынан әлі өткен жоқ
      [Күнделік] [Құжаттар]
      [Келісім] [Алғыс білдіру]
      [Қатысуын аяқтау]
      [Жобаға оралу]
      [Мәзір]"
  `);
  // Of the day that was taken back nobody hears, nor of the change of mind between.
  expect(await lettersOf('volunteer-leaves')).toEqual([
    { name: 'Гүлнар', state: 'cancelled' },
    { name: 'Гүлнар', state: 'cancelled' },
    { name: 'Гүлнар', state: 'sent' },
  ]);
});

test('по соглашению — за две недели: тринадцатый день рано, четырнадцатый подходит', async () => {
  const ivan = await underAgreement({ id: 11, name: 'Иван', language: 'ru' });
  const from = now(ivan.person);
  await opens(ivan.person, `vol:leave:${ivan.enrolment}`);
  await ivan.person.presses('Другой день');
  await ivan.person.says('05.12.2026');
  await presses(ivan.person, `vol:leave:${ivan.enrolment}:2026-12-06`);
  expect(story(ivan.person, from)).toMatchInlineSnapshot(`
    "Иван: [vol:leave:3]
    Birge: Мектеп <1>
      Қанат

      По соглашению об уходе предупреждают за 14 дней.
      Самый ранний день: 6 декабря 2026 г.
      Какой день будет для вас последним?
      [6 декабря 2026 г.]
      [Сегодня]
      [Другой день]
      [Остаюсь]
      [Меню]
    Иван: [Другой день]
    Birge: Какой день будет последним? Напишите дату, например 31.12.2026.
      [Назад]
    Иван: 05.12.2026
    Birge: 5 декабря 2026 г. — раньше, чем договорено: по соглашению об уходе предупреждают за 14 дней, самый ранний день — 6 декабря 2026 г.

      Если вы договорились об этом дне с координатором, пусть так и будет.
      [6 декабря 2026 г.]
      [Мы договорились с координатором]
      [Остаюсь]
      [Меню]
    Иван: [6 декабря 2026 г.]
    Birge: Мектеп <1>
      Қанат

      Спасибо за всё, что вы здесь сделали! Ваш последний день: 6 декабря 2026 г.
      Координаторы уже знают.

      Дневник остаётся у вас, а сертификат или письмо можно попросить у координаторов.
      [Всё-таки остаться]
      [Выбрать другой день]
      [📖 Дневник]
      [🏅 Мои сертификаты]
      [Моё волонтёрство]
      [Меню]"
  `);
  expect([await untilOf(ivan.enrolment), await noted(ivan.enrolment)]).toEqual([
    '2026-12-06',
    [{ action: 'leaves', detail: { on: '2026-12-06', agreed: 'false' } }],
  ]);
  // Typed on the very day that the notice allows: nothing is asked.
  await ivan.person.presses('Выбрать другой день');
  await ivan.person.presses('Другой день');
  await ivan.person.says('6 декабря 2026');
  expect(ivan.person.last().text).toContain('Ваш последний день: 6 декабря 2026 г.');
});

test('an earlier day holds when it was agreed with the coordinator, and is kept as agreed', async () => {
  const vera = await underAgreement({ id: 12, name: 'Vera' }, 1);
  await opens(vera.person, `vol:leave:${vera.enrolment}`);
  expect(vera.person.last().buttons.flat().slice(0, 3)).toEqual(['23 November 2026', 'Today', 'Another day']);
  await vera.person.presses('Today');
  expect(vera.person.last().text).toContain(
    '22 November 2026 is earlier than agreed: by your agreement you say so 1 day before',
  );
  await vera.person.presses(say('vol-leave-agreed'));
  expect([await untilOf(vera.enrolment), await noted(vera.enrolment)]).toEqual([
    '2026-11-22',
    [{ action: 'leaves', detail: { on: '2026-11-22', agreed: 'true' } }],
  ]);
  // On the last day itself they can still stay; at midnight in Almaty it is over.
  stage.setClock('2026-11-22T18:59:00Z');
  await vera.person.presses(say('vol-leave-stay-after-all'));
  expect([vera.person.last().text, await untilOf(vera.enrolment)]).toEqual([say('vol-leave-stays'), null]);
  await opens(vera.person, `vol:leave:${vera.enrolment}:2026-11-22:agreed`);
  stage.setClock('2026-11-22T19:00:00Z');
  for (const act of [':stay', ':2026-11-23', ':anew', '']) {
    await opens(vera.person, `vol:leave:${vera.enrolment}${act}`);
    expect(vera.person.last().text).toBe(say('vol-leave-over'));
  }
  await opens(vera.person, `vol:leave:${vera.enrolment}:other`);
  expect(vera.person.last().text).toBe(say('vol-leave-over'));
  expect(await untilOf(vera.enrolment)).toBe('2026-11-22');
  stage.setClock('2026-11-22T06:00:00Z');
});

test('no notice was agreed on: today is offered first; an agreement that is not signed asks for none', async () => {
  const timur = await underAgreement({ id: 13, name: 'Timur' }, 0);
  await opens(timur.person, `vol:leave:${timur.enrolment}`);
  expect(timur.person.last().text).toContain('By your agreement no notice is needed.');
  await timur.person.presses('Today');
  expect(await untilOf(timur.enrolment)).toBe('2026-11-22');
  const saule = await volunteerOf(stage, { id: 14, name: 'Saule' }, school);
  await makesAgreement(saule.person, saule.enrolment);
  await opens(saule.person, `vol:leave:${saule.enrolment}`);
  expect(saule.person.last().text).toContain(say('vol-leave-ask'));
});

test('two devices: what one has said, the other sees; a button pressed twice leaves once', async () => {
  const saule = stage.double.person({ id: 14, first_name: 'Saule' });
  const enrolment = await enrolmentOf(14);
  const before = (await lettersOf('volunteer-leaves')).length;
  await saule.pressesData(`vol:leave:${enrolment}`, 1);
  const old = saule.last();
  await saule.pressesData(`vol:leave:${enrolment}:other`, 1);
  // From the other device.
  await saule.pressesData(`vol:leave:${enrolment}:2026-11-29`, old.message);
  await saule.pressesData(`vol:leave:${enrolment}:2026-11-29`, old.message);
  expect(saule.last().text).toContain('Your last day is 29 November 2026');
  expect([await untilOf(enrolment), (await noted(enrolment)).length]).toEqual(['2026-11-29', 1]);
  expect(await lettersOf('volunteer-leaves')).toHaveLength(before + 1);
  await saule.pressesData(`go:left:${enrolment}`, 1);
  expect(saule.last().text).toContain('Your last day is 29 November 2026');
  await saule.pressesData(`vol:leave:${enrolment}:2026-02-31`, 1);
  expect([saule.last().text, await untilOf(enrolment)]).toEqual([
    expect.stringContaining('Your last day is 29 November 2026'),
    '2026-11-29',
  ]);
});

const enrolmentOf = async (account: number): Promise<number> =>
  Number(
    (
      await stage.database.sql`
        select id::int from memberships where role = 'volunteer' and person_id = ${await idOf(stage, account)}`
    )[0]?.['id'],
  );

test('үйлестіруші волонтердің қатысуын аяқтайды: бір рет сұрайды, волонтер жылы хат алады', async () => {
  const mira = await volunteerOf(stage, { id: 15, name: 'Мира', language: 'ru' }, school);
  const [from, hers] = [now(gulnar), now(mira.person)];
  await opens(gulnar, `vol:v:${mira.enrolment}`);
  await gulnar.presses('Қатысуын аяқтау');
  await gulnar.says('ертең');
  await gulnar.says('30.11.2026');
  await gulnar.presses('Иә, аяқтау');
  await opens(gulnar, `vol:end:${mira.enrolment}:2026-11-30:yes`);
  await delivers(stage);
  expect(story(gulnar, from)).toMatchInlineSnapshot(`
    "Гүлнар: [vol:v:7]
    Birge: Мира
      Мектеп <1>
      Қанат

      Волонтер болған күні: 2026 жылғы 22 қараша
      Келісім әлі жасалған жоқ
      Қауіпсіздік нұсқамасынан әлі өткен жоқ
      [Күнделік] [Құжаттар]
      [Келісім] [Алғыс білдіру]
      [Қатысуын аяқтау]
      [Жобаға оралу]
      [Мәзір]
    Гүлнар: [Қатысуын аяқтау]
    Birge: Мира
      Мектеп <1>
      Қанат

      Соңғы күні қай күн болады? Батырманы басыңыз немесе күнін жазыңыз, мысалы: 31.12.2026.
      [Бүгін]
      [Волонтерге оралу]
      [Мәзір]
    Гүлнар: ертең
    Birge: Күнді түсінбедім. Былай жазыңыз: 31.12.2001.

      Мира
      Мектеп <1>
      Қанат

      Соңғы күні қай күн болады? Батырманы басыңыз немесе күнін жазыңыз, мысалы: 31.12.2026.
      [Бүгін]
      [Волонтерге оралу]
      [Мәзір]
    Гүлнар: 30.11.2026
    Birge: Мира
      Мектеп <1>
      Қанат

      Соңғы күні 2026 жылғы 30 қараша болады, волонтерге бірден хабарлаймын. Аяқтайын ба?
      [Иә, аяқтау]
      [Волонтерге оралу]
      [Мәзір]
    Гүлнар: [Иә, аяқтау]
    Birge: Мира
      Мектеп <1>
      Қанат

      ✓ Соңғы күні: 2026 жылғы 30 қараша. Волонтерге хабарладым.
      [Волонтерге оралу]
      [Мәзір]
    Гүлнар: [vol:end:7:2026-11-30:yes]
    Birge: Мира
      Мектеп <1>
      Қанат

      ✓ Соңғы күні: 2026 жылғы 30 қараша. Волонтерге хабарладым.
      [Волонтерге оралу]
      [Мәзір]
    Birge: Мектеп <1>
      Иван жобадан кетеді. Соңғы күні: 2026 жылғы 6 желтоқсан.
      Оған дейін алғыс айтып, сағаттарын растап қойған жөн.
      [Картасын ашу]
    Birge: Мектеп <1>
      Vera жобадан кетеді. Соңғы күні: 2026 жылғы 22 қараша.
      Оған дейін алғыс айтып, сағаттарын растап қойған жөн.
      [Картасын ашу]
    Birge: Мектеп <1>
      Timur жобадан кетеді. Соңғы күні: 2026 жылғы 22 қараша.
      Оған дейін алғыс айтып, сағаттарын растап қойған жөн.
      [Картасын ашу]
    Birge: Saule келісім жасады.
      Мектеп <1>
      Бірге қол қойып, осында белгілеңіз.
      [Келісімді ашу]
    Birge: Мектеп <1>
      Saule жобадан кетеді. Соңғы күні: 2026 жылғы 29 қараша.
      Оған дейін алғыс айтып, сағаттарын растап қойған жөн.
      [Картасын ашу]"
  `);
  await mira.person.presses('Другие проекты');
  expect(story(mira.person, hers)).toMatchInlineSnapshot(`
    "Birge: Мектеп <1>
      Ваше участие в этом проекте завершается. Последний день: 30 ноября 2026 г.

      Спасибо за ваше время и тепло! Дневник и сертификаты остаются у вас, и другие проекты будут вам рады.
      [🏅 Мои сертификаты]
      [Другие проекты]
    Мира: [Другие проекты]
    Birge: Какому проекту вы хотите помочь?
      [Мектеп <1> · Мектеп <1>]
      [Решу позже]"
  `);
  expect(await lettersOf('enrolment-ended')).toEqual([{ name: 'Мира', state: 'sent' }]);
});

test('a time that is over is not ended again, and a day of before is answered with what to do', async () => {
  const enrolment = await enrolmentOf(15);
  await opens(gulnar, `vol:end:${enrolment}:2026-11-21:yes`);
  expect(gulnar.last().text).toContain('Бұл күн тым ерте');
  await opens(gulnar, `vol:end:${enrolment}:2026-13-41`);
  expect(gulnar.last().text).toContain('Соңғы күні қай күн болады?');
  await opens(gulnar, `vol:end:${enrolment}:2026-11-22`);
  stage.setClock('2026-12-01T06:00:00Z');
  for (const act of ['', ':2026-12-01', ':2026-12-01:yes']) {
    await opens(gulnar, `vol:end:${enrolment}${act}`);
    expect(gulnar.last().text).toContain('Бұл жобадағы ісі аяқталып қойған.');
  }
  expect(await untilOf(enrolment)).toBe('2026-11-30');
  stage.setClock('2026-11-22T06:00:00Z');
});

test('nobody else leaves for a volunteer, and only their coordinators end their time', async () => {
  const enrolment = await enrolmentOf(14);
  const park = await projectOf(stage, { organisation: 'Zhasyl', project: 'Park' });
  const admin = await member(stage, { id: 20, name: 'Admin' }, 'administrator', { organisation: park.organisation });
  const elsewhere = await coordinatorOf(stage, { id: 21, name: 'Yerlan' }, park);
  const other = stage.double.person({ id: 12, first_name: 'Vera' });
  const before = await untilOf(enrolment);
  for (const person of [admin, elsewhere, other]) {
    for (const data of [
      `vol:leave:${enrolment}`,
      `vol:leave:${enrolment}:other`,
      `vol:leave:${enrolment}:2026-11-22:agreed`,
      `vol:leave:${enrolment}:stay`,
      `vol:end:${enrolment}`,
      `vol:end:${enrolment}:2026-11-22`,
      `vol:end:${enrolment}:2026-11-22:yes`,
    ]) {
      await person.pressesData(data, 1);
      expect(person.last().text).toBe(say('vol-refused'));
    }
  }
  await elsewhere.pressesData(`go:leave:${enrolment}`, 1);
  expect(await untilOf(enrolment)).toBe(before);
});

test('a letter that says what is so no more is not sent', async () => {
  const aset = await volunteerOf(stage, { id: 16, name: 'Aset' }, school);
  await opens(gulnar, `vol:end:${aset.enrolment}:2026-11-28:yes`);
  await opens(gulnar, `vol:end:${aset.enrolment}:2026-11-29:yes`);
  await delivers(stage);
  expect((await lettersOf('enrolment-ended')).slice(-2)).toEqual([
    { name: 'Aset', state: 'cancelled' },
    { name: 'Aset', state: 'sent' },
  ]);
  await opens(aset.person, `vol:leave:${aset.enrolment}:2026-11-25`);
  await stage.database.sql`update memberships set from_on = '2026-11-01', until_on = '2026-11-21'
    where role = 'coordinator' and person_id = ${await idOf(stage, 1)}`;
  await delivers(stage);
  expect((await lettersOf('volunteer-leaves')).at(-1)).toEqual({ name: 'Гүлнар', state: 'cancelled' });
});
