import { afterAll, beforeAll, expect, test } from 'vitest';
import { readZip } from '../../documents/read-zip.ts';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { now, say, story } from '../people/scene.ts';
import { member } from '../roles/scene.ts';
import { auditOf, opens, sentBySql, skilled } from './candidates-scene.ts';
import { coordinatorOf, projectOf, volunteerOf, volunteerStage } from './scene.ts';

let stage: Stage;
let yerlan: Person;
let school: { organisation: number; project: number };
let asel: Awaited<ReturnType<typeof volunteerOf>>;

beforeAll(async () => {
  stage = await volunteerStage();
  school = await projectOf(stage, { organisation: 'Qanat', project: 'School <1>' });
  yerlan = await coordinatorOf(stage, { id: 1, name: 'Yerlan' }, { organisation: school.organisation });
  asel = await volunteerOf(stage, { id: 11, name: 'Asel <b> 🌷' }, school);
  const formula = await volunteerOf(stage, { id: 12, name: '=1+1' }, school);
  await skilled(stage, formula.id, 'sport');
  await sentBySql(stage, 12, { project: school.project, answers: { phone: '+77770000001' } });
  await stage.database.sql`
    insert into briefings (person_id, project_id, version, steps, begun_at, passed_on)
    values (${asel.id}, ${school.project}, 'v', '{}', '2026-11-22', '2026-11-22')`;
});
afterAll(() => stage.close());

/** The rows of the sheet that came last: cells as texts, days as Excel counts them. */
function rowsOfLast(person: Person): string[][] {
  const id = person.last().message.document?.file_id ?? '';
  const files = readZip(Buffer.from(stage.double.state.files.find(id)?.bytes ?? []));
  const shared = files.get('xl/sharedStrings.xml') ?? '';
  const texts = [...shared.matchAll(/<si><t[^>]*>([^<]*)<\/t><\/si>/g)].map(([, text = '']) => text);
  const sheet = files.get('xl/worksheets/sheet1.xml') ?? '';
  expect(sheet).not.toContain('<f>');
  return [...sheet.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<c r="[^"]*"([^>]*)><v>([^<]*)<\/v><\/c>/g)].map(([, kind = '', value = '']) =>
      kind.includes('t="s"') ? (texts[Number(value)] ?? '') : value,
    ),
  );
}

test('the list with marks in words, by skill, and the way to a card', async () => {
  const from = now(yerlan);
  await opens(yerlan, `vol:vols:${school.project}`);
  await yerlan.presses(say('vol-cand-by-skill'));
  await yerlan.presses(say('vol-cand-page-next'));
  await yerlan.presses('Sport');
  await yerlan.presses('✕ Sport');
  expect(story(yerlan, from)).toMatchInlineSnapshot(`
    "Yerlan: [vol:vols:1]
    Birge: Volunteers
      School <1>

      1. =1+1
      agreement not signed · briefing not passed
      2. Asel <b> 🌷
      agreement not signed · ✓ briefing passed
      [1. =1+1]
      [2. Asel <b> 🌷]
      [By skill]
      [📊 Get a table (.xlsx)]
      [📊 Table with phones]
      [Former volunteers]
      [Back to the project]
      [Menu]
    Yerlan: [By skill]
    Birge: By skill
      [Languages and translation]
      [Mathematics]
      [Physics, chemistry, biology]
      [Computers and online services]
      [Law and paperwork]
      [First aid]
      [Caring for people]
      [Working with children]
      [Public speaking]
      [Organising events]
      [More ▸]
      [Back]
      [Menu]
    Yerlan: [More ▸]
    Birge: By skill
      [Photo and video]
      [Design]
      [Writing]
      [Music and art]
      [Sport]
      [Driving]
      [Cooking]
      [Repairs and crafts]
      [◂ Back]
      [Back]
      [Menu]
    Yerlan: [Sport]
    Birge: Volunteers
      School <1>
      Skill: Sport

      1. =1+1
      agreement not signed · briefing not passed
      [1. =1+1]
      [✕ Sport]
      [📊 Get a table (.xlsx)]
      [📊 Table with phones]
      [Former volunteers]
      [Back to the project]
      [Menu]
    Yerlan: [✕ Sport]
    Birge: Volunteers
      School <1>

      1. =1+1
      agreement not signed · briefing not passed
      2. Asel <b> 🌷
      agreement not signed · ✓ briefing passed
      [1. =1+1]
      [2. Asel <b> 🌷]
      [By skill]
      [📊 Get a table (.xlsx)]
      [📊 Table with phones]
      [Former volunteers]
      [Back to the project]
      [Menu]"
  `);
  await yerlan.presses(say('vol-cand-by-skill'));
  await yerlan.presses('Mathematics');
  expect(yerlan.last().text).toContain(say('vol-cand-nobody-skilled'));
  // A skill that the form does not have any more.
  await opens(yerlan, `vol:vols:${school.project}:zzzz`);
  expect(yerlan.last().buttons.flat().slice(0, 2)).toEqual(['1. =1+1', '2. Asel <b> 🌷']);
  await yerlan.presses('1. =1+1');
  expect(yerlan.last().text).toContain('=1+1');
});

