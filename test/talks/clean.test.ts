import { expect, test } from 'vitest';
import { clean } from '../../src/talks/clean.ts';

test('every text in an update is made fit to be stored, whatever is around it', () => {
  const update = {
    callback_query: { data: 'q:\0a', from: { id: 1, names: ['\ud83d', '😀', 'Ә'] } },
    none: null,
    yes: true,
  };
  expect(clean(update)).toEqual({
    callback_query: { data: 'q:a', from: { id: 1, names: ['\ufffd', '😀', 'Ә'] } },
    none: null,
    yes: true,
  });
});
