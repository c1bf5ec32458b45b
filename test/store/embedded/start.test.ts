import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import postgres from 'postgres';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { DataDirBusy } from '../../../src/store/embedded/lock.ts';
import { startEmbedded, type Embedded } from '../../../src/store/embedded/start.ts';
import { openStore, type StoreError } from '../../../src/store/store.ts';
import { fastFolder } from '../../support/fast-folder.ts';

const program = fileURLToPath(new URL('start-and-wait.ts', import.meta.url));
const log = pino({ level: 'silent' });

const firstMigration = `
  create table public.notes (id bigint generated always as identity primary key, body text not null);
  alter table public.notes enable row level security;
  create function public.add_note(p_body text) returns jsonb language sql security invoker set search_path = '' as $$
    insert into public.notes (body) values (p_body) returning to_jsonb(id)
  $$;
  grant select, insert on public.notes to service_role;
  grant execute on function public.add_note to service_role;`;

let folder: string;
let dataDir: string;
let migrations: string;
let running: Embedded | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(await fastFolder(), 'birge-start-'));
  await chmod(folder, 0o711);
  dataDir = join(folder, 'data');
  migrations = await mkdtemp(join(folder, 'migrations-'));
  await writeFile(join(migrations, '1_notes.sql'), firstMigration);
});
afterEach(async () => {
  await running?.stop();
  running = undefined;
  await rm(folder, { recursive: true, force: true });
});

async function start(): Promise<Embedded> {
  running = await startEmbedded({ dataDir, migrations, log });
  return running;
}

function spawnBot(): ChildProcess {
  return spawn(process.execPath, [program, dataDir, migrations], { stdio: ['ignore', 'pipe', 'inherit'] });
}

async function kill(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
}

async function notes(embedded: Embedded): Promise<string[]> {
  const sql = postgres(embedded.sqlUrl, { max: 1 });
  const rows = await sql<{ body: string }[]>`select body from public.notes order by id`;
  await sql.end();
  return rows.map(({ body }) => body);
}

async function addNote(embedded: Embedded, body: string): Promise<number> {
  const { url, secretKey: key, fetch } = embedded;
  return await openStore({ url, key, fetch, log }).call('add_note', { p_body: body }, z.int());
}

test('what is stored is there again after a stop, under the same key', async () => {
  const first = await start();
  await addNote(first, 'бір');
  await first.stop();
  const second = await start();
  expect([await notes(second), second.secretKey]).toEqual([['бір'], first.secretKey]);
}, 30_000);

test('a second process on the same folder is refused and told what to do', async () => {
  const bot = spawnBot();
  await once(bot.stdout ?? bot, 'data');
  const refused = await start().catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(DataDirBusy);
  expect((refused as Error).message).toMatch(/^Another process already uses the data folder .*"npm run db"/);
  await kill(bot, 'SIGTERM');
  await addNote(await start(), 'free again');
}, 30_000);

test('a Postgres that outlived its killed bot is taken over', async () => {
  const bot = spawnBot();
  await once(bot.stdout ?? bot, 'data');
  const pidFile = join(dataDir, 'postgres', 'data', 'postmaster.pid');
  const before = (await readFile(pidFile, 'utf8')).split('\n')[0];
  await kill(bot, 'SIGKILL');
  const embedded = await start();
  expect((await readFile(pidFile, 'utf8')).split('\n')[0]).toBe(before);
  expect(await addNote(embedded, 'taken over')).toBe(1);
}, 30_000);

test('a Postgres that was killed too leaves its pid file to a stranger, and starts again', async () => {
  const bot = spawnBot();
  await once(bot.stdout ?? bot, 'data');
  const pidFile = join(dataDir, 'postgres', 'data', 'postmaster.pid');
  const [pid = '', ...rest] = (await readFile(pidFile, 'utf8')).split('\n');
  process.kill(Number(pid), 'SIGKILL');
  await kill(bot, 'SIGKILL');
  await writeFile(pidFile, [String(process.pid), ...rest].join('\n'));
  expect(await addNote(await start(), 'alive')).toBe(1);
}, 30_000);

test('a Postgres that is killed under a living bot is started again', async () => {
  const embedded = await start();
  await addNote(embedded, 'before');
  const postmaster = async (): Promise<string | undefined> =>
    (await readFile(join(dataDir, 'postgres', 'data', 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')[0];
  const before = await postmaster();
  process.kill(Number(before), 'SIGKILL');
  let answer: unknown;
  do {
    await wait(50);
    answer = await addNote(embedded, 'after').catch((error: unknown) => error);
    if (answer instanceof Error) expect((answer as StoreError).code).toBe('away');
    // A session of the killed server may answer once more before it sees that its server is gone.
  } while (answer instanceof Error || (await postmaster()) === before);
  expect([...new Set(await notes(embedded))]).toEqual(['before', 'after']);
}, 30_000);

test.each([80, 200, 350, 500])(
  'a first start killed after %i ms leaves a folder that starts',
  async (ms) => {
    const bot = spawnBot();
    await Promise.race([wait(ms), once(bot, 'exit')]);
    await kill(bot, 'SIGKILL');
    const embedded = await start();
    expect(await addNote(embedded, 'whole')).toBe(1);
    expect(
      (await readdir(join(dataDir, 'postgres'))).filter((name) => name.includes('new') || name.includes('password')),
    ).toEqual([]);
  },
  30_000,
);

test('nobody reads the secret, and the data folder lets others only pass', async () => {
  await start();
  const modes = await Promise.all(
    ['', 'database.secret', 'postgres', 'postgres/data'].map((name) => stat(join(dataDir, name))),
  );
  expect(modes.map(({ mode }) => (mode & 0o777).toString(8))).toEqual(['711', '600', '700', '700']);
}, 30_000);
