import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { now, presses, say, story } from '../people/scene.ts';
import { member } from '../roles/scene.ts';
import { auditOf, candidateOf, opens, sentBySql, skilled } from './candidates-scene.ts';
import { coordinatorOf, projectOf, volunteerOf, volunteerStage } from './scene.ts';

let stage: Stage;
let yerlan: Person;
let admin: Person;
let school: { organisation: number; project: number };
let park: { organisation: number; project: number };
const questionnaires: Record<string, number> = {};

beforeAll(async () => {
  stage = await volunteerStage();
  school = await projectOf(stage, { organisation: 'Qanat', project: 'School <1>' });
  park = await projectOf(stage, {
    organisation: 'Zhasyl',
    project: 'Park',
    direction: 'environment',
    region: 'abai',
  });
  yerlan = await coordinatorOf(stage, { id: 1, name: 'Yerlan' }, { organisation: school.organisation });
  admin = await member(stage, { id: 2, name: 'Admin' }, 'administrator', { organisation: school.organisation });
  const sends = async (
    who: { id: number; name: string; bornOn?: string },
    project: number | null,
    answers: Record<string, unknown> = {},
  ) => {
    const { id, questionnaire } = await candidateOf(stage, who, { project, answers });
    questionnaires[who.name] = questionnaire;
    return id;
  };
  const aigerim = await sends({ id: 11, name: 'Серікова <b>Айгерім</b> 🌷', bornOn: '22.11.2010' }, school.project, {
    patience: 5,
  });
  await skilled(stage, aigerim, 'maths');
  await sends({ id: 12, name: 'Marat', bornOn: '23.11.2008' }, school.project, { free_time: 'evenings', patience: 4 });
  await sends({ id: 13, name: 'Olga', bornOn: '14.05.1960' }, school.project, {
    activities: ['english', { other: 'chess' }],
  });
  await sends({ id: 14, name: 'Green' }, park.project, { activities: ['trees'] });
  await sends({ id: 15, name: 'Anywhere' }, null, { activities: ['people'] });
});
afterAll(() => stage.close());

