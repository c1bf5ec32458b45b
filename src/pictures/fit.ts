import type { Font } from './font.ts';

const segmenter = new Intl.Segmenter();

/** The letters of one line as people see them. What the font cannot draw (emoji) is left out rather than drawn as a box. */
function letters(font: Font, text: string): string[] {
  const line = [...text.normalize('NFC')]
    .map((character) => (/\s/u.test(character) ? ' ' : character))
    .filter((character) => font.has(character) && !/[\p{C}\p{Zl}\p{Zp}\uFE00-\uFE0F]/u.test(character))
    .join('')
    .replace(/ +/g, ' ')
    .trim();
  return [...segmenter.segment(line)].map(({ segment }) => segment);
}

/**
 * One line that is at most `width` pixels wide at a font size in pixels. A text that is too long loses its middle:
 * names of centres differ at the beginning (whose) and at the end (where).
 */
export function fitLine(font: Font, text: string, size: number, width: number): string {
  const all = letters(font, text);
  const cut = (kept: number): string => {
    const tail = Math.floor(kept * 0.4);
    return `${all
      .slice(0, kept - tail)
      .join('')
      .trimEnd()}…${all
      .slice(all.length - tail)
      .join('')
      .trimStart()}`;
  };
  if (font.widthOf(all.join(''), size) <= width) return all.join('');
  let kept = all.length - 1;
  while (kept > 0 && font.widthOf(cut(kept), size) > width) kept -= 1;
  return cut(kept);
}

/** The text broken between words into at most `most` lines; what is left over is shortened into the last one. */
export function fitLines(font: Font, text: string, size: number, width: number, most: number): string[] {
  const words = letters(font, text).join('').split(' ');
  const lines: string[] = [];
  while (words.length > 0 && lines.length < most - 1) {
    let count = 1;
    while (count < words.length && font.widthOf(words.slice(0, count + 1).join(' '), size) <= width) count += 1;
    lines.push(fitLine(font, words.splice(0, count).join(' '), size, width));
  }
  if (words.length > 0) lines.push(fitLine(font, words.join(' '), size, width));
  return lines;
}
