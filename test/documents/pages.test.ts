import { expect, test } from 'vitest';
import { type Application, applicationDocument, letterLength } from '../../src/documents/application.ts';
import { fill, linesPerPage, type Measured } from '../../src/documents/pages/fill.ts';
import { linesOf } from '../../src/documents/pages/lines.ts';
import { type Verdict, verdict } from '../../src/documents/pages/pages.ts';
import { tinos } from '../../src/documents/pages/tinos.ts';
import { application, coverPage } from './letters.ts';
import { pagesInLibreOffice, soffice } from './libreoffice.ts';

const faces = await tinos();

test('letters are as wide as those of Times, by the widths its maker publishes', () => {
  const widths = (face: 'regular' | 'bold') =>
    ['A', 'H', 'W', 'a', 'i', 'm', ' ', '0', '—'].map((letter) => Math.round((faces[face](letter) ?? 0) * 1000));
  expect(widths('regular')).toEqual([722, 722, 944, 444, 278, 778, 250, 500, 1000]);
  expect(widths('bold')).toEqual([722, 778, 1000, 500, 278, 833, 250, 500, 1000]);
});

test('every Kazakh letter has a width; emoji have none', () => {
  for (const letter of 'ӘәҒғҚқҢңӨөҰұҮүҺһІі«»№₸–…')
    for (const face of [faces.regular, faces.bold])
      expect([letter, face(letter)]).toEqual([letter, expect.any(Number)]);
  expect(faces.regular('🎓')).toBeUndefined();
});

const letters = (count: number): string => 'n'.repeat(count);

/** The line is 453.6 points wide: 75 letters "n" (6 points) in regular, 67 in bold (6.67). */
test.for<[of: string, text: string, lines: number, bold?: true]>([
  ['a line that is full', letters(75), 1],
  ['a letter too much', letters(76), 2],
  ['a bold line that is full', letters(67), 1, true],
  ['a bold letter too much', letters(68), 2, true],
  ['5,000 letters without a space', letters(5000), 67],
  ['spaces hang over the end', `${letters(75)}   `, 1],
  ['a word after a full line', `${letters(75)} n`, 2],
  ['a word that fills the next line', `n ${letters(75)}`, 2],
  ['a word longer than a line begins on its own', `n ${letters(76)}`, 3],
  ['a dash may end a line', `${letters(70)}-${letters(70)}`, 2],
  ['a space that holds together', `n ${letters(40)}\u00A0${letters(40)}`, 3],
  ['two words on a line', `${letters(37)} ${letters(37)}`, 1],
  ['nothing is an empty line', '', 1],
])('lines: %s', ([, text, lines, bold = false]) => {
  expect(linesOf([{ text, bold }], faces)).toBe(lines);
});

test('a label in bold and its text share a line', () => {
  expect(
    linesOf(
      [
        { text: 'n'.repeat(30), bold: true },
        { text: ` ${'n'.repeat(41)}`, bold: false },
      ],
      faces,
    ),
  ).toBe(1);
});

const text = (lines: number): Measured => ({ lines, after: 0, keepNext: false });
const title: Measured = { lines: 1, after: 0, keepNext: true };

/** Pages as full ones and lines on the last one, of 50 lines each. */
test.for<[of: string, given: Measured[], full: number, lines: number]>([
  ['nothing', [], 0, 0],
  ['a page', [text(50)], 0, 50],
  ['a line too much takes a second one along', [text(51)], 1, 2],
  ['two lines too much', [text(52)], 1, 2],
  ['a paragraph is parted after two lines', [text(48), text(10)], 1, 8],
  ['never after one', [text(49), text(10)], 1, 10],
  ['three lines stay together', [text(48), text(3)], 1, 3],
  ['a heading goes along with its text', [text(48), title, text(5)], 1, 6],
  ['a heading with two lines of its text stays', [text(47), title, text(5)], 1, 3],
  ['a heading and the next one go along', [text(47), title, title, text(5)], 1, 7],
  ['many pages', [text(500)], 9, 50],
])('pages: %s', ([, given, full, lines]) => {
  expect(linesPerPage).toBe(50);
  expect(fill(given)).toBeCloseTo(full + (lines * 13.7988) / 700.2, 4);
});

