import { room } from './docx-page.ts';
import type { Paragraph } from './docx-paragraphs.ts';
import { picture } from './docx-picture.ts';
import type { Picture } from './docx-picture.ts';
import { fill } from './pages/fill.ts';
import { linesOf } from './pages/lines.ts';
import { tinos } from './pages/tinos.ts';

/** Below this height, in points, the letters of a radar are hard to read on paper: it had better have a page of its own. */
const lowest = 240;
/** What an estimate of lines may err, in points: three lines. */
const spare = 42;

/**
 * A PNG as large as the room below these paragraphs lets it be, so that no half of a page stays blank above it; where too
 * little is left, it takes the next page in its full size.
 *
 * @throws when the bytes are no PNG
 */
export async function pictureBelow(
  above: readonly Paragraph[],
  png: Uint8Array,
  description: string,
): Promise<Picture> {
  const faces = await tinos();
  const filled = fill(above.map((paragraph) => ({ ...paragraph, lines: linesOf(paragraph.runs, faces) })));
  const last = above.at(-1)?.after ?? 0;
  const left = (Math.ceil(filled) - filled) * room.height - last - spare;
  return left < lowest ? picture(png, description) : picture(png, description, left);
}
