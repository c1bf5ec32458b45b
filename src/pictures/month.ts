import { draw } from './draw.ts';
import { fitLine } from './fit.ts';
import { type Font, font } from './font.ts';
import { heading } from './heading.ts';
import { block, lettering } from './lettering.ts';
import { margin, palette, width } from './palette.ts';

/** A day of the month. */
export interface MonthDay {
  /** Hours as a number for the colour, 0 or more, and as they are written; null: nothing was done on this day. */
  done: { hours: number; label: string } | null;
  /** A good deed is planned for it. */
  planned: boolean;
  today: boolean;
}

/** All words come in the reader's language. */
export interface MonthCalendar {
  title: string;
  subtitle: string;
  /** Seven, from Monday on. */
  weekdays: readonly string[];
  /** Which of them the first day is: 0 is Monday. */
  first: number;
  /** Every day of the month, in order. */
  days: readonly MonthDay[];
  words: { hours: string; planned: string; today: string };
}

/**
 * Colours by begun hours, the first that reaches as far. Neighbours differ in lightness, and letters stand out from each by
 * 4.5:1 at least.
 */
const shades = [
  { upTo: 2, name: '1–2', fill: '#d3e7f4', ink: palette.ink },
  { upTo: 4, name: '3–4', fill: '#8fc3e3', ink: palette.ink },
  { upTo: 6, name: '5–6', fill: palette.done.fill, ink: palette.done.ink },
] as const;
const strongest = { name: '7+', fill: '#003f63', ink: '#ffffff' };
/** Of days on which nothing was done. */
const border = '#c2c8d0';

const gap = 6;
const cell = { width: (width - 2 * margin - 6 * gap) / 7, height: 84, r: 10 };
/** Below the heading: names of weekdays; below the days: what colours, ring and frame mean. */
const room = { weekdays: 52, legend: 116 };

/**
 * Draws a month as a calendar: a cell for each day with its number and the hours done on it, the more the stronger its
 * colour; a ring where something is planned, a frame around today.
 *
 * @returns a PNG, 720 pixels wide, at most 920 high
 */
export async function drawMonth(month: MonthCalendar): Promise<Uint8Array> {
  const [letters] = await Promise.all([
    font(),
    import('echarts/lib/component/graphic'),
    import('echarts/lib/component/title'),
  ]);
  const head = heading(letters, month);
  const top = head.height + room.weekdays;
  const weeks = Math.ceil((month.first + month.days.length) / 7);
  const bottom = top + weeks * (cell.height + gap);
  const elements = [
    ...month.weekdays.map((name, column) =>
      lettering({ text: name, x: leftOf(column) + cell.width / 2, y: top - 22, size: 24, align: 'center' }),
    ),
    ...month.days.flatMap((day, index) => {
      const place = month.first + index;
      return dayCell(letters, day, index + 1, leftOf(place % 7), top + Math.floor(place / 7) * (cell.height + gap));
    }),
    ...legend(letters, month.words, bottom + 14),
  ];
  return draw({ title: head.title, graphic: { elements } }, bottom + room.legend);
}

const leftOf = (column: number): number => margin + column * (cell.width + gap);

function dayCell(font: Font, day: MonthDay, number: number, x: number, y: number) {
  const { done, planned, today } = day;
  const shade = done === null ? undefined : shadeOf(done.hours);
  const ink = shade?.ink ?? palette.ink;
  const shape = { x: x + 1, y: y + 1, width: cell.width - 2, height: cell.height - 2, r: cell.r };
  const around = { x: x - 1, y: y - 1, width: cell.width + 2, height: cell.height + 2, r: cell.r };
  return [
    shade ? block(shape, shade.fill) : outline(shape, border, 2),
    ...(today ? [outline(around, palette.ink, 4)] : []),
    inked(lettering({ text: String(number), x: x + 12, y: y + 22, size: 24, bold: today }), ink),
    ...(planned ? [ring(x + cell.width - 21, y + 22, ink)] : []),
    ...(done === null ? [] : [inked(hoursOf(font, done, x + cell.width / 2, y + 57), ink)]),
  ];
}

/** Large, or a little smaller where the number is long; one that is still too long is rounded. */
function hoursOf(font: Font, { hours, label }: NonNullable<MonthDay['done']>, x: number, y: number) {
  const size = font.widthOf(label, 30) <= cell.width - 16 ? 30 : 24;
  const text = font.widthOf(label, size) <= cell.width - 12 ? label : String(Math.round(hours));
  return lettering({ text: fitLine(font, text, size, cell.width - 12), x, y, size, bold: true, align: 'center' });
}

const shadeOf = (hours: number) => shades.find(({ upTo }) => hours <= upTo) ?? strongest;

/** Two lines: the colours with their hours; the ring and the frame. */
function legend(font: Font, words: MonthCalendar['words'], top: number) {
  const steps = [...shades, strongest];
  const first = margin + 190;
  const step = (width - margin - first) / steps.length;
  const second = top + 62;
  const half = (width - 2 * margin) / 2;
  return [
    lettering({ text: fitLine(font, words.hours, 24, first - margin - 12), x: margin, y: top + 17, size: 24 }),
    ...steps.flatMap(({ name, fill }, index) => [
      block({ x: first + index * step, y: top, width: 34, height: 34, r: 6 }, fill),
      lettering({ text: name, x: first + index * step + 44, y: top + 17, size: 24 }),
    ]),
    ring(margin + 12, second, palette.ink),
    lettering({ text: fitLine(font, words.planned, 24, half - 60), x: margin + 36, y: second, size: 24 }),
    outline({ x: margin + half + 2, y: second - 14, width: 28, height: 28, r: 5 }, palette.ink, 4),
    lettering({ text: fitLine(font, words.today, 24, half - 60), x: margin + half + 44, y: second, size: 24 }),
  ];
}

const ring = (cx: number, cy: number, color: string) => ({
  type: 'circle',
  silent: true,
  shape: { cx, cy, r: 9 },
  style: { fill: 'none', stroke: color, lineWidth: 4 },
});

const outline = (shape: Parameters<typeof block>[0], color: string, lineWidth: number) => ({
  type: 'rect',
  silent: true,
  shape,
  style: { fill: 'none', stroke: color, lineWidth },
});

const inked = (text: ReturnType<typeof lettering>, fill: string) => ({ ...text, style: { ...text.style, fill } });
