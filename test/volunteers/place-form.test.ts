import { expect, test } from 'vitest';
import { knownOf, readPlaceForm } from '../../src/volunteers/place-form.ts';

const answers = (said: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(said).map(([question, value]) => [question, { value }]));
const problems = (said: Record<string, unknown>) =>
  readPlaceForm(answers({ name: 'A', city: 'B', region: 'abai', ...said })).problems;

test('what is known of a place is what its form says of it', () => {
  const said = {
    name: 'A',
    city: 'B',
    region: 'abai',
    pages: ['https://a.kz', 'https://b.kz'],
    note: 'Only on Mondays',
  };
  expect(readPlaceForm(answers(knownOf({ id: 1, checkedOn: null, ...said })))).toEqual({ said, problems: [] });
  const less = { ...said, pages: [], note: null };
  expect(readPlaceForm(answers(knownOf({ id: 1, checkedOn: '2026-11-22', ...less })))).toEqual({
    said: less,
    problems: [],
  });
});

test('contacts of people are found wherever they are written', () => {
  expect(problems({ name: 'Asel 8 701 123 45 67' })).toEqual([{ is: 'phone' }]);
  expect(problems({ city: 'a@b.kz' })).toEqual([{ is: 'mail' }]);
  expect(problems({ note: '+77011234567', city: 'a@b.kz' })).toEqual([{ is: 'phone' }, { is: 'mail' }]);
  expect(problems({ pages: '@asel\nexample.kz' })).toEqual([{ is: 'address', text: '@asel' }]);
  expect(problems({ pages: Array.from({ length: 9 }, (_, n) => `https://a.kz/${n}`).join('\n') })).toEqual([
    { is: 'many' },
  ]);
});
