import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Remembers when the account was linked: what was unread before then was meant for the person who had the phone. */
export interface LinkedAt {
  /** Unix milliseconds; 0 if it is not known. */
  read(): Promise<number>;
  note(at: number): Promise<void>;
  forget(): Promise<void>;
}

/** Keeps it in a file of its own, so that it outlives this process. */
export function openLinkedAt(path: string): LinkedAt {
  return {
    async read() {
      const at = Number(await readFile(path, 'utf8').catch(() => ''));
      return Number.isFinite(at) ? at : 0;
    },
    async note(at) {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, String(at));
    },
    forget: () => rm(path, { force: true }),
  };
}
