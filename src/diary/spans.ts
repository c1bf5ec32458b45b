import type { Language } from '../store/talks.ts';
import { monthInWords } from '../rules/months.ts';
import type { Month } from '../rules/months.ts';

/** A month as a heading: «2026 жылғы қараша», «Ноябрь 2026 г.», "November 2026". */
export const monthHeading = (month: Month, language: Language): string => capital(monthInWords(month, language));

/** Months in a row as a heading: «2026 жылғы маусым – қараша», «Июнь – ноябрь 2026 г.»; a change of year names both. */
export function spanHeading(months: readonly Month[], language: Language): string {
  const [first = '', last = ''] = [months[0], months.at(-1)];
  const [from, until] = [monthInWords(first, language), monthInWords(last, language)];
  if (first.slice(0, 4) !== last.slice(0, 4)) return capital(`${from} – ${until}`);
  // The year stands once: before the months in Kazakh, behind them in Russian and English.
  const [begins, ends] = language === 'kk' ? [from, until.split(' ').at(-1) ?? ''] : [from.split(' ')[0] ?? '', until];
  return capital(`${begins} – ${ends}`);
}

const capital = (text: string): string => text.slice(0, 1).toLocaleUpperCase('kk') + text.slice(1);
