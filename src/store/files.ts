import { fileTypeFromBuffer } from 'file-type';
import { z } from 'zod';
import type { FileStore } from './files/file-store.ts';
import type { Store } from './store.ts';

/** What kind of file it is, by its content: not by what the sender says. */
export const kindOf = async (bytes: Uint8Array): Promise<string> =>
  (await fileTypeFromBuffer(bytes))?.mime ?? 'application/octet-stream';

/** Keeps the bytes first, then the row that names them: the organisation's if there is one, otherwise the person's. */
export async function keepFile(
  keep: { store: Store; files: FileStore; now(): Date },
  owner: { person: number; organisation: number | null },
  bytes: Uint8Array,
): Promise<{ id: number; mime: string }> {
  const mime = await kindOf(bytes);
  const path = await keep.files.put(bytes, mime);
  const row = {
    p_person: owner.person,
    p_organisation: owner.organisation,
    p_sha256: path,
    p_mime: mime,
    p_bytes: bytes.length,
    p_path: path,
    p_at: keep.now().toISOString(),
  };
  const { id } = await keep.store.call('keep_file', row, z.object({ id: z.number() }));
  return { id, mime };
}

const named = z.object({ id: z.number(), mime: z.string(), path: z.string() });

/** What these files are by their content, and the path of their bytes; those that are no more are left out. */
export function filesNamed(store: Store, ids: readonly number[]): Promise<z.infer<typeof named>[]> {
  return store.call('files_named', { p_ids: ids }, z.array(named));
}
