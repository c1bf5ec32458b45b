import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { lastDocument } from '../centres/application-scene.ts';
import { delivers } from '../deadlines/scene.ts';
import { now, presses, story } from '../people/scene.ts';
import { owedBy } from '../roles/scene.ts';
import { sentBySql } from './candidates-scene.ts';
import { coordinatorOf, projectOf, volunteerOf, volunteerStage } from './scene.ts';

let stage: Stage;
let school: { organisation: number; project: number };
let gulnar: Person;
let asel: Awaited<ReturnType<typeof volunteerOf>>;
beforeAll(async () => {
  stage = await volunteerStage();
  school = await projectOf(stage, { organisation: 'Қанат', project: 'Мектеп <1>' });
  gulnar = await coordinatorOf(stage, { id: 1, name: 'Гүлнар', language: 'kk' }, school);
  asel = await volunteerOf(stage, { id: 2, name: 'Әсел <b> 🌷', language: 'kk' }, school);
  const answers = { full_name: 'Серікова Әсел <b>', phone: '+77011234567' };
  await sentBySql(stage, 2, { project: school.project, answers });
});
afterAll(() => stage.close());

const opens = (person: Person, data: string) => person.pressesData(data, person.last());

test('волонтер келісім жасайды: міндеті мен құқығын көреді, сұрақтарға жауап береді, құжат алады', async () => {
  const { person, enrolment } = asel;
  const from = now(person);
  await opens(person, `vol:e:${enrolment}`);
  await presses(person, `vol:agr:${enrolment}`);
  await person.presses('Менің міндетім');
  await person.presses('Ұйымның міндеті');
  await person.presses('Келісімге оралу');
  await person.presses('Келісім жасау');
  await person.presses('Қазақша');
  await person.presses('Иә');
  await person.says('900514300123');
  await person.says('№ 012 345 678');
  await person.says('23.11.2026');
  await person.says('29.02.2020');
  await person.presses('ҚР ІІМ');
  await person.says('Тараз қаласы, Төле би даңғылы, 1');
  await person.presses('Өткізіп жіберу');
  await person.says('4');
  await person.presses((button) => button.text.includes('Дүйсенбі'));
  await person.presses((button) => button.text.includes('Сәрсенбі'));
  await person.presses('Дайын');
  await person.presses('Өткізіп жіберу', person.last());
  await person.presses('Жол ақысы');
  await person.presses('Басқаша келістік');
  await person.says('61');
  await person.says('10');
  await presses(person, sendOf(person));
  await delivers(stage);
  await expect(`${story(person, from)}\n`).toMatchFileSnapshot('talks/agreement-made.txt');
  const { name, paragraphs } = await lastDocument(stage, person);
  expect(name).toBe('agreement-1.docx');
  expect(paragraphs).toEqual(
    expect.arrayContaining([
      'ВОЛОНТЕРМЕН КЕЛІСІМ',
      'Жасалған жері: Мектеп <1>',
      'Аты-жөні: Серікова Әсел <b>',
      'Жеке куәлігі: № 012345678',
      'Қашан және кім берген: 2020 жылғы 29 ақпан, ҚР ІІМ',
      'Телефоны: +7 701 123 4567',
      '3.10. Волонтерлікті тоқтататын болса, мұны Ұйымға кемінде 10 күн бұрын ескерту.',
      '7.2. Апта күндері: Дүйсенбі, Сәрсенбі.',
      '7.3. Ұйым өтейтін шығын: Жол ақысы.',
    ]),
  );
  expect(paragraphs.join('\n')).not.toContain('заңды өкілі');
});

/** What the button "send" of the overview means. */
const sendOf = (person: Person): string => {
  const rows = person.last().message.reply_markup?.inline_keyboard ?? [];
  const found = rows.flat().find((button) => 'callback_data' in button && button.callback_data.endsWith(':send'));
  return found !== undefined && 'callback_data' in found ? found.callback_data : '';
};

