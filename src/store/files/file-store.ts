import { createHash } from 'node:crypto';

/**
 * Keeps bytes that people send. Equal bytes are kept once, so whoever removes a key must know that no row names it any more.
 */
export interface FileStore {
  /** Keeps the bytes for good before it resolves. @returns their key: SHA-256 in hex. */
  put(bytes: Uint8Array, mime: string): Promise<string>;
  /** @throws FileMissing if there are none under the key. */
  get(key: string): Promise<Uint8Array>;
  /** Erases the bytes; none under the key is fine too. */
  remove(key: string): Promise<void>;
}

export class FileMissing extends Error {
  override readonly name = 'FileMissing';

  constructor(key: string, cause?: unknown) {
    super(`There is no file ${key.slice(0, 12)}… in the file store.`, { cause });
  }
}

export function keyOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Two levels, so that no folder grows too long: `ab/cdef…`. Only a real key becomes a path. */
export function pathOf(key: string): string {
  if (!/^[0-9a-f]{64}$/.test(key)) throw new TypeError('A file key is 64 hexadecimal digits.');
  return `${key.slice(0, 2)}/${key.slice(2)}`;
}
