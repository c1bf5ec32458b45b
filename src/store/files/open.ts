import { openBucket } from './bucket.ts';
import type { FileStore } from './file-store.ts';
import { openFolder } from './folder.ts';

/**
 * Opens the place for files that belongs to a database: the bucket of a Supabase that has Storage, otherwise the folder.
 * Processes that share an embedded database by `npm run db` must share its data folder too.
 * @param options.fetch the `fetch` of the embedded database, which serves no Storage and says so by status 501.
 */
export async function openFiles(options: {
  url: string;
  key: string;
  fetch?: typeof fetch;
  dataDir: string;
}): Promise<FileStore> {
  const ask = options.fetch ?? fetch;
  const headers = { apikey: options.key, authorization: `Bearer ${options.key}` };
  const answer = await ask(`${options.url}/storage/v1/bucket`, { headers, signal: AbortSignal.timeout(10_000) });
  return answer.status === 501 ? openFolder(options.dataDir) : await openBucket(options);
}
