import { afterAll, beforeAll, expect, test } from 'vitest';
import { readDeed } from '../../../src/store/volunteers/deeds.ts';
import { markOf } from '../../../src/volunteers/deed-mark.ts';
import type { Stage } from '../../support/dialogue.ts';
import { appoint, idOf, now, say } from '../people/scene.ts';
import { accessScene, people, planted } from './access-scene.ts';
import type { Scene, Who } from './access-scene.ts';
import { changed, kept, standing } from './access-watch.ts';
import type { Standing } from './access-watch.ts';
import { volunteerStage } from './scene.ts';

let stage: Stage;
let scene: Scene;
let before: Standing;
let putBack: (of: readonly string[]) => Promise<void>;
beforeAll(async () => {
  stage = await volunteerStage();
  scene = await accessScene(stage);
  before = await standing(stage);
  putBack = await kept(stage);
});
afterAll(() => stage.close());

/** Presses, and tells what was said; nothing of the volunteer must be in it. */
async function presses(who: Who, data: string): Promise<string> {
  const person = scene.person[who];
  const from = now(person);
  await person.pressesData(data, person.last());
  const story = person.transcript(from);
  expect({ data, seen: planted.filter((word) => story.includes(word)) }).toEqual({ data, seen: [] });
  return story;
}

test("a button that names one's own project or enrolment and another one's thing does nothing to that thing", async () => {
  const { V, P2, W, X } = scene;
  const deed = await readDeed(stage.database.store, V.deed);
  const mark = deed === null ? '' : markOf(deed);
  const [briefing] = await stage.database.sql<
    { id: number }[]
  >`select id::int from briefings where person_id = ${V.id}`;
  const day = '2026-11-20';
  const mixed: [who: Who, data: string][] = [
    ['coordinator of P2', `vol:conf:ud:${P2}:${V.confirmed.toString(36)}`],
    ['coordinator of P2', `vol:conf:d:${P2}:${day}:0${mark}`],
    ['coordinator of P2', `vol:agc:${X}:${V.agreement}:${day}:paper`],
    ['coordinator of P2', `vol:agc:${X}:${scene.unsigned}:${day}:paper`],
    ['coordinator of P2', `vol:agc:undo:${X}:${V.agreement}:yes`],
    ['coordinator of P2', `vol:agc:file:${X}`],
    ['coordinator of P2', `vol:thank:${X}:gone:${V.certificate}`],
    ['coordinator of P2', `vol:thank:${X}:file:${V.letter}`],
    ['coordinator of P2', `vol:thank:${X}:give:2026-10-10:2026-10-10:en:7`],
    ['coordinator of P2', `vol:pap:ok:${X}:criminal_record:${V.received.submission}`],
    ['coordinator of P2', `vol:pap:open:${X}:criminal_record`],
    ['coordinator of P2', `vol:pap:take:${X}:last_employer:yes`],
    ['coordinator of P2', `vol:conf:${P2}:${V.deed}`],
    ['another volunteer of P1', `vol:br:${W}:s:${briefing?.id ?? 0}:0`],
    ['another volunteer of P1', `vol:br:${W}:a:${briefing?.id ?? 0}:0:0:abcd`],
    ['another volunteer of P1', `vol:rep:${W}:2026-11`],
  ];
  for (const [who, data] of mixed) {
    await presses(who, data);
    expect({ data, changed: changed(before, await standing(stage)) }).toEqual({ data, changed: [] });
  }
});

test('nobody plans or writes anything for a project that is not theirs', async () => {
  const { P1 } = scene;
  await presses('a volunteer of P2', `vol:idea:for:bilim-contest:2026-12-07:${P1}`);
  await presses('somebody new', `vol:idea:for:bilim-contest:2026-12-07:${P1}`);
  for (const who of ['a volunteer of P2', 'coordinator of P1', 'somebody new'] as const) {
    await presses(who, `vol:new:${P1}`);
  }
  const { sql } = stage.database;
  const others = await sql`select person_id::int from deeds where project_id = ${P1} and person_id <> ${scene.V.id}`;
  const entries = await sql`select about_kind from submissions where form = 'diary-entry' and about_kind is not null`;
  expect({ others: [...others], entries: [...entries] }).toEqual({ others: [], entries: [] });
  await putBack(changed(before, await standing(stage)));
});

