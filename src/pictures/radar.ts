import { draw } from './draw.ts';
import { fitLines } from './fit.ts';
import { type Font, font } from './font.ts';
import { heading } from './heading.ts';
import { block, legend, lettering } from './lettering.ts';
import { margin, palette, width } from './palette.ts';
import { percent } from './shares.ts';

/** All words come in the reader's language; shares are from 0 to 1. */
export interface Radar {
  title: string;
  subtitle: string;
  /** From the top on, clockwise; at least three. They are numbered from 1, as the criteria are. */
  axes: { label: string; share: number }[];
  /** A second shape over the first: its shares in the order of the axes, and what the two are called. */
  compare?: { shares: number[]; words: { first: string; second: string } };
}

/**
 * Sizes in pixels. Telegram shows up to 1,280 pixels of height without shrinking: eight names of two lines keep to it below
 * the longest heading, and only names that would not be understood otherwise take a third line.
 */
const radius = 190;
/** Room between the outermost ring and the edges of its part of the picture, for the numbers. */
const around = 44;
const row = { size: 24, line: 30, gap: 8, lines: 3 };
const numbers = 36;
/** Room for "100 %" and a gap; with two shapes also for a square of its colour. */
const value = { alone: 92, beside: 102 };

const colors = { first: palette.done.fill, second: palette.notYet.fill };
const inner = width - 2 * margin;

/**
 * Draws how far each criterion is reached: a radar whose axes bear numbers, and below it the names of these numbers with
 * their shares. Names beside the axes would have to be a few letters wide on a phone.
 *
 * @returns a PNG, 720 pixels wide
 * @throws when there are fewer than three axes, the second shape has another number of shares, or a share is none
 */
export async function drawRadar(radar: Radar): Promise<Uint8Array> {
  const [letters] = await Promise.all([
    font(),
    import('echarts/lib/chart/radar'),
    import('echarts/lib/component/radar'),
    import('echarts/lib/component/graphic'),
    import('echarts/lib/component/title'),
  ]);
  const { option, height } = radarOption(letters, radar);
  return draw(option, height);
}

function radarOption(font: Font, radar: Radar) {
  const { axes, compare } = radar;
  if (axes.length < 3) throw new Error('a radar needs at least three axes');
  if (compare && compare.shares.length !== axes.length)
    throw new Error('the second shape of a radar has another number of shares than it has axes');
  const head = heading(font, radar);
  const meanings = compare
    ? [
        { word: compare.words.first, color: colors.first },
        { word: compare.words.second, color: colors.second },
      ]
    : [];
  const middle = head.height + (compare ? 50 : 0) + around + radius;
  const list = listOf(font, radar, middle + radius + around + 10);
  const option = {
    title: head.title,
    graphic: { elements: [...legend(font, meanings, head.height + 26), ...list.elements] },
    radar: {
      center: [width / 2, middle],
      radius,
      startAngle: 90,
      clockwise: true,
      splitNumber: 4,
      splitArea: { show: false },
      splitLine: { lineStyle: { color: palette.empty, width: 2 } },
      axisLine: { lineStyle: { color: palette.empty, width: 2 } },
      axisNameGap: 16,
      axisName: { color: palette.ink, fontSize: 28, fontWeight: 700 },
      indicator: axes.map((_, index) => ({ name: String(index + 1), min: 0, max: 1 })),
    },
    series: [
      ...(compare ? [shape(compare.shares, colors.second)] : []),
      shape(
        axes.map(({ share }) => share),
        colors.first,
      ),
    ],
  };
  return { option, height: list.bottom + margin };
}

const shape = (shares: number[], color: string) => ({
  type: 'radar',
  silent: true,
  symbol: 'circle',
  symbolSize: 12,
  itemStyle: { color },
  lineStyle: { color, width: 4 },
  areaStyle: { color, opacity: 0.22 },
  data: [{ value: shares }],
});

/** The names of the axes with their shares, one below the other from `top` on. */
function listOf(font: Font, { axes, compare }: Radar, top: number) {
  const column = compare ? value.beside : value.alone;
  const room = inner - numbers - column * (compare ? 2 : 1);
  let bottom = top;
  const elements = axes.flatMap(({ label, share }, index) => {
    const lines = fitLines(font, label, row.size, room, row.lines);
    const y = bottom + row.line / 2;
    bottom += lines.length * row.line + row.gap;
    const right = width - margin;
    return [
      lettering({ text: String(index + 1), x: margin, y, size: row.size, bold: true }),
      ...lines.map((text, line) => lettering({ text, x: margin + numbers, y: y + line * row.line, size: row.size })),
      ...(compare
        ? [
            ...shareBeside(share, right - column, y, colors.first),
            ...shareBeside(compare.shares[index] ?? Number.NaN, right, y, colors.second),
          ]
        : [shareAt(share, right, y)]),
    ];
  });
  return { elements, bottom: bottom - row.gap };
}

const shareAt = (share: number, x: number, y: number) =>
  lettering({ text: percent(share), x, y, size: row.size, bold: true, align: 'right' });

const shareBeside = (share: number, right: number, y: number, color: string) => [
  block({ x: right - value.beside + 12, y: y - 7, width: 14, height: 14, r: 3 }, color),
  shareAt(share, right, y),
];
