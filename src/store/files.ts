import { fileTypeFromBuffer } from 'file-type';
import { z } from 'zod';
import type { FileStore } from './files/file-store.ts';
import type { Store } from './store.ts';

/** What kind of file it is, by its content: not by what the sender says. */
export const kindOf = async (bytes: Uint8Array): Promise<string> =>
  (await fileTypeFromBuffer(bytes))?.mime ?? 'application/octet-stream';

/** Keeps the bytes first, then the row that names them. */
export async function keepFile(
  keep: { store: Store; files: FileStore; now(): Date },
  person: number,
  bytes: Uint8Array,
): Promise<{ id: number; mime: string }> {
  const mime = await kindOf(bytes);
  const path = await keep.files.put(bytes, mime);
  const row = {
    p_person: person,
    p_sha256: path,
    p_mime: mime,
    p_bytes: bytes.length,
    p_path: path,
    p_at: keep.now().toISOString(),
  };
  const { id } = await keep.store.call('keep_file', row, z.object({ id: z.number() }));
  return { id, mime };
}