test('the table has no phones; with phones it stands in the audit; a name is never a formula', async () => {
  await opens(yerlan, `vol:vols:${school.project}`);
  const from = now(yerlan);
  await yerlan.presses(say('vol-cand-table'));
  expect(rowsOfLast(yerlan)).toEqual([
    ['Name', 'Since', 'Last day', 'Agreement signed', 'Briefing passed'],
    ['=1+1', '46348'],
    ['Asel &lt;b&gt; 🌷', '46348', '46348'],
  ]);
  expect(await auditOf(stage, 1)).toEqual([]);
  await yerlan.presses(say('vol-cand-to-volunteers'));
  await yerlan.presses(say('vol-cand-table-phones'));
  expect(rowsOfLast(yerlan)).toEqual([
    ['Name', 'Phone', 'Since', 'Last day', 'Agreement signed', 'Briefing passed'],
    ['=1+1', '+77770000001', '46348'],
    ['Asel &lt;b&gt; 🌷', '46348', '46348'],
  ]);
  expect(await auditOf(stage, 1)).toEqual([{ action: 'exported-contacts', kind: 'project', id: school.project }]);
  const told = story(yerlan, from);
  expect(told.slice(told.lastIndexOf('Birge: (document'))).toMatchInlineSnapshot(`
    "Birge: (document birge-volunteers-2026-11-22.xlsx) School <1>
      Volunteers: 2 (22.11.2026)
      Please do not pass these data on to anyone.
      [List of volunteers]
      [Menu]"
  `);
});

test('all pages come into the table, everybody once', async () => {
  const big = await projectOf(stage, { organisation: 'Big', project: 'Big' });
  const dana = await coordinatorOf(stage, { id: 2, name: 'Dana' }, big);
  await stage.database.sql`
    with p as (insert into people (name, language, created_at) select 'V ' || n, 'kk', '2026-01-01' from generate_series(1, 1203) n returning id)
    insert into memberships (person_id, organisation_id, project_id, role, from_on)
    select id, ${big.organisation}, ${big.project}, 'volunteer', '2026-02-01' from p`;
  await opens(dana, `vol:vols:${big.project}`);
  await dana.presses(say('vol-cand-page-next'));
  expect(dana.last().buttons.flat().slice(0, 2)).toEqual(['1. V 1005', '2. V 1006']);
  await dana.presses(say('vol-cand-first'));
  expect(dana.last().buttons.flat()[0]).toBe('1. V 1');
  await dana.presses(say('vol-cand-table'));
  const rows = rowsOfLast(dana);
  expect([rows.length, new Set(rows.map(([name]) => name)).size]).toEqual([1204, 1204]);
  expect(dana.last().text).toContain('1,203');
});

test('whoever does not look after these volunteers is refused, with a row in the audit', async () => {
  const park = await projectOf(stage, { organisation: 'Zhasyl', project: 'Park' });
  const beside = await coordinatorOf(stage, { id: 3, name: 'Beside' }, park);
  const admin = await member(stage, { id: 4, name: 'Admin' }, 'administrator', { organisation: park.organisation });
  for (const [id, person] of [
    [3, beside],
    [4, admin],
    [11, asel.person],
  ] as const) {
    for (const data of [`vol:vols:${school.project}`, `vol:vols:${school.project}::xp`]) {
      await opens(person, data);
      expect(person.last().text).toBe(say('vol-refused'));
    }
    const refused = { action: 'refused-look-after-volunteers', kind: 'project', id: school.project };
    expect(await auditOf(stage, id)).toEqual([refused, refused]);
  }
  await opens(beside, `vol:vols:${park.project}`);
  expect(beside.last().text).toContain(say('vol-cand-no-volunteers'));
});

test('the same in Kazakh and in Russian', async () => {
  for (const [id, language] of [
    [5, 'kk'],
    [6, 'ru'],
  ] as const) {
    const reader = await coordinatorOf(stage, { id, name: 'Reader', language }, school);
    const from = now(reader);
    await opens(reader, `vol:vols:${school.project}`);
    await opens(reader, `vol:vols:${school.project}::xp`);
    expect([story(reader, from), ...(rowsOfLast(reader)[0] ?? [])].join('\n')).toMatchSnapshot(language);
  }
});
