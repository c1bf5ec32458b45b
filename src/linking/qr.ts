import { toBuffer, toString } from 'qrcode';

/** The code as a picture (PNG) that a phone reads from another phone's screen. */
export const qrPicture = (text: string): Promise<Uint8Array> =>
  toBuffer(text, { type: 'png', margin: 4, width: 720, errorCorrectionLevel: 'L' });

/** The code in the characters of a terminal. */
export const qrInTerminal = (text: string): Promise<string> => toString(text, { type: 'terminal', small: true });