test('үйлестіруші құжатты көреді, қол қойылғанын белгілейді, одан не шығатынын біледі', async () => {
  const from = now(gulnar);
  expect(gulnar.last().text).toContain('келісім жасады');
  await gulnar.presses('Келісімді ашу');
  await presses(gulnar, `vol:agc:file:${asel.enrolment}`);
  await presses(gulnar, `vol:agc:${asel.enrolment}`);
  await gulnar.presses('Қол қойылды');
  await gulnar.says('ертең');
  await gulnar.says('23.11.2026');
  await gulnar.says('21.11.2026');
  await gulnar.says('22 қараша 2026');
  await gulnar.presses('қағаз түрінде');
  expect(story(gulnar, from)).toMatchInlineSnapshot(`
    "Гүлнар: [Келісімді ашу]
    Birge: Әсел <b> 🌷
      Мектеп <1>
      Қанат

      Келісім жасалған күні: 2026 жылғы 22 қараша. Қол әлі қойылған жоқ.

      Бірге қол қойып, «Қол қойылды» батырмасын басыңыз.
      [Құжатты алу (.docx)]
      [Қол қойылды]
      [Волонтерге оралу]
      [Мәзір]
    Гүлнар: [Құжатты алу (.docx)]
    Birge: (document agreement-1.docx) Келісім: Мектеп <1>
      [Келісімге оралу]
    Гүлнар: [Келісімге оралу]
    Birge: Әсел <b> 🌷
      Мектеп <1>
      Қанат

      Келісім жасалған күні: 2026 жылғы 22 қараша. Қол әлі қойылған жоқ.

      Бірге қол қойып, «Қол қойылды» батырмасын басыңыз.
      [Құжатты алу (.docx)]
      [Қол қойылды]
      [Волонтерге оралу]
      [Мәзір]
    Гүлнар: [Қол қойылды]
    Birge: Әсел <b> 🌷
      Қай күні қол қойдыңыздар? Батырманы басыңыз немесе күнін жазыңыз, мысалы: 31.12.2026.
      [Бүгін]
      [Артқа]
    Гүлнар: ертең
    Birge: Күнді түсінбедім. Былай жазыңыз: 31.12.2001.

      Әсел <b> 🌷
      Қай күні қол қойдыңыздар? Батырманы басыңыз немесе күнін жазыңыз, мысалы: 31.12.2026.
      [Бүгін]
      [Артқа]
    Гүлнар: 23.11.2026
    Birge: Бұл күн тым кеш. 22.11.2026 не одан бұрынғы күнді жазыңыз.

      Әсел <b> 🌷
      Қай күні қол қойдыңыздар? Батырманы басыңыз немесе күнін жазыңыз, мысалы: 31.12.2026.
      [Бүгін]
      [Артқа]
    Гүлнар: 21.11.2026
    Birge: Бұл күн тым ерте. 22.11.2026 не одан кейінгі күнді жазыңыз.

      Әсел <b> 🌷
      Қай күні қол қойдыңыздар? Батырманы басыңыз немесе күнін жазыңыз, мысалы: 31.12.2026.
      [Бүгін]
      [Артқа]
    Гүлнар: 22 қараша 2026
    Birge: Әсел <b> 🌷
      Қол қойылған күні: 2026 жылғы 22 қараша
      Қалай қол қойдыңыздар?
      [қағаз түрінде]
      [электрондық қолтаңбамен]
      [басқа жолмен]
      [Артқа]
    Гүлнар: [қағаз түрінде]
    Birge: Әсел <b> 🌷
      ✓ Қол қойылды: 2026 жылғы 22 қараша, қағаз түрінде

      Енді волонтерден күтілетіні:
      • Атқарылған жұмыс туралы айлық есеп: ай сайын
      • Қауіпсіздік техникасы бойынша нұсқама: мерзімі 29.11.2026
      [Белгіні алып тастау]
      [Волонтерге оралу]
      [Мәзір]"
  `);
  expect(await owedBy(stage, 2)).toContainEqual({
    kind: 'safety-briefing',
    due: '2026-11-29',
    fulfilled: false,
    closed: false,
  });
});

