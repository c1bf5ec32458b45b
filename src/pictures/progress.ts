import { draw } from './draw.ts';
import { fitLines } from './fit.ts';
import { type Font, font } from './font.ts';
import { heading } from './heading.ts';
import { block, legend, lettering } from './lettering.ts';
import { margin, palette, width } from './palette.ts';
import { percent } from './shares.ts';

/** How far something was at the start and is at the end, as shares from 0 to 1. */
export interface ProgressRow {
  label: string;
  start: number;
  end: number;
}

/** All words come in the reader's language. */
export interface Progress {
  title: string;
  subtitle: string;
  words: { start: string; end: string };
  rows: ProgressRow[];
}

/** Sizes in pixels; `gap` parts the two bars of a row, `after` one row from the next. */
const row = { name: 25, line: 31, lines: 2, bar: 22, gap: 4, after: 14, number: 22 };
/** Room at the right of a whole bar for "100 %". */
const value = 88;

const inner = width - 2 * margin;
const longest = inner - value;

/**
 * Draws two bars per criterion, start above end, the name above both and the shares at their right. Rows stay in the order
 * given.
 *
 * @returns a PNG, 720 pixels wide; eight rows are at most 1,280 high, what Telegram shows without shrinking
 * @throws when a share is not between 0 and 1
 */
export async function drawProgress(progress: Progress): Promise<Uint8Array> {
  const [letters] = await Promise.all([
    font(),
    import('echarts/lib/component/graphic'),
    import('echarts/lib/component/title'),
  ]);
  const { option, height } = progressOption(letters, progress);
  return draw(option, height);
}

function progressOption(font: Font, { rows, words, ...texts }: Progress) {
  const head = heading(font, texts);
  const meanings = [
    { word: words.start, color: palette.notYet.fill },
    { word: words.end, color: palette.done.fill },
  ];
  let bottom = head.height + 56;
  const drawn = rows.flatMap(({ label, start, end }) => {
    const lines = fitLines(font, label, row.name, inner, row.lines);
    const name = bottom + row.line / 2;
    const first = bottom + lines.length * row.line + 2;
    const second = first + row.bar + row.gap;
    bottom = second + row.bar + row.after;
    return [
      ...lines.map((text, line) => lettering({ text, x: margin, y: name + line * row.line, size: row.name })),
      ...bar(start, first, palette.notYet.fill),
      ...bar(end, second, palette.done.fill),
    ];
  });
  const option = {
    title: head.title,
    graphic: { elements: [...legend(font, meanings, head.height + 24), ...drawn] },
  };
  return { option, height: bottom - row.after + margin };
}

/** A bar on the grey of the whole, and its share. */
function bar(share: number, y: number, color: string) {
  const text = percent(share);
  return [
    block({ x: margin, y, width: longest, height: row.bar }, palette.empty),
    block({ x: margin, y, width: longest * share, height: row.bar }, color),
    lettering({ text, x: width - margin, y: y + row.bar / 2, size: row.number, bold: true, align: 'right' }),
  ];
}
