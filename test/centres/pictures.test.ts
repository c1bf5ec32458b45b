import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type * as resvg from '@resvg/resvg-js';
import { expect, test, vi } from 'vitest';
import { pairsOf } from '../../src/centres/compare.ts';
import { pairPicture, radarPicture } from '../../src/centres/pictures.ts';
import { indicatorsFor } from '../../src/label/instrument.ts';
import type { Mark } from '../../src/rules/label-codes.ts';
import type { Assessment } from '../../src/store/centres/assessments.ts';
import { drawnTexts, faults, sizeOf } from '../pictures/drawn-texts.ts';
import { allBut, assessed, birge, centreOfKind } from './example.ts';

/** Folder into which the pictures of the documentation are written; only where somebody asks for it (`LABEL_PICTURES=docs`). */
const folder = process.env['LABEL_PICTURES'];

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

async function look(drawing: () => Promise<Uint8Array>) {
  svgs.length = 0;
  const png = await drawing();
  const texts = await drawnTexts(svgs.join(''));
  return { png, size: sizeOf(png), texts, words: texts.map(({ text }) => text.replaceAll('\u00A0', ' ')) };
}

const example = { kk: 'Мысал: облыстық жастар ресурстық орталығы' };

/** Marks as a centre has them that is on its way: of these indicators "not fully" or "no", all others "yes". */
const marksWith = (partly: readonly number[], no: readonly number[]): Record<number, Mark> => ({
  ...allBut('yes', {}, 'regional'),
  ...Object.fromEntries(partly.map((number) => [number, 'not_fully' as const])),
  ...Object.fromEntries(no.map((number) => [number, 'no' as const])),
});
const atStart = marksWith(
  [2, 3, 6, 12, 14, 15, 20, 23, 27, 28, 32, 35, 37, 39, 43, 46],
  [8, 9, 10, 16, 17, 18, 24, 30, 36, 40, 42, 44, 45],
);
const atEnd = marksWith([9, 17, 23, 36, 40], [42]);

const finished = (marks: Record<number, Mark>, other: Partial<Assessment>) =>
  assessed(marks, { kind: 'regional', name: example, status: 'submitted', ...other });
const start = finished(atStart, { submittedAt: '2026-04-20T06:00:00Z' });
const end = finished(atEnd, { id: 32, stage: 'end', submittedAt: '2026-11-20T06:00:00Z' });

test('the radar of an assessment: whose, which, as of when, and every criterion with its share', async () => {
  const { png, size, texts, words } = await look(() => radarPicture(birge, start, 'kk'));
  expect(faults(texts, size)).toEqual([]);
  expect(size).toMatchObject({ width: 720 });
  expect(words).toEqual(
    expect.arrayContaining(['Алғашқы өзін-өзі бағалау, 20.04.2026', 'Басты мақсат', 'Жастар ісінің сапасы', '59 %']),
  );
  if (folder !== undefined) await writeFile(join(folder, 'label-radar.png'), png);
});

const pictureOf = (...assessments: Assessment[]) => {
  const [pair] = pairsOf(centreOfKind('regional', example), assessments);
  if (pair === undefined) throw new Error('these make no pair');
  return look(() => pairPicture(birge, pair, 'kk'));
};

test('from start to end: two bars for each criterion', async () => {
  const { png, size, texts, words } = await pictureOf(start.assessment, end.assessment);
  expect(faults(texts, size)).toEqual([]);
  expect(words).toEqual(
    expect.arrayContaining([
      'Өзін-өзі бағалау: басынан соңына дейін, 20.11.2026',
      'Басында',
      'Соңында',
      '8. Үйлестіру',
    ]),
  );
  expect(words.filter((word) => word.endsWith('%'))).toHaveLength(16);
  if (folder !== undefined) await writeFile(join(folder, 'label-progress.png'), png);
});

test('centre and experts: two shapes, each with its shares', async () => {
  const theirs = finished(marksWith([1, 2, 3], []), { id: 33, by: 'expert' });
  const { size, texts, words } = await pictureOf(start.assessment, theirs.assessment);
  expect(faults(texts, size)).toEqual([]);
  expect(words).toEqual(expect.arrayContaining(['Орталық', 'Сарапшылар', '59 %', '86 %']));
});

test('emoji in a name are left out, other signs are drawn as written', async () => {
  const named = { ...start, centre: centreOfKind('regional', { kk: 'Жас & «Өрен» <b>🚀' }) };
  const { words } = await look(() => radarPicture(birge, named, 'kk'));
  expect(words[0]).toBe('Жас & «Өрен» <b>');
});

test('the example has an answer to every indicator', () => {
  const all = indicatorsFor(birge.label, 'regional').map(({ number }) => String(number));
  expect([Object.keys(atStart), Object.keys(atEnd)]).toEqual([all, all]);
});
