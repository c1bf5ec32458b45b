import { draw } from './draw.ts';
import { fitLines } from './fit.ts';
import type { Font } from './font.ts';
import { font } from './font.ts';
import { heading } from './heading.ts';
import { margin, palette, width } from './palette.ts';

/** How many of a centre's people (`of`) have done what was owed (`done`, from 0 to `of`). */
export interface DoneRow {
  label: string;
  done: number;
  of: number;
}

/** All words come in the reader's language. */
export interface DoneList {
  title: string;
  subtitle: string;
  /** Names of the two colours: «Бағаланды», «Әлі жоқ». */
  words: { done: string; notYet: string };
  rows: DoneRow[];
  /** Label of the row that sums up n further rows. */
  rest: (n: number) => string;
}

/** Centres with a row of their own; one more row holds the sum of the others. */
const most = 40;

/**
 * Sizes in pixels, by the number of rows. Telegram offers pictures whose longer side is 1,280 and, on opening, 2,560:
 * up to 18 rows fit into the first, 41 into the second, and few rows use the room for large letters and second lines of
 * names. `row` is without the lines of the name.
 */
const sizes = [
  { upTo: 8, row: 59, name: 28, line: 34, lines: 2, bar: 40, number: 26 },
  { upTo: 13, row: 46, name: 25, line: 30, lines: 1, bar: 34, number: 23 },
] as const;
const smallest = { row: 30, name: 22, line: 26, lines: 1, bar: 24, number: 19 };

const inner = width - 2 * margin;

/**
 * Draws one bar per centre: the part that is done, the part that is not yet, with their numbers; the name above it, and
 * "7 / 12" at its right. All bars have the same length, for a share shows how far a small centre is as well as a large one.
 * Rows stay in the order given; of more than 41, the first 40 are shown and the others summed into one.
 *
 * @returns a PNG, 720 pixels wide, at most 2,560 high
 */
export async function drawDone(list: DoneList): Promise<Uint8Array> {
  const [letters] = await Promise.all([
    font(),
    import('echarts/lib/chart/bar'),
    import('echarts/lib/component/gridSimple'),
    import('echarts/lib/component/legendPlain'),
    import('echarts/lib/component/title'),
  ]);
  const { option, height } = doneOption(letters, list);
  return draw(option, height);
}

function doneOption(font: Font, { rows: given, rest, words, ...texts }: DoneList) {
  const rows = summedUp(given, rest);
  const size = sizes.find(({ upTo }) => rows.length <= upTo) ?? smallest;
  const names = rows.map((row) => fitLines(font, row.label, size.name, roomForName(font, row, size.name), size.lines));
  const rowHeight = size.row + size.line * Math.max(1, ...names.map(({ length }) => length));
  const head = heading(font, texts);
  const top = head.height + 62;
  const height = top + rows.length * rowHeight + 20;
  const axis = {
    type: 'category',
    inverse: true,
    data: rows.map((_, index) => index),
    axisLine: { show: false },
    axisTick: { show: false },
  };
  // An axis label stands at the middle of its bar; lifted by half the bar, it stands above it.
  const above = {
    inside: true,
    interval: 0,
    margin: 0,
    color: palette.ink,
    fontSize: size.name,
    lineHeight: size.line,
    verticalAlign: 'bottom',
    padding: [0, 0, size.bar / 2 + 1, 0],
  };
  const part = (of: 'done' | 'notYet') => ({
    type: 'bar',
    name: words[of],
    stack: 'all',
    barWidth: size.bar,
    itemStyle: { color: palette[of].fill },
    showBackground: of === 'done',
    backgroundStyle: { color: palette.empty },
    data: rows.map((row) => partOf(font, size.number, of === 'done' ? row.done : row.of - row.done, row.of)),
    label: { fontSize: size.number, fontWeight: 700, color: palette[of].ink },
  });
  const option = {
    title: head.title,
    legend: {
      left: margin,
      top: head.height + 10,
      padding: 0,
      itemGap: 28,
      itemWidth: 26,
      itemHeight: 26,
      selectedMode: false,
      textStyle: { color: palette.ink, fontSize: 24 },
      data: [words.done, words.notYet].map((word) => ({ name: word, icon: 'roundRect' })),
    },
    // A bar lies in the middle of its row; all are moved down, so that it is the row's lower part, under the name.
    grid: {
      left: margin,
      right: margin,
      top: top + (rowHeight - size.bar) / 2 - 4,
      height: rows.length * rowHeight,
      outerBoundsMode: 'none',
    },
    xAxis: { type: 'value', min: 0, max: 1, show: false },
    yAxis: [
      { ...axis, axisLabel: { ...above, align: 'left', formatter: byIndex(names.map((lines) => lines.join('\n'))) } },
      {
        ...axis,
        position: 'right',
        axisLabel: { ...above, align: 'right', fontWeight: 700, formatter: byIndex(rows.map(score)) },
      },
    ],
    series: [part('done'), part('notYet')],
  };
  return { option, height };
}

const score = ({ done, of }: DoneRow): string => `${done} / ${of}`;

const roomForName = (font: Font, row: DoneRow, size: number): number => inner - 24 - font.widthOf(score(row), size);

const byIndex = (texts: string[]) => (index: string) => texts[Number(index)] ?? '';

/** A part of a bar, with its number where there is room for it. */
function partOf(font: Font, size: number, count: number, of: number) {
  const share = of > 0 ? count / of : 0;
  const fits = count > 0 && font.widthOf(String(count), size) + 8 <= share * inner;
  return { value: share, label: { show: fits, formatter: () => String(count) } };
}

function summedUp(rows: DoneRow[], rest: DoneList['rest']): DoneRow[] {
  if (rows.length <= most + 1) return rows;
  const others = rows.slice(most);
  const sum = (of: 'done' | 'of'): number => others.reduce((total, row) => total + row[of], 0);
  return [...rows.slice(0, most), { label: rest(others.length), done: sum('done'), of: sum('of') }];
}
