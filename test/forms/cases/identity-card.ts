import { answered, press, refused, text } from './case.ts';
import type { Case, TypeCases } from './case.ts';

const question = 'card';

const read: Record<string, string> = {
  '012345678': '012345678',
  '012 345 678': '012345678',
  '012-345-678': '012345678',
  '012 – 345 – 678': '012345678',
  '№ 012345678': '012345678',
  '№012345678.': '012345678',
  'No 012345678': '012345678',
  N012345678: '012345678',
  'Н 012345678': '012345678',
  '０１２３４５６７８': '012345678',
  '0\uFE0F\u20E31\uFE0F\u20E32345678': '012345678',
  N12345678: 'N12345678',
  'n 1234567': 'N1234567',
  Н12345678: 'N12345678',
  'A-1234567': 'A1234567',
  '№ N12345678': 'N12345678',
};
const personal = ['900514300123', '900514 300 123', '№ 900514300123', 'N900514300123'];
const wrong = [
  '12345678',
  '0123456789',
  'No 12345678',
  'ҚЗ1234567',
  'AB1234567',
  '012345678 МВД',
  'жоқ',
  '01234567б',
  '-',
];

export const cases: TypeCases = {
  accepts: [
    ...Object.entries(read).map(([said, value]): Case => ({ question, input: text(said), outcome: answered(value) })),
    ...personal.map((said): Case => ({ question, input: text(said), outcome: refused('not-the-card') })),
    ...wrong.map((said): Case => ({ question, input: text(said), outcome: refused('not-a-card-number') })),
    { question, input: press('card'), outcome: refused('old-button') },
  ],
  shows: [{ question, value: '012345678', ru: '012345678' }],
  misfits: [
    { question, value: 12345678 },
    { question, value: '900514300123' },
  ],
};
