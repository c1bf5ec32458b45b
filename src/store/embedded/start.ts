import { chmod, mkdir, realpath } from 'node:fs/promises';
import type { Logger } from 'pino';
import { startCluster, type Cluster } from './cluster.ts';
import { prepareDatabase } from './database.ts';
import { openGateway, type Gateway } from './gateway.ts';
import { lockDataDir } from './lock.ts';
import { addressOf, openSecret } from './logins.ts';
import { readMigrations } from './migrate.ts';
import { findPlace } from './place.ts';

/** A Supabase of our own in a data folder. `url`, `secretKey` and `fetch` are what supabase-js needs. */
export interface Embedded extends Pick<Gateway, 'url' | 'secretKey' | 'fetch'> {
  /** Postgres itself, as the superuser, password included: for tests and measurements, never for a log. */
  sqlUrl: string;
  /** Ends Postgres and frees the data folder; asking twice is asking once. */
  stop(): Promise<void>;
}

const database = 'birge';

/**
 * Brings up the embedded database of a data folder, migrated and ready for calls. The folder is made if absent.
 * @param options.port a fixed port for Postgres instead of a free one.
 * @param options.migrations another folder of migrations than `supabase/migrations` (tests).
 * @throws DataDirBusy if another process works with the folder.
 */
export async function startEmbedded(options: {
  dataDir: string;
  log: Logger;
  port?: number;
  migrations?: string;
}): Promise<Embedded> {
  await makeDataDir(options.dataDir);
  const dataDir = await realpath(options.dataDir);
  const unlock = await lockDataDir(dataDir);
  try {
    const secret = await openSecret(dataDir);
    const place = await findPlace(dataDir);
    const cluster = await startCluster(place, secret, options);
    try {
      await prepareDatabase(cluster, database, readMigrations(options.migrations));
    } catch (error) {
      await cluster.stop();
      throw error;
    }
    return serve(cluster, () => startCluster(place, secret, { ...options, port: cluster.port }), unlock, options.log);
  } catch (error) {
    await unlock();
    throw error;
  }
}

/** Answers calls until `stop`; a Postgres that was killed (out of memory, by hand) is started again on the same port. */
function serve(cluster: Cluster, again: () => Promise<Cluster>, unlock: () => Promise<void>, log: Logger): Embedded {
  let reviving: Promise<void> | undefined;
  let stopping: Promise<void> | undefined;
  const revive = (): void => {
    if (stopping !== undefined) return;
    reviving ??= again()
      .then(() => log.warn('postgres was away and runs again'))
      .catch((error: unknown) => log.error({ err: error }, 'postgres is away and does not start'))
      .finally(() => {
        reviving = undefined;
      });
  };
  const gateway = openGateway(cluster, database, log, { onAway: revive });
  const stop = async (): Promise<void> => {
    await reviving;
    await gateway.close();
    await cluster.stop();
    await unlock();
  };
  return {
    url: gateway.url,
    secretKey: gateway.secretKey,
    fetch: gateway.fetch,
    sqlUrl: addressOf(cluster, 'postgres', database),
    stop: () => (stopping ??= stop()),
  };
}

/** Others may pass through the folder, because Postgres runs as another user under root, but not look into it. */
async function makeDataDir(dataDir: string): Promise<void> {
  const made = await mkdir(dataDir, { recursive: true });
  if (made !== undefined) await chmod(dataDir, 0o711);
}
