import type { Who } from './access-scene.ts';

/** A button of volunteering, or a command: what it does, what it carries, and who may press it. */
export interface Row {
  act: string;
  press: string;
  may: readonly Who[];
  /** Words that whoever may sees, in English. */
  shows: string;
  /** Is something stored by it? `own`: for some, and then only of their own. */
  changes: boolean | 'own';
  /** The sentences of the refusal, one of which everybody else hears. */
  refused: readonly string[];
  /** Everybody who may has things of their own behind it; nothing of the volunteer but for these. */
  sees: readonly Who[];
}

/** Who may: the volunteer, and another one. */
export const V = ['the volunteer'] as const;
export const W = ['another volunteer of P1'] as const;
/** Who looks after the volunteers of P1. */
export const lead = ['coordinator of P1', 'coordinator of B', 'coordinator of A'] as const;
/** Who sees to its candidates, briefing and preparation. */
export const choose = [...lead, 'administrator'] as const;
const coordinators = [...lead, 'coordinator of P2', 'coordinator of C'] as const;
/** Who corrects the list of where to go, and who chooses volunteers anywhere. */
export const keepers = [...coordinators, 'administrator'] as const;

/** A table's lines: what it does, the button, what is seen then; `stores`: it changes something. */
type Line = readonly [act: string, press: string, shows: string, stores?: 'stores'];

/** Lines of the table for those who may, as rows; `more` in place of what is usual. */
export function rows(may: readonly Who[], lines: readonly Line[], more: Partial<Row> = {}): Row[] {
  return lines.map(([act, press, shows, stores]) => ({
    ...{ act, press, may, shows, sees: may, refused: ['vol-refused'], changes: stores === 'stores' },
    ...more,
  }));
}