test('ten minutes later the volunteer hears of it; the signed agreement has its day and is not changed', async () => {
  const { person, enrolment } = asel;
  const from = now(person);
  await delivers(stage);
  expect(story(person, from)).toBe('');
  stage.setClock('2026-11-22T06:10:00Z');
  await delivers(stage);
  await presses(person, `vol:e:${enrolment}`);
  await presses(person, `vol:agr:${enrolment}`);
  await opens(person, `vol:agr:fill:${enrolment}`);
  await presses(person, `vol:agr:file:${enrolment}`);
  expect(story(person, from)).toMatchInlineSnapshot(`
    "Birge: Мектеп <1>
      ✓ Келісіміңізге қол қойылды: 2026 жылғы 22 қараша
      Енді не істейсіз:
      • айына бір рет не істегеніңіз туралы есеп жібересіз: ол күнделіктен құралады
      • 7 күн ішінде қауіпсіздік нұсқамасынан өтесіз
      [Нұсқаманы бастау]
      [Күнделік]
      [Жобама оралу]
    Әсел <b> 🌷: [Жобама оралу]
    Birge: Мектеп <1>
      Қанат

      Волонтер болған күні: 2026 жылғы 22 қараша
      Келісімге қол қойылды: 2026 жылғы 22 қараша
      Қауіпсіздік нұсқамасынан әлі өткен жоқ
      [✍️ Игі іс жазу] [📖 Күнделік]
      [📝 Айлық есеп]
      [Келісім] [Қауіпсіздік нұсқамасы]
      [Жобадан кету]
      [Менің волонтерлігім]
      [Мәзір]
    Әсел <b> 🌷: [Келісім]
    Birge: Мектеп <1>
      Қанат

      Келісімге қол қойылды: 2026 жылғы 22 қараша.
      Кететін болсаңыз, 10 күн бұрын ескертіңіз.
      [Құжатты алу (.docx)]
      [Менің міндетім] [Ұйымның міндеті]
      [Жобама оралу]
      [Мәзір]
    Әсел <b> 🌷: [vol:agr:fill:2]
    Birge: Мектеп <1>
      Қанат

      Келісімге қол қойылды: 2026 жылғы 22 қараша.
      Кететін болсаңыз, 10 күн бұрын ескертіңіз.
      [Құжатты алу (.docx)]
      [Менің міндетім] [Ұйымның міндеті]
      [Жобама оралу]
      [Мәзір]
    Әсел <b> 🌷: [Құжатты алу (.docx)]
    Birge: (document agreement-1.docx) Келісім: Мектеп <1>
      Басып шығарып, үйлестірушімен бірге қол қойыңыз.
      [Келісімге оралу]"
  `);
  expect((await lastDocument(stage, person)).paragraphs).toContain('Күні: 2026 жылғы 22 қараша');
});

test('the number of the identity card stands in the answers alone: not in letters, the audit, events or errors', async () => {
  const everywhere = await stage.database.sql<{ text: string }[]>`
    select coalesce(string_agg(payload::text, ' '), '') as text from outbox
    union all select coalesce(string_agg(detail::text, ' '), '') from audit
    union all select coalesce(string_agg(key, ' '), '') from events`;
  expect(everywhere.map(({ text }) => text).join(' ')).not.toMatch(/012345678|900514300123/);
  expect(stage.errors.join(' ')).not.toMatch(/012345678|900514300123/);
  const data = [...asel.person.chat.messages.values()]
    .flatMap((message) => message.reply_markup?.inline_keyboard.flat() ?? [])
    .map((button) => ('callback_data' in button ? button.callback_data : ''));
  expect(data.join(' ')).not.toContain('012345678');
  // Refused twelve digits are kept nowhere at all.
  expect(await stage.database.sql`select 1 from answers where value::text like '%900514300123%'`).toEqual([]);
});
