import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { realpathSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Another process already works with this data folder. */
export class DataDirBusy extends Error {
  override readonly name = 'DataDirBusy';

  constructor(dataDir: string) {
    super(
      `Another process already uses the data folder ${dataDir}. Stop it first, or let several processes share one ` +
        'database: start it alone with "npm run db" and give them the SUPABASE_URL and SUPABASE_SECRET_KEY it prints.',
    );
  }
}

/**
 * Takes the data folder (which must exist) for this process alone.
 * The lock is a listening socket, because the system frees it whenever and however the process ends.
 * @returns what frees it early.
 * @throws DataDirBusy if another process has it.
 */
export async function lockDataDir(dataDir: string): Promise<() => Promise<void>> {
  const path = socketOf(realpathSync(dataDir));
  const server = await listen(path).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    // Only a socket file outlives its process; nobody answers behind such a one.
    if (!path.startsWith(tmpdir()) || (await answers(path))) throw new DataDirBusy(dataDir);
    rmSync(path, { force: true });
    return await listen(path).catch(() => {
      throw new DataDirBusy(dataDir);
    });
  });
  return () => new Promise((resolve) => server.close(() => resolve()));
}

function socketOf(folder: string): string {
  const name = `birge-${createHash('sha256').update(folder).digest('hex').slice(0, 32)}`;
  if (process.platform === 'linux') return `\0${name}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  return join(tmpdir(), `${name}.sock`);
}

async function listen(path: string): Promise<ReturnType<typeof createServer>> {
  const server = createServer((socket) => socket.destroy());
  server.unref();
  server.listen(path);
  await once(server, 'listening');
  return server;
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}
