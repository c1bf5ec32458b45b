import { font } from '../../src/pictures/font.ts';

/** A line of text as the SVG has it, with the box that its letters fill, in pixels. */
export interface DrawnText {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'", '#160': '\u00A0' };
const plain = (xml: string): string => xml.replaceAll(/&([\w#]+);/g, (all, name: string) => entities[name] ?? all);

/** Every text of an SVG of ECharts in the order in which it is read: its place, and the room it takes by its font's widths. */
export async function drawnTexts(svg: string): Promise<DrawnText[]> {
  const letters = await font();
  const texts = [...svg.matchAll(/<text ([^>]*)>([^<]*)<\/text>/g)].map(([, attributes = '', content = '']) => {
    const named = (name: string): string =>
      new RegExp(`(?:^|[\\s;"])${name}[=:]"?([^";]+)`).exec(attributes)?.[1] ?? '';
    const moved = /translate\(([-\d.]+)[ ,]([-\d.]+)\)/.exec(attributes);
    const x = Number(named('x') || 0) + Number(moved?.[1] ?? 0);
    const y = Number(named('y') || 0) + Number(moved?.[2] ?? 0);
    const size = Number.parseFloat(named('font-size'));
    const text = plain(content);
    const width = letters.widthOf(text, size);
    const left = { start: x, middle: x - width / 2, end: x - width }[named('text-anchor') || 'start'] ?? Number.NaN;
    // Lines are set by their middle; letters with their strokes up and down take little more than the size.
    const middle = named('dominant-baseline') === 'central' ? y : y - 0.35 * size;
    return { text, left, right: left + width, top: middle - size / 2, bottom: middle + size / 2 };
  });
  // Half a pixel is no difference: it comes from the rounding of angles.
  const line = ({ top, bottom }: DrawnText): number => Math.round((top + bottom) / 2);
  return texts.toSorted((one, other) => line(one) - line(other) || one.left - other.left);
}

/** Pairs of texts whose boxes share room, and texts that leave the picture: none in a good one. */
export function faults(texts: DrawnText[], size: { width: number; height: number }): string[] {
  const outside = texts
    .filter(({ left, right, top, bottom }) => !(left >= 0 && right <= size.width && top >= 0 && bottom <= size.height))
    .map(({ text }) => `"${text}" leaves the picture`);
  const over = texts.flatMap((one, index) =>
    texts
      .slice(index + 1)
      .filter((other) => {
        const apart =
          one.right <= other.left || other.right <= one.left || one.bottom <= other.top || other.bottom <= one.top;
        return !apart;
      })
      .map((other) => `"${one.text}" and "${other.text}" overlap`),
  );
  return [...outside, ...over];
}

/** Width and height from the header of a PNG. */
export function sizeOf(png: Uint8Array): { width: number; height: number } {
  const bytes = Buffer.from(png.buffer, png.byteOffset, png.byteLength);
  if (bytes.toString('latin1', 0, 16) !== '\x89PNG\r\n\x1a\n\0\0\0\rIHDR') throw new Error('this is no PNG');
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}
