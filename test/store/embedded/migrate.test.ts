import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepareDatabase } from '../../../src/store/embedded/database.ts';
import { addressOf } from '../../../src/store/embedded/logins.ts';
import { migrate, MigrationMismatch, type Migration } from '../../../src/store/embedded/migrate.ts';
import { freshDatabase, type FreshDatabase } from '../../support/postgres.ts';

const one: Migration = { version: '1', name: 'one', text: 'create table public.one (id int primary key);\n' };
const two: Migration = { version: '2', name: 'two', text: 'insert into public.one values (1);\nselect 1;\n' };

let db: FreshDatabase;
let owner: string;
beforeAll(async () => {
  db = await freshDatabase({ template: 'template0' });
  await prepareDatabase(db.server, db.name, []);
  owner = addressOf(db.server, 'birge_owner', db.name);
});
afterAll(() => db.close());

test('files are applied once, in order, and recorded as the Supabase tool records them', async () => {
  expect([await migrate(owner, [one]), await migrate(owner, [one, two]), await migrate(owner, [one, two])]).toEqual([
    1, 1, 0,
  ]);
  expect(await db.sql`select version, name, statements from supabase_migrations.schema_migrations order by 1`).toEqual([
    { version: '1', name: 'one', statements: [one.text] },
    { version: '2', name: 'two', statements: [two.text] },
  ]);
});

test('a changed or vanished file is refused', async () => {
  const changed = { ...one, text: 'create table public.one (id bigint primary key);\n' };
  await expect(migrate(owner, [changed, two])).rejects.toThrow(
    new MigrationMismatch(
      'supabase/migrations/1_one.sql is not the file that was applied to this database: ' +
        'put the old file back and write the change as a new migration.',
    ),
  );
  await expect(migrate(owner, [one])).rejects.toThrow(
    'This database has migration 2_two, but supabase/migrations has not: use the version of Birge that made it.',
  );
});

test('a file that fails leaves nothing of itself', async () => {
  const bad: Migration = { version: '3', name: 'bad', text: 'create table public.three (id int);\nselect 1 / 0;\n' };
  await expect(migrate(owner, [one, two, bad])).rejects.toThrow(
    'supabase/migrations/3_bad.sql could not be applied: division by zero',
  );
  expect(await db.sql`select to_regclass('public.three')::text as there`).toEqual([{ there: null }]);
});

test('two migrators at once apply every file once', async () => {
  const slow: Migration = {
    version: '3',
    name: 'slow',
    text: 'insert into public.one values (3); select pg_sleep(0.1);\n',
  };
  const done = await Promise.all([migrate(owner, [one, two, slow]), migrate(owner, [one, two, slow])]);
  expect(done.toSorted()).toEqual([0, 1]);
});

test('the owner of the tables and the login for requests are no superusers and cannot pass the row rules', async () => {
  expect(
    await db.sql`
    select rolname as role, rolsuper as super, rolbypassrls as bypass, rolcreaterole as roles, rolcanlogin as login
    from pg_roles where rolname in ('anon', 'authenticated', 'authenticator', 'birge_owner', 'service_role') order by 1`,
  ).toEqual([
    { role: 'anon', super: false, bypass: false, roles: false, login: false },
    { role: 'authenticated', super: false, bypass: false, roles: false, login: false },
    { role: 'authenticator', super: false, bypass: false, roles: false, login: true },
    { role: 'birge_owner', super: false, bypass: false, roles: false, login: true },
    { role: 'service_role', super: false, bypass: true, roles: false, login: false },
  ]);
  expect(await db.sql`select tableowner::text as owner from pg_tables where tablename = 'one'`).toEqual([
    { owner: 'birge_owner' },
  ]);
});
