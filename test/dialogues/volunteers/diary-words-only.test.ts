import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type * as drawingOf from '../../../src/pictures/draw.ts';
import type { Stage } from '../../support/dialogue.ts';
import { idOf, newcomer, now, story } from '../people/scene.ts';
import { deedBySql, volunteerStage } from './scene.ts';

const drawing = vi.hoisted(() => ({ fails: false }));

/** The real thing, until a test breaks it. */
vi.mock('../../../src/pictures/draw.ts', async (original) => {
  const real = await original<typeof drawingOf>();
  const draw: typeof real.draw = (option, height) =>
    drawing.fails ? Promise.reject(new Error('no picture today')) : real.draw(option, height);
  return { draw };
});

let stage: Stage;
beforeAll(async () => {
  stage = await volunteerStage();
});
afterAll(() => stage.close());

test('where no picture can be made, or the messenger takes none, the words tell the same', async () => {
  const gulnar = await newcomer(stage, { id: 6, name: 'Gulnar', language: 'kk' });
  await deedBySql(stage, { person: await idOf(stage, 6), on: '2026-11-02', hours: 1 });
  const asked = async () => {
    const from = now(gulnar);
    await gulnar.says('/diary');
    await gulnar.presses('3 ай');
    return story(gulnar, from);
  };
  const withPictures = await asked();
  stage.double.failNext('sendPhoto', { error_code: 400, description: 'Bad Request: PHOTO_INVALID_DIMENSIONS' });
  stage.double.failNext('sendPhoto', { error_code: 400, description: 'Bad Request: PHOTO_INVALID_DIMENSIONS' });
  const refused = await asked();
  drawing.fails = true;
  const broken = await asked();
  expect([refused, broken]).toEqual([withPictures, withPictures].map((told) => told.replaceAll('(photo) ', '')));
  expect(broken).toMatchInlineSnapshot(`
    "Gulnar: /diary
    Birge: 2026 жылғы қараша

      Игі іс: 1
      Сағат: 1, расталғаны: 0
      Көмек алған адам: 0
      [✍️ Игі іс жазу]
      [Жазбаларды көру]
      [◂ 2026 жылғы қазан]
      [3 ай] [Жарты жыл]
      [Кесте алу (.xlsx)]
      [Менің волонтерлігім]
      [Мәзір]
    Gulnar: [3 ай]
    Birge: 2026 жылғы қыркүйек – қараша

      Игі іс: 1
      Сағат: 1, расталғаны: 0
      Көмек алған адам: 0

      Айлар бойынша
      2026 жылғы қыркүйек: 0 сағат
      2026 жылғы қазан: 0 сағат
      2026 жылғы қараша: 1 сағат, расталғаны 0

      Бағыттар бойынша
      Білім (BILIM): 1 сағат
      [✍️ Игі іс жазу]
      [◂ 2026 жылғы қараша] [Жарты жыл]
      [Кесте алу (.xlsx)]
      [Менің волонтерлігім]
      [Мәзір]"
  `);
});