test('a coordinator sees the candidates of a project, looks for some of them, and takes a filter off', async () => {
  const from = now(yerlan);
  await opens(yerlan, `vol:cand:${school.project}`);
  await yerlan.presses('Add a filter');
  await yerlan.presses('Age');
  await yerlan.presses('under 18');
  await yerlan.presses('Filters (1)');
  await yerlan.presses('Strong quality');
  await yerlan.presses('Patience: 4–5');
  await yerlan.presses('Filters (2)');
  await yerlan.presses('Free time');
  await yerlan.presses('Evenings only');
  await yerlan.presses('Filters (3)');
  await yerlan.presses('Skill');
  await yerlan.presses('Mathematics');
  await yerlan.presses('✕ Evenings only');
  expect(story(yerlan, from)).toMatchInlineSnapshot(`
    "Yerlan: [vol:cand:1]
    Birge: Candidates waiting for an answer
      School <1>

      1. Olga, 66 years · 21.11.2026
      2. Marat, 17 years (under 18) · 21.11.2026
      3. Серікова <b>Айгерім</b> 🌷, 16 years (under 18) · 21.11.2026
      [1. Olga]
      [2. Marat]
      [3. Серікова <b>Айгерім</b> 🌷]
      [Add a filter]
      [Show answered ones, too]
      [Back to the project]
      [Menu]
    Yerlan: [Add a filter]
    Birge: Whom are we looking for? Filters can be combined.
      [Free time]
      [Age]
      [Strong quality]
      [Activity they chose]
      [Skill]
      [Show the candidates]
      [Menu]
    Yerlan: [Age]
    Birge: Age
      [under 18]
      [18–24 years]
      [25–35 years]
      [36–59 years]
      [60 years and over]
      [Back]
      [Menu]
    Yerlan: [under 18]
    Birge: Candidates waiting for an answer
      School <1>
      Filters (1):
      · under 18

      1. Marat, 17 years (under 18) · 21.11.2026
      2. Серікова <b>Айгерім</b> 🌷, 16 years (under 18) · 21.11.2026
      [1. Marat]
      [2. Серікова <b>Айгерім</b> 🌷]
      [Filters (1)]
      [Show answered ones, too]
      [Back to the project]
      [Menu]
    Yerlan: [Filters (1)]
    Birge: Whom else are we looking for? A filter with ✕ is taken off by pressing it.
      [Free time]
      [✕ under 18]
      [Strong quality]
      [Activity they chose]
      [Skill]
      [Show the candidates]
      [Menu]
    Yerlan: [Strong quality]
    Birge: Strong quality
      [Sociability: 4–5]
      [Persuading: 4–5]
      [Patience: 4–5]
      [Settling problems calmly: 4–5]
      [Explaining: 4–5]
      [Accepting people: 4–5]
      [Respect: 4–5]
      [Planning time: 4–5]
      [Back]
      [Menu]
    Yerlan: [Patience: 4–5]
    Birge: Candidates waiting for an answer
      School <1>
      Filters (2):
      · under 18
      · Patience: 4–5

      1. Marat, 17 years (under 18) · 21.11.2026
      2. Серікова <b>Айгерім</b> 🌷, 16 years (under 18) · 21.11.2026
      [1. Marat]
      [2. Серікова <b>Айгерім</b> 🌷]
      [Filters (2)]
      [Show answered ones, too]
      [Back to the project]
      [Menu]
    Yerlan: [Filters (2)]
    Birge: Whom else are we looking for? A filter with ✕ is taken off by pressing it.
      [Free time]
      [✕ under 18]
      [✕ Patience: 4–5]
      [Activity they chose]
      [Skill]
      [Show the candidates]
      [Menu]
    Yerlan: [Free time]
    Birge: Free time
      [10–15 hours a week]
      [Evenings only]
      [Weekends only]
      [Back]
      [Menu]
    Yerlan: [Evenings only]
    Birge: Candidates waiting for an answer
      School <1>
      Filters (3):
      · Evenings only
      · under 18
      · Patience: 4–5

      1. Marat, 17 years (under 18) · 21.11.2026
      [1. Marat]
      [Filters (3)]
      [Show answered ones, too]
      [Back to the project]
      [Menu]
    Yerlan: [Filters (3)]
    Birge: Whom else are we looking for? A filter with ✕ is taken off by pressing it.
      [✕ Evenings only]
      [✕ under 18]
      [✕ Patience: 4–5]
      [Activity they chose]
      [Skill]
      [Show the candidates]
      [Menu]
    Yerlan: [Skill]
    Birge: Skill
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
    Yerlan: [Mathematics]
    Birge: Candidates waiting for an answer
      School <1>
      Filters (4):
      · Evenings only
      · under 18
      · Patience: 4–5
      · Mathematics

      Nobody fits all of this at once. Which filter shall I take off?
      [✕ Evenings only]
      [✕ under 18]
      [✕ Patience: 4–5]
      [✕ Mathematics]
      [Filters (4)]
      [Show answered ones, too]
      [Back to the project]
      [Menu]
    Yerlan: [✕ Evenings only]
    Birge: Candidates waiting for an answer
      School <1>
      Filters (3):
      · under 18
      · Patience: 4–5
      · Mathematics

      1. Серікова <b>Айгерім</b> 🌷, 16 years (under 18) · 21.11.2026
      [1. Серікова <b>Айгерім</b> 🌷]
      [Filters (3)]
      [Show answered ones, too]
      [Back to the project]
      [Menu]"
  `);
});

