import { createHash } from 'node:crypto';
import type { Happening, Kind } from './kind.ts';

/**
 * SHA-256 (hex) of a kind. Kinds are put together by the reader, always in the same order of fields, so the order in
 * which the file has them changes nothing.
 */
export const kindHash = (kind: Kind): string => sha256(JSON.stringify(kind));

/** SHA-256 (hex) of all kinds and events, whatever their order. */
export const calendarHash = (kinds: Iterable<Kind>, events: Iterable<Happening>): string =>
  sha256(
    [...kinds, ...events]
      .map((part) => JSON.stringify(part))
      .toSorted()
      .join('\n'),
  );

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
