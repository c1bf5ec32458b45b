import { fitLines } from './fit.ts';
import { font, fontFamily, fontFiles } from './font.ts';
import { palette } from './palette.ts';

/** All words come in the reader's language; nothing of it is what people wrote themselves. */
export interface DeedCard {
  /** What it is of: «BIRGEMIZ BILIM». */
  head: string;
  /** What was done, and in which direction. */
  what: string;
  direction: string;
  /** Two at most: how much, and of what. */
  figures: readonly { value: string; word: string }[];
  /** When. */
  month: string;
  /** Who shows it: «Игі істер күнделігі». */
  foot: string;
}

/** A square, as social networks show it whole. In pixels. */
const side = 1080;
const edge = 84;
const inner = side - 2 * edge;

const color = { ground: '#00476f', panel: palette.done.fill, light: '#ffffff', warm: palette.notYet.fill };

/**
 * Draws a good deed as a card for social networks. It is no chart: its few shapes are written as SVG here.
 *
 * @returns a PNG of 1080 × 1080 pixels
 */
export async function drawDeedCard(card: DeedCard): Promise<Uint8Array> {
  const [letters, { renderAsync }] = await Promise.all([font(), import('@resvg/resvg-js')]);
  const lines = (text: string, size: number, most: number) => fitLines(letters, text, size, inner, most);
  const what = lines(card.what, 76, 3);
  const direction = lines(card.direction, 42, 2);
  const below = 330 + what.length * 92;
  const panel = 720;
  const texts = [
    ...column(lines(card.head, 52, 1), { x: edge, y: 130, size: 52, step: 0, fill: color.warm, bold: true }),
    ...column(what, { x: edge, y: 330, size: 76, step: 92, fill: color.light, bold: true }),
    ...column(direction, { x: edge, y: below, size: 42, step: 54, fill: color.light }),
    ...card.figures.flatMap(({ value, word }, index) => {
      const x = edge + 40 + index * (inner / 2);
      const room = inner / 2 - 60;
      return [
        ...column(fitLines(letters, value, 92, room, 1), {
          x,
          y: panel + 84,
          size: 92,
          step: 0,
          fill: color.light,
          bold: true,
        }),
        ...column(fitLines(letters, word, 36, room, 1), { x, y: panel + 160, size: 36, step: 0, fill: color.light }),
      ];
    }),
    ...column(lines(`${card.month} · ${card.foot}`, 36, 1), { x: edge, y: 1000, size: 36, step: 0, fill: color.light }),
  ];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}">
    <rect width="${side}" height="${side}" fill="${color.ground}"/>
    <rect x="${edge}" y="190" width="120" height="12" rx="6" fill="${color.warm}"/>
    ${card.figures.length > 0 ? `<rect x="${edge}" y="${panel}" width="${inner}" height="210" rx="28" fill="${color.panel}"/>` : ''}
    ${texts.join('\n')}</svg>`;
  // Only our own font, as in all pictures: nothing is searched for on the disk.
  const image = await renderAsync(svg, { font: { fontFiles, defaultFontFamily: fontFamily, loadSystemFonts: false } });
  return image.asPng();
}

interface Column {
  x: number;
  /** Middle of the first line, and from line to line. */
  y: number;
  step: number;
  size: number;
  fill: string;
  bold?: boolean;
}

const column = (lines: readonly string[], { x, y, step, size, fill, bold = false }: Column): string[] =>
  lines.map(
    (text, line) =>
      `<text dominant-baseline="central" x="${x}" y="${y + line * step}" font-family="${fontFamily}" font-size="${size}px" font-weight="${bold ? 700 : 400}" fill="${fill}" xml:space="preserve">${escapeXml(text)}</text>`,
  );

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (mark) => marks[mark] ?? mark);
