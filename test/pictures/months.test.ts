import type * as resvg from '@resvg/resvg-js';
import { expect, test, vi } from 'vitest';
import { drawMonths, type MonthsAtAGlance } from '../../src/pictures/months.ts';
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

const months = (rows: [hours: number, confirmed: number][]): MonthsAtAGlance => ({
  title: '2026 жылғы маусым – қараша',
  subtitle: '84 игі іс · 212 сағат, расталғаны 180',
  words: { confirmed: 'Расталды', notYet: 'Әлі расталмады', directions: 'Бағыттар бойынша' },
  months: rows.map(([hours, confirmed], index) => ({
    label: `${index + 1}-ай`,
    hours,
    confirmed,
    value: `${hours} сағат`,
  })),
  directions: [
    { label: 'Білім (BILIM)', hours: 30, value: '30 сағат' },
    { label: 'Мұра (ASYL MURA)', hours: 15, value: '15 сағат' },
  ],
});

async function look(given: MonthsAtAGlance) {
  svgs.length = 0;
  const size = sizeOf(await drawMonths(given));
  const svg = svgs.join('');
  /** How long the bars of a colour are, in pixels; the legend's squares are left out. */
  const bars = (color: string) =>
    [...svg.matchAll(new RegExp(`<path d="M31 [\\d.]+l([\\d.]+) 0[^>]*fill="${color}"`, 'g'))].map(([, l]) =>
      Number(l),
    );
  return { size, bars, texts: await drawnTexts(svg) };
}

test('bars are as long as hours; the confirmed part lies upon them', async () => {
  const { bars, texts, size } = await look(
    months([
      [40, 20],
      [0, 0],
      [20, 20],
    ]),
  );
  expect(bars('#f3b54a')).toEqual([661, 0, 330.5]);
  expect(bars('#0072b2')).toEqual([330.5, 0, 330.5]);
  expect(bars('#57606a')).toEqual([661, 330.5]);
  expect(faults(texts, size)).toEqual([]);
  expect(texts.slice(-9).map(({ text }) => text)).toEqual([
    ...['2-ай', '0 сағат', '3-ай', '20 сағат'],
    'Бағыттар бойынша',
    ...['Білім (BILIM)', '30 сағат', 'Мұра (ASYL MURA)', '15 сағат'],
  ]);
});

test('half a year and seven directions with the longest texts stay apart, inside, and at most 1,280 pixels high', async () => {
  const long = 'Шымкент қаласының Жастар саясаты мәселелері басқармасы '.repeat(4);
  const given = months(Array.from({ length: 6 }, (_, index) => [index * 1000, index * 500]));
  const { texts, size } = await look({
    title: long,
    subtitle: long,
    words: { confirmed: long, notYet: long, directions: long },
    months: given.months.map((month) => ({ ...month, label: long, value: '12 345,75 сағат, расталғаны 12 345,75' })),
    directions: Array.from({ length: 7 }, () => ({ label: long, hours: 0, value: '0 сағат' })),
  });
  expect(faults(texts, size)).toEqual([]);
  expect(size.width).toBe(720);
  expect(size.height).toBeLessThanOrEqual(1280);
});

test('months without anything are there, without a second part', async () => {
  const { texts, size } = await look({
    ...months([
      [0, 0],
      [0, 0],
      [0, 0],
    ]),
    directions: [],
  });
  expect(faults(texts, size)).toEqual([]);
  expect(texts.map(({ text }) => text)).not.toContain('Бағыттар бойынша');
});
