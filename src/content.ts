import { join } from 'node:path';
import { loadHolidays } from './calendar/holidays.ts';
import { loadCalendar } from './calendar/load.ts';
import type { Birge } from './context.ts';
import { opens } from './deadlines/opens.ts';
import { loadForms } from './forms/index.ts';
import { readWords } from './words.ts';

/** What people who write no code give Birge. */
export type Content = Pick<Birge, 'forms' | 'calendar' | 'holidays' | 'say'>;

/**
 * Reads and checks all content of a folder: forms, calendar, holidays, sentences. Throws with file, place, value and fix:
 * something broken must not come up half.
 */
export function readContent(folder: string): Content {
  const forms = loadForms(join(folder, 'forms'));
  const known = { opens, forms: new Set(forms.keys()) };
  return {
    forms,
    calendar: loadCalendar(join(folder, 'calendar.yaml'), known),
    holidays: loadHolidays(join(folder, 'holidays.yaml')),
    say: readWords(join(folder, 'locales')),
  };
}
