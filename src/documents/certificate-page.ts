import { fileURLToPath } from 'node:url';
import type { Day } from '../rules/dates.ts';
import { fit } from './certificate-fit.ts';
import { plainLine } from './docx-text.ts';
import { tinos } from './pages/tinos.ts';

const colours = { ink: '#1b2b34', teal: '#0b4f5c', quiet: '#51626c', gold: '#b8892b' };
const fonts = {
  regular: fileURLToPath(import.meta.resolve('@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf')),
  bold: fileURLToPath(import.meta.resolve('@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf')),
};

/** A text and the room it may take: so many lines, as large as fits between two sizes, and room below, in points. */
export interface Piece {
  text: string;
  face: keyof typeof fonts;
  colour: keyof typeof colours;
  largest: number;
  smallest: number;
  lines: number;
  after: number;
}

/** What stands on the page: in the middle, at the foot on the left, and beside the code. */
interface Drawing {
  language: 'kk' | 'ru' | 'en';
  title: string;
  madeOn: Day;
  main: readonly Piece[];
  left: readonly Piece[];
  right: readonly Piece[];
  /** Squares of the code: rows of dark (true) and light ones. */
  code: readonly (readonly boolean[])[];
}

/** A4 lying, in points; what stands there keeps away from the sides. */
const page = { width: 841.89, height: 595.28, side: 78 };
const middle = { top: 62, bottom: 412, width: page.width - 2 * page.side };
const foot = { top: 428, text: 468, code: 108, left: 290, right: 240, gap: 16 };

/** Draws the page and gives its PDF. The package is loaded with the first one. */
export async function drawCertificate(drawing: Drawing): Promise<Uint8Array> {
  const [{ default: PDFDocument }, faces] = await Promise.all([import('pdfkit'), tinos()]);
  const file = new PDFDocument({
    size: [page.width, page.height],
    margin: 0,
    lang: drawing.language,
    displayTitle: true,
    info: { Title: drawing.title, Creator: 'Birge', Producer: 'Birge', CreationDate: new Date(drawing.madeOn) },
  });
  const chunks: Uint8Array[] = [];
  file.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const ended = new Promise((resolve) => file.on('end', resolve));
  const write = writerOf(file, (letter) => faces.bold(letter) !== undefined);
  drawFrame(file);
  const at = { x: page.side, width: middle.width, centred: true };
  const high = write(drawing.main, { ...at, y: 0, measuring: true });
  write(drawing.main, { ...at, y: middle.top + Math.max(0, (middle.bottom - middle.top - high) / 2) });
  const line = foot.text - 6;
  file
    .moveTo(page.side, line)
    .lineTo(page.side + 200, line)
    .lineWidth(0.7)
    .stroke(colours.quiet);
  write(drawing.left, { x: page.side, y: foot.text, width: foot.left });
  const beside = page.width - page.side - foot.code;
  write(drawing.right, { x: beside - foot.gap - foot.right, y: foot.text, width: foot.right });
  drawCode(file, drawing.code, { x: beside, y: foot.top, size: foot.code });
  file.end();
  await ended;
  return new Uint8Array(Buffer.concat(chunks));
}

interface Spot {
  x: number;
  y: number;
  width: number;
  centred?: boolean;
  /** Nothing is drawn. */
  measuring?: boolean;
}

/** Writes pieces below each other and gives where they end, in points from the top. */
function writerOf(file: PDFKit.PDFDocument, has: (letter: string) => boolean) {
  const pen = (face: Piece['face'], size: number) => file.font(fonts[face]).fontSize(size);
  return (pieces: readonly Piece[], { x, y, width, centred = false, measuring = false }: Spot): number => {
    let below = y;
    for (const { text, face, colour, after, ...room } of pieces) {
      const widthOf = (line: string, size: number) => pen(face, size).widthOfString(line);
      const { size, lines } = fit(drawable(text, has), widthOf, { ...room, width });
      for (const line of lines) {
        const left = centred ? x + (width - widthOf(line, size)) / 2 : x;
        if (!measuring) pen(face, size).fillColor(colours[colour]).text(line, left, below, { lineBreak: false });
        below += size * 1.2;
      }
      below += after;
    }
    return below;
  };
}

/** A text as the font can show it, without emoji; a dash for one of which nothing is left. */
function drawable(text: string, has: (letter: string) => boolean): string {
  const letters = [...plainLine(text)].filter((letter) => has(letter) && !/\p{Cf}/u.test(letter));
  const line = letters
    .join('')
    .replaceAll(/ {2,}/g, ' ')
    .replaceAll(/(?<=[«“]) | (?=[»”])/g, '');
  return line.trim() || '—';
}

function drawFrame(file: PDFKit.PDFDocument): void {
  for (const [inset, thick] of [
    [24, 2],
    [31, 0.6],
  ] as const) {
    const size = [page.width - 2 * inset, page.height - 2 * inset] as const;
    file
      .rect(inset, inset, ...size)
      .lineWidth(thick)
      .stroke(colours.gold);
  }
  for (const x of [31, page.width - 31])
    for (const y of [31, page.height - 31])
      file.polygon([x - 7, y], [x, y - 7], [x + 7, y], [x, y + 7]).fill(colours.teal);
}

/** The code as squares, not as a picture: sharp at every size. */
function drawCode(file: PDFKit.PDFDocument, code: Drawing['code'], at: { x: number; y: number; size: number }): void {
  const unit = at.size / code.length;
  code.forEach((row, down) =>
    row.forEach((dark, along) => {
      if (dark) file.rect(at.x + along * unit, at.y + down * unit, unit, unit);
    }),
  );
  file.fill('#000000');
}
