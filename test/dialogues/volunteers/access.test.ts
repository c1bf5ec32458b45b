import { Composer } from 'grammy';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { deedActs } from '../../../flows/volunteers/deed.ts';
import { paperActs } from '../../../flows/volunteers/paper-press.ts';
import { volunteerRoutes } from '../../../flows/volunteers/routes.ts';
import { routes } from '../../../flows/routes.ts';
import { paperKinds } from '../../../src/rules/volunteer-codes.ts';
import type { Stage } from '../../support/dialogue.ts';
import type { Seat } from '../../support/double/seat.ts';
import { now, say } from '../people/scene.ts';
import { accessMatrix, partNames } from './access-buttons.ts';
import type { Part } from './access-buttons.ts';
import type { Row } from './access-row.ts';
import { accessScene, everybody, planted } from './access-scene.ts';
import type { Scene } from './access-scene.ts';
import { changed, kept, standing } from './access-watch.ts';
import type { Standing } from './access-watch.ts';
import { volunteerStage } from './scene.ts';

let stage: Stage;
let scene: Scene;
let matrix: Record<Part, Row[]>;
let before: Standing;
let putBack: (of: readonly string[]) => Promise<void>;
beforeAll(async () => {
  stage = await volunteerStage();
  scene = await accessScene(stage);
  matrix = await accessMatrix(scene);
  before = await standing(stage);
  putBack = await kept(stage);
});
afterAll(() => stage.close());

/** What the bot said to somebody since an event. */
const said = (seat: Seat, from: number) =>
  seat.chat.events
    .slice(from)
    .flatMap((event) => (event.kind === 'said' || event.kind === 'edited' ? [event.message] : []));

/** Presses as a client may, or types a command; gives what came of it. */
async function press(seat: Seat, data: string) {
  const from = now(seat);
  await (data.startsWith('/') ? seat.says(data) : seat.pressesData(data, seat.last()));
  return { messages: said(seat, from), story: seat.transcript(from) };
}

const seenIn = (story: string): string[] => planted.filter((word) => story.includes(word));

test('every button of volunteering stands in the matrix, with each of its acts', () => {
  const triggers = (register: () => unknown): string[] => {
    const buttons = vi.spyOn(Composer.prototype, 'callbackQuery');
    const commands = vi.spyOn(Composer.prototype, 'command');
    register();
    const found = buttons.mock.calls.flatMap(([trigger]) => trigger);
    const typed = commands.mock.calls.flatMap(([command]) => command);
    vi.restoreAllMocks();
    return [
      ...found.map((trigger) => (trigger instanceof RegExp ? trigger.source : `^${trigger}$`)),
      ...typed.map((command) => `^/${String(command)}$`),
    ];
  };
  const { birge } = stage.running;
  const presses = Object.values(matrix).flatMap((rows) => rows.map(({ press }) => press));
  const own = triggers(() => volunteerRoutes(new Composer(), birge));
  const all = triggers(() => routes(birge)).filter((one) => /vol:|\^card:|\^go:view:|\^go:draft:|\^q:/.test(one));
  const values = new Set<string>([...paperKinds, 'kk', 'ru', 'en']);
  const missing = [...new Set([...own, ...all])].flatMap((source) => {
    const samples = presses.filter((press) => new RegExp(source).test(press));
    if (samples.length === 0) return [source];
    // Words that a group of the pattern names are acts of their own: each has to be pressed.
    const acts = [...source.matchAll(/\((?:\?:)?:?([a-z]+(?:\|[a-z]+)*)\)/g)].flatMap(([, words = '']) =>
      words.split('|'),
    );
    const pressed = new Set(samples.flatMap((press) => press.split(':')));
    return acts.filter((act) => !values.has(act) && !pressed.has(act)).map((act) => `${act} of ${source}`);
  });
  expect(own.length).toBeGreaterThan(70);
  expect(missing).toEqual([]);
  const named = (pattern: RegExp) => new Set(presses.flatMap((press) => pattern.exec(press)?.slice(1) ?? []));
  const acts = [named(/^vol:pap:([a-z]+):\d+:[a-z]/), named(/^vol:deed:\d+:([a-z]+)/)] as const;
  expect(Object.keys(paperActs).filter((act) => !acts[0].has(act))).toEqual([]);
  expect([...deedActs.keys()].filter((act) => !acts[1].has(act))).toEqual([]);
});

test.for(partNames)('%s: whoever may not is refused, sees nothing of anybody and changes nothing', async (part) => {
  const refusals = (row: Row) => row.refused.map((key) => say(key));
  const holes: unknown[] = [];
  for (const row of matrix[part]) {
    const others = everybody.filter((who) => !row.may.includes(who));
    const answers = await Promise.all(
      others.map(async (who) => ({ who, ...(await press(scene.person[who], row.press)) })),
    );
    for (const { who, messages, story } of answers) {
      const isRefusal = messages.length === 1 && refusals(row).includes(messages[0]?.text ?? '');
      if (!isRefusal || seenIn(story).length > 0) holes.push({ who, act: row.act, story });
    }
    const after = changed(before, await standing(stage));
    if (after.length > 0) {
      holes.push({ act: row.act, press: row.press, changed: after });
      await putBack(after);
    }
  }
  expect(holes).toEqual([]);
});

test('a stranger is asked for a language whatever they press, and a group hears nothing at all', async () => {
  const group = stage.double.group({ title: 'Volunteers of P1', botIsAdmin: true });
  await group.addsBot(scene.person['coordinator of P1']);
  const inGroup = (['the volunteer', 'coordinator of P1', 'administrator'] as const).map((who) =>
    scene.person[who].in(group),
  );
  const from = group.chat.events.length;
  for (const { press: data } of Object.values(matrix).flat()) {
    if (data.startsWith('/')) continue;
    const { messages, story } = await press(scene.stranger, data);
    const asked = messages.map(({ text }) => text?.includes('Hello! Choose your language.'));
    expect({ data, asked, seen: seenIn(story) }).toEqual({ data, asked: [true], seen: [] });
    await Promise.all(inGroup.map((seat) => seat.pressesData(data, 1)));
  }
  expect(group.chat.events.slice(from).filter(({ kind }) => kind !== 'pressed')).toEqual([]);
  expect(changed(before, await standing(stage))).toEqual([]);
});

test.for(partNames)('%s: whoever may sees what it is about; only what says so stores anything', async (part) => {
  const wrong: unknown[] = [];
  for (const row of matrix[part]) {
    // Where nothing is to be stored, all press at once.
    const turns = row.changes === false ? [row.may] : row.may.map((who) => [who]);
    for (const turn of turns) {
      const answers = await Promise.all(
        turn.map(async (who) => ({ who, ...(await press(scene.person[who], row.press)) })),
      );
      const after = changed(before, await standing(stage));
      for (const { who, messages, story } of answers) {
        const refused = row.refused.some((key) => messages[0]?.text === say(key));
        const foreign = row.sees.includes(who) ? [] : seenIn(story);
        // Those of the pool are of no project.
        const pool = who !== 'administrator' && story.includes('Havuzda');
        const fits = !refused && messages.length > 0 && story.includes(row.shows);
        if (!fits || foreign.length > 0 || pool) wrong.push({ who, act: row.act, story, foreign });
      }
      if (row.changes !== 'own' && after.length > 0 !== row.changes)
        wrong.push({ act: row.act, who: turn, changed: after });
      await putBack(after);
    }
  }
  expect(wrong).toEqual([]);
  expect(await standing(stage)).toEqual(before);
});
