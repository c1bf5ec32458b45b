import { expect, test } from 'vitest';
import { makeNumber, readNumber } from '../../src/certificates/number.ts';

const signs = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const form = /^BRG(?:-[2-9A-HJKMNP-Z]{4}){5}$/;

test('a number has five groups of signs that nobody mixes up, and reads as itself', () => {
  const numbers = Array.from({ length: 500 }, makeNumber);
  expect(numbers.filter((number) => !form.test(number) || readNumber(number) !== number)).toEqual([]);
  expect(new Set(numbers).size).toBe(500);
  // All signs come up at every place: 19 of them are by chance.
  const bare = numbers.map((number) => number.slice(4).replaceAll('-', ''));
  const seen = Array.from({ length: 20 }, (_, place) => new Set(bare.map((number) => number[place])).size);
  expect(Math.min(...seen)).toBeGreaterThan(25);
});

test('there are more than 2 to the power of 80 of them', () => {
  expect(19 * Math.log2(signs.length)).toBeGreaterThan(80);
});

test('every slip of one sign, and two neighbours swapped, is told from a number', () => {
  const number = makeNumber();
  const slips = [...number].flatMap((sign, place) => {
    if (place < 4 || sign === '-') return [];
    return [...signs]
      .filter((other) => other !== sign)
      .map((other) => number.slice(0, place) + other + number.slice(place + 1));
  });
  expect(slips).toHaveLength(20 * 30);
  expect(slips.filter((slip) => readNumber(slip) !== undefined)).toEqual([]);
  const bare = number.slice(4).replaceAll('-', '');
  const swapped = [...bare]
    .slice(1)
    .map((sign, index) => bare.slice(0, index) + sign + bare[index] + bare.slice(index + 2));
  expect(swapped.filter((one) => one !== bare && readNumber(one) !== undefined)).toEqual([]);
});

test('it is read as people type it', () => {
  const number = makeNumber();
  const bare = number.replaceAll('-', '');
  const cyrillic: Record<string, string> = {
    A: 'А',
    B: 'В',
    C: 'С',
    E: 'Е',
    H: 'Н',
    K: 'К',
    M: 'М',
    P: 'Р',
    T: 'Т',
    X: 'Х',
    Y: 'У',
  };
  const typed = [
    number.toLowerCase(),
    bare,
    bare.slice(3),
    ` ${number.replaceAll('-', ' ')} `,
    number.replaceAll('-', '–'),
    [...bare.slice(3)]
      .map((sign) => cyrillic[sign] ?? sign)
      .join('')
      .toLowerCase(),
  ];
  expect(typed.map(readNumber)).toEqual(typed.map(() => number));
});

test.for(['', 'BRG', 'BRG-0000-0000-0000-0000-0000', 'BRG-7K2M', '%00', '<script>', '🙂'.repeat(20), '2'.repeat(5000)])(
  '%s is no number',
  (text) => {
    expect(readNumber(text)).toBeUndefined();
  },
);
