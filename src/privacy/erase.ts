import type { FileStore } from '../store/files/file-store.ts';
import { forgetPerson } from '../store/privacy.ts';
import type { Store } from '../store/store.ts';
import { personalColumns } from './columns.ts';

/** What erasing works with. */
export interface Eraser {
  store: Store;
  files: FileStore;
  now(): Date;
}

/** Erases somebody by the table of personal columns: the rows first, then the bytes of files that nobody else has. */
export async function erase({ store, files, now }: Eraser, person: number): Promise<void> {
  for (const path of await forgetPerson(store, person, personalColumns, now())) await files.remove(path);
}
