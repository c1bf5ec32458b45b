import type * as resvg from '@resvg/resvg-js';
import { expect, test, vi } from 'vitest';
import { drawProgress, type Progress } from '../../src/pictures/progress.ts';
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

const progress = (rows: Progress['rows']): Progress => ({
  title: 'Тараз қаласының жастар ресурстық орталығы',
  subtitle: 'Алғашқы және қорытынды бағалау',
  words: { start: 'Басында', end: 'Соңында' },
  rows,
});

async function look(given: Progress) {
  svgs.length = 0;
  const size = sizeOf(await drawProgress(given));
  const svg = svgs.join('');
  return { size, svg, texts: await drawnTexts(svg) };
}

test('each criterion has its name, then the share at the start and the one at the end', async () => {
  const { texts } = await look(
    progress([
      { label: 'Қызметкерлердің құзыреттері', start: 0.5, end: 0.75 },
      { label: 'Қауіпсіз жағдай', start: 0, end: 1 },
    ]),
  );
  expect(texts.map(({ text }) => text.replace('\u00A0', ' '))).toEqual([
    'Тараз қаласының жастар ресурстық',
    'орталығы',
    'Алғашқы және қорытынды бағалау',
    ...['Басында', 'Соңында'],
    ...['Қызметкерлердің құзыреттері', '50 %', '75 %'],
    ...['Қауіпсіз жағдай', '0 %', '100 %'],
  ]);
});

test('bars are as long as their shares', async () => {
  const { svg } = await look(progress([{ label: 'Қауіпсіз жағдай', start: 0.25, end: 1 }]));
  const lengths = ['#f3b54a', '#0072b2'].map((color) =>
    [...svg.matchAll(new RegExp(`<path d="M28 [\\d.]+l([\\d.]+) 0[^>]*fill="${color}"`, 'g'))].map(([, l]) =>
      Number(l),
    ),
  );
  expect(lengths).toEqual([[144], [576]]);
});

test('eight criteria with the longest texts stay apart, inside, and at most 1,280 pixels high', async () => {
  const long = 'Шымкент қаласының Жастар саясаты мәселелері басқармасы '.repeat(9);
  const rows = Array.from({ length: 8 }, (_, index) => ({ label: long, start: index / 8, end: 1 }));
  const { texts, size } = await look({
    title: long,
    subtitle: long,
    words: { start: long, end: 'ұ'.repeat(5000) },
    rows,
  });
  expect(faults(texts, size)).toEqual([]);
  expect(size.width).toBe(720);
  expect(size.height).toBeLessThanOrEqual(1280);
});

test('Kazakh letters and what people write are drawn as they are', async () => {
  const written = ['ӘәҒғҚқҢңӨөҰұҮүҺһІі', '<b>Орталық</b>', '{b|Орталық}', '&lt; "%s" \\n'];
  const { texts } = await look(progress(written.map((label) => ({ label, start: 0, end: 0 }))));
  expect(texts.map(({ text }) => text)).toEqual(expect.arrayContaining(written));
});

test('nothing to show is a heading only; a share that is none is refused', async () => {
  expect((await look(progress([]))).size.width).toBe(720);
  for (const share of [-0.1, 1.1, Number.NaN]) {
    await expect(drawProgress(progress([{ label: 'а', start: share, end: 0 }]))).rejects.toThrow(
      'a share of a picture is not between 0 and 1',
    );
  }
});
