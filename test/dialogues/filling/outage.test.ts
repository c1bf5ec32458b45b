import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage } from '../../support/dialogue.ts';
import type { Stage } from '../../support/dialogue.ts';
import { fromHere, knownPerson, meaning, opens, said, stored, testForm } from '../../support/filling.ts';

const trip = testForm('dialogues/filling/trip.yaml');

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ forms: [trip] });
});
afterAll(() => stage.close());

test('the database is away: the person hears once that nothing was saved, and the talk goes on by itself', async () => {
  const person = await knownPerson(stage, 701, 'Dana');
  await opens(person);
  stage.breakCalls(() => 'before');
  await person.says('Dana');
  await person.says('Are you there?');
  stage.breakCalls();
  await stage.catchUp();
  expect(said(person)).toMatchInlineSnapshot(`
    "Dana: Dana
    Birge: Қазір сақтай алмай тұрмын: жауабыңыз әлі сақталған жоқ. Бәрі қалпына келген бойда өзім жалғастырамын. Бірнеше минут ішінде жауап бермесем, қайта жіберіңіз.
    Dana: Are you there?
    Birge: 2 / 4

      Do you drive?
      [Yes] [No]
      [Back] [Later]
    Birge: Please choose one of the given answers.

      2 / 4

      Do you drive?
      [Yes] [No]
      [Back] [Later]"
  `);
  expect(await stored(stage, person)).toEqual({ name: 'Dana' });
});

test('the database goes away when the answer is stored: nothing is said to be saved that is not', async () => {
  const person = await knownPerson(stage, 702, 'Aru');
  await opens(person);
  stage.breakCalls((fn) => (fn === 'save_answer' ? 'before' : undefined));
  await person.says('Aru');
  expect(await stored(stage, person)).toEqual({});
  stage.breakCalls();
  await leaseRunsOut();
  await stage.catchUp();
  expect(said(person)).toMatchInlineSnapshot(`
    "Aru: Aru
    Birge: I cannot save anything right now: your answer is not saved yet. As soon as things are well again I will go on by myself. If nothing comes within a few minutes, send it again.
    Birge: 2 / 4

      Do you drive?
      [Yes] [No]
      [Back] [Later]"
  `);
  expect(await stored(stage, person)).toEqual({ name: 'Aru' });
});

test('the answer was stored and its receipt lost: it is not stored twice', async () => {
  const person = await knownPerson(stage, 703, 'Inju');
  await opens(person);
  await person.says('Inju');
  fromHere(person);
  stage.breakCalls((fn) => (fn === 'save_answer' ? 'after' : undefined));
  await person.presses(meaning('no'));
  stage.breakCalls();
  await leaseRunsOut();
  await stage.catchUp();
  expect(said(person)).toMatchInlineSnapshot(`
    "Inju: [No]
    Birge: I cannot save anything right now: your answer is not saved yet. As soon as things are well again I will go on by myself. If nothing comes within a few minutes, send it again.
    Birge: 3 / 4

      What will you bring?
      [A tent]
      [Food]
      [Something else]
      [Back] [Later]"
  `);
  const rows = await stage.database.sql`select rev from answers where question = 'drives'`;
  expect([...rows]).toEqual([{ rev: 1 }]);
});

test('an outage in the middle does not lose the place: what was said meanwhile is taken in its order', async () => {
  const person = await knownPerson(stage, 704, 'Ulan');
  await opens(person);
  stage.breakCalls((fn) => (fn === 'save_answer' ? 'before' : undefined));
  await person.says('Ulan');
  await person.says('no');
  await person.says('food');
  stage.breakCalls();
  await leaseRunsOut();
  await stage.catchUp();
  expect(await stored(stage, person)).toEqual({ name: 'Ulan', drives: false, brings: { begun: { picked: ['food'] } } });
});

/** Thirty seconds later, on the database's own clock. */
async function leaseRunsOut(): Promise<void> {
  await stage.database.sql`update talks set lease_until = clock_timestamp() - interval '1 second'
    where lease_until is not null`;
}