test('old buttons', async () => {
  const from = now(yerlan);
  await opens(yerlan, 'go:received');
  await opens(yerlan, `go:received:${questionnaires['Marat']}`);
  await opens(yerlan, `vol:cand:${school.project}:qzzzzt0000!`);
  await opens(yerlan, `vol:cand:${school.project}:qzzzzt0000gabcd`);
  await opens(yerlan, `vol:cand:${school.project}:dabcd:fd`);
  expect(story(yerlan, from)).toMatchInlineSnapshot(`
    "Yerlan: [go:received]
    Birge: Candidates waiting for an answer

      1. Olga, 66 years · School <1> · 21.11.2026
      2. Marat, 17 years (under 18) · School <1> · 21.11.2026
      3. Серікова <b>Айгерім</b> 🌷, 16 years (under 18) · School <1> · 21.11.2026
      [1. Olga]
      [2. Marat]
      [3. Серікова <b>Айгерім</b> 🌷]
      [Add a filter]
      [Show answered ones, too]
      [All projects]
      [Menu]
    Yerlan: [go:received:2]
    Birge: Candidates waiting for an answer

      1. Серікова <b>Айгерім</b> 🌷, 16 years (under 18) · School <1> · 21.11.2026
      [1. Серікова <b>Айгерім</b> 🌷]
      [To the newest]
      [Add a filter]
      [Show answered ones, too]
      [All projects]
      [Menu]
    Yerlan: [vol:cand:1:qzzzzt0000!]
    Birge: I did not understand that. Please choose one of these.
    Birge: What shall we do?
      [Become a volunteer]
      [My deadlines]
      [My questionnaires]
      [Volunteering] [Youth centre]
      [Received questionnaires]
      [New project]
      [Invite]
      [Announce] [Groups]
      [Record an event]
      [My roles]
      [My data] [Language] [Help]
    Yerlan: [vol:cand:1:qzzzzt0000gabcd]
    Birge: Candidates waiting for an answer
      School <1>

      1. Olga, 66 years · 21.11.2026
      2. Marat, 17 years (under 18) · 21.11.2026
      3. Серікова <b>Айгерім</b> 🌷, 16 years (under 18) · 21.11.2026
      [1. Olga]
      [2. Marat]
      [3. Серікова <b>Айгерім</b> 🌷]
      [Add a filter]
      [Show answered ones, too]
      [Back to the project]
      [Menu]
    Yerlan: [vol:cand:1:dabcd:fd]
    Birge: Whom are we looking for? Filters can be combined.
      [Free time]
      [Age]
      [Strong quality]
      [Activity they chose]
      [Skill]
      [Show the candidates]
      [Menu]"
  `);
});

