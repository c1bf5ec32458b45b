import type { PhotoSize } from 'grammy/types';
import type { StoredFile } from '../files.ts';

/** The sizes of a picture as the service lists them, the largest last. */
export function photoSizes({ file_id, file_unique_id, file_size, bytes }: StoredFile): PhotoSize[] {
  return [{ file_id, file_unique_id, file_size, ...dimensions(bytes) }];
}

/** Whether the first bytes are those of a picture that the service takes. */
export function isPicture(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  return (
    start.startsWith('\x89PNG') ||
    start.startsWith('\xff\xd8\xff') ||
    start.startsWith('GIF8') ||
    /^RIFF....WEBP/s.test(start)
  );
}

function dimensions(bytes: Uint8Array): { width: number; height: number } {
  const view = Buffer.from(bytes);
  const isPng = view.length >= 24 && view.toString('latin1', 1, 4) === 'PNG';
  return isPng ? { width: view.readUInt32BE(16), height: view.readUInt32BE(20) } : { width: 800, height: 600 };
}
