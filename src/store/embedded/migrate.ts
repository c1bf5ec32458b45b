import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';

/** One file of `supabase/migrations`: `<version>_<name>.sql`. */
export interface Migration {
  version: string;
  name: string;
  text: string;
}

/** The database was migrated by other files than those present, so nobody knows what it holds. */
export class MigrationMismatch extends Error {
  override readonly name = 'MigrationMismatch';
}

const standard = fileURLToPath(new URL('../../../supabase/migrations', import.meta.url));

/** Reads the migrations of a folder in the order in which they apply. */
export function readMigrations(folder: string = standard): Migration[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.sql'));
  return files.toSorted().map((file) => {
    const [, version, name] = /^(\d+)_(.+)\.sql$/.exec(file) ?? [];
    if (version === undefined || name === undefined) {
      throw new Error(`${join(folder, file)}: a migration is named <digits>_<name>.sql`);
    }
    // Git may have checked the file out with Windows line ends; it is the same migration.
    return { version, name, text: readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n') };
  });
}

/**
 * Applies what is missing, each file in a transaction of its own, and records it where Supabase's own tool does.
 * @param address a login that owns the database and is no superuser, as on hosted Supabase.
 * @returns how many files were applied.
 * @throws MigrationMismatch if an applied file changed or vanished.
 */
export async function migrate(address: string, migrations: Migration[]): Promise<number> {
  const sql = postgres(address, { max: 1, onnotice: () => undefined });
  try {
    // A second migrator waits here; the lock goes with the session, also when the process is killed.
    await sql`select pg_advisory_lock(hashtext('birge migrations'))`;
    await sql
      .unsafe(`
      create schema if not exists supabase_migrations;
      create table if not exists supabase_migrations.schema_migrations (
        version text primary key, statements text[], name text
      )`)
      .simple();
    const missing = await compare(sql, migrations);
    for (const migration of missing) await apply(sql, migration);
    return missing.length;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function compare(sql: postgres.Sql, migrations: Migration[]): Promise<Migration[]> {
  const applied = await sql<{ version: string; name: string; hash: string }[]>`
    select version, name, encode(sha256(convert_to(array_to_string(statements, ''), 'UTF8')), 'hex') as hash
    from supabase_migrations.schema_migrations order by version`;
  const present = new Map(migrations.map((migration) => [migration.version, migration]));
  for (const { version, name, hash } of applied) {
    const file = present.get(version);
    if (file === undefined) {
      throw new MigrationMismatch(
        `This database has migration ${version}_${name}, but supabase/migrations has not: use the version of Birge that made it.`,
      );
    }
    if (createHash('sha256').update(file.text).digest('hex') !== hash) {
      throw new MigrationMismatch(
        `supabase/migrations/${version}_${file.name}.sql is not the file that was applied to this database: ` +
          'put the old file back and write the change as a new migration.',
      );
    }
    present.delete(version);
  }
  return [...present.values()];
}

async function apply(sql: postgres.Sql, migration: Migration): Promise<void> {
  try {
    await sql.begin(async (transaction) => {
      await transaction.unsafe(migration.text).simple();
      await transaction`
        insert into supabase_migrations.schema_migrations (version, name, statements)
        values (${migration.version}, ${migration.name}, ${[migration.text]})`;
    });
  } catch (cause) {
    const where = `supabase/migrations/${migration.version}_${migration.name}.sql`;
    throw new Error(`${where} could not be applied: ${(cause as Error).message}`, { cause });
  }
}
