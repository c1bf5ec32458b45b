import type * as resvg from '@resvg/resvg-js';
import { expect, test, vi } from 'vitest';
import { drawDeedCard, type DeedCard } from '../../src/pictures/deed-card.ts';
import { drawnTexts, faults, sizeOf } from './drawn-texts.ts';

const svgs: string[] = [];

/** The real thing; what it is given to make a PNG of is looked at as well. */
vi.mock('@resvg/resvg-js', async (original) => {
  const real = await original<typeof resvg>();
  const renderAsync: typeof real.renderAsync = (svg, options) => {
    svgs.push(String(svg));
    return real.renderAsync(svg, options);
  };
  return { ...real, renderAsync };
});

const card: DeedCard = {
  head: 'BIRGEMIZ TAZA ÁLEM',
  what: 'Тазалық, көшет отырғызу',
  direction: 'Экология (TAZA ÁLEM)',
  figures: [
    { value: '2,5', word: 'сағат' },
    { value: '12', word: 'адамға көмек' },
  ],
  month: '2026 жылғы қараша',
  foot: 'Игі істер күнделігі',
};

async function look(given: DeedCard) {
  svgs.length = 0;
  const size = sizeOf(await drawDeedCard(given));
  return { size, texts: await drawnTexts(svgs.join('')) };
}

test('a square with everything in its order', async () => {
  const { size, texts } = await look(card);
  expect(size).toEqual({ width: 1080, height: 1080 });
  expect(faults(texts, size)).toEqual([]);
  expect(texts.map(({ text }) => text)).toEqual([
    'BIRGEMIZ TAZA ÁLEM',
    ...['Тазалық, көшет', 'отырғызу'],
    'Экология (TAZA ÁLEM)',
    ...['2,5', '12', 'сағат', 'адамға көмек'],
    '2026 жылғы қараша · Игі істер күнделігі',
  ]);
});

test('the longest words stay inside and apart; without figures the panel is left out', async () => {
  const long = 'Шымкент қаласының <b>Жастар</b> & саясаты мәселелері басқармасы '.repeat(4);
  const figures = card.figures.map(() => ({ value: '12 345,75', word: long }));
  const { size, texts } = await look({ head: long, what: long, direction: long, figures, month: long, foot: long });
  expect(faults(texts, size)).toEqual([]);
  const bare = await look({ ...card, figures: [] });
  expect(bare.texts.map(({ text }) => text)).toHaveLength(5);
});
