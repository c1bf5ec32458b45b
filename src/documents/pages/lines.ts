import type { Paragraph } from '../docx-paragraphs.ts';
import { page, room } from '../docx-page.ts';
import type { Faces } from './tinos.ts';

/** What Tinos lacks is drawn by another font: emoji, mostly, which are about this wide, in parts of the size. */
const stranger = 1.3;
/** Widths are sums of fractions: a line that fits exactly must not break for a rounding. */
const tolerance = 0.01;

/** A piece that stays on one line; `gap` is the space after it, which may hang over the end of the line. */
interface Piece {
  letters: number[];
  width: number;
  gap: number;
}

/** How many lines a paragraph takes: broken at spaces and after dashes, and inside a word that is wider than a line. */
export function linesOf(runs: Paragraph['runs'], faces: Faces): number {
  let lines = 1;
  let end = 0;
  for (const { letters, width, gap } of piecesOf(runs, faces)) {
    if (end > 0 && end + width > room.width + tolerance) {
      lines += 1;
      end = 0;
    }
    if (width <= room.width + tolerance) end += width;
    else {
      for (const letter of letters) {
        if (end > 0 && end + letter > room.width + tolerance) {
          lines += 1;
          end = 0;
        }
        end += letter;
      }
    }
    end += gap;
  }
  return lines;
}

function piecesOf(runs: Paragraph['runs'], faces: Faces): Piece[] {
  const pieces: Piece[] = [];
  let piece: Piece = { letters: [], width: 0, gap: 0 };
  const close = (): void => {
    if (piece.letters.length > 0 || piece.gap > 0) pieces.push(piece);
    piece = { letters: [], width: 0, gap: 0 };
  };
  let before = '';
  for (const { character, bold } of charactersOf(runs)) {
    const width = widthOf(character, bold ? faces.bold : faces.regular);
    if (character === ' ') piece.gap += width;
    else {
      // A dash ends a piece when a letter follows it: "5–7" and "-5" stay whole.
      if (piece.gap > 0 || (/^[-–—]$/.test(before) && piece.letters.length > 1 && /\p{L}/u.test(character))) close();
      piece.letters.push(width);
      piece.width += width;
    }
    before = character;
  }
  close();
  return pieces;
}

const charactersOf = (runs: Paragraph['runs']) =>
  runs.flatMap(({ text, bold }) => [...text].map((character) => ({ character, bold })));

function widthOf(character: string, advance: Faces['regular']): number {
  // Joiners, variants and marks over a letter take no room of their own.
  if (/[\u200C\u200D\p{M}]/u.test(character)) return 0;
  return (advance(character) ?? stranger) * page.fontSize;
}
