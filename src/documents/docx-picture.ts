/** A picture with a width of its own; it stands in a paragraph of its own, in the middle. */
export interface Picture {
  kind: 'picture';
  png: Uint8Array;
  /** Size on paper in points. */
  width: number;
  height: number;
  /** What somebody hears who does not see it. */
  description: string;
}

/** Room for a picture on a page of text, in points. */
const widest = 400;
const highest = 620;

/**
 * A PNG as large as the page lets it be, with its own proportions; `high` is the height in points that it may have at most.
 *
 * @throws when the bytes are no PNG
 */
export function picture(png: Uint8Array, description: string, high = highest): Picture {
  const bytes = Buffer.from(png.buffer, png.byteOffset, png.byteLength);
  if (bytes.length < 24 || bytes.toString('latin1', 0, 8) !== '\x89PNG\r\n\x1a\n')
    throw new Error('a picture of a document is not a PNG');
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  if (width === 0 || height === 0) throw new Error('a picture of a document has no width or no height');
  const scale = Math.min(widest / width, high / height);
  return { kind: 'picture', png, width: width * scale, height: height * scale, description };
}
