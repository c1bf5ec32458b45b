import { expect, test } from 'vitest';
import { cutAt, inPieces } from '../../src/screens/pieces.ts';

const family = '👨‍👩‍👧‍👦';

test('what fits stays whole', () => {
  expect(cutAt('Қысқа мысал', 11)).toEqual({ start: 'Қысқа мысал', length: 11, rest: 0 });
  expect(inPieces('Қысқа мысал', 11)).toEqual(['Қысқа мысал']);
  expect(inPieces('', 11)).toEqual(['']);
});

test('a longer text is cut at a blank near the end, and inside of a word where there is none', () => {
  expect(cutAt('Отыз жас бірге оқыды', 16)).toEqual({ start: 'Отыз жас бірге…', length: 20, rest: 6 });
  expect(cutAt('а'.repeat(30), 11)).toEqual({ start: `${'а'.repeat(10)}…`, length: 30, rest: 20 });
  // The blank is too far back: most of the text would be lost for it.
  expect(cutAt(`а ${'б'.repeat(30)}`, 11).start).toBe(`а ${'б'.repeat(8)}…`);
});

test('nothing is ever cut inside of what people see as one character', () => {
  const cut = cutAt(family.repeat(10), 60);
  expect(cut).toEqual({ start: `${family.repeat(5)}…`, length: 10, rest: 5 });
  expect(inPieces(family.repeat(7), 30)).toEqual([family.repeat(2), family.repeat(2), family.repeat(2), family]);
});

test('pieces keep to their size and lose nothing but blanks between them', () => {
  const text = Array.from({ length: 400 }, (_, index) => `сөз${index}`).join(' ');
  const pieces = inPieces(text, 500);
  expect(pieces.filter((piece) => piece.length > 500)).toEqual([]);
  expect(pieces.join(' ')).toBe(text);
});

test('a letter under a heap of marks can not make a message too long', () => {
  const heap = `а${'\u0301'.repeat(9000)}`;
  expect(inPieces(heap, 3500).map(({ length }) => length)).toEqual([3500, 3500, 2001]);
  expect(cutAt(heap, 100).start).toHaveLength(100);
});
