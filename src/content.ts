import { join } from 'node:path';
import { loadHolidays } from './calendar/holidays.ts';
import { loadCalendar } from './calendar/load.ts';
import type { Birge } from './context.ts';
import { opens } from './deadlines/opens.ts';
import { loadForms } from './forms/index.ts';
import { formOf } from './label/form.ts';
import { loadInstrument } from './label/instrument.ts';
import { centreKinds } from './rules/label-codes.ts';
import { readVolunteering } from './volunteers/content.ts';
import { readWords } from './words.ts';

/** What people who write no code give Birge. */
export type Content = Pick<Birge, 'forms' | 'calendar' | 'holidays' | 'label' | 'volunteering' | 'say'>;

/**
 * Reads and checks all content of a folder: forms, the quality label, calendar, holidays, sentences. Throws with file,
 * place, value and fix: something broken must not come up half.
 */
export function readContent(folder: string): Content {
  const label = loadInstrument(join(folder, 'jastar-belgisi.yaml'));
  const ofLabel = centreKinds.map((kind) => formOf(label, kind));
  const forms = new Map([...loadForms(join(folder, 'forms')), ...ofLabel.map((form) => [form.id, form] as const)]);
  const known = { opens, forms: new Set(forms.keys()) };
  return {
    forms,
    label,
    calendar: loadCalendar(join(folder, 'calendar.yaml'), known),
    holidays: loadHolidays(join(folder, 'holidays.yaml')),
    volunteering: readVolunteering(folder, forms),
    say: readWords(join(folder, 'locales')),
  };
}
