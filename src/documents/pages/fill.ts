import { page, room } from '../docx-page.ts';

/** A paragraph by its measures only; `after` in points. */
export interface Measured {
  lines: number;
  after: number;
  keepNext: boolean;
}

/** Height of a line of Times New Roman in single spacing: its letters up and down and the gap that the font asks for. */
const line = ((1825 + 443 + 87) / 2048) * page.fontSize;
const tolerance = 0.01;

/** Lines of text that a full page has. */
export const linesPerPage = Math.floor(room.height / line);

/**
 * Fills pages as word processors do: a paragraph never leaves one line alone on either page, and what keeps with the next
 * one goes to its page.
 *
 * @returns pages as a fraction: 2.5 is two full pages and a half
 */
export function fill(paragraphs: readonly Measured[]): number {
  let pages = 0;
  let y = 0;
  const turn = (): void => {
    pages += 1;
    y = 0;
  };
  const fitting = (at: number): number => Math.floor((room.height - at + tolerance) / line);
  for (const [index, { lines, after }] of paragraphs.entries()) {
    if (y > 0 && chainHeight(paragraphs.slice(index)) > room.height - y + tolerance) turn();
    let left = lines;
    while (left > fitting(y)) {
      const stay = Math.min(fitting(y), left - 2);
      if (stay >= 2) left -= stay;
      turn();
    }
    y += left * line + after;
  }
  // Room after the last paragraph is not part of the text.
  const last = paragraphs.at(-1)?.after ?? 0;
  return pages + (y > 0 ? (y - last) / room.height : 0);
}

/** What must stand on one page from the first paragraph on: those that keep with the next, and the beginning of the next. */
function chainHeight(paragraphs: readonly Measured[]): number {
  const next = paragraphs.findIndex(({ keepNext }) => !keepNext);
  const chain = next < 0 ? paragraphs : paragraphs.slice(0, next);
  const kept = chain.reduce((sum, { lines, after }) => sum + lines * line + after, 0);
  const lines = next < 0 ? 0 : (paragraphs[next]?.lines ?? 0);
  // Two lines at least on either page: three or fewer cannot be parted.
  return kept + (lines < 4 ? lines : 2) * line;
}
