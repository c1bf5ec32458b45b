import { afterAll, beforeAll, expect, test } from 'vitest';
import { sendReport, setReportLine } from '../../../src/store/volunteers/reports.ts';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { idOf, now, say, story } from '../people/scene.ts';
import { member } from '../roles/scene.ts';
import { signs } from './report-scene.ts';
import { coordinatorOf, deedBySql, projectOf, volunteerOf, volunteerStage } from './scene.ts';

let stage: Stage;
let where: { organisation: number; project: number };
let olga: Person;
const enrolments: number[] = [];
beforeAll(async () => {
  stage = await volunteerStage();
  where = await projectOf(stage, { project: 'Ауыл мектебі' });
  olga = await coordinatorOf(stage, { id: 1, name: 'Ольга', language: 'ru' }, where);
  for (const [index, name] of ['Дана <b>🌷</b>', 'Берік', 'Анна'].entries()) {
    const { id, enrolment } = await volunteerOf(stage, { id: 10 + index, name }, where);
    enrolments.push(enrolment);
    await signs(stage, id, where.project, '2026-11-02');
    await deedBySql(stage, { person: id, project: where.project, on: '2026-11-05', hours: 1 + index, people: 10 });
  }
  const of = { person: await idOf(stage, 10), project: where.project, month: '2026-11' };
  await setReportLine(stage.database.store, { ...of, line: 'Көмек керек: <кітап>' }, stage.running.birge.now());
  await sendReport(stage.database.store, of, stage.running.birge.now());
  // What is not sent yet is nobody else's.
  const unsent = { ...of, person: await idOf(stage, 11), line: 'Ещё думаю' };
  await setReportLine(stage.database.store, unsent, stage.running.birge.now());
});
afterAll(() => stage.close());

const opens = (person: Person, data: string) => person.pressesData(data, person.last());

test('who has not reported stands first; a report shows figures and the line; earlier months by buttons', async () => {
  const from = now(olga);
  await opens(olga, `vol:reps:${where.project}`);
  await olga.presses('✓ Дана <b>🌷</b>');
  await olga.presses('◂ Все отчёты');
  await olga.presses('○ Берік');
  await olga.presses('◂ Все отчёты');
  await olga.presses('◂ Октябрь 2026 г.');
  expect(story(olga, from)).toMatchInlineSnapshot(`
    "Ольга: [vol:reps:1]
    Birge: Отчёты: ноябрь 2026 г.
      Ауыл мектебі
      Без отчёта: 2, отчитались: 1

      ○ Анна: отчёта пока нет (1 дело · 3 ч · 10 чел.)
      ○ Берік: отчёта пока нет (1 дело · 2 ч · 10 чел.)
      ✓ Дана <b>🌷</b>: 1 дело · 1 ч · 10 чел.
      [○ Анна]
      [○ Берік]
      [✓ Дана <b>🌷</b>]
      [◂ Октябрь 2026 г.]
      [К проекту]
      [Меню]
    Ольга: [✓ Дана <b>🌷</b>]
    Birge: Дана <b>🌷</b>
      Отчёт: ноябрь 2026 г.

      1 дело · 1 ч · 10 чел.
      Слова волонтёра:
      Көмек керек: <кітап>

      ✓ Отправлено 22 ноября 2026 г.
      [Дневник] [Карточка волонтёра]
      [◂ Все отчёты]
      [Меню]
    Ольга: [◂ Все отчёты]
    Birge: Отчёты: ноябрь 2026 г.
      Ауыл мектебі
      Без отчёта: 2, отчитались: 1

      ○ Анна: отчёта пока нет (1 дело · 3 ч · 10 чел.)
      ○ Берік: отчёта пока нет (1 дело · 2 ч · 10 чел.)
      ✓ Дана <b>🌷</b>: 1 дело · 1 ч · 10 чел.
      [○ Анна]
      [○ Берік]
      [✓ Дана <b>🌷</b>]
      [◂ Октябрь 2026 г.]
      [К проекту]
      [Меню]
    Ольга: [○ Берік]
    Birge: Берік
      Отчёт: ноябрь 2026 г.

      Отчёт ещё не отправлен. В дневнике сейчас:
      1 дело · 2 ч · 10 чел.
      [Дневник] [Карточка волонтёра]
      [◂ Все отчёты]
      [Меню]
    Ольга: [◂ Все отчёты]
    Birge: Отчёты: ноябрь 2026 г.
      Ауыл мектебі
      Без отчёта: 2, отчитались: 1

      ○ Анна: отчёта пока нет (1 дело · 3 ч · 10 чел.)
      ○ Берік: отчёта пока нет (1 дело · 2 ч · 10 чел.)
      ✓ Дана <b>🌷</b>: 1 дело · 1 ч · 10 чел.
      [○ Анна]
      [○ Берік]
      [✓ Дана <b>🌷</b>]
      [◂ Октябрь 2026 г.]
      [К проекту]
      [Меню]
    Ольга: [◂ Октябрь 2026 г.]
    Birge: Отчёты: октябрь 2026 г.
      Ауыл мектебі
      В этом месяце не было волонтёров с подписанным соглашением.
      [◂ Сентябрь 2026 г.] [Ноябрь 2026 г. ▸]
      [К проекту]
      [Меню]"
  `);
  const read = await stage.database.sql`
    select subject_kind as kind, subject_id::int as id, detail from audit where action = 'read-report' order by id`;
  expect(read).toEqual(
    [enrolments[0], enrolments[1]].map((id) => ({ kind: 'membership', id, detail: { month: '2026-11' } })),
  );
});

