import { createClient } from '@supabase/supabase-js';
import { StoreError } from '../store-error.ts';
import { FileMissing, keyOf, pathOf, type FileStore } from './file-store.ts';

/** A file of 20 MB over a slow line (milliseconds). */
const limit = 60_000;

/**
 * Keeps files in the private bucket `files` of Supabase Storage; makes the bucket at the first start.
 * It needs a real Supabase, hosted or self-hosted: the embedded database has no Storage, there the folder serves.
 */
export async function openBucket(options: { url: string; key: string; fetch?: typeof fetch }): Promise<FileStore> {
  const send = options.fetch ?? fetch;
  const client = createClient(options.url, options.key, {
    auth: { persistSession: false, autoRefreshToken: false },
    global: { fetch: (input, init) => send(input, { ...init, signal: AbortSignal.timeout(limit) }) },
  });
  const present = await client.storage.getBucket('files');
  if (present.error !== null) {
    const made = await client.storage.createBucket('files', { public: false });
    if (made.error !== null) throw problem('bucket', made.error);
  } else if (present.data.public) {
    throw new Error('The bucket "files" of this Supabase is public: make it private, it holds people\'s documents.');
  }
  const bucket = client.storage.from('files');
  return {
    async put(bytes, mime) {
      const key = keyOf(bytes);
      const { error } = await bucket.upload(pathOf(key), bytes, { contentType: mime, upsert: true });
      if (error !== null) throw problem('put', error);
      return key;
    },
    async get(key) {
      const { data, error } = await bucket.download(pathOf(key));
      if (error !== null)
        throw statusOf(error) === 404 || statusOf(error) === 400 ? new FileMissing(key, error) : problem('get', error);
      return new Uint8Array(await data.arrayBuffer());
    },
    async remove(key) {
      const { error } = await bucket.remove([pathOf(key)]);
      if (error !== null) throw problem('remove', error);
    },
  };
}

/** The status of a refused request; 0 if no answer came. */
function statusOf(error: object): number {
  const { status } = error as { status?: unknown };
  return typeof status === 'number' ? status : 0;
}

function problem(action: string, error: Error): StoreError {
  return StoreError.of(`files.${action}`, statusOf(error), { message: error.message });
}
