import { expect, test } from 'vitest';
import { initialsOf } from '../../src/certificates/initials.ts';

test.for([
  ['Серікова Айгерім Нұрланқызы', 'С. А. Н.'],
  ['әділет ғани', 'Ә. Ғ.'],
  ['  Іңкәр   <b>Өмірбек</b> ', 'І. B.'],
  ['Serikova-Akhmet Aigerim', 'S. A.'],
  ['🙂 Һарун 🌳', 'Һ.'],
  ['«Үміт» Асан', 'Ү. А.'],
  ['a b c d e f', 'A. B. C. D.'],
  ['🙂', ''],
] as const)('%s: %s', ([name, initials]) => {
  expect(initialsOf(name)).toBe(initials);
});
