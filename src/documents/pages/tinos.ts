import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** How far a character moves the pen, in points at a size of one point; undefined when the face has no such letter. */
export type Advance = (character: string) => number | undefined;

/** The two faces a letter is written in. */
export interface Faces {
  regular: Advance;
  bold: Advance;
}

const files = {
  regular: import.meta.resolve('@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf'),
  bold: import.meta.resolve('@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf'),
};

let loading: Promise<Faces> | undefined;

/** Tinos, whose letters are exactly as wide as those of Times New Roman. Read from disk once. */
export function tinos(): Promise<Faces> {
  loading ??= Promise.all([readFile(fileURLToPath(files.regular)), readFile(fileURLToPath(files.bold))]).then(
    ([regular, bold]) => ({ regular: readFace(regular), bold: readFace(bold) }),
  );
  return loading;
}

/** Reads the tables of a TrueType file that say which glyph a character has and how far it moves the pen. */
function readFace(file: Buffer): Advance {
  const table = (tag: string): number => {
    for (let entry = 12; entry < 12 + 16 * file.readUInt16BE(4); entry += 16) {
      if (file.toString('latin1', entry, entry + 4) === tag) return file.readUInt32BE(entry + 8);
    }
    throw new Error(`the font file has no table "${tag}"; install the package again`);
  };
  const unitsPerEm = file.readUInt16BE(table('head') + 18);
  const lastWidth = file.readUInt16BE(table('hhea') + 34) - 1;
  const widths = table('hmtx');
  const glyphOf = readGlyphs(file, table('cmap'));
  const known = new Map<string, number | undefined>();
  const read = (character: string): number | undefined => {
    const glyph = glyphOf(character.codePointAt(0) ?? 0);
    return glyph === 0 ? undefined : file.readUInt16BE(widths + 4 * Math.min(glyph, lastWidth)) / unitsPerEm;
  };
  return (character) => {
    if (!known.has(character)) known.set(character, read(character));
    return known.get(character);
  };
}

/** From code point to glyph number, 0 for none: the character map's format 4, sorted segments of the first 65,536. */
function readGlyphs(file: Buffer, map: number): (codePoint: number) => number {
  const count = file.readUInt16BE(map + 2);
  const starts = Array.from({ length: count }, (_, index) => map + file.readUInt32BE(map + 8 + 8 * index));
  const start = starts.find((at) => file.readUInt16BE(at) === 4);
  if (start === undefined) throw new Error('the font file has no character map of format 4; install the package again');
  // Four lists, one after the other: last code points (and a gap of two bytes), first ones, shifts, places of glyphs.
  const size = file.readUInt16BE(start + 6);
  const last = start + 14;
  const first = last + size + 2;
  return (codePoint) => {
    if (codePoint > 0xffff) return 0;
    let at = 0;
    while (file.readUInt16BE(last + at) < codePoint) at += 2;
    const from = file.readUInt16BE(first + at);
    if (codePoint < from) return 0;
    const shift = file.readUInt16BE(first + size + at);
    const place = first + 2 * size + at;
    const distance = file.readUInt16BE(place);
    if (distance === 0) return (codePoint + shift) & 0xffff;
    const glyph = file.readUInt16BE(place + distance + 2 * (codePoint - from));
    return glyph === 0 ? 0 : (glyph + shift) & 0xffff;
  };
}
