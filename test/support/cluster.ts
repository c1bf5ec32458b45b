import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import { startCluster } from '../../src/store/embedded/cluster.ts';
import { prepareDatabase } from '../../src/store/embedded/database.ts';
import { openSecret } from '../../src/store/embedded/logins.ts';
import { readMigrations } from '../../src/store/embedded/migrate.ts';
import { findPlace } from '../../src/store/embedded/place.ts';
import { fastFolder } from './fast-folder.ts';
import { sweep } from './sweep.ts';

/** Where the tests' Postgres is told to the worker processes. */
export const clusterVariable = 'BIRGE_TEST_CLUSTER';

/** A database with all migrations that no test ever opens: `freshDatabase` copies it. */
export const template = 'birge_template';

/**
 * Starts one Postgres in a temporary folder for everything that runs from this process, and tells it by the environment.
 * @returns what ends it and removes the folder.
 */
export async function startTestCluster(): Promise<() => Promise<void>> {
  await sweep(await fastFolder());
  const folder = await mkdtemp(join(await fastFolder(), `birge-test-${process.pid}-`));
  await chmod(folder, 0o711);
  const secret = await openSecret(folder);
  const options = { log: pino({ level: 'silent' }), durable: false, connections: 200 };
  const cluster = await startCluster(await findPlace(folder), secret, options);
  const end = async (): Promise<void> => {
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await prepareDatabase(cluster, template, readMigrations());
  } catch (error) {
    await end();
    throw error;
  }
  process.env[clusterVariable] = JSON.stringify({ port: cluster.port, secret });
  return end;
}
