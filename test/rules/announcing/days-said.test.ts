import { expect, test } from 'vitest';
import { dayMeant, daysIn, pastDays, wrongWeekdays } from '../../../src/rules/announcing/days-said.ts';

/** A Sunday. */
const today = '2026-11-22';

/** A line, and its days: `from..date`, a year if it stands there, `w` and the weekdays beside it. */
const lines: [string, string][] = [
  ['Кездесу 25 қараша, сәрсенбі күні', '11-25 w3'],
  ['сәрсенбі күні, 25 қарашада', '11-25 w3'],
  ['в среду, 25 ноября 2026 г.', '11-25 2026 w3'],
  ['25 ноября 2026 года, в среду', '11-25 2026 w3'],
  ['2026 жылғы 25 қараша', '11-25 2026'],
  ['25.11.2026 (сәрсенбі)', '11-25 2026 w3'],
  ['25.11.26 ж., сәрсенбі', '11-25 2026 w3'],
  ['25.11, 18:30', '11-25'],
  ['22–23 тамыз, сенбі мен жексенбі', '08-22..08-23'],
  ['с 28.11 - 02.12', '11-28..12-02'],
  ['25 караша, сарсенби', '11-25 w3'],
  ['5-го марта', '03-05'],
  ['сәрсенбі, 25 қараша, сенбі, 28 қараша', '11-25 w6 w3; 11-28 w6'],
  ['1 мая и 9 мая', '05-01; 05-09'],
  ['3 маусым', '06-03'],
  ['29 ақпан', '02-29'],
  ['31 ақпан', ''],
  ['18.30-да бастаймыз', ''],
  ['24 қараша сенбілік', '11-24'],
  ['20 марапат, 3 қарындас, 5 мартышек, 40 казаха', ''],
  ['8 701 555 12 34, 1 200 қап, 3.5 сағат, 12.5 км', ''],
  ['Поездка в 5 городов: 2 Казани и 3 Алматы', ''],
];

test.for(lines)('%s', ([line, days]) => {
  const read = daysIn(line).map(({ date, year, from, weekdays }) =>
    [from ? `${from}..${date}` : date, year, ...weekdays.map((weekday) => `w${weekday}`)].filter(Boolean).join(' '),
  );
  expect(read.join('; ')).toBe(days);
});

test.for([
  ['11-20', today, '2026-11-20'],
  ['03-05', today, '2027-03-05'],
  ['12-28', '2027-01-05', '2026-12-28'],
  ['01-03', '2026-12-30', '2027-01-03'],
  ['02-29', '2027-12-01', '2028-02-29'],
  ['02-29', '2026-03-01', undefined],
] as const)('%s, read on %s, is %s', ([date, on, day]) => {
  expect(dayMeant({ date }, on)).toBe(day);
});

test('a weekday is compared in the year that is meant', () => {
  expect(wrongWeekdays('5 наурыз, жұма. 6 наурыз, жұма. 25.11.2027, среда.', today)).toEqual([
    { said: '6 наурыз', day: '2027-03-06', weekday: 6 },
    { said: '25.11.2027', day: '2027-11-25', weekday: 4 },
  ]);
  expect(wrongWeekdays('сәрсенбі, 25 қараша, сенбі, 28 қараша', today)).toEqual([]);
});

test('of the days of one line the last tells whether it is over', () => {
  const text = 'Тіркелу 10 қарашадан 25 қарашаға дейін.\nБрифинг 19 қарашада.\nТобымыз 2019 жылғы 5 мамырда құрылды.';
  expect(pastDays(text, today).map(({ said }) => said)).toEqual(['19 қарашада']);
});
