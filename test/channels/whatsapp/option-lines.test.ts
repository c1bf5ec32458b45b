import { describe, expect, test } from 'vitest';
import { optionLines } from '../../../src/channels/whatsapp/option-lines.ts';
import type { Button } from '../../../src/channels/whatsapp/option-lines.ts';
import { isWalking } from '../../../src/screens/walking.ts';

const style = { letters: false, walks: isWalking, write: 'Write the word:' };
const lines = (rows: Button[][], letters = false) => optionLines(rows, { ...style, letters });
const option = (text: string, data = `x:${text}`): Button => ({ text, data });
const q = (act: string) => `q:1a2b3c:2f:drives:${act}`;

describe('numbers', () => {
  test('options are counted in their order, over rows; what only leads on are words in the last line', () => {
    expect(
      lines([
        [option('Yes'), option('No')],
        [option('Maybe')],
        [option('Back', q('back')), option('Skip', q('skip')), option('Later', q('pause'))],
      ]),
    ).toBe('1. Yes\n2. No\n3. Maybe\n_Write the word: Back · Skip · Later_');
  });

  test('words alone', () => {
    expect(lines([[option('Continue', 'go:on'), option('Menu', 'go:menu')]])).toBe('_Write the word: Continue · Menu_');
  });

  test('back is a word wherever it leads', () => {
    expect(lines([[option('Today')], [option('Артқа', 'due:12')]])).toBe('1. Today\n_Write the word: Артқа_');
  });

  test('addresses stand between them, with no number', () => {
    expect(lines([[option('Yes')], [{ text: 'Site', url: 'https://birge.kz/' }], [option('No')]])).toBe(
      '1. Yes\nSite: https://birge.kz/\n2. No',
    );
  });

  test('nothing for nothing', () => {
    expect(lines([])).toBe('');
    expect(lines([[]])).toBe('');
  });
});

describe('labels that have their own numbers', () => {
  test.each<[string, string[], string]>([
    ['a scale', ['1', '2', '3', '4', '5'], '1 · 2 · 3 · 4 · 5'],
    ['a scale with a mark', ['1', '✓ 2', '3'], '1 · ✓ 2 · 3'],
    ['answers to change', ['✎ 26', '✎ 27'], '✎ 26 · 27'],
    ['one only', ['✎ 1'], '✎ 1'],
    ['the second page of a list', ['11. Есеп', '12. Жоспар', 'Further'], '11. Есеп\n12. Жоспар\n13. Further'],
    ['numbers among words', ['0', '1', 'More'], '0\n1\n2. More'],
    ['twice the same number', ['1. Есеп', '1. Жоспар'], '1. 1. Есеп\n2. 1. Жоспар'],
    ['a year and a range are words', ['2026', '5–10'], '1. 2026\n2. 5–10'],
  ])('%s', (_name, labels, text) => {
    expect(lines([labels.map((label) => option(label))])).toBe(text);
  });
});

describe('letters', () => {
  test('in a letter of the outbox', () => {
    expect(lines([[option('Done')], [option('Tomorrow')], [option('Menu', 'go:menu')]], true)).toBe(
      'A. Done\nB. Tomorrow\n_Write the word: Menu_',
    );
  });

  test('labels with numbers keep them: the words above speak of them', () => {
    expect(lines([[option('1. Есеп')], [option('2. Жоспар')]], true)).toBe('A. Есеп\nB. Жоспар');
    expect(lines([[option('1'), option('2')]], true)).toBe('A. 1\nB. 2');
  });

  test('after Z the words alone stand for an option', () => {
    const many = Array.from({ length: 27 }, (_, index) => [option(`Nr ${index + 1}`)]);
    expect(lines(many, true).split('\n').slice(-2)).toEqual(['Z. Nr 26', 'Nr 27']);
  });
});
