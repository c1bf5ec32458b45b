import { readFileSync } from 'node:fs';
import postgres from 'postgres';
import { addressOf, passwordOf, type Server } from './logins.ts';
import { migrate, type Migration } from './migrate.ts';

const bootstrap = new URL('../../../supabase/bootstrap.sql', import.meta.url);

/**
 * Makes the database if it is absent and brings it up to date: roles and rights as on hosted Supabase, then the migrations.
 * Every step may have been cut off by a kill before; doing all of it again is safe.
 */
export async function prepareDatabase(server: Server, name: string, migrations: Migration[]): Promise<void> {
  const postgresDatabase = superuser(server, 'postgres');
  try {
    const [present] = await postgresDatabase`select from pg_database where datname = ${name}`;
    if (present === undefined) await postgresDatabase`create database ${postgresDatabase(name)}`;
  } finally {
    await postgresDatabase.end();
  }
  const sql = superuser(server, name);
  try {
    await sql.unsafe(readFileSync(bootstrap, 'utf8')).simple();
    for (const login of ['birge_owner', 'authenticator'] as const) {
      await sql.unsafe(`alter role ${login} password '${passwordOf(server.secret, login)}'`);
    }
  } finally {
    await sql.end();
  }
  await migrate(addressOf(server, 'birge_owner', name), migrations);
}

function superuser(server: Server, name: string): postgres.Sql {
  return postgres(addressOf(server, 'postgres', name), { max: 1, onnotice: () => undefined });
}
