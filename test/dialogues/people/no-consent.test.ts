import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage } from '../../support/dialogue.ts';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import type { Language } from '../../../src/store/talks.ts';
import { appoint, child, codeShown, idOf, newcomer, now, organisation, presses, say, story } from './scene.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

/** Who is said to have agreed for a child. */
const givers = async (account: number) =>
  (
    await stage.database.sql<{ giver_name: string }[]>`
    select giver_name from consents where person_id = ${await idOf(stage, account)} and how <> 'self'`
  ).map(({ giver_name }) => giver_name);

/** A parent who has opened a link and chosen the language. */
async function opens(id: number, code: string, language: Language): Promise<Person> {
  const parent = stage.double.person({ id, first_name: 'Parent' });
  await parent.starts(code);
  await presses(parent, `w:lang:${language}`);
  return parent;
}

const refusals = ['Жоқ', 'Келіспеймін', 'Бұл не үшін керек?', 'Анасы Сәуле', 'иә'];

test('a no or a question that a parent types never becomes a consent', async () => {
  const p = await child(stage, { id: 20, name: 'Әсем' });
  const code = codeShown(p);
  const parent = await opens(21, code, 'kk');
  for (const text of refusals) {
    const from = now(parent);
    await parent.says(text);
    expect(story(parent, from)).toContain('Төмендегі екі жауаптың бірін таңдаңыз.');
    expect(parent.last().buttons).toEqual([['Келісім беремін'], ['Келісім бермеймін']]);
  }
  await parent.says(' келісім БЕРМЕЙМІН ');
  expect(parent.last().text).toBe('Түсінікті. Келісім берілген жоқ, сілтеме әлі жарамды.');
  // Also after the first yes, when only the name is missing.
  await parent.starts(code);
  await parent.says('Келісім беремін');
  await parent.says('Жоқ');
  expect(parent.last().text).toContain('Аты мен тегін толық жазыңыз.');
  await parent.says('Келісім бермеймін');
  expect(parent.last().text).toBe('Түсінікті. Келісім берілген жоқ, сілтеме әлі жарамды.');
  await parent.says('Анасы Сәуле');
  expect(await givers(20)).toEqual([]);
  expect(p.transcript()).not.toContain(say('consent-given'));
});

test('a question instead of a name is no signature', async () => {
  const p = await child(stage, { id: 22, name: 'Ерлан' });
  const parent = await opens(23, codeShown(p), 'kk');
  await presses(parent, 'w:agree');
  await parent.says('Бұл не үшін керек?');
  expect(await givers(22)).toEqual([]);
});

test('a yes for one child is none for the next', async () => {
  const [one, two] = [await child(stage, { id: 24, name: 'One' }), await child(stage, { id: 25, name: 'Two' })];
  const parent = await opens(26, codeShown(one), 'en');
  await presses(parent, 'w:agree');
  await parent.starts(codeShown(two));
  expect(parent.last().buttons).toEqual([[say('guardian-agree')], [say('guardian-decline')]]);
  await parent.says('Serik Asel');
  expect([await givers(24), await givers(25)]).toEqual([[], []]);
});

test('a coordinator who has no paper after all declines in words too', async () => {
  const p = await child(stage, { id: 27, name: 'Dias' });
  const coordinator = await newcomer(stage, { id: 28, name: 'Yerlan' });
  await appoint(stage, 28, 'coordinator', { organisation: await organisation(stage, 'Qanat') });
  await coordinator.starts(codeShown(p));
  await coordinator.says('No');
  expect(coordinator.last().text).toContain(say('guardian-full-name'));
  await coordinator.says(say('guardian-no-paper'));
  expect(coordinator.last().text).toBe(say('guardian-declined'));
  expect(await givers(27)).toEqual([]);
});
