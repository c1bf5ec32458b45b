import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { idOf, newcomer, now, story } from '../people/scene.ts';
import { member } from '../roles/scene.ts';
import { coordinatorOf, deedBySql, projectOf, volunteerOf, volunteerStage } from './scene.ts';

let stage: Stage;
let where: { organisation: number; project: number };
let other: { organisation: number; project: number };
let volunteer: Awaited<ReturnType<typeof volunteerOf>>;
beforeAll(async () => {
  stage = await volunteerStage();
  where = await projectOf(stage, { project: 'Мектеп <b>&</b> кітап' });
  other = await projectOf(stage, { organisation: 'Басқа ұйым', project: 'Басқа жоба' });
  volunteer = await volunteerOf(stage, { id: 1, name: '<b>Ерік</b> 🌱' }, where);
  const { id: person } = volunteer;
  const ofThis = { person, project: where.project };
  await deedBySql(stage, { ...ofThis, on: '2026-10-31', hours: 3, people: 4 });
  await deedBySql(stage, { ...ofThis, on: '2026-11-02', hours: 2, people: 12, confirmed: true });
  await deedBySql(stage, { ...ofThis, on: '2026-11-20', hours: 1.5, people: 3 });
  await deedBySql(stage, { ...ofThis, on: '2026-11-25', planned: true });
  await deedBySql(stage, { person, project: other.project, on: '2026-11-03', hours: 8, activity: 'nature' });
  await deedBySql(stage, { person, on: '2026-11-04', hours: 9, activity: 'home' });
});
afterAll(() => stage.close());

const audited = async (who: number) => {
  const rows = await stage.database.sql<{ action: string; kind: string; id: number; detail: object }[]>`
    select action, subject_kind as kind, subject_id::int as id, detail from audit
    where person_id = ${await idOf(stage, who)} and subject_kind = 'membership' order by id`;
  return rows.map(({ action, kind, id, detail }) => ({ action, kind, id, detail }));
};

const open = async (person: Person, data: string): Promise<string> => {
  const from = now(person);
  await person.pressesData(data, person.last());
  return story(person, from);
};

test('only what was done for the project, month by month; that it was opened stands in the audit', async () => {
  const saule = await coordinatorOf(
    stage,
    { id: 2, name: 'Сәуле', language: 'kk' },
    { organisation: where.organisation },
  );
  expect(await open(saule, `vol:vd:${volunteer.enrolment}`)).toMatchInlineSnapshot(`
    "Сәуле: [vol:vd:1]
    Birge: <b>Ерік</b> 🌱
      Мектеп <b>&</b> кітап
      2026 жылғы қараша

      Игі іс: 2
      Сағат: 3,5, расталғаны: 2
      Көмек алған адам: 15

      Күнделіктің осы жобаға қатысты бөлігі ғана көрінеді.
      [02.11 · 2 сағат ✓ · Сабақ, репетиторлық]
      [20.11 · 1,5 сағат · Сабақ, репетиторлық]
      [◂ 2026 жылғы қазан]
      [Волонтерге оралу]
      [Мәзір]"
  `);
  await saule.presses('◂ 2026 жылғы қазан');
  expect(saule.last().text).toContain('Сағат: 3, расталғаны: 0');
  await saule.presses('◂ 2026 жылғы қыркүйек');
  expect(saule.last().text).toContain('Бұл айда осы жоба бойынша жазба жоқ.');
  const opened = { action: 'opened-diary', kind: 'membership', id: volunteer.enrolment };
  expect(await audited(2)).toEqual(
    ['2026-11', '2026-10', '2026-09'].map((month) => ({ ...opened, detail: { month } })),
  );
});

test('in Russian, by a coordinator of that project alone; a month to come', async () => {
  const boris = await coordinatorOf(stage, { id: 3, name: 'Борис', language: 'ru' }, where);
  expect(await open(boris, `vol:vd:${volunteer.enrolment}:2026-11`)).toMatchInlineSnapshot(`
    "Борис: [vol:vd:1:2026-11]
    Birge: <b>Ерік</b> 🌱
      Мектеп <b>&</b> кітап
      Ноябрь 2026 г.

      Добрых дел: 2
      Часов: 3,5, подтверждено: 2
      Помощь получили, человек: 15

      Видна только та часть дневника, которая относится к этому проекту.
      [02.11 · 2 ч ✓ · Занятие или репетиторство]
      [20.11 · 1,5 ч · Занятие или репетиторство]
      [◂ Октябрь 2026 г.]
      [К волонтёру]
      [Меню]"
  `);
  expect(await open(boris, `vol:vd:${volunteer.enrolment}:2026-12`)).toMatchInlineSnapshot(`
    "Борис: [vol:vd:1:2026-12]
    Birge: Этот месяц ещё не наступил. Когда он начнётся, записи появятся здесь.
      [Смотреть текущий месяц]
      [К волонтёру]
      [Меню]"
  `);
});

test('a month of many entries has pages', async () => {
  const many = await volunteerOf(stage, { id: 4, name: 'Many' }, other);
  for (let day = 1; day <= 9; day += 1)
    await deedBySql(stage, { person: many.id, project: other.project, on: `2026-11-0${day}`, hours: 1 });
  const asel = await coordinatorOf(stage, { id: 5, name: 'Asel', language: 'kk' }, other);
  await asel.pressesData(`vol:vd:${many.enrolment}`, asel.last());
  expect(asel.last().text).toContain('2026 жылғы қараша (1 / 2)');
  await asel.presses('Келесілері ▸');
  expect(asel.last().buttons.flat().slice(0, 2)).toEqual(['09.11 · 1 сағат · Сабақ, репетиторлық', '◂ Алдыңғылары']);
  expect(asel.last().text).toContain('Игі іс: 9');
});

test('of somebody who has left, the last month of their time is opened', async () => {
  const gone = await volunteerOf(stage, { id: 6, name: 'Gone' }, other);
  await stage.database
    .sql`update memberships set from_on = '2026-01-01', until_on = '2026-09-15' where id = ${gone.enrolment}`;
  await deedBySql(stage, { person: gone.id, project: other.project, on: '2026-09-10', hours: 2 });
  const dana = await coordinatorOf(stage, { id: 7, name: 'Dana', language: 'kk' }, other);
  await dana.pressesData(`vol:vd:${gone.enrolment}`, dana.last());
  expect(dana.last().text).toContain('2026 жылғы қыркүйек');
});

test('strangers, volunteers, administrators and coordinators of another project are refused', async () => {
  const stranger = await newcomer(stage, { id: 10, name: 'Stranger', language: 'kk' });
  const elsewhere = await coordinatorOf(stage, { id: 11, name: 'Elsewhere', language: 'kk' }, other);
  const administrator = await member(stage, { id: 12, name: 'Admin' }, 'administrator', {
    organisation: where.organisation,
  });
  for (const person of [stranger, elsewhere, administrator, volunteer.person]) {
    const told = await open(person, `vol:vd:${volunteer.enrolment}:2026-11`);
    expect(told).not.toMatch(/02\.11|Сағат|Hours/);
  }
  expect(stranger.last().text).toBe('Бұл Сізге ашық емес немесе енді жоқ. Сізге ашығы мынау.');
  expect(await audited(11)).toEqual([
    { action: 'refused-look-after-volunteers', kind: 'membership', id: volunteer.enrolment, detail: {} },
  ]);
});
