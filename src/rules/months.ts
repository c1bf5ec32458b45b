import { isDay, moveDay } from './dates.ts';
import type { Day } from './dates.ts';

/** A calendar month as `YYYY-MM`. Months compare as texts: `a < b` means a comes first. */
export type Month = string;

/** Is it a month of the calendar, written `YYYY-MM`? */
export const isMonth = (text: string): boolean => /^\d{4}-\d{2}$/.test(text) && isDay(`${text}-01`);

/** The month in which a day lies. */
export const monthOf = (day: Day): Month => day.slice(0, 7);

/** So many months later, earlier with a negative number. */
export const moveMonth = (month: Month, months: number): Month => monthOf(moveDay(`${month}-01`, { months }));

/** Its first and its last day. */
export const daysOf = (month: Month): { from: Day; until: Day } => ({
  from: `${month}-01`,
  until: moveDay(`${moveMonth(month, 1)}-01`, { days: -1 }),
});

const names = {
  kk: 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'.split(' '),
  ru: 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
} as const;

/** «2026 жылғы қараша», «ноябрь 2026 г.», "November 2026". */
export function monthInWords(month: Month, lang: keyof typeof names): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const name = names[lang][number - 1] ?? '';
  if (lang === 'kk') return `${year} жылғы ${name}`;
  return lang === 'ru' ? `${name} ${year} г.` : `${name} ${year}`;
}
