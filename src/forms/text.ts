import { problem } from './outcome.ts';
import type { Problem } from './outcome.ts';

/** Marks that only steer the direction or are not seen at all; joiners stay, because emoji and scripts need them. */
const invisible = /[\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;
const control = /[\p{Cc}--[\n\t]]/gv;
const nothingToSee = /^[\p{White_Space}\p{Default_Ignorable_Code_Point}\u2800]*$/u;

/** What a person typed, ready to be stored: one Unicode form, no control characters, trimmed; only blanks become ''. */
export function clean(text: string): string {
  const seen = text.toWellFormed().normalize('NFC').replace(/\r\n?/g, '\n').replace(control, '').replace(invisible, '');
  return nothingToSee.test(seen) ? '' : seen.trim();
}

/** The same on one line. */
export const oneLine = (text: string): string => clean(text).replace(/\s+/g, ' ');

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Characters as a person counts them: an emoji family is one. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of segmenter.segment(text)) length += 1;
  return length;
}

/** The text if it is short enough, otherwise its beginning; never half a character. */
export function cut(text: string, longest: number): string {
  if (lengthOf(text) <= longest) return text;
  const letters = [...segmenter.segment(text)].map(({ segment }) => segment);
  return `${letters.slice(0, longest - 1).join('')}…`;
}

/** The problem of a text's length, if it has one; lengths in characters as people count them. */
export function lengthProblem(text: string, min: number, max: number): Problem | undefined {
  if (text === '') return problem('empty');
  const length = lengthOf(text);
  if (length > max) return problem('too-long', { length, max });
  return length < min ? problem('too-short', { length, min }) : undefined;
}

/** Letters that people type in place of others: phones often lack the Kazakh ones. */
const plain: Readonly<Record<string, string>> = {
  ә: 'а',
  ғ: 'г',
  қ: 'к',
  ң: 'н',
  ө: 'о',
  ұ: 'у',
  ү: 'у',
  һ: 'х',
  і: 'и',
  ё: 'е',
};

/** Two texts as a person compares them: without case, spaces, Kazakh letters' marks, a tick in front or a stop at the end. */
export function sameText(one: string, other: string): boolean {
  return comparable(one) === comparable(other);
}

const comparable = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^[✓✅•\s]+|[.!?…\s]+$/gu, '')
    .replace(/[әғқңөұүһіё]/g, (letter) => plain[letter] ?? letter)
    .replace(/\s+/g, ' ');
