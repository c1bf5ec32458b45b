import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Stage } from '../../support/dialogue.ts';
import { now, presses, story } from '../people/scene.ts';
import { briefingsIn, optionOf, planBySql } from './briefing-scene.ts';
import { projectOf, volunteerOf, volunteerStage } from './scene.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await volunteerStage();
});
afterAll(() => stage.close());

/** The whole talk of a volunteer whose project has three topics and the tutors’ part, with wrong answers between. */
async function whole(who: { id: number; name: string; language: 'kk' | 'ru' }): Promise<string> {
  const where = await projectOf(stage, { project: `Мысал ${who.name}` });
  await planBySql(stage, where.project, ['hand_hygiene', 'building', 'drugs_smoking'], true);
  const { person, enrolment } = await volunteerOf(stage, who, where);
  const from = now(person);
  await person.says('/menu');
  await presses(person, 'vol:home');
  await presses(person, `vol:e:${enrolment}`);
  await presses(person, `vol:br:${enrolment}`);
  await presses(person, `vol:br:${enrolment}:go`);
  for (let card = 1; card <= 5; card += 1) {
    await person.presses((button) => 'callback_data' in button && button.callback_data.includes(':s:'));
  }
  await presses(person, optionOf(stage, person, false));
  await presses(person, optionOf(stage, person, true));
  await presses(person, optionOf(stage, person, true));
  await presses(person, optionOf(stage, person, true));
  expect(await briefingsIn(stage, where.project)).toMatchObject([{ done: 8, passed: '2026-11-22' }]);
  await presses(person, `vol:br:${enrolment}:read:1`);
  await presses(person, `vol:br:${enrolment}:r:card:hand_hygiene`);
  await presses(person, `vol:br:${enrolment}:r:card:drugs_smoking`);
  await presses(person, `vol:br:${enrolment}:read:1`);
  await presses(person, `vol:e:${enrolment}`);
  await presses(person, `vol:br:${enrolment}`);
  return story(person, from);
}

test('a volunteer goes through the briefing in Kazakh, answers wrongly once, and reads cards again', async () => {
  await expect(await whole({ id: 1, name: 'Айгерім', language: 'kk' })).toMatchFileSnapshot('talks/briefing-kk.txt');
});

test('the same in Russian', async () => {
  await expect(await whole({ id: 2, name: 'Данил', language: 'ru' })).toMatchFileSnapshot('talks/briefing-ru.txt');
});

test('all 23 topics with the tutors’ part in three languages: no message is longer than 1,000 characters', async () => {
  const all = stage.running.birge.volunteering.briefing.topics.map(({ id }) => id);
  const where = await projectOf(stage, { project: 'Бәрі' });
  await planBySql(stage, where.project, all, true);
  for (const [index, language] of (['kk', 'ru', 'en'] as const).entries()) {
    const who = { id: 30 + index, name: `Мысал ${language}`, language };
    const { person, enrolment } = await volunteerOf(stage, who, where);
    const from = now(person);
    await person.pressesData(`vol:br:${enrolment}`, person.last());
    await presses(person, `vol:br:${enrolment}:go`);
    for (let card = 1; card <= all.length + 2; card += 1) {
      expect(person.last().text.startsWith(`${card} / ${all.length + 2}\n`)).toBe(true);
      await person.presses((button) => 'callback_data' in button && button.callback_data.includes(':s:'));
    }
    for (let question = 1; question <= 3; question += 1) {
      await presses(person, optionOf(stage, person, false));
      await presses(person, optionOf(stage, person, true));
    }
    const said = person.chat.events
      .slice(from)
      .flatMap((event) => ('message' in event ? [event.message.text ?? ''] : []));
    expect(said.length).toBeGreaterThanOrEqual(all.length + 2 + 6);
    expect(Math.max(...said.map(({ length }) => length))).toBeLessThanOrEqual(1000);
  }
  expect((await briefingsIn(stage, where.project)).map(({ passed }) => passed)).toEqual(Array(3).fill('2026-11-22'));
});
