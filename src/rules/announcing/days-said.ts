import { isDay } from '../dates.ts';
import type { Day } from '../dates.ts';
import { weekdayOf } from '../weeks.ts';
import type { Weekday } from '../weeks.ts';

/** A day as a text names it. */
export interface SaidDay {
  /** The words themselves: «25 қараша». */
  said: string;
  /** `MM-DD`, and the year if it stands there. */
  date: string;
  year?: number;
  /** The first day of «22–23 тамыз»; `date` is the last. */
  from?: string;
  /** Weekdays right after it and right before it; one of these may belong to another day. */
  weekdays: Weekday[];
}

/** Beginnings of months after `plain`: Kazakh and Russian, long enough that hardly another word begins so. */
const months = [
  /^(?:кантар|январ)/,
  /^(?:акпан|феврал)/,
  /^(?:наурыз|март[ае]?$)/,
  /^(?:сауир|апрел)/,
  /^(?:мамыр|ма[йея]$)/,
  /^(?:маусым|июн)/,
  /^(?:шилде|июл)/,
  /^(?:тамыз|август)/,
  /^(?:кыркуйек|сентябр)/,
  /^(?:казан(?!ь|и$)|октябр)/,
  /^(?:караша|ноябр)/,
  /^(?:желтоксан|декабр)/,
];
const weekdayNames: readonly RegExp[] = [
  'дуйсенби|понедельник',
  'сейсенби|вторник',
  'сарсенби|сред',
  'бейсенби|четверг',
  'жума|пятниц',
  'сенби|суббот',
  'жексенби|воскресень',
].map((names) => new RegExp(`^(?:${names})(?:де|да|дан|ден|си|ге|га|а|у|е|ы|ю|я|ам|ям)?$`));

const letters: Readonly<Record<string, string>> = {
  ә: 'а',
  ғ: 'г',
  қ: 'к',
  ң: 'н',
  ө: 'о',
  ұ: 'у',
  ү: 'у',
  һ: 'х',
  і: 'и',
};
/** Small letters without the Kazakh marks, so that one pattern finds what phones without a Kazakh keyboard write, too. */
const plain = (text: string): string =>
  text.toLowerCase().replace(/[әғқңөұүһі]/g, (letter) => letters[letter] ?? letter);

const dash = String.raw`\s?[–—-]\s?`;
const inNumbers = new RegExp(
  String.raw`(?<![\d.])(?:(?<from>\d{1,2}\.\d{2})${dash})?(?<day>\d{1,2})\.(?<month>0[1-9]|1[0-2])(?:\.(?<year>\d{4}|\d{2}))?(?![\d.]\d|\d)`,
  'g',
);
const inWords = new RegExp(
  String.raw`(?<!\d|\d[.:])(?:(?<yearBefore>\d{4})\s+жыл\p{L}*\s+)?(?:(?<from>\d{1,2})${dash})?(?<day>\d{1,2})(?:-?го)?\s+(?<month>\p{L}+)(?:[\s,]+(?<year>\d{4})(?=\s*(?:г|ж|$|[.,;)])))?`,
  'gu',
);

/** The days that a Kazakh or Russian text names, in its order; days of an impossible date are left out. */
export function daysIn(text: string): SaidDay[] {
  return text
    .split('\n')
    .flatMap((line) =>
      [...inNumbersOf(line), ...inWordsOf(line)]
        .toSorted((one, other) => one.index - other.index)
        .flatMap((found) => saidDay(line, found)),
    );
}

interface Found {
  said: string;
  index: number;
  from: string | undefined;
  date: string;
  year: string | undefined;
}

const inNumbersOf = (line: string): Found[] =>
  [...line.matchAll(inNumbers)].map(({ 0: said, index, groups = {} }) => {
    const [day, month] = groups['from']?.split('.') ?? [];
    const from = day && dateOf(month, day);
    return { said, index, from, date: dateOf(groups['month'], groups['day']), year: groups['year'] };
  });

const inWordsOf = (line: string): Found[] =>
  [...line.matchAll(inWords)].flatMap(({ 0: said, index, groups = {} }) => {
    const number = months.findIndex((month) => month.test(plain(groups['month'] ?? ''))) + 1;
    if (number === 0) return [];
    const month = String(number);
    const from = groups['from'] && dateOf(month, groups['from']);
    return [{ said, index, from, date: dateOf(month, groups['day']), year: groups['yearBefore'] ?? groups['year'] }];
  });

const dateOf = (month = '', day = ''): string => `${month.padStart(2, '0')}-${day.padStart(2, '0')}`;

function saidDay(line: string, { said, index, from, date, year }: Found): SaidDay[] {
  // A leap year tells whether the day exists in any year.
  if (!isDay(`2028-${date}`)) return [];
  const beside = from ? [] : weekdaysBeside(line.slice(0, index), line.slice(index + said.length));
  const inYear = year && { year: Number(year.length === 2 ? `20${year}` : year) };
  return [{ said: said.trim(), date, ...inYear, ...(from && { from }), weekdays: beside }];
}

const nameBefore = /(?<name>\p{L}+)(?:\s+күні)?[\s,(]*$/u;
const nameAfter = /^[\s,(]*(?:(?:г|года|ж|жыл\p{L}*)(?!\p{L})\.?)?[\s,(]*(?:в\s+)?(?<name>\p{L}+)/u;
/** So many characters on either side are looked at. */
const near = 30;

/** Weekdays next to a date, with nothing but marks and «күні», "г.", "в" between. */
function weekdaysBeside(before: string, after: string): Weekday[] {
  const names = [nameAfter.exec(after.slice(0, near)), nameBefore.exec(before.slice(-near))];
  return names.flatMap((found) => {
    const name = plain(found?.groups?.['name'] ?? '');
    return weekdayNumbers.filter((number) => weekdayNames[number - 1]?.test(name));
  });
}

const weekdayNumbers = [1, 2, 3, 4, 5, 6, 7] as const;

/** The day itself: of the year that stands there, otherwise of the nearest to `today` that has it. */
export function dayMeant({ date, year }: Pick<SaidDay, 'date' | 'year'>, today: Day): Day | undefined {
  const now = Number(today.slice(0, 4));
  const years = year === undefined ? [now - 1, now, now + 1] : [year];
  const distance = (day: Day) => Math.abs(Date.parse(day) - Date.parse(today));
  return years
    .map((one) => `${one}-${date}`)
    .filter(isDay)
    .toSorted((one, other) => distance(one) - distance(other))[0];
}

/** The days whose weekday is another one, with the right one. */
export function wrongWeekdays(text: string, today: Day): { said: string; day: Day; weekday: Weekday }[] {
  return daysIn(text).flatMap((said) => {
    const day = dayMeant(said, today);
    if (day === undefined || said.weekdays.length === 0 || said.weekdays.includes(weekdayOf(day))) return [];
    return [{ said: said.said, day, weekday: weekdayOf(day) }];
  });
}

/**
 * Days that are over. Of the days of one line the last counts («10–25 қараша», "с 1 по 30"), and a year that stands there
 * and is over is history.
 */
export function pastDays(text: string, today: Day): SaidDay[] {
  return text.split('\n').flatMap((line) => {
    const days = daysIn(line).flatMap((said) => {
      const day = dayMeant(said, today);
      return day === undefined || (said.year ?? Infinity) < Number(today.slice(0, 4)) ? [] : [{ said, day }];
    });
    const last = days.toSorted((one, other) => (one.day < other.day ? 1 : -1))[0];
    return last && last.day < today ? [last.said] : [];
  });
}
