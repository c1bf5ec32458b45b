import type { Day } from './dates.ts';

/** Which day of the week: 0 is Monday. */
export const weekdayOf = (day: Day): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;

/** Made once for each language: making one takes long. */
const names = { kk: namesIn('kk'), ru: namesIn('ru'), en: namesIn('en') };

function namesIn(language: string): readonly string[] {
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' });
  // 1 January 2024 was a Monday.
  return Array.from({ length: 7 }, (_, day) => weekday.format(Date.UTC(2024, 0, day + 1)));
}

/** The seven days from Monday on, short: «дс», «пн», "Mon". */
export const weekdayNames = (language: keyof typeof names): readonly string[] => names[language];
