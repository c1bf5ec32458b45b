/** Width of a line in points at a size in points. */
export type WidthOf = (text: string, size: number) => number;

/** Lines as large as they may be. */
export interface Fitted {
  size: number;
  lines: string[];
}

const segmenter = new Intl.Segmenter();

/**
 * A text in at most so many lines, as large as fits into the width. Lines break at blanks, and inside of a word only if it is
 * longer than a line. What does not even fit in the smallest size loses its end.
 */
export function fit(
  text: string,
  widthOf: WidthOf,
  room: { width: number; lines: number; largest: number; smallest: number },
): Fitted {
  for (let size = room.largest; size > room.smallest; size -= 1) {
    const lines = broken(text, (line) => widthOf(line, size) <= room.width, false);
    if (lines !== undefined && lines.length <= room.lines) return { size, lines };
  }
  const size = room.smallest;
  const lines = broken(text, (line) => widthOf(line, size) <= room.width, true) ?? [];
  const kept = lines.slice(0, room.lines);
  if (lines.length > room.lines) {
    const letters = lettersOf(kept.at(-1) ?? '');
    while (letters.length > 0 && widthOf(`${letters.join('')}…`, size) > room.width) letters.pop();
    kept[kept.length - 1] = `${letters.join('').trimEnd()}…`;
  }
  return { size, lines: kept };
}

/** The lines of a text; undefined: a word is wider than a line, and words must not be cut. */
function broken(text: string, fits: (line: string) => boolean, cutting: boolean): string[] | undefined {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    if (fits(word)) continue;
    if (!cutting) return undefined;
    const pieces = cut(word, fits);
    line = pieces.pop() ?? '';
    lines.push(...pieces);
  }
  return [...lines, line];
}

/** A word in pieces that fit, at least a letter each. */
function cut(word: string, fits: (line: string) => boolean): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const letter of lettersOf(word)) {
    if (piece !== '' && !fits(piece + letter)) {
      pieces.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return [...pieces, piece];
}

const lettersOf = (text: string): string[] => [...segmenter.segment(text)].map(({ segment }) => segment);
