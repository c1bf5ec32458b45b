import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FileMissing, keyOf, pathOf, type FileStore } from './file-store.ts';

/** Keeps files under `<dataDir>/files`, readable by this user only. */
export function openFolder(dataDir: string): FileStore {
  const place = (key: string): string => join(dataDir, 'files', pathOf(key));
  return {
    async put(bytes) {
      const key = keyOf(bytes);
      const file = place(key);
      if (existsSync(file)) return key;
      await mkdir(dirname(file), { recursive: true, mode: 0o700 });
      // A kill leaves at most a temporary name behind, never half a file under the right one.
      const half = `${file}.${randomBytes(4).toString('hex')}.half`;
      await writeSynced(half, bytes);
      await rename(half, file);
      return key;
    },
    async get(key) {
      try {
        return await readFile(place(key));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new FileMissing(key, error);
        throw error;
      }
    },
    async remove(key) {
      await rm(place(key), { force: true });
    },
  };
}

async function writeSynced(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
