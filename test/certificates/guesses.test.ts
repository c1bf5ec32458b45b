import { expect, test } from 'vitest';
import { createGuesses } from '../../src/certificates/guesses.ts';

const at = { now: 0 };
const brake = () => createGuesses({ wrong: 3, addresses: 5 }, () => at.now);

test('so many wrong numbers within a minute, then no more until it is over', () => {
  const guesses = brake();
  expect(Array.from({ length: 5 }, () => guesses.admit('a'))).toEqual([true, true, true, false, false]);
  expect(guesses.admit('b')).toBe(true);
  at.now += 60_001;
  expect(guesses.admit('a')).toBe(true);
});

test('right numbers do not count', () => {
  const guesses = brake();
  for (let asked = 0; asked < 20; asked += 1) {
    expect(guesses.admit('a')).toBe(true);
    guesses.forgive('a');
  }
  guesses.forgive('never asked');
});

test('who asks while they are braked is not braked longer for that', () => {
  const guesses = brake();
  for (let asked = 0; asked < 3; asked += 1) guesses.admit('a');
  at.now += 30_000;
  expect(guesses.admit('a')).toBe(false);
  at.now += 30_001;
  expect(guesses.admit('a')).toBe(true);
});

test('addresses are remembered within bounds, the one that asked last the longest', () => {
  const guesses = brake();
  for (let asked = 0; asked < 3; asked += 1) guesses.admit('a');
  for (const other of ['b', 'c', 'd']) guesses.admit(other);
  expect(guesses.admit('a')).toBe(false);
  for (let other = 0; other < 1000; other += 1) {
    guesses.admit(`x${other}`);
    if (other % 3 === 0) expect(guesses.admit('a')).toBe(false);
  }
  for (let other = 0; other < 5; other += 1) guesses.admit(`y${other}`);
  expect(guesses.admit('a')).toBe(true);
});
