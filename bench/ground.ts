import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import postgres from 'postgres';
import { prepareDatabase } from '../src/store/embedded/database.ts';
import { addressOf, openSecret } from '../src/store/embedded/logins.ts';
import type { Server } from '../src/store/embedded/logins.ts';
import { readMigrations } from '../src/store/embedded/migrate.ts';
import { startEmbedded } from '../src/store/embedded/start.ts';

/** A database of one contender, and its administrator. */
export interface Field {
  name: string;
  server: Server;
  /** As superuser, on a connection that no contender uses. */
  admin: postgres.Sql;
  /** As superuser. */
  address: string;
}

/** One native Postgres in a folder of its own, as safe against power cuts as in real use. */
export interface Ground {
  dataDir: string;
  /** Makes a database; `migrated`: with our tables, otherwise empty but for Supabase's roles. */
  field(name: string, migrated: boolean): Promise<Field>;
  close(): Promise<void>;
}

const silent = pino({ level: 'silent' });

/** Any session may ask that its statistics are written down now, and all contenders have a way to ask. */
const flushing = `
  create or replace function public.flush_statistics() returns jsonb language plpgsql security definer as $$
  begin
    perform pg_catalog.pg_stat_force_next_flush();
    return '{}';
  end $$;
  grant execute on function public.flush_statistics() to service_role`;

export async function openGround(): Promise<Ground> {
  const dataDir = await mkdtemp(join(tmpdir(), 'birge-bench-'));
  await chmod(dataDir, 0o711);
  const embedded = await startEmbedded({ dataDir, log: silent });
  const server: Server = { port: Number(new URL(embedded.sqlUrl).port), secret: await openSecret(dataDir) };
  const admins: postgres.Sql[] = [];
  return {
    dataDir,
    async field(name, migrated) {
      await prepareDatabase(server, name, migrated ? readMigrations() : []);
      const address = addressOf(server, 'postgres', name);
      const admin = postgres(address, { max: 1, onnotice: () => undefined });
      admins.push(admin);
      await admin.unsafe(flushing).simple();
      return { name, server, admin, address };
    },
    async close() {
      await Promise.all(admins.map((admin) => admin.end({ timeout: 1 })));
      await embedded.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
