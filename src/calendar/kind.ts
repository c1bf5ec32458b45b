import type { Weekday } from '../rules/weeks.ts';

/** One text in all languages. */
export type Texts = { kk: string; ru: string; en: string };

/** When a periodic kind is due on its day; without `time` the whole day is in time. `HH:MM`, Asia/Almaty. */
interface AtTime {
  time?: string;
}

/** When something is due. `after`: not within the period it is about but in the next one. */
export type Due =
  | ({ is: 'yearly'; month: number; day: number; after: boolean } & AtTime)
  | ({ is: 'weekly'; weekday: Weekday } & AtTime)
  | ({ is: 'monthly'; day: number | 'last'; after: boolean } & AtTime)
  | ({ is: 'quarterly'; day: number | 'last'; after: boolean } & AtTime)
  | { is: 'event'; event: string; count: number; unit: 'days' | 'working-days' | 'months' | 'years' };

/**
 * One rung of a ladder: so many days from the due day at a local time (`HH:MM`, Asia/Almaty), or so many hours from the
 * due moment. The label is the rung as the file has it: `-30d`, `-2d 18:00`, `-1h`.
 */
export type Rung =
  | { is: 'day'; label: string; days: number; time: string }
  | { is: 'hour'; label: string; hours: number };

/** One thing that is owed by a date, as `content/calendar.yaml` describes it. */
export interface Kind {
  id: string;
  programme: string;
  /** The document and the place in it; null where the kind is ours. */
  source: string | null;
  /** Why we set it; null where a document does. */
  ours: string | null;
  title: Texts;
  why: Texts;
  owes: { role: string; at: string[]; as: 'person' | 'organisation'; having: string | null };
  due: Due;
  ladder: Rung[];
  slips: { tell: string[]; ladder: Rung[] } | null;
  list: { tell: string[]; ladder: Rung[] } | null;
  opens: string;
  fulfilled: { event: string; hours?: number } | { form: string };
}

/** Something that happens and is recorded: a kind is due after it, or fulfilled by it. */
export interface Happening {
  id: string;
  title: Texts;
  /** For whom it is recorded, and who then owes what follows from it. */
  about: 'person' | 'organisation';
  /** The roles that may record it for somebody else; without any it comes from the one who owes it. */
  record: string[];
}

/** Every kind and every event by its id, in the file's order; `hash` changes with any of them. */
export interface Calendar {
  kinds: ReadonlyMap<string, Kind>;
  events: ReadonlyMap<string, Happening>;
  hash: string;
}