test('a coordinator sees of an own volunteer neither what is of no project, nor what is planned or not sent yet', async () => {
  const { V } = scene;
  const { enrolment: e } = V;
  const person = scene.person['coordinator of P1'];
  const from = now(person);
  const pages = [
    `vol:v:${e}`,
    `vol:vd:${e}`,
    `vol:vd:${e}:2026-12`,
    `vol:reps:one:${e}:2026-11`,
    `vol:thank:${e}`,
    `vol:pap:${e}`,
  ];
  for (const data of pages) await person.pressesData(data, person.last());
  const story = person.transcript(from);
  const unseen = [
    'planted-own',
    'planted-plan',
    'planted-line of November',
    'planted-health',
    '900514400123',
    '5554433',
  ];
  expect(unseen.filter((word) => story.includes(word))).toEqual([]);
  expect(story).toContain('Zerekhan');
});

test('an administrator gets no paper, no agreement, no diary and no report of anybody, though they read questionnaires', async () => {
  const { V } = scene;
  const e = V.enrolment;
  const all = [
    `vol:pap:open:${e}:criminal_record`,
    `vol:agc:file:${e}`,
    `vol:vd:${e}`,
    `vol:deed:${V.deed}:photo`,
    `vol:thx:${V.letter}`,
  ];
  for (const data of [...all, `vol:reps:one:${e}:2026-10`]) {
    expect(await presses('administrator', data)).toContain(say('vol-refused'));
  }
  // Each try stands in the audit, but whose thing it was only by its number.
  const tries = await stage.database.sql<{ action: string }[]>`
    select distinct action from audit where person_id = ${await idOf(stage, people.administrator)} and action like 'refused-%'
    order by action`;
  expect(tries.map(({ action }) => action)).toEqual([
    'refused-look-after-volunteers',
    'refused-see-papers',
    'refused-thank-volunteers',
  ]);
});

test('a coordinator who is a volunteer, too, confirms, thanks and checks nothing of their own', async () => {
  const { V, B, P1, stage: at } = scene;
  const person = scene.person['the volunteer'];
  await appoint(at, people['the volunteer'], 'coordinator', { organisation: B, project: P1 });
  await at.database.sql`update thanks set withdrawn_at = '2026-11-20' where id = ${V.certificate}`;
  const mine = await standing(at);
  const e = V.enrolment;
  const own: [data: string, says: string][] = [
    [`vol:conf:ok:${V.deed}:abcd:0`, say('vol-conf-own-told')],
    [`vol:conf:ud:${P1}:${V.confirmed.toString(36)}`, ''],
    [`vol:thank:${e}:give:2026-10-10:2026-10-10:ru:7`, ''],
    [`vol:thank:${e}:on:${V.certificate}`, say('vol-thx-own')],
    [`vol:pap:ok:${e}:criminal_record:${V.received.submission}`, say('vol-pap-own')],
    [`vol:pap:seen:${e}:recommendation`, say('vol-pap-own')],
    [`vol:pap:until:${e}:last_employer:2027-01-01`, say('vol-pap-own')],
    [`vol:pap:drop:${e}:criminal_record:yes`, say('vol-pap-own')],
  ];
  for (const [data, says] of own) {
    await person.pressesData(data, person.last());
    expect(person.last().text).toContain(says);
    expect({ data, changed: changed(mine, await standing(at)) }).toEqual({ data, changed: [] });
  }
  await person.pressesData(`vol:pap:type:${e}:last_employer`, person.last());
  await person.says('01.01.2027');
  expect(person.last().text).toContain(say('vol-pap-own'));
  expect(changed(mine, await standing(at))).toEqual([]);
});
