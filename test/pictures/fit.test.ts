import { expect, test } from 'vitest';
import { fitLine, fitLines } from '../../src/pictures/fit.ts';
import { font } from '../../src/pictures/font.ts';

const letters = await font();

test('letters are as wide as the font says', () => {
  // Measured by resvg: how much further the second H of "HiH" reaches than that of "HH".
  expect(letters.widthOf('HiH', 1000) - letters.widthOf('H', 1000)).toBe(1064);
  expect(letters.widthOf('HӘH', 1000) - letters.widthOf('HH', 1000)).toBe(817);
  expect(letters.widthOf('HҚұH', 1000) - letters.widthOf('HH', 1000)).toBe(1330);
  expect(letters.widthOf('', 1000)).toBe(0);
});

test.for<[text: string, width: number, line: string]>([
  ['Павлодар', 640, 'Павлодар'],
  ['Павлодар', 100, 'Пав…р'],
  ['Павлодар', 1, '…'],
  ['  Тараз \n қаласы\t', 640, 'Тараз қаласы'],
  ['🎓 Орталық 👩‍👩‍👧 🇰🇿 1️⃣', 640, 'Орталық 1'],
  ['\u202Eқаласы\u200B\u0000', 640, 'қаласы'],
  ['', 640, ''],
  ['Жастар саясаты мәселелері басқармасының орталығы', 500, 'Жастар саясаты мә…ң орталығы'],
])('%j in %i pixels: %j', ([text, width, line]) => {
  expect(fitLine(letters, text, 28, width)).toBe(line);
  expect(letters.widthOf(line, 28)).toBeLessThanOrEqual(Math.max(width, letters.widthOf('…', 28)));
});

test('lines break between words, and the last one keeps the end', () => {
  const name = 'Шымкент қаласының Жастар саясаты мәселелері басқармасының еңбек ұтқырлығы орталығы';
  expect(fitLines(letters, name, 28, 420, 1)).toEqual(['Шымкент қалас…орталығы']);
  expect(fitLines(letters, name, 28, 420, 2)).toEqual(['Шымкент қаласының', 'Жастар саясаты…орталығы']);
  expect(fitLines(letters, 'Тараз', 28, 420, 2)).toEqual(['Тараз']);
  expect(fitLines(letters, '', 28, 420, 2)).toEqual(['']);
});
