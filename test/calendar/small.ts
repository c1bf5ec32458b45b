import { loadCalendar } from '../../src/calendar/load.ts';
import type { Calendar, Kind } from '../../src/calendar/kind.ts';

/** What the sample and the broken files may name. */
export const known = { opens: ['done', 'questionnaire'], forms: new Set(['weekly-report', 'plan']) };

/** A calendar with one kind of every shape. */
export const small = (): Calendar => loadCalendar('test/calendar/small.yaml', known);

export function kindOf(calendar: Calendar, id: string): Kind {
  const kind = calendar.kinds.get(id);
  if (!kind) throw new Error(`the sample has no kind "${id}"`);
  return kind;
}
