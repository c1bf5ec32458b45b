import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { fromHere, meaning, said } from '../../support/filling.ts';
import { png } from '../../support/sent-files.ts';
import { delivers } from '../deadlines/scene.ts';
import { presses, say } from '../people/scene.ts';
import {
  changes,
  opensAssessment,
  opensCriterion,
  pressesAll,
  standing,
  submissionOf,
  works,
} from './assessing-scene.ts';
import { centreOf, labelStage } from './scene.ts';

/* Aset and Dana work on the same assessment; updates come twice, processes die, and one of the two wants to be forgotten. */

let stage: Stage;
let centre: number;
let aset: Person;
let dana: Person;
let account = 0;
beforeAll(async () => {
  stage = await labelStage();
});
afterAll(() => stage.close());
beforeEach(async () => {
  account += 2;
  centre = await centreOf(stage, { name: 'Abai YRC' });
  aset = await works(stage, { id: account, name: 'Aset' }, centre);
  dana = await works(stage, { id: account + 1, name: 'Dana' }, centre);
});

async function bothAt(criterion: number): Promise<number> {
  for (const person of [aset, dana]) {
    await opensAssessment(person, centre);
    await opensCriterion(person, criterion);
    fromHere(person);
  }
  return submissionOf(stage, centre);
}

/** The process dies over a call of the database; another one takes over what it left. */
async function dies(over: string, when: 'before' | 'after', act: () => Promise<unknown>): Promise<void> {
  stage.breakCalls((fn) => (fn === over ? when : undefined));
  await act();
  stage.breakCalls();
  stage.errors.length = 0;
  await stage.restart();
  await stage.catchUp();
  await stage.running.desk.settled();
}

const letters = async () =>
  await stage.database
    .sql`select person_id::int from outbox where kind = 'answer-differed' and payload->>'submission' = ${String(
    await submissionOf(stage, centre),
  )}`;

test('a press that is delivered again is one answer, one refusal and one letter', async () => {
  const submission = await bothAt(6);
  const [channel] = [...stage.running.apis.keys()];
  const again = async (update: Awaited<ReturnType<Person['says']>>) => {
    const incoming = { key: String(update.update_id), update };
    await stage.running.desk.receive(channel ?? 0, [incoming, incoming]);
    await stage.running.desk.settled();
  };
  await again(await aset.presses(meaning('yes')));
  await again(await dana.presses(meaning('no')));
  expect(said(dana).match(/^Birge: /gm)).toHaveLength(1);
  expect(await standing(stage, submission)).toEqual({ i38_mark: ['yes', 'Aset'] });
  expect(await changes(stage, submission, 'i38_mark')).toEqual([{ value: 'no', name: 'Dana', how: 'refused' }]);
  expect(await letters()).toHaveLength(1);
});

test.for([
  ['save_answer', 'before'],
  ['save_answer', 'after'],
  ['close_talk', 'before'],
] as const)(
  'a process that dies over %s (%s): refused once, whose answer stands is seen, the other hears once',
  async ([fn, when]) => {
    const submission = await bothAt(6);
    await pressesAll(aset, 'yes');
    fromHere(aset);
    await dies(fn, when, () => pressesAll(dana, 'no'));
    expect(dana.last().text).toContain(say('fill-now-by', { answer: 'Yes', name: 'Aset', day: '22.11.2026' }));
    expect(await changes(stage, submission, 'i38_mark')).toEqual([{ value: 'no', name: 'Dana', how: 'refused' }]);
    await delivers(stage);
    await delivers(stage);
    expect(said(aset).match(/Two different answers/g)).toHaveLength(1);
    // It is the only press that was taken: the next one is a change of what was seen.
    await pressesAll(dana, 'not_fully');
    expect(await standing(stage, submission)).toEqual({ i38_mark: ['not_fully', 'Dana'] });
  },
);

test.for(['before', 'after'] as const)(
  'a file, and the end, when the database is lost %s it took them',
  async (when) => {
    const submission = await bothAt(7);
    await pressesAll(dana, 'i43_files:change');
    await dies('save_answer', when, () => dana.sends.photo(png(500)));
    await dana.presses(meaning('done'));
    expect((await standing(stage, submission))['i43_files']?.[0]).toHaveLength(1);
    const { sql } = stage.database;
    await sql`insert into answers (submission_id, question, value, complete, at, rev)
    select ${submission}, 'i' || n || '_mark', '"yes"', true, '2026-11-20', 1 from generate_series(1, 44) n`;
    await pressesAll(dana, 'overview:change', 'send');
    fromHere(dana);
    await dies('send_submission', when, () => pressesAll(dana, 'sure'));
    expect(said(dana)).toContain('Thank you! The assessment is saved.');
    expect(await sql`select status from submissions where id = ${submission}`).toEqual([{ status: 'submitted' }]);
  },
);

test('whoever is forgotten leaves their answers without a name, also those that were changed or refused', async () => {
  const submission = await bothAt(6);
  await pressesAll(dana, 'yes', 'i39_example:change');
  await dana.says('We ask every visitor');
  await pressesAll(aset, 'no', 'keep');
  await pressesAll(dana, 'no');
  await pressesAll(aset, 'back', 'not_fully');
  await dana.says('/forget');
  await presses(dana, 'forget:again');
  await presses(dana, 'forget:now');
  await delivers(stage);
  expect(await standing(stage, submission)).toEqual({
    i38_mark: ['not_fully', 'Aset'],
    i39_mark: ['no', null],
    i39_example: ['We ask every visitor', null],
  });
  fromHere(aset);
  await aset.pressesData(`jb:hist:${submission}:38`, aset.last());
  await aset.pressesData(`jb:hist:${submission}:39`, aset.last());
  expect(said(aset)).not.toContain('Dana');
  expect(said(aset)).toMatchInlineSnapshot(`
    "Aset: [jb:hist:7:38]
    Birge: Abai YRC
      First self-assessment

      38. Assessing its own work
      Now: not fully – Aset, 22.11.2026, 11:00
      ✗ Not taken, somebody else had answered meanwhile: no – Aset, 22.11.2026, 11:00
      Before: yes – name unknown, 22.11.2026, 11:00
      [Change the answer]
      [Back to the answers]
      [Back to the result]
      [Back to the centre]
    Aset: [jb:hist:7:39]
    Birge: Abai YRC
      First self-assessment

      39. Young people assess, too
      Now: no – name unknown, 22.11.2026, 11:00

      Example of successful practice – name unknown, 22.11.2026, 11:00
      We ask every visitor
      [Change the answer]
      [Back to the answers]
      [Back to the result]
      [Back to the centre]"
  `);
  expect(await stage.database.sql`select 1 from fillers where submission_id = ${submission}`).toHaveLength(1);
  // Who was forgotten and comes back is somebody new, to whom the buttons of before open nothing.
  fromHere(dana);
  await pressesAll(dana, 'i39_mark:yes');
  expect(said(dana)).not.toContain('39.');
});
