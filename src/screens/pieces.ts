const segmenter = new Intl.Segmenter();

/** The beginning of a text, and how much was left away. */
interface Cut {
  /** With `…` at its end where something was left away. */
  start: string;
  /** Characters as people see them: of the whole text, and of what was left away. */
  length: number;
  rest: number;
}

/**
 * Cuts a text to at most so many UTF-16 units, as messengers count them: at a blank if one is near, and never inside of
 * what people see as one character.
 */
export function cutAt(text: string, most: number): Cut {
  const letters = lettersOf(text);
  if (text.length <= most) return { start: text, length: letters.length, rest: 0 };
  const kept = beginning(letters, most - 1);
  return { start: `${kept.join('').trimEnd()}…`, length: letters.length, rest: letters.length - kept.length };
}

/** The whole text in pieces of at most so many UTF-16 units, cut in the same way. At least one. */
export function inPieces(text: string, most: number): string[] {
  const pieces: string[] = [];
  let left = lettersOf(text);
  do {
    const piece = sizeOf(left) <= most ? left : beginning(left, most);
    pieces.push(piece.join('').trim());
    left = left.slice(piece.length);
  } while (left.length > 0);
  return pieces;
}

/** No emoji has more units; what has is a letter with marks heaped upon it, and may be cut anywhere. */
const largest = 40;

const lettersOf = (text: string): string[] =>
  [...segmenter.segment(text)].flatMap(({ segment }) => (segment.length > largest ? [...segment] : [segment]));

const sizeOf = (letters: readonly string[]): number => letters.reduce((sum, letter) => sum + letter.length, 0);

/** As many letters as fit, back to a blank if there is one in the last fifth; at least one. */
function beginning(letters: readonly string[], most: number): string[] {
  let size = 0;
  let count = 0;
  for (const letter of letters) {
    if (size + letter.length > most) break;
    size += letter.length;
    count += 1;
  }
  const blank = letters.slice(0, count).findLastIndex((letter) => /\s/.test(letter));
  return letters.slice(0, Math.max(1, blank > count * 0.8 ? blank : count));
}
