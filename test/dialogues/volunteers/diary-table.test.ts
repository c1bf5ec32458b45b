import { afterAll, beforeAll, expect, test } from 'vitest';
import { readZip } from '../../documents/read-zip.ts';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { idOf, newcomer, now, presses, story } from '../people/scene.ts';
import { deedBySql, projectOf, volunteerOf, volunteerStage } from './scene.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await volunteerStage();
});
afterAll(() => stage.close());

/** The file of the newest message: its name, the rows of its sheet, and the texts that stand in it. */
function fileOf(person: Person) {
  const { document } = person.last().message;
  const parts = readZip(Buffer.from(stage.double.state.files.find(document?.file_id ?? '')?.bytes ?? []));
  const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';
  return {
    name: document?.file_name,
    rows: [...sheet.matchAll(/<row /g)].length,
    formulas: sheet.includes('<f>'),
    texts: [...(parts.get('xl/sharedStrings.xml') ?? '').matchAll(/<t[^>]*>([^<]*)</g)].map(([, text = '']) => text),
  };
}

test('the period is asked; the table has what is done, in words', async () => {
  const where = await projectOf(stage, { project: 'Ауыл мектебі' });
  const { person, id } = await volunteerOf(stage, { id: 1, name: 'Ләззат', language: 'kk' }, where);
  await deedBySql(stage, {
    person: id,
    project: where.project,
    on: '2026-11-03',
    people: 4,
    achieved: '=1+1 ӘҒҚҢӨҰҮҺІ',
    confirmed: true,
  });
  const own = await deedBySql(stage, { person: id, on: '2025-12-31' });
  const { sql } = stage.database;
  await sql`update deeds set activity = ${sql.json({ other: '+Отын жару' })}, note = '@ескертпе <b>' where id = ${own}`;
  await deedBySql(stage, { person: id, on: '2026-11-25', planned: true });
  const from = now(person);
  await person.pressesData('vol:xls', person.last());
  await person.presses('2026 жыл');
  const ofYear = fileOf(person);
  await presses(person, 'vol:xls:all');
  expect(story(person, from)).toMatchInlineSnapshot(`
    "Ләззат: [vol:xls]
    Birge: Қай жылдың жазбаларын кестеге жинайын?
      [2026 жыл]
      [Барлық жыл]
      [📖 Күнделік]
      [Мәзір]
    Ләззат: [2026 жыл]
    Birge: (document birge-diary-2026.xlsx) Игі істер күнделігі: 1 жазба
      [📖 Күнделік]
      [Менің волонтерлігім]
      [Мәзір]
    Ләззат: [Барлық жыл]
    Birge: (document birge-diary.xlsx) Игі істер күнделігі: 2 жазба
      [📖 Күнделік]
      [Менің волонтерлігім]
      [Мәзір]"
  `);
  expect(ofYear).toMatchInlineSnapshot(`
    {
      "formulas": false,
      "name": "birge-diary-2026.xlsx",
      "rows": 2,
      "texts": [
        "Күні",
        "Жоба",
        "Бағыт",
        "Қызмет нысаны",
        "Сағат",
        "Расталды ма",
        "Көмек алғандар",
        "Жетістіктер",
        "Ескертпе",
        "Ауыл мектебі",
        "Білім (BILIM)",
        "Сабақ, репетиторлық",
        "иә",
        "=1+1 ӘҒҚҢӨҰҮҺІ",
      ],
    }
  `);
  expect(fileOf(person)).toMatchObject({ name: 'birge-diary.xlsx', rows: 3, formulas: false });
  expect(fileOf(person).texts).toEqual(expect.arrayContaining(['+Отын жару', '@ескертпе &lt;b&gt;', '=1+1 ӘҒҚҢӨҰҮҺІ']));
});

test('ten years, three times a day, come whole', async () => {
  const vera = await newcomer(stage, { id: 2, name: 'Вера', language: 'ru' });
  await stage.database.sql`insert into deeds (person_id, state, on_day, direction, activity, hours, made_at, changed_at)
    select ${await idOf(stage, 2)}, 'done', date '2016-11-23' + g / 3, 'health', '"lesson"', 1, now(), now() from generate_series(0, 10955) g`;
  await vera.pressesData('vol:xls:all', vera.last());
  expect(vera.last().text).toContain('Дневник добрых дел: 10 956 записей'.replace(' 956', '\u00A0956'));
  expect(fileOf(vera).rows).toBe(10_957);
});