test('months that have not come, and old buttons of them', async () => {
  await opens(olga, `vol:reps:${where.project}:2027-01`);
  expect(olga.last().text).toContain('ноябрь 2026 г.');
  await opens(olga, `vol:reps:${where.project}:2026-99`);
  expect(olga.last().text).toContain('ноябрь 2026 г.');
  await opens(olga, `vol:reps:one:${enrolments[0]}:2026-12`);
  expect(olga.last().text).toContain('За этот месяц отчёта нет');
  // Half past midnight on 1 December in Almaty: November is what is collected.
  stage.setClock('2026-11-30T19:30:00Z');
  await opens(olga, `vol:reps:${where.project}`);
  expect(olga.last().text).toContain('ноябрь 2026 г.');
  expect(olga.last().buttons.flat()).toContain('Декабрь 2026 г. ▸');
  stage.setClock('2026-11-22T06:00:00Z');
});

test('a long list has pages; a page beyond the end is the first', async () => {
  for (let index = 0; index < 20; index += 1) {
    const { id } = await volunteerOf(stage, { id: 100 + index, name: `V${index + 10}` }, where);
    await signs(stage, id, where.project, '2026-11-03');
  }
  await opens(olga, `vol:reps:${where.project}`);
  expect(olga.last().text).toContain('Без отчёта: 22, отчитались: 1');
  await olga.presses('Следующие ▸');
  await olga.presses('Следующие ▸');
  expect(
    olga
      .last()
      .text.split('\n')
      .filter((line) => /^[○✓]/.test(line)),
  ).toHaveLength(3);
  expect(olga.last().buttons.flat()).not.toContain('Следующие ▸');
  await opens(olga, `vol:reps:${where.project}:2026-11:500`);
  expect(
    olga
      .last()
      .text.split('\n')
      .filter((line) => /^[○✓]/.test(line)),
  ).toHaveLength(10);
});

test('volunteers, administrators and coordinators of other projects do not read reports', async () => {
  const elsewhere = await projectOf(stage, { organisation: 'Басқа ұйым' });
  const other = await coordinatorOf(stage, { id: 2, name: 'Other' }, elsewhere);
  const admin = await member(stage, { id: 3, name: 'Admin' }, 'administrator', {
    organisation: elsewhere.organisation,
  });
  const { person: volunteer } = await volunteerOf(stage, { id: 4, name: 'Volunteer' }, where);
  for (const person of [other, admin, volunteer]) {
    for (const data of [`vol:reps:${where.project}`, `vol:reps:one:${enrolments[0]}:2026-11`]) {
      await opens(person, data);
      expect([data, person.last().text]).toEqual([data, say('vol-refused')]);
    }
  }
});
