import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { idOf, newcomer } from '../people/scene.ts';
import { deedBySql, volunteerStage } from './scene.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await volunteerStage();
});
afterAll(() => stage.close());

const heading = (person: Person): string => person.last().text.split('\n')[0] ?? '';
const buttons = (person: Person): string[] => person.last().buttons.flat();

test('the year turns at midnight in Almaty: 31 December belongs to the month before', async () => {
  const asel = await newcomer(stage, { id: 1, name: 'Asel', language: 'kk' });
  const person = await idOf(stage, 1);
  await deedBySql(stage, { person, on: '2026-12-31', hours: 4 });
  await deedBySql(stage, { person, on: '2027-01-01', hours: 1 });

  stage.setClock('2026-12-31T18:59:59Z');
  await asel.says('/diary');
  expect([heading(asel), asel.last().text]).toEqual([
    '2026 жылғы желтоқсан',
    expect.stringContaining('Сағат: 4, расталғаны: 0'),
  ]);
  expect(buttons(asel)).not.toContain('2027 жылғы қаңтар ▸');
  await asel.pressesData('vol:diary:2027-01', asel.last());
  expect(asel.last().text).toBe('Бұл ай әлі келген жоқ. Ол басталғанда жазбалар осында тұрады.');

  stage.setClock('2026-12-31T19:00:00Z');
  await asel.says('/diary');
  expect([heading(asel), asel.last().text]).toEqual([
    '2027 жылғы қаңтар',
    expect.stringContaining('Сағат: 1, расталғаны: 0'),
  ]);
  await asel.presses('◂ 2026 жылғы желтоқсан');
  expect(asel.last().text).toContain('Сағат: 4');
  await asel.presses('2027 жылғы қаңтар ▸');
  await asel.presses('3 ай');
  expect(heading(asel)).toBe('2026 жылғы қараша – 2027 жылғы қаңтар');
  expect(asel.last().text).toContain('Сағат: 5, расталғаны: 0');
});

test('29 February is a day of its month', async () => {
  stage.setClock('2028-03-01T06:00:00Z');
  const oleg = await newcomer(stage, { id: 2, name: 'Oleg', language: 'ru' });
  const person = await idOf(stage, 2);
  await deedBySql(stage, { person, on: '2028-02-29', hours: 2 });
  await oleg.pressesData('vol:diary:2028-02', oleg.last());
  expect([heading(oleg), oleg.last().text]).toEqual(['Февраль 2028 г.', expect.stringContaining('Часов: 2')]);
  await oleg.presses('Смотреть записи');
  expect(buttons(oleg)[0]).toBe('29.02 · 2 ч · Занятие или репетиторство');
  await oleg.says('/diary');
  expect(oleg.last().text).toBe('Март 2028 г.\n\nВ этом месяце записей нет.');
});
