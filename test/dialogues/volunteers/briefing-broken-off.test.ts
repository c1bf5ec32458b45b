import { afterAll, beforeEach, expect, test } from 'vitest';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { now, presses, say, story } from '../people/scene.ts';
import { briefingsIn, datas, edits, optionOf, planBySql } from './briefing-scene.ts';
import { coordinatorOf, projectOf, volunteerOf, volunteerStage } from './scene.ts';

const stage: Stage = await volunteerStage();
afterAll(() => stage.close());

const three = ['building', 'falls', 'touch'];
let count = 0;
let where: { organisation: number; project: number };
let person: Person;
let enrolment: number;

/** A volunteer of a project with three topics, before the first card. */
beforeEach(async () => {
  stage.setClock('2026-11-22T06:00:00Z');
  count += 1;
  where = await projectOf(stage, { organisation: `Ұйым ${count}`, project: `<b>Жоба</b> ${count} 🌱` });
  await planBySql(stage, where.project, three);
  ({ person, enrolment } = await volunteerOf(stage, { id: count, name: `Дана ${count} <i>🙂` }, where));
  await person.pressesData(`vol:br:${enrolment}`, person.last());
});

const data = (end: string) => `vol:br:${enrolment}${end}`;
const clears = () => person.presses((button) => 'callback_data' in button && button.callback_data.includes(':s:'));
const begins = () => presses(person, data(':go'));
const state = async () => (await briefingsIn(stage, where.project)).map(({ done, passed }) => ({ done, passed }));
const title = () => person.last().text.split('\n').slice(0, 2).join(' ');

test('a week between, a restart, the menu: it goes on at the same card', async () => {
  await begins();
  await clears();
  const from = now(person);
  await person.says('/menu');
  stage.setClock('2026-11-29T06:00:00Z');
  await stage.restart();
  await person.says('I am back');
  await person.pressesData(data(''), person.last());
  await presses(person, data(':go'));
  expect(story(person, from)).toMatchInlineSnapshot(`
    "Дана 1 <i>🙂: /menu
    Birge: What shall we do?
      [Become a volunteer]
      [My deadlines]
      [My questionnaires]
      [Volunteering] [Youth centre]
      [My roles]
      [My data] [Language] [Help]
    Дана 1 <i>🙂: I am back
    Birge: I did not understand that. Please choose one of these.
    Birge: What shall we do?
      [Become a volunteer]
      [My deadlines]
      [My questionnaires]
      [Volunteering] [Youth centre]
      [My roles]
      [My data] [Language] [Help]
    Дана 1 <i>🙂: [vol:br:1]
    Birge: Safety briefing
      <b>Жоба</b> 1 🌱

      Cards behind you: 1 of 3. Go on from where you stopped.
      [Go on]
      [Back to my project]
      [Menu]
    Дана 1 <i>🙂: [Go on]
    Birge (edited): 2 / 3
      Preventing falls

      Most people fall on wet floors, on stairs, on ice and over cords. Wipe up spills at once, or put a chair there as a sign. Clear bags and cords from the way. Take the stairs with children slowly and near the handrail. Do not climb on chairs and tables: ask for a ladder and for help. Keep windows closed where children are, and let nobody sit on the sill. In winter, walk on gritted paths in shoes that do not slip.
      [Got it]"
  `);
  expect(await state()).toEqual([{ done: 1, passed: null }]);
});

test('the same questions after a restart, and the day of the last answer counts, in Almaty', async () => {
  await begins();
  for (const _ of three) await clears();
  const asked = person.last().text;
  await stage.restart();
  await person.pressesData(data(':go'), person.last());
  expect(person.last().text).toBe(asked);
  await presses(person, optionOf(stage, person, true));
  await presses(person, optionOf(stage, person, true));
  // Half past eleven in the evening in Almaty, then half past twelve.
  stage.setClock('2026-11-22T18:30:00Z');
  await presses(person, optionOf(stage, person, false));
  stage.setClock('2026-11-22T19:30:00Z');
  await presses(person, optionOf(stage, person, true));
  expect(await state()).toEqual([{ done: 6, passed: '2026-11-23' }]);
  expect(person.last().text).toContain('23 November 2026');
});

test('every button pressed twice does its thing once', async () => {
  const twice = async (button: string) => {
    const { message_id } = person.last();
    await person.pressesData(button, message_id);
    const shown = person.screen();
    await person.pressesData(button, message_id);
    return [shown, person.screen()];
  };
  const [begun, begunAgain] = await twice(data(':go'));
  expect(begunAgain).toBe(begun);
  for (let card = 1; card <= 3; card += 1) {
    const [once, again] = await twice(datas(person)[0] ?? '');
    expect(again).toBe(once);
    expect((await state())[0]?.done).toBe(card);
  }
  const [wrong, wrongAgain] = await twice(optionOf(stage, person, false));
  expect(wrongAgain).toBe(wrong);
  for (let question = 1; question <= 2; question += 1) {
    await twice(optionOf(stage, person, true));
    expect((await state())[0]?.done).toBe(3 + question);
    expect(title()).toContain(`Question ${question + 1} of 3`);
  }
  const [passed, passedAgain] = await twice(optionOf(stage, person, true));
  expect(passedAgain).toBe(passed);
  expect(await state()).toEqual([{ done: 6, passed: '2026-11-22' }]);
});

