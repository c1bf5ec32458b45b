import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Update } from 'grammy/types';
import { openStage } from '../../support/dialogue.ts';
import type { Stage } from '../../support/dialogue.ts';
import { knownPerson, meaning, opens, stored, submissions, testForm } from '../../support/filling.ts';

const trip = testForm('dialogues/filling/trip.yaml');

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ forms: [trip] });
});
afterAll(() => stage.close());

let minute = 0;
const later = () => stage.setClock(new Date(Date.UTC(2026, 10, 22, 7, (minute += 1))).toISOString());

/** What a person did while nothing came: all of it arrives together and is answered a minute later. */
async function arrivesTogether(act: () => Promise<unknown>): Promise<void> {
  const { running, double } = stage;
  const [channel = 0] = running.birge.channels.keys();
  const waiting: Update[] = [];
  const before = double.state.handler;
  double.onUpdate((update) => void waiting.push(update));
  await act();
  double.onUpdate(before);
  later();
  await running.desk.receive(
    channel,
    waiting.map((update) => ({ key: String(update.update_id), update })),
  );
  later();
  await running.desk.settled();
}

test('the button that opens a form pressed twice, and the first question answered meanwhile: the answer counts', async () => {
  const person = await knownPerson(stage, 901, 'Dana');
  await opens(person);
  await arrivesTogether(async () => {
    await person.presses(meaning('go:pool'));
    await person.says('Dana');
  });
  expect(await stored(stage, person)).toEqual({ name: 'Dana' });
});

test('an old button pressed, and the next question answered meanwhile: the answer counts', async () => {
  const person = await knownPerson(stage, 902, 'Aru');
  await opens(person);
  await person.says('Aru');
  const drives = person.last();
  await person.presses(meaning('no'));
  const brings = person.last();
  later();
  await person.presses(meaning('no'), drives);
  await person.presses(meaning('keep'));
  await arrivesTogether(async () => {
    await person.presses(meaning('no'), drives);
    await person.presses(meaning('+tent'), brings);
  });
  expect(await stored(stage, person)).toEqual({ name: 'Aru', drives: false, brings: { begun: { picked: ['tent'] } } });
  expect(await submissions(stage, person)).toEqual([{ status: 'draft', at: 'brings' }]);
});
