import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** What a text looks like in the pictures' font: which letters it has and how wide they are. */
export interface Font {
  /** Can this character be drawn? Emoji and scripts outside the font cannot. */
  has(character: string): boolean;
  /** Width of a line in pixels at a size in pixels. */
  widthOf(text: string, size: number): number;
}

export const fontFamily = 'Noto Sans';

/** The files that hold the font: Kazakh, Russian and English letters, regular and bold. */
export const fontFiles = [
  import.meta.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
  import.meta.resolve('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf'),
].map((url) => fileURLToPath(url));

let loading: Promise<Font> | undefined;

/**
 * The bold face as a measure: it is a little wider than the regular one, so what fits in bold fits in both.
 * Read from disk once.
 */
export function font(): Promise<Font> {
  loading ??= readFile(fontFiles[1] ?? '').then(readFont);
  return loading;
}

/** Reads the two tables of a TrueType file that say which glyph a character has and how far it moves the pen. */
function readFont(file: Buffer): Font {
  const table = (tag: string): number => {
    for (let entry = 12; entry < 12 + 16 * file.readUInt16BE(4); entry += 16) {
      if (file.toString('latin1', entry, entry + 4) === tag) return file.readUInt32BE(entry + 8);
    }
    throw new Error(`the font file has no table "${tag}"; install the package again`);
  };
  const unitsPerEm = file.readUInt16BE(table('head') + 18);
  const lastWidth = file.readUInt16BE(table('hhea') + 34) - 1;
  const widths = table('hmtx');
  const glyphs = readGlyphs(file, table('cmap'));
  const advances = new Map<string, number>();
  const advance = (character: string): number => {
    const glyph = glyphs(character.codePointAt(0) ?? 0);
    return file.readUInt16BE(widths + 4 * Math.min(glyph, lastWidth));
  };
  const known = (character: string): number => {
    const units = advances.get(character) ?? advance(character);
    advances.set(character, units);
    return units;
  };
  return {
    has: (character) => glyphs(character.codePointAt(0) ?? 0) > 0,
    widthOf: (text, size) => ([...text].reduce((sum, character) => sum + known(character), 0) * size) / unitsPerEm,
  };
}

/** From code point to glyph number, 0 for none: the character map's format 12, a sorted list of ranges. */
function readGlyphs(file: Buffer, map: number): (codePoint: number) => number {
  const count = file.readUInt16BE(map + 2);
  const starts = Array.from({ length: count }, (_, index) => map + file.readUInt32BE(map + 8 + 8 * index));
  const ranges = starts.find((start) => file.readUInt16BE(start) === 12);
  if (ranges === undefined)
    throw new Error('the font file has no character map of format 12; install the package again');
  const last = ranges + 16 + 12 * file.readUInt32BE(ranges + 12);
  return (codePoint) => {
    for (let range = ranges + 16; range < last; range += 12) {
      if (codePoint < file.readUInt32BE(range)) return 0;
      if (codePoint <= file.readUInt32BE(range + 4))
        return file.readUInt32BE(range + 8) + codePoint - file.readUInt32BE(range);
    }
    return 0;
  };
}
