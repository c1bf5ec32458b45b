import { draw } from './draw.ts';
import { fitLine } from './fit.ts';
import { type Font, font } from './font.ts';
import { heading } from './heading.ts';
import { block, legend, lettering } from './lettering.ts';
import { margin, palette, width } from './palette.ts';

/** Hours as a number for the bar's length, and as they are written. */
interface HoursRow {
  label: string;
  hours: number;
  value: string;
}

/** All words come in the reader's language. */
export interface MonthsAtAGlance {
  title: string;
  subtitle: string;
  /** Names of the two colours, and what stands above the second part. */
  words: { confirmed: string; notYet: string; directions: string };
  /** In order; `confirmed` is the part of the hours that somebody has confirmed. */
  months: readonly (HoursRow & { confirmed: number })[];
  directions: readonly HoursRow[];
}

/** Sizes in pixels: a line with name and hours, the bar below it, and what parts it from the next. */
const row = { line: 34, bar: 22, after: 14, size: 24 };
const inner = width - 2 * margin;

/**
 * Draws hours month by month as bars, their confirmed part first, and below them the hours of each direction. Bars of one
 * part are as long as their share of its longest one.
 *
 * @returns a PNG, 720 pixels wide; six months and seven directions are at most 1,280 high, what Telegram shows without shrinking
 */
export async function drawMonths(given: MonthsAtAGlance): Promise<Uint8Array> {
  const [letters] = await Promise.all([
    font(),
    import('echarts/lib/component/graphic'),
    import('echarts/lib/component/title'),
  ]);
  const { words, months, directions } = given;
  const head = heading(letters, given);
  const colors = [
    { word: words.confirmed, color: palette.done.fill },
    { word: words.notYet, color: palette.notYet.fill },
  ];
  const first = head.height + 56;
  const most = Math.max(...months.map(({ hours }) => hours));
  const drawn = rowsOf(letters, months, first, (y, { hours, confirmed }) => [
    bar(hours, most, y, palette.notYet.fill),
    bar(confirmed, most, y, palette.done.fill),
  ]);
  const second = first + months.length * heightOf;
  const longest = Math.max(...directions.map(({ hours }) => hours));
  const below =
    directions.length === 0
      ? { elements: [], height: 0 }
      : {
          elements: [
            lettering({
              text: fitLine(letters, words.directions, 26, inner),
              x: margin,
              y: second + 24,
              size: 26,
              bold: true,
            }),
            ...rowsOf(letters, directions, second + 48, (y, { hours }) => [bar(hours, longest, y, palette.quiet)]),
          ],
          height: 48 + directions.length * heightOf,
        };
  const elements = [...legend(letters, colors, head.height + 26), ...drawn, ...below.elements];
  return draw({ title: head.title, graphic: { elements } }, second + below.height + margin - row.after);
}

const heightOf = row.line + row.bar + row.after;

function rowsOf<Row extends HoursRow>(
  font: Font,
  rows: readonly Row[],
  top: number,
  bars: (y: number, row: Row) => ReturnType<typeof block>[],
) {
  return rows.flatMap((one, index) => {
    const y = top + index * heightOf;
    const room = inner - font.widthOf(one.value, row.size) - 20;
    return [
      lettering({ text: fitLine(font, one.label, row.size, room), x: margin, y: y + row.line / 2, size: row.size }),
      lettering({
        text: one.value,
        x: width - margin,
        y: y + row.line / 2,
        size: row.size,
        bold: true,
        align: 'right',
      }),
      // The foot from which bars grow is there where nothing was done, too.
      block({ x: margin, y: y + row.line, width: 3, height: row.bar }, palette.ink),
      ...bars(y + row.line, one),
    ];
  });
}

/** A bar of a value; `most` is as long as the picture is wide. */
function bar(value: number, most: number, y: number, color: string) {
  const unit = most > 0 ? (inner - 3) / most : 0;
  return block({ x: margin + 3, y, width: value * unit, height: row.bar }, color);
}
