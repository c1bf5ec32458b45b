import { create, toBuffer, toString } from 'qrcode';

/** The code as a picture (PNG) that a phone reads from another phone's screen. */
export const qrPicture = (text: string): Promise<Uint8Array> =>
  toBuffer(text, { type: 'png', margin: 4, width: 720, errorCorrectionLevel: 'L' });

/** The code in the characters of a terminal. */
export const qrInTerminal = (text: string): Promise<string> => toString(text, { type: 'terminal', small: true });

/** The code as rows of dark (true) and light squares, for paper: readable with some of it worn away. No margin. */
export function qrSquares(text: string): boolean[][] {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_column, column) => modules.get(row, column) === 1),
  );
}
