/** A calendar day as `YYYY-MM-DD`. Days compare as texts: `a < b` means a comes first. */
export type Day = string;

export type ReadDay = { is: 'day'; day: Day } | { is: 'problem'; problem: 'not-a-date' | 'short-year' | 'no-such-day' };

/**
 * Beginnings of month names, lower case: Kazakh (also typed without Kazakh letters), Russian, English. One that fits is
 * enough («желтоқсан», "декабря", "Dec").
 */
const months: readonly (readonly string[])[] = [
  ['қаң', 'кан', 'янв', 'jan'],
  ['ақп', 'акп', 'фев', 'feb'],
  ['нау', 'мар', 'mar'],
  ['сәу', 'сау', 'апр', 'apr'],
  ['мам', 'май', 'мая', 'may'],
  ['мау', 'июн', 'jun'],
  ['шіл', 'шил', 'июл', 'jul'],
  ['там', 'авг', 'aug'],
  ['қыр', 'кыр', 'сен', 'sep'],
  ['қаз', 'каз', 'окт', 'oct'],
  ['қар', 'кар', 'ноя', 'nov'],
  ['жел', 'дек', 'dec'],
];

/** Words that stand around a date and say nothing: «жылғы», "г.", "of". */
const fillers = new Set(['жыл', 'жылы', 'жылғы', 'жылдың', 'ж', 'г', 'год', 'года', 'of', 'st', 'nd', 'rd', 'th']);

/**
 * Reads a day as people write it: `31.12.2001`, `31/12/2001`, `31 12 2001`, `2001-12-31`, or with the month's name in
 * Kazakh, Russian or English. Day before month; a year of two digits is refused, because it can mean two centuries. With
 * `near` the year may be left out: the nearest such day before or after today, today among them, is meant.
 */
export function readDay(text: string, near?: { today: Day; side: 'before' | 'after' }): ReadDay {
  const words = (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{L}+|\d+/gu) ?? []
  ).filter((word) => !fillers.has(word));
  if (words.length === 2 && near !== undefined) return nearest(words.join(' '), near);
  if (words.length !== 3) return { is: 'problem', problem: 'not-a-date' };
  const names = words.filter((word) => !/^\d+$/.test(word));
  const numbers = words.filter((word) => /^\d+$/.test(word));
  if (names.length > 1) return { is: 'problem', problem: 'not-a-date' };
  if (names[0] !== undefined) {
    const month = monthCalled(names[0]);
    if (month === undefined) return { is: 'problem', problem: 'not-a-date' };
    const [first = '', second = ''] = numbers;
    return first.length === 4 ? dayOf(first, month, second) : dayOf(second, month, first);
  }
  const [first = '', second = '', third = ''] = numbers;
  return first.length === 4 ? dayOf(first, Number(second), third) : dayOf(third, Number(second), first);
}

/** A day without its year: this year's, or where that lies on the other side of today the year's beside it. */
function nearest(text: string, { today, side }: { today: Day; side: 'before' | 'after' }): ReadDay {
  const year = Number(today.slice(0, 4));
  const read = readDay(`${text} ${year}`);
  const meant = side === 'before' ? year - 1 : year + 1;
  const beyond = read.is === 'day' && (side === 'before' ? read.day > today : read.day < today);
  // The 29th of February may be there in the other year alone.
  return beyond || (read.is === 'problem' && read.problem === 'no-such-day') ? readDay(`${text} ${meant}`) : read;
}

function monthCalled(name: string): number | undefined {
  const index = months.findIndex((starts) => starts.some((start) => name.startsWith(start)));
  return index === -1 ? undefined : index + 1;
}

function dayOf(year: string, month: number, day: string): ReadDay {
  if (year.length <= 2 && day.length <= 2) return { is: 'problem', problem: 'short-year' };
  if (year.length !== 4 || day.length > 2) return { is: 'problem', problem: 'not-a-date' };
  const written = `${year}-${pad(month)}-${pad(Number(day))}`;
  return isDay(written) ? { is: 'day', day: written } : { is: 'problem', problem: 'no-such-day' };
}

const pad = (number: number): string => String(number).padStart(2, '0');

/** Is it a day of the calendar, written `YYYY-MM-DD`? */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < '1000') return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Moves a day by whole days, months or years; 29 February and the 31st fall back to the month's last day. */
export function moveDay(day: Day, by: { days?: number; months?: number; years?: number }): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const moved = new Date(Date.UTC(year + (by.years ?? 0), month - 1 + (by.months ?? 0), 1));
  const last = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
  moved.setUTCDate(Math.min(date, last) + (by.days ?? 0));
  return moved.toISOString().slice(0, 10);
}

/** A limit in a form: a day, `today`, or `today` moved (`today-14y`, `today+30d`, `today-6m`). */
export const dayLimit = /^(?:\d{4}-\d{2}-\d{2}|today(?:[+-]\d{1,5}[dmy])?)$/;

/** The day that a limit (see `dayLimit`) means on the given day. */
export function limitDay(limit: string, today: Day): Day {
  const moved = /^today(?:([+-]\d+)([dmy]))?$/.exec(limit);
  if (moved === null) return limit;
  const amount = Number(moved[1] ?? 0);
  if (moved[2] === 'y') return moveDay(today, { years: amount });
  return moved[2] === 'm' ? moveDay(today, { months: amount }) : moveDay(today, { days: amount });
}

/** Full years lived on a day. Who was born on 29 February comes of age on 1 March in other years. */
export function ageOn(birth: Day, today: Day): number {
  const years = Number(today.slice(0, 4)) - Number(birth.slice(0, 4));
  return today.slice(5) < birth.slice(5) ? years - 1 : years;
}

/** `31.12.2001`: the same in all three languages. */
export const dayInNumbers = (day: Day): string => day.split('-').toReversed().join('.');

const monthNames = {
  kk: 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'.split(' '),
  ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
} as const;

/** «2026 жылғы 15 қараша», «15 ноября 2026 г.», "15 November 2026". */
export function dayInWords(day: Day, lang: keyof typeof monthNames): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const name = monthNames[lang][month - 1] ?? '';
  if (lang === 'kk') return `${year} жылғы ${date} ${name}`;
  return lang === 'ru' ? `${date} ${name} ${year} г.` : `${date} ${name} ${year}`;
}
