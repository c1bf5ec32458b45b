import { fitLine } from './fit.ts';
import { type Font, fontFamily } from './font.ts';
import { margin, palette, width } from './palette.ts';

/** A line of text at a place of the picture: `x` is its left edge, middle or right edge by `align`, `y` its middle. */
export interface Lettering {
  text: string;
  x: number;
  y: number;
  size: number;
  bold?: boolean;
  align?: 'left' | 'center' | 'right';
}

/** Text as an element of ECharts' graphic component; what people wrote is taken as it is, without marks of its own. */
export function lettering({ text, x, y, size, bold = false, align = 'left' }: Lettering) {
  return {
    type: 'text',
    silent: true,
    x,
    y,
    style: {
      text,
      fontSize: size,
      fontWeight: bold ? 700 : 400,
      fontFamily,
      fill: palette.ink,
      align,
      verticalAlign: 'middle',
    },
  };
}

/** A filled rectangle; `x` and `y` are its upper left corner. */
export function block(shape: { x: number; y: number; width: number; height: number; r?: number }, color: string) {
  return { type: 'rect', silent: true, shape, style: { fill: color } };
}

/** Half the picture's width each: a square of a colour and what it means. `y` is the middle of the line. */
export function legend(font: Font, meanings: { word: string; color: string }[], y: number) {
  const half = (width - 2 * margin) / 2;
  return meanings.flatMap(({ word, color }, index) => {
    const x = margin + index * half;
    return [
      block({ x, y: y - 13, width: 26, height: 26, r: 5 }, color),
      lettering({ text: fitLine(font, word, 24, half - 50), x: x + 36, y, size: 24 }),
    ];
  });
}
