import type * as resvg from '@resvg/resvg-js';
import { expect, test, vi } from 'vitest';
import { drawMonth, type MonthCalendar, type MonthDay } from '../../src/pictures/month.ts';
import { weekdayNames, weekdayOf } from '../../src/rules/weekdays.ts';
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

const nothing: MonthDay = { done: null, planned: false, today: false };
const hours = (count: number): MonthDay['done'] => ({ hours: count, label: count.toLocaleString('kk') });

const calendar = (days: MonthDay[], first = 0, other: Partial<MonthCalendar> = {}): MonthCalendar => ({
  title: '2026 жылғы қараша',
  subtitle: '12 игі іс · 31 сағат, расталғаны 25',
  weekdays: weekdayNames('kk'),
  first,
  days,
  words: { hours: 'Күніне, сағат', planned: 'Жоспарланған іс', today: 'Бүгін' },
  ...other,
});

async function look(given: MonthCalendar) {
  svgs.length = 0;
  const size = sizeOf(await drawMonth(given));
  const svg = svgs.join('');
  const texts = await drawnTexts(svg);
  return { size, svg, texts, words: texts.map(({ text }) => text) };
}

test('each day stands below its weekday; November 2026 begins on a Sunday', async () => {
  expect(weekdayOf('2026-11-01')).toBe(6);
  const { texts, size } = await look(
    calendar(
      Array.from({ length: 30 }, () => nothing),
      6,
    ),
  );
  expect(faults(texts, size)).toEqual([]);
  const at = (text: string) => texts.find((one) => one.text === text);
  const column = (text: string): number => Math.floor(((at(text)?.left ?? 0) - 28) / 95.7);
  expect(['1', '2', '8', '9', '30'].map(column)).toEqual([6, 0, 6, 0, 0]);
  expect(weekdayNames('kk').map(column)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(at('30')?.top).toBeGreaterThan(at('29')?.bottom ?? 0);
});

test('what was done is a number on a colour, the more the darker; a ring and a frame say the rest', async () => {
  const done = [0.5, 2, 2.5, 4, 6, 6.25, 24].map((count) => ({ ...nothing, done: hours(count) }));
  const { words, svg } = await look(calendar(done));
  expect(words).toEqual(expect.arrayContaining(['0,5', '2', '2,5', '4', '6', '6,25', '24']));
  const fills = ['#d3e7f4', '#8fc3e3', '#0072b2', '#003f63'];
  // One more of each in the legend.
  expect(fills.map((fill) => svg.split(`fill="${fill}"`).length - 2)).toEqual([2, 2, 1, 2]);
  const marks = async (day: Partial<MonthDay>) => {
    const { svg: drawn } = await look(calendar([{ ...nothing, ...day }]));
    return [drawn.split('stroke-width="4"').length - 1, drawn.split('<circle').length - 1];
  };
  const legend = await marks({});
  expect(await marks({ planned: true })).toEqual([(legend[0] ?? 0) + 1, (legend[1] ?? 0) + 1]);
  expect(await marks({ today: true })).toEqual([(legend[0] ?? 0) + 1, legend[1]]);
});

test('a day on which nothing was done has no number of hours; hours of nought are told', async () => {
  expect((await look(calendar([nothing]))).words.filter((word) => word === '0')).toEqual([]);
  expect((await look(calendar([{ ...nothing, done: hours(0) }]))).words).toContain('0');
});

test('six weeks with the longest numbers and words: nothing overlaps or leaves the picture', async () => {
  const long = 'Шымкент қаласының Жастар саясаты мәселелері басқармасы '.repeat(5);
  const days = Array.from({ length: 31 }, () => ({ done: hours(1234.25), planned: true, today: true }));
  const words = { hours: long, planned: long, today: long };
  const { texts, size } = await look(calendar(days, 6, { title: long, subtitle: long, words }));
  expect(faults(texts, size)).toEqual([]);
  expect(size).toEqual({ width: 720, height: size.height });
  expect(size.height).toBeLessThanOrEqual(920);
});

test('weekdays in three languages', () => {
  expect((['kk', 'ru', 'en'] as const).map((language) => weekdayNames(language).join(' '))).toEqual([
    'дс сс ср бс жм сб жс',
    'пн вт ср чт пт сб вс',
    'Mon Tue Wed Thu Fri Sat Sun',
  ]);
});
