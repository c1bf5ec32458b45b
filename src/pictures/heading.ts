import { fitLines } from './fit.ts';
import type { Font } from './font.ts';
import { margin, palette, width } from './palette.ts';

const large = { size: 34, line: 42 };
const small = { size: 24, line: 32 };

/** What a picture is and as of when: the upper edge of every picture. `height` is where the drawing may begin, in pixels. */
export function heading(font: Font, words: { title: string; subtitle: string }) {
  const titles = fitLines(font, words.title, large.size, width - 2 * margin, 2);
  const subtitles = fitLines(font, words.subtitle, small.size, width - 2 * margin, 2);
  const title = {
    text: titles.join('\n'),
    subtext: subtitles.join('\n'),
    left: margin,
    top: 24,
    padding: 0,
    itemGap: 6,
    textStyle: { color: palette.ink, fontSize: large.size, lineHeight: large.line, fontWeight: 700 },
    subtextStyle: { color: palette.quiet, fontSize: small.size, lineHeight: small.line },
  };
  return { title, height: 24 + titles.length * large.line + 6 + subtitles.length * small.line };
}
