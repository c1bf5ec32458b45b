import type { Paragraph } from '../docx-paragraphs.ts';
import { fill, linesPerPage } from './fill.ts';
import { linesOf } from './lines.ts';
import { tinos } from './tinos.ts';

/** How long a text is on paper. */
export interface Length {
  /** Pages in tenths: 2.6 is two pages and about six tenths of a third. */
  pages: number;
  /** Words on a full page of what people wrote; headings and other words of ours are not counted. */
  wordsPerPage: number;
}

/** Whether a letter keeps to the limit; `cut` is how many words to leave out. */
export type Verdict = { kind: 'fine' } | { kind: 'close' } | { kind: 'tooLong'; cut: number };

/** The limit of the letter of application, in pages (source: jastar-belgisi, item 15). */
export const limit = 3;
/** Ours: an estimate may err, so it warns a little before the limit and refuses a little after it. */
const closeFrom = 2.8;
const tooLongFrom = 3.2;
/** Words lie unevenly on lines, and the estimate is rounded: what is told to be cut brings this much less than the limit. */
const spare = 0.1;

/** Estimates how long paragraphs are on pages of their own, by the widths of their letters. */
export async function pagesOf(paragraphs: readonly Paragraph[]): Promise<Length> {
  const faces = await tinos();
  const measured = paragraphs.map((paragraph) => ({ ...paragraph, lines: linesOf(paragraph.runs, faces) }));
  const people = measured.filter(({ written }) => written);
  const words = people.reduce((sum, { runs }) => sum + wordsIn(runs), 0);
  const lines = people.reduce((sum, paragraph) => sum + paragraph.lines, 0);
  return {
    pages: Math.round(fill(measured) * 10) / 10,
    wordsPerPage: lines === 0 ? 0 : Math.round((words / lines) * linesPerPage),
  };
}

/**
 * What to say of a length: fine below 2.8 pages, close to the limit from there, too long from 3.2. Words to cut bring the
 * letter to three pages or a little less and are rounded up to tens, for they are an estimate, too.
 */
export function verdict({ pages, wordsPerPage }: Length): Verdict {
  if (pages < tooLongFrom) return { kind: pages < closeFrom ? 'fine' : 'close' };
  const tens = Math.ceil(((pages - limit + spare) * wordsPerPage) / 10);
  // A letter of names only has no words to count: something has to go all the same.
  return { kind: 'tooLong', cut: Math.max(1, tens) * 10 };
}

const wordsIn = (runs: Paragraph['runs']): number =>
  runs.reduce(
    (sum, { text, bold }) => sum + (bold ? 0 : text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length),
    0,
  );