test('administrators see all projects and the pool, and look by direction and region', async () => {
  await admin.says('/menu');
  const from = now(admin);
  await admin.presses(say('menu-received'));
  await admin.presses('Add a filter');
  await admin.presses('Region');
  await admin.presses('Abai Region');
  await admin.presses('Filters (1)');
  await admin.presses('Direction');
  await admin.presses('Education (BILIM)');
  await admin.presses('✕ Abai Region');
  await admin.presses('Filters (1)');
  await admin.presses('Activity they chose');
  expect(story(admin, from)).toMatchInlineSnapshot(`
    "Admin: [Received questionnaires]
    Birge: Candidates waiting for an answer

      1. Anywhere, 36 years · no project chosen · 21.11.2026
      2. Green, 36 years · Park · 21.11.2026
      3. Olga, 66 years · School <1> · 21.11.2026
      4. Marat, 17 years (under 18) · School <1> · 21.11.2026
      5. Серікова <b>Айгерім</b> 🌷, 16 years (under 18) · School <1> · 21.11.2026
      [1. Anywhere]
      [2. Green]
      [3. Olga]
      [4. Marat]
      [5. Серікова <b>Айгерім</b> 🌷]
      [Add a filter]
      [Show answered ones, too]
      [All projects]
      [Menu]
    Admin: [Add a filter]
    Birge: Whom are we looking for? Filters can be combined.
      [Direction]
      [Region]
      [Free time]
      [Age]
      [Strong quality]
      [Activity they chose]
      [Skill]
      [Show the candidates]
      [Menu]
    Admin: [Region]
    Birge: Region
      [Abai Region]
      [Almaty Region]
      [Back]
      [Menu]
    Admin: [Abai Region]
    Birge: Candidates waiting for an answer
      Filters (1):
      · Abai Region

      1. Green, 36 years · Park · 21.11.2026
      [1. Green]
      [Filters (1)]
      [Show answered ones, too]
      [All projects]
      [Menu]
    Admin: [Filters (1)]
    Birge: Whom else are we looking for? A filter with ✕ is taken off by pressing it.
      [Direction]
      [✕ Abai Region]
      [Free time]
      [Age]
      [Strong quality]
      [Activity they chose]
      [Skill]
      [Show the candidates]
      [Menu]
    Admin: [Direction]
    Birge: Direction
      [Health (SAÝLYQ)]
      [Education (BILIM)]
      [Mentoring of children (SABAQTASTYQ)]
      [Heritage (ASYL MURA)]
      [Environment (TAZA ÁLEM)]
      [Care for the elderly (QAMQOR)]
      [Search (ÚMIT)]
      [Back]
      [Menu]
    Admin: [Education (BILIM)]
    Birge: Candidates waiting for an answer
      Filters (2):
      · Education (BILIM)
      · Abai Region

      Nobody fits all of this at once. Which filter shall I take off?
      [✕ Education (BILIM)]
      [✕ Abai Region]
      [Filters (2)]
      [Show answered ones, too]
      [All projects]
      [Menu]
    Admin: [✕ Abai Region]
    Birge: Candidates waiting for an answer
      Filters (1):
      · Education (BILIM)

      1. Olga, 66 years · School <1> · 21.11.2026
      2. Marat, 17 years (under 18) · School <1> · 21.11.2026
      3. Серікова <b>Айгерім</b> 🌷, 16 years (under 18) · School <1> · 21.11.2026
      [1. Olga]
      [2. Marat]
      [3. Серікова <b>Айгерім</b> 🌷]
      [Filters (1)]
      [Show answered ones, too]
      [All projects]
      [Menu]
    Admin: [Filters (1)]
    Birge: Whom else are we looking for? A filter with ✕ is taken off by pressing it.
      [✕ Education (BILIM)]
      [Region]
      [Free time]
      [Age]
      [Strong quality]
      [Activity they chose]
      [Skill]
      [Show the candidates]
      [Menu]
    Admin: [Activity they chose]
    Birge: Activity they chose
      [Help with preparing for the UNT]
      [Teaching English]
      [Computer literacy]
      [Legal literacy]
      [Clubs and evenings for pupils]
      [Back]
      [Menu]"
  `);
  expect(admin.last().buttons.flat()).not.toContain('Something else');
});

test('who was answered comes back by "show answered ones, too", with the answer', async () => {
  await stage.database.sql`update submissions set status = 'declined' where id = ${questionnaires['Olga'] ?? 0}`;
  await opens(yerlan, `vol:cand:${school.project}`);
  expect(yerlan.last().text).not.toContain('Olga');
  await yerlan.presses(say('vol-cand-also-answered'));
  expect(yerlan.last().text).toContain('1. Olga, 66 years · 21.11.2026 · declined');
  await yerlan.presses(say('vol-cand-only-waiting'));
  expect(yerlan.last().text).not.toContain('Olga');
  await stage.database.sql`update submissions set status = 'submitted' where id = ${questionnaires['Olga'] ?? 0}`;
});

test('pages: eight at a time, and back to the newest', async () => {
  const many = await projectOf(stage, { organisation: 'Many', project: 'Many' });
  const dana = await coordinatorOf(stage, { id: 3, name: 'Dana' }, many);
  for (let id = 101; id <= 117; id += 1) {
    await candidateOf(stage, { id, name: `C${id}`, bornOn: id % 2 === 0 ? '01.01.2000' : '01.01.2012' }, many);
  }
  const names = () =>
    dana
      .last()
      .buttons.flat()
      .flatMap((text) => /^\d\. (.*)$/.exec(text)?.[1] ?? []);
  await opens(dana, `vol:cand:${many.project}`);
  expect(names()).toEqual(['C117', 'C116', 'C115', 'C114', 'C113', 'C112', 'C111', 'C110']);
  await dana.presses(say('forms-earlier'));
  expect(names()).toEqual(['C109', 'C108', 'C107', 'C106', 'C105', 'C104', 'C103', 'C102']);
  await dana.presses(say('forms-earlier'));
  expect([names(), dana.last().buttons.flat().includes(say('forms-earlier'))]).toEqual([['C101'], false]);
  await dana.presses(say('vol-cand-newest'));
  expect(names()[0]).toBe('C117');
  await dana.presses('Add a filter');
  await dana.presses('Age');
  await dana.presses('18–24 years');
  expect(names()).toEqual([]);
  await dana.presses('Filters (1)');
  await dana.presses('✕ 18–24 years');
  await dana.presses('Add a filter');
  await dana.presses('Age');
  await dana.presses('25–35 years');
  expect(names()).toEqual(['C116', 'C114', 'C112', 'C110', 'C108', 'C106', 'C104', 'C102']);
  await opens(dana, `vol:cand:${many.project}::b1`);
  expect(dana.last().text).toContain(say('vol-cand-no-earlier'));
});

