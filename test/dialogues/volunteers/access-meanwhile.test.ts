import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { now, say } from '../people/scene.ts';
import { pressesEnd } from './agreement-scene.ts';
import { accessScene, endsRole, people, planted } from './access-scene.ts';
import type { Scene } from './access-scene.ts';
import { changed, kept, standing } from './access-watch.ts';
import type { Standing } from './access-watch.ts';
import { volunteerStage } from './scene.ts';

let stage: Stage;
let scene: Scene;
let lead: Person;
let putBack: (of: readonly string[]) => Promise<void>;
let all: Standing;
beforeAll(async () => {
  stage = await volunteerStage();
  scene = await accessScene(stage);
  lead = scene.person['coordinator of P1'];
  putBack = await kept(stage);
  all = await standing(stage);
});
beforeEach(async () => putBack(changed(all, await standing(stage))));
afterAll(() => stage.close());

const opens = (data: string) => lead.pressesData(data, lead.last());
const leaves = () => endsRole(stage, people['coordinator of P1'], 'coordinator');

/** What is said to something typed after the role has ended; it stores nothing. */
async function answerTo(words: string): Promise<{ text: string; stored: string[] }> {
  const before = await standing(stage);
  const from = now(lead);
  await lead.says(words);
  const story = lead.transcript(from);
  expect(planted.filter((word) => story.includes(word))).toEqual([]);
  return { text: lead.last().text, stored: changed(before, await standing(stage)) };
}
const refused = { text: say('vol-refused'), stored: [] };

/** Everything that a coordinator types, by the button that asks for it. */
const typed: [what: string, button: (scene: Scene) => string, words: string][] = [
  ['the day of signing', ({ W, unsigned }) => `vol:agc:sign:${W}:${unsigned}`, '20.11.2026'],
  ['the last day of a volunteer', ({ V }) => `vol:end:${V.enrolment}`, '01.12.2026'],
  ['until when a paper holds', ({ V }) => `vol:pap:type:${V.enrolment}:last_employer`, '01.12.2027'],
  ['the first day of a certificate', ({ V }) => `vol:thank:${V.enrolment}:days`, '01.10.2026'],
];
test.for(typed)('%s, typed after the role has ended, is refused', async ([, button, words]) => {
  await opens(button(scene));
  await leaves();
  expect(await answerTo(words)).toEqual(refused);
});

test('what is to be corrected: typed after the role has ended it is refused, and sent after it, too', async () => {
  await opens(`vol:ans:${scene.candidate}:back`);
  await leaves();
  expect(await answerTo('Please write on which days you can come.')).toEqual(refused);
  await putBack(changed(all, await standing(stage)));
  await opens(`vol:ans:${scene.candidate}:back`);
  await lead.says('Please write on which days you can come.');
  const send = lead.last();
  await leaves();
  const before = await standing(stage);
  await lead.presses((button) => 'callback_data' in button && /^ret:\d+:send/.test(button.callback_data), send);
  expect({ text: lead.last().text, stored: changed(before, await standing(stage)) }).toEqual(refused);
});

test('a report line of a month that is no longer theirs is refused', async () => {
  const person = scene.person['the volunteer'];
  await person.pressesData(`vol:rep:line:${scene.V.enrolment}:2026-11`, person.last());
  await stage.database.sql`update memberships set until_on = '2026-09-30' where id = ${scene.V.enrolment}`;
  const before = await standing(stage);
  await person.says('Of what I did in November.');
  expect({ text: person.last().text, stored: changed(before, await standing(stage)) }).toEqual(refused);
});

test("one's own last day, typed when the time is over already, stores nothing", async () => {
  const person = scene.person['the volunteer'];
  await person.pressesData(`vol:leave:${scene.V.enrolment}:other`, person.last());
  await endsRole(stage, people['the volunteer'], 'volunteer');
  const before = await standing(stage);
  await person.says('31.12.2026');
  expect({ text: person.last().text, stored: changed(before, await standing(stage)) }).toEqual({
    text: say('vol-leave-over'),
    stored: [],
  });
});

/** Begins a letter up to its last question. */
async function beginsLetter(): Promise<void> {
  await opens(`vol:thank:${scene.V.enrolment}:letter:en`);
  for (const end of [':reliable', ':+caring', ':done', ':skip']) await pressesEnd(lead, end);
}

test('a letter that was begun tells nothing of the volunteer once the role has ended', async () => {
  await beginsLetter();
  await leaves();
  const from = now(lead);
  await lead.says('Coordinator');
  expect(lead.transcript(from)).not.toMatch(/Zerekhan|7 hours/);
  expect(lead.last().text).toContain(say('vol-refused'));
});

test('a letter whose overview stands there when the role ends is not given', async () => {
  await beginsLetter();
  await lead.says('Coordinator');
  expect(lead.last().text).toContain('Zerekhan');
  await leaves();
  const from = now(lead);
  const before = await standing(stage);
  await pressesEnd(lead, ':send');
  expect(lead.transcript(from)).not.toMatch(/Zerekhan|7 hours/);
  expect(changed(before, await standing(stage))).not.toContain('thanks');
});

test('the preparation of a project takes no answer any more once the role has ended', async () => {
  await opens(`vol:prep:${scene.P1}:fill`);
  await leaves();
  expect(await answerTo('English for children')).toEqual({ text: say('fill-not-theirs'), stored: [] });
});

test('a place that is being corrected stays as it is once the role has ended', async () => {
  await opens(`vol:go:p:${scene.place}:fix`);
  await leaves();
  const before = await standing(stage);
  await pressesEnd(lead, ':send');
  expect(lead.last().text).toBe(say('vol-refused'));
  expect(changed(before, await standing(stage))).not.toContain('places');
});
