import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import postgres from 'postgres';
import { prepareDatabase } from '../../src/store/embedded/database.ts';
import { openGateway } from '../../src/store/embedded/gateway.ts';
import { addressOf, type Server } from '../../src/store/embedded/logins.ts';
import { readMigrations } from '../../src/store/embedded/migrate.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { clusterVariable, template } from './cluster.ts';

/** A migrated database of its own for one test or one file of tests. */
export interface FreshDatabase {
  store: Store;
  url: string;
  key: string;
  fetch: typeof fetch;
  /** The superuser, to look behind the store and to set a scene. */
  sql: postgres.Sql;
  /** Postgres itself as superuser, for a driver of one's own. */
  sqlUrl: string;
  server: Server;
  name: string;
  close(): Promise<void>;
}

/** The Postgres that the global setup started. */
export function testServer(): Server {
  const told = process.env[clusterVariable];
  if (told === undefined)
    throw new Error('No Postgres for tests: vitest.config.ts must name test/support/global-setup.ts.');
  return JSON.parse(told) as Server;
}

/**
 * Copies the migrated template (about 50 ms). Close it, or its connections pile up over the run.
 * @param options.template another database to copy than the one with all migrations.
 * @param options.through `lite` sends also function calls through @supabase/lite.
 */
export async function freshDatabase(options: { template?: string; through?: 'lite' } = {}): Promise<FreshDatabase> {
  const server = testServer();
  const name = `test_${randomBytes(6).toString('hex')}`;
  const silent = pino({ level: 'silent' });
  await asSuperuser(
    server,
    (admin) => admin`
    create database ${admin(name)} template ${admin(options.template ?? template)} owner birge_owner`,
  );
  const sqlUrl = addressOf(server, 'postgres', name);
  const sql = postgres(sqlUrl, { max: 2, onnotice: () => undefined });
  const gateway = openGateway(server, name, silent, { direct: options.through !== 'lite' });
  const { url, secretKey: key, fetch } = gateway;
  return {
    store: openStore({ url, key, fetch, log: silent }),
    url,
    key,
    fetch,
    sql,
    sqlUrl,
    server,
    name,
    close: async () => {
      await gateway.close();
      await sql.end({ timeout: 5 });
      await asSuperuser(server, (admin) => admin`drop database ${admin(name)} with (force)`);
    },
  };
}

/**
 * A database prepared as older projects of hosted Supabase are, where everybody gets every right on whatever the owner
 * makes, and then migrated: what the migrations do not close themselves stays open here.
 */
export async function generousDatabase(): Promise<FreshDatabase> {
  const db = await freshDatabase({ template: 'template0' });
  await prepareDatabase(db.server, db.name, []);
  for (const kind of ['tables', 'sequences', 'functions']) {
    await db.sql.unsafe(`alter default privileges for role birge_owner in schema public
      grant all on ${kind} to anon, authenticated, service_role`);
  }
  await prepareDatabase(db.server, db.name, readMigrations());
  return db;
}

/** Runs one piece of work in the maintenance database, outside of every test's own. */
export async function asSuperuser<T>(server: Server, work: (sql: postgres.Sql) => PromiseLike<T>): Promise<T> {
  const sql = postgres(addressOf(server, 'postgres', 'postgres'), { max: 1, onnotice: () => undefined });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
