import { expect, test } from 'vitest';
import { languages } from '../../../src/forms/index.ts';
import { writePress } from '../../../src/filling/press.ts';
import { isWalking } from '../../../src/screens/walking.ts';

const press = (act: string, question = 'drives') =>
  writePress({ version: '1a2b3c4d', submission: 2 ** 40, question, act });

test.each(['back', 'keep', 'skip', 'pause', 'send', 'done', 'clear', 'list2'])('"%s" leads on', (act) => {
  expect(isWalking(press(act))).toBe(true);
});

test.each(['yes', 'no', '1', '+done', '-back', 'change', 'other', 'listen', 'back_pain'])('"%s" answers', (act) => {
  expect(isWalking(press(act))).toBe(false);
});

test.each([
  ['go:menu', true],
  ['go:on', true],
  ['go:projects', false],
  ['go:project:12', false],
  ['due:5', false],
  ['due:5:done', false],
  ['w:agree', false],
  ...languages.map((language): [string, boolean] => [`set:lang:${language}`, false]),
  ['', false],
])('%s: %s', (data, walks) => {
  expect(isWalking(data)).toBe(walks);
});