test('old buttons and forged ones show where one stands', async () => {
  await begins();
  const [first = ''] = datas(person);
  const old = person.last().message_id;
  await clears();
  await person.says('/menu');
  await person.pressesData(first, old);
  expect(title()).toMatch(/^(?!1 \/ 3)/);
  expect((await state())[0]?.done).toBe(1);
  // Ahead of one's place, an answer where a card stands, and "clear" where a question stands.
  const [briefing] = await briefingsIn(stage, where.project);
  const at = (end: string) => data(`:${end.replace('B', String(briefing?.id))}`);
  await person.pressesData(at('s:B:4'), old);
  await person.pressesData(at('a:B:1:0:0000'), old);
  await person.pressesData(at('a:B:1:9:0000'), old);
  expect((await state())[0]?.done).toBe(1);
  await person.pressesData(at('s:B:1'), old);
  await person.pressesData(at('s:B:2'), old);
  await person.pressesData(at('s:B:3'), old);
  await person.pressesData(at('s:999999:3'), old);
  expect((await state())[0]?.done).toBe(3);
  // A card to read that there is not.
  await person.pressesData(data(':r:card:gone'), old);
  expect(person.chat.messages.get(old)).toMatchObject({ text: expect.stringContaining(say('vol-br-card-gone')) });
  await person.pressesData(data(':read:99'), old);
  await person.pressesData(data(':r:ask:touch'), old);
  expect((await state())[0]?.done).toBe(3);
});

test('topics that the coordinator changes meanwhile are for the next one; the one under way goes on', async () => {
  await begins();
  await clears();
  await planBySql(stage, where.project, ['limits'], true);
  await presses(person, datas(person)[0] ?? '');
  expect(title()).toContain('3 / 3');
  await clears();
  for (const _ of three) await presses(person, optionOf(stage, person, true));
  expect(person.last().text).toContain(say('vol-br-passed', { day: '22 November 2026' }));
  await person.pressesData(data(''), person.last());
  const from = now(person);
  await presses(person, data(':go'));
  expect(story(person, from)).toContain('1 / 3\n  What not to do');
  expect(await state()).toEqual([
    { done: 6, passed: '2026-11-22' },
    { done: 0, passed: null },
  ]);
});

test('cards that no longer exist are skipped, and a question that was reworded is asked anew', async () => {
  await begins();
  edits(stage, (topics) => topics.filter(({ id }) => id !== 'falls'));
  await clears();
  expect(title()).toBe('2 / 2 Touching a child');
  await clears();
  const asked = optionOf(stage, person, true);
  expect(title()).toContain('Question 1 of 2');
  edits(stage, (topics) =>
    topics.map((topic) => ({
      ...topic,
      question: { ...topic.question, options: topic.question.options.toReversed() },
    })),
  );
  await presses(person, asked);
  expect(person.last().text).toContain(say('vol-br-changed'));
  expect((await state())[0]?.done).toBe(3);
  await presses(person, optionOf(stage, person, true));
  await presses(person, optionOf(stage, person, true));
  expect(await state()).toEqual([{ done: 6, passed: '2026-11-22' }]);
  // What was passed is older than what there is: the new one is offered.
  await person.pressesData(data(''), person.last());
  expect(person.last().text).toContain(say('vol-br-outdated', { day: '22 November 2026' }));
  await stage.restart();
});

test('where nothing of it is left, another one begins', async () => {
  await begins();
  await clears();
  const old = datas(person)[0] ?? '';
  edits(stage, (topics) => topics.filter(({ id }) => !three.includes(id)));
  await presses(person, old);
  const from = now(person);
  await presses(person, data(':go'));
  expect(story(person, from)).toContain('1 / 16');
  expect(await state()).toEqual([{ done: 0, passed: null }]);
  await stage.restart();
});

test('nobody else opens it: strangers, another volunteer, a coordinator; and whoever has left hears so', async () => {
  await begins();
  const [clear = ''] = datas(person);
  const other = await volunteerOf(stage, { id: 100, name: 'Ерлан' }, where);
  const coordinator = await coordinatorOf(stage, { id: 101, name: 'Гүлнар' }, where);
  for (const curious of [other.person, coordinator]) {
    for (const end of ['', ':go', ':read:1', ':r:card:falls']) {
      await curious.pressesData(data(end), curious.last());
      expect(curious.last().text).toBe(say('vol-refused'));
    }
    await curious.pressesData(clear, curious.last());
    expect(curious.last().text).toBe(say('vol-refused'));
  }
  // Another one's briefing behind one's own enrolment.
  await other.person.pressesData(
    clear.replace(`vol:br:${enrolment}:`, `vol:br:${other.enrolment}:`),
    other.person.last(),
  );
  expect(await state()).toEqual([{ done: 0, passed: null }]);
  await stage.database
    .sql`update memberships set from_on = '2026-01-01', until_on = '2026-11-21' where id = ${enrolment}`;
  await person.pressesData(clear, person.last());
  expect(person.last().text).toBe(say('vol-br-over'));
  expect((await state())[0]?.done).toBe(0);
});
