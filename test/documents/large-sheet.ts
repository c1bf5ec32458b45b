import type { Sheet } from '../../src/documents/table.ts';
import { moveDay } from '../../src/rules/dates.ts';

const signs = ['=', '+', '-', '@'] as const;

/** A text that Excel would take for a formula, if it were not said to be text. */
const risky = (row: number, words: string): string => `${signs[row % signs.length] ?? ''}${words}`;

/** Three entries a day; project, own words, what was achieved and note begin as formulas do, two of them differ in every row. */
export const largeSheet = (rows: number): Sheet => ({
  name: 'Игі істер күнделігі',
  columns: Array.from({ length: 10 }, (_, column) => ({ title: `Баған ${column + 1}`, width: 20 })),
  rows: Array.from({ length: rows }, (_, row) => [
    { day: moveDay('2017-01-01', { days: Math.floor(row / 3) }) },
    risky(row, `Ауыл мектебі ${row % 5}`),
    'Білім (BILIM)',
    row % 3 === 0 ? risky(row, `Үйірме ${row}`) : 'Сабақ өткіздім',
    1 + (row % 8) / 2,
    row % 2 === 0 ? 'иә' : 'жоқ',
    row % 30,
    risky(row, `Ұл-қыздар ${row} өлеңді жаттап, өз әңгімесін құрастырды; ӘҒҚҢӨҰҮҺІ`),
    risky(row + 1, `Келесі жолы кітап әкелу керек, ${row}`),
    'Айгүл',
  ]),
});