test('room below a paragraph counts between paragraphs, not at the end', () => {
  const spaced = { ...text(1), after: 6 };
  expect(fill([spaced, spaced])).toBeCloseTo((2 * 13.7988 + 6) / 700.2, 4);
});

test.for<[pages: number, said: Verdict]>([
  [0, { kind: 'fine' }],
  [2.7, { kind: 'fine' }],
  [2.8, { kind: 'close' }],
  [3, { kind: 'close' }],
  [3.1, { kind: 'close' }],
  [3.2, { kind: 'tooLong', cut: 130 }],
  [4, { kind: 'tooLong', cut: 470 }],
])('%f pages of 420 words', ([pages, said]) => {
  expect(verdict({ pages, wordsPerPage: 420 })).toEqual(said);
});

test('a letter without words of its own that is too long is told to lose some all the same', () => {
  expect(verdict({ pages: 5, wordsPerPage: 0 })).toEqual({ kind: 'tooLong', cut: 10 });
});

test('a letter that is cut as told keeps to three pages', async () => {
  for (const language of ['kk', 'ru'] as const) {
    for (const words of [1700, 2000, 2800]) {
      const long = application(language, words);
      const said = verdict(await letterLength(long));
      if (said.kind !== 'tooLong') throw new Error('this letter was meant to be too long');
      const { pages } = await letterLength(cut(long, said.cut));
      expect(pages).toBeGreaterThan(2.7);
      expect(pages).toBeLessThanOrEqual(3);
    }
  }
});

/** Leaves out words at the end of each text, in proportion to its length. */
function cut(long: Application, words: number): Application {
  const { mission, targetGroup, strategy, projects, finished } = long.letter;
  const all = [mission, targetGroup, strategy, ...[...projects, ...finished].map(({ results }) => results)];
  const kept = 1 - words / all.join(' ').split(/\s+/).length;
  const shorten = (whole: string): string =>
    whole
      .split('\n')
      .map((line) =>
        line
          .split(' ')
          .slice(0, Math.floor(line.split(' ').length * kept))
          .join(' '),
      )
      .join('\n');
  const shortened = (project: (typeof projects)[number]) => ({ ...project, results: shorten(project.results) });
  const letter = {
    mission: shorten(mission),
    targetGroup: shorten(targetGroup),
    strategy: shorten(strategy),
    projects: projects.map(shortened),
    finished: finished.map(shortened),
  };
  return { ...long, letter };
}

test('an empty letter has a length, too', async () => {
  const letter = { mission: '', targetGroup: '', strategy: '', projects: [], finished: [] };
  expect(await letterLength({ language: 'kk', coverPage, letter })).toEqual({ pages: 0.3, wordsPerPage: 0 });
});

test('LibreOffice makes as many pages as estimated', { timeout: 120_000 }, async (context) => {
  if (soffice === undefined)
    return context.skip('LibreOffice is not installed; on Debian: apt-get install libreoffice-writer-nogui');
  const letters = [200, 420, 600, 850, 900, 1000, 1120, 1180, 1240, 1400, 1700, 2100].flatMap((words) => [
    application('kk', words),
    application('ru', words),
  ]);
  const lengths = await Promise.all(letters.map(letterLength));
  const documents = await Promise.all(letters.map(applicationDocument));
  // The cover page is one more. An estimate in tenths leaves open on which side of a full page a letter ends.
  const made = (await pagesInLibreOffice(soffice, documents)).map((pages) => pages - 1);
  const wrong = lengths.flatMap(({ pages }, index) => {
    const possible = [Math.ceil(pages - 0.05), Math.ceil(pages + 0.05)];
    return possible.includes(made[index] ?? Number.NaN) ? [] : [`${pages} estimated, ${made[index]} made`];
  });
  expect(wrong).toEqual([]);
  expect(new Set(made)).toEqual(new Set([1, 2, 3, 4, 5]));
});
