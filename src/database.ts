import type { Logger } from 'pino';
import type { Config } from './config.ts';
import { startEmbedded } from './store/embedded/start.ts';
import type { FileStore } from './store/files/file-store.ts';
import { openFolder } from './store/files/folder.ts';
import { openFiles } from './store/files/open.ts';
import { openStore } from './store/store.ts';
import type { Store } from './store/store.ts';

export interface Database {
  store: Store;
  files: FileStore;
  /** Ours alone, under DATA_DIR. */
  embedded: boolean;
  close(): Promise<void>;
}

/** The Supabase that the settings name, or the embedded one. */
export async function openDatabase(config: Config, log: Logger): Promise<Database> {
  const { supabase, dataDir } = config;
  if (supabase) {
    const { url, secretKey: key } = supabase;
    const files = await openFiles({ url, key, dataDir });
    return { store: openStore({ url, key, log }), files, embedded: false, close: async () => {} };
  }
  const { url, secretKey: key, fetch, stop } = await startEmbedded({ dataDir, log });
  return { store: openStore({ url, key, fetch, log }), files: openFolder(dataDir), embedded: true, close: stop };
}
