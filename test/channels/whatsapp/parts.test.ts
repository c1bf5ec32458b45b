import { expect, test } from 'vitest';
import { inParts } from '../../../src/channels/whatsapp/parts.ts';

const paragraph = (length: number, letter = 'a') => letter.repeat(length);
const lengths = (parts: string[]) => parts.map((part) => part.length);

test('what fits is one message', () => {
  expect(inParts('Question?', '1. Yes\n2. No')).toEqual(['Question?\n\n1. Yes\n2. No']);
  expect(inParts('Words', '')).toEqual(['Words']);
  expect(inParts('', '1. Yes')).toEqual(['1. Yes']);
  expect(inParts(paragraph(3500), '')).toEqual([paragraph(3500)]);
});

test('a long one is cut between paragraphs, and the options stand with the last words', () => {
  const text = `${paragraph(2000)}\n\n${paragraph(1400, 'b')}\n\n${paragraph(600, 'c')}`;
  expect(inParts(text, '1. Yes')).toEqual([
    `${paragraph(2000)}\n\n${paragraph(1400, 'b')}`,
    `${paragraph(600, 'c')}\n\n1. Yes`,
  ]);
});

test('if only the options are too much, the last paragraphs go along with them', () => {
  const text = `${paragraph(2000)}\n\n${paragraph(800, 'b')}\n\n${paragraph(600, 'c')}`;
  expect(inParts(text, paragraph(200, 'o'))).toEqual([
    paragraph(2000),
    `${paragraph(800, 'b')}\n\n${paragraph(600, 'c')}\n\n${paragraph(200, 'o')}`,
  ]);
});

test('without paragraphs between lines, without lines between words, without words anywhere but inside of a sign', () => {
  expect(lengths(inParts(`${paragraph(3000)}\n${paragraph(1000)}`, ''))).toEqual([3000, 1000]);
  expect(lengths(inParts(`${paragraph(3000)} ${paragraph(1000)}`, ''))).toEqual([3000, 1000]);
  expect(lengths(inParts(paragraph(8000), ''))).toEqual([3500, 3500, 1000]);
  const parts = inParts(`a${'😀'.repeat(2000)}`, '');
  expect(parts.every((part) => part.isWellFormed())).toBe(true);
  expect(parts.join('')).toBe(`a${'😀'.repeat(2000)}`);
});

test('a caption is shorter, what follows is not', () => {
  const text = `${paragraph(900)}\n\n${paragraph(3000, 'b')}`;
  expect(lengths(inParts(text, '1. Yes', 1000))).toEqual([900, 3008]);
  expect(inParts(paragraph(900), paragraph(300, 'o'), 1000).join('')).toContain('o');
});

test('nothing is ever lost, and no part is empty or too long', () => {
  for (let length = 10; length < 9000; length += 371) {
    for (const options of ['', '1. Yes', paragraph(1200, 'o')]) {
      const text = Array.from({ length: Math.ceil(length / 90) }, () => paragraph(88)).join(' ');
      const parts = inParts(text, options);
      expect(parts.join('').replace(/\s/g, '')).toBe((text + options).replace(/\s/g, ''));
      expect(Math.max(...lengths(parts))).toBeLessThanOrEqual(3500);
      expect(Math.min(...lengths(parts))).toBeGreaterThan(0);
    }
  }
});
