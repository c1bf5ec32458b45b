import type * as resvg from '@resvg/resvg-js';
import { expect, test, vi } from 'vitest';
import { drawRadar, type Radar } from '../../src/pictures/radar.ts';
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

const names = [
  'Орталықтың басты мақсаты — жастарға қызмет ету және жастар ісі',
  'Қызметкерлердің құзыреттері',
  'Әралуандықты құрметтейтін қауіпсіз жағдай',
  'Әртүрлі топтарға ыңғайлы инфрақұрылым',
  'Бағдарламаларды жастармен бірге әзірлеу',
  'Жастар ісінің сапасын арттыру',
  'Көрсетілетін қызмет пен клиентке бағдарлану',
  'Аудан мен қала орталықтарын үйлестіру',
];
const shares = [0.83, 1, 0.5, 0.72, 0.33, 0.9, 0.996, 0];

const radar = (labels: string[] = names): Radar => ({
  title: 'Тараз қаласының жастар ресурстық орталығы',
  subtitle: 'Өзін-өзі бағалау, 2026 жылғы 22 қараша',
  axes: labels.map((label, index) => ({ label, share: shares[index] ?? 0 })),
});

const compared = (labels?: string[]): Radar => ({
  ...radar(labels),
  compare: {
    shares: shares.slice(0, labels?.length ?? shares.length).toReversed(),
    words: { first: 'Орталық', second: 'Сарапшылар' },
  },
});

async function look(given: Radar) {
  svgs.length = 0;
  const size = sizeOf(await drawRadar(given));
  const svg = svgs.join('');
  return { size, svg, texts: await drawnTexts(svg) };
}

test('axes bear numbers; names and shares stand below them, in order', async () => {
  const { texts } = await look(radar(['Өлшем А', 'Өлшем Ә', 'Өлшем Б']));
  expect(texts.map(({ text }) => text.replace('\u00A0', ' '))).toEqual([
    'Тараз қаласының жастар ресурстық',
    'орталығы',
    'Өзін-өзі бағалау, 2026 жылғы 22 қараша',
    ...['1', '3', '2'],
    ...['1', 'Өлшем А', '83 %'],
    ...['2', 'Өлшем Ә', '100 %'],
    ...['3', 'Өлшем Б', '50 %'],
  ]);
});

test('axes run clockwise from the top', async () => {
  const { texts } = await look(radar(['а', 'ә', 'б', 'в']));
  const ofAxes = texts.filter(({ text, left }) => /^\d$/.test(text) && left > 100);
  const middle = ({ left, right }: (typeof texts)[number]) => Math.round((left + right) / 2);
  expect(ofAxes.map(({ text }) => text)).toEqual(['1', '4', '2', '3']);
  const [top, left, right, bottom] = ofAxes.map(middle);
  expect([top, bottom]).toEqual([360, 360]);
  expect(360 - (left ?? 0)).toBe((right ?? 0) - 360);
});

test('what is not wholly reached is not shown as 100 %', async () => {
  const { texts } = await look(radar());
  expect(texts.filter(({ text }) => text.endsWith('%')).map(({ text }) => text.replace('\u00A0', ' '))).toEqual([
    '83 %',
    '100 %',
    '50 %',
    '72 %',
    '33 %',
    '90 %',
    '99 %',
    '0 %',
  ]);
});

test('two shapes have two colours and two columns of shares', async () => {
  const { texts, svg } = await look(compared(['а', 'ә', 'б']));
  expect(texts.slice(-4).map(({ text }) => text)).toEqual(['3', 'б', '50\u00A0%', '83\u00A0%']);
  expect(texts.map(({ text }) => text)).toEqual(expect.arrayContaining(['Орталық', 'Сарапшылар']));
  for (const color of ['#0072b2', '#f3b54a']) expect(svg).toContain(`stroke="${color}"`);
});

test('every word of a long name is drawn, on lines of their own that touch nothing', async () => {
  for (const given of [radar(), compared(), radar(names.slice(0, 7)), compared(names.slice(0, 7))]) {
    const { texts, size } = await look(given);
    expect(faults(texts, size)).toEqual([]);
    const all = texts.map(({ text }) => text).join(' ');
    for (const word of given.axes.flatMap(({ label }) => label.split(' '))) expect(all).toContain(word);
    expect(size.width).toBe(720);
    expect(size.height).toBeLessThanOrEqual(1280);
  }
});

test('the longest texts stay inside the picture and apart from each other', async () => {
  const long = 'Шымкент қаласының Жастар саясаты мәселелері басқармасы '.repeat(9);
  const { texts, size } = await look({
    ...compared(names.map(() => long)),
    title: long,
    subtitle: 'ұ'.repeat(5000),
  });
  expect(faults(texts, size)).toEqual([]);
  expect(size.height).toBeLessThanOrEqual(1560);
});

test('Kazakh letters and what people write are drawn as they are', async () => {
  const written = ['ӘәҒғҚқҢңӨөҰұҮүҺһІі', '<b>Орталық</b>', '{b|Орталық}', '&lt; "%s" \\n'];
  const { texts } = await look(radar(written));
  expect(texts.map(({ text }) => text)).toEqual(expect.arrayContaining(written));
});

test('what makes no radar is refused', async () => {
  await expect(drawRadar(radar(['а', 'ә']))).rejects.toThrow('a radar needs at least three axes');
  const compare = { shares: [1], words: { first: 'а', second: 'ә' } };
  await expect(drawRadar({ ...radar(), compare })).rejects.toThrow(
    'the second shape of a radar has another number of shares than it has axes',
  );
  const axes = ['а', 'ә', 'б'].map((label) => ({ label, share: 1.5 }));
  await expect(drawRadar({ ...radar(), axes })).rejects.toThrow('a share of a picture is not between 0 and 1');
});
