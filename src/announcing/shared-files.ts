import { SharedFile } from '../screens/shared-file.ts';
import type { FileStore } from '../store/files/file-store.ts';

/** Files that a process remembers at once; whoever comes back later has its bytes read once more. */
const most = 8;

const known = new WeakMap<FileStore, Map<string, SharedFile>>();

/** The file under this path as an account (its row in `channels`) sends it to many: the same one for every letter. */
export function sharedFile(files: FileStore, channel: number, path: string): SharedFile {
  const here = known.get(files) ?? new Map<string, SharedFile>();
  known.set(files, here);
  const key = `${channel} ${path}`;
  const file = here.get(key) ?? new SharedFile(() => files.get(path));
  // The one asked for last stays longest.
  here.delete(key);
  here.set(key, file);
  for (const oldest of [...here.keys()].slice(0, -most)) here.delete(oldest);
  return file;
}
