import { moveDay } from './dates.ts';
import type { Day } from './dates.ts';

/** Days between giving notice and leaving, unless agreed otherwise (volunteering-manual-birgemiz-bilim, annex 2, item 3.10). */
export const usualNotice = 14;

/** The first day that can be the last one when notice of so many days is given today. */
export const earliestLastDay = (today: Day, noticeDays: number): Day => moveDay(today, { days: noticeDays });

/** How far ahead a last day can be said. Ours. */
export const latestLastDay = (today: Day): Day => moveDay(today, { years: 1 });
