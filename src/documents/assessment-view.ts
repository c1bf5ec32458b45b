import { isDay, type Day } from '../rules/dates.ts';
import type { LevelId, Mark } from '../rules/label-codes.ts';

/** An indicator and what was answered; without a mark it is still open. */
export interface AssessedIndicator {
  number: number;
  /** Our short wording in the language of the report, with the numbers for this kind of centre. */
  text: string;
  mark?: Mark;
  /** Example of successful practice. */
  example?: string;
  /** Names of the photos and documents given as evidence. */
  files: string[];
  /** Who gave the answer that stands, and on which day in Almaty. */
  by?: string;
  day?: Day;
}

export interface AssessedCriterion {
  number: number;
  title: string;
  /** Share reached, from 0 to 1. */
  share: number;
  met: boolean;
  indicators: AssessedIndicator[];
  /** Positive trends; difficult questions that need additional attention. */
  trends?: string;
  difficult?: string;
}

/** An assessment as its report shows it: everything is given, nothing is reckoned. */
export interface AssessmentView {
  language: 'kk' | 'ru' | 'en';
  centre: string;
  by: 'centre' | 'experts';
  /** The day as of which the answers are shown. */
  day: Day;
  /** The level that the answers would give; null when none yet. */
  level: LevelId | null;
  criteria: AssessedCriterion[];
  /** A PNG: the radar of the criteria. */
  picture?: Uint8Array;
}

/** A share in whole per cent; a criterion that is not wholly reached never shows 100. */
export function percent(share: number): number {
  if (!(share >= 0 && share <= 1)) throw new Error('a share of an assessment is not between 0 and 1');
  return share < 1 ? Math.min(99, Math.round(share * 100)) : 100;
}

/** A day as people of Kazakhstan write it in short: 22.11.2026. */
export function shortDay(day: Day): string {
  if (!isDay(day)) throw new Error('an assessment has a day that is not YYYY-MM-DD');
  return day.split('-').toReversed().join('.');
}

/** Who answered and when, as far as it is known; empty when it is not. */
export const whoAndWhen = ({ by, day }: AssessedIndicator): string =>
  [by ?? '', day === undefined ? '' : shortDay(day)].filter((part) => part !== '').join(', ');