test('eighteen begins on the birthday, at midnight in Almaty', async () => {
  stage.setClock('2026-11-22T18:59:00Z');
  await opens(yerlan, `vol:cand:${school.project}`);
  expect(yerlan.last().text).toContain('Marat, 17 years (under 18)');
  stage.setClock('2026-11-22T19:00:00Z');
  await opens(yerlan, `vol:cand:${school.project}`);
  expect(yerlan.last().text).toContain('Marat, 18 years ·');
  stage.setClock('2026-11-22T06:00:00Z');
});

test('of two questionnaires about a project the newer one stands in the list', async () => {
  const before = questionnaires['Marat'] ?? 0;
  const newer = await sentBySql(stage, 12, { project: school.project, answers: { full_name: 'Marat' } });
  await opens(yerlan, `vol:cand:${school.project}`);
  const [first] = yerlan.last().buttons.flat();
  expect(first).toBe('1. Marat');
  await yerlan.presses('1. Marat');
  expect(yerlan.last().text).toContain(say('vol-cand-waits'));
  await opens(yerlan, `card:${before}`);
  expect(yerlan.last().text).toContain(say('vol-cand-newer-came'));
  await yerlan.presses(say('vol-cand-open-newer'));
  expect(yerlan.last().text).toContain(say('vol-cand-waits'));
  await stage.database.sql`delete from submissions where id = ${newer}`;
});

test('others are refused; whoever coordinates elsewhere stands in the audit', async () => {
  const beside = await coordinatorOf(stage, { id: 4, name: 'Beside' }, park);
  const { person } = await volunteerOf(stage, { id: 5, name: 'Volunteer' }, school);
  for (const [id, p] of [
    [4, beside],
    [5, person],
  ] as const) {
    const from = now(p);
    await opens(p, `vol:cand:${school.project}`);
    await opens(p, `vol:ans:${questionnaires['Marat']}:in:${school.project}:yes`);
    await opens(p, `card:${questionnaires['Marat']}`);
    expect(story(p, from)).not.toContain('Marat');
    const asked = { action: 'refused-choose-volunteers' };
    expect(await auditOf(stage, id)).toEqual([
      { ...asked, kind: 'project', id: school.project },
      { ...asked, kind: 'submission', id: questionnaires['Marat'] },
    ]);
  }
  await opens(person, 'vol:cand:0');
  expect(person.last().text).toBe(say('vol-refused'));
  await opens(beside, 'vol:cand:0');
  expect(beside.last().buttons.flat()).toContain('1. Green');
});

test('the same in Kazakh and in Russian', async () => {
  for (const [id, language] of [
    [6, 'kk'],
    [7, 'ru'],
  ] as const) {
    const p = await coordinatorOf(stage, { id, name: 'Reader', language }, school);
    const from = now(p);
    await opens(p, `vol:cand:${school.project}`);
    await presses(p, `vol:cand:${school.project}::f`);
    await presses(p, `vol:cand:${school.project}::fg`);
    await p.presses((button) => 'callback_data' in button && (button.callback_data ?? '').includes(':g'));
    expect(story(p, from)).toMatchSnapshot(language);
  }
});
