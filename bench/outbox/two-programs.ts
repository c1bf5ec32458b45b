import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { addressOf } from '../../src/store/embedded/logins.ts';
import { cpuOf, cpuOfFamily } from './cpu.ts';
import { startProgram } from './program.ts';
import type { Program } from './program.ts';
import type { Telegram } from './telegram.ts';

const project = join(import.meta.dirname, '..', '..');

/** Milliseconds of CPU until now: the programs, what stands for Supabase's HTTP interface, Postgres. */
export interface Cpu {
  programs: number;
  gateway: number;
  postgres: number;
}

/** Two programs as `npm start` starts them, on the database of `npm run db`; nobody has been told anything yet. */
export interface TwoPrograms {
  /** Starts them: they open what everybody owes, plan, and send. */
  start(): Promise<void>;
  /** Kills one of them in the middle of whatever it does, and starts it again as a supervisor would. */
  killOne(): Promise<void>;
  cpu(): Promise<Cpu>;
  sql: postgres.Sql;
  /** What the programs have complained of, a line each. */
  warnings(): string[];
  close(): Promise<void>;
}

/** Everybody is a worker of a centre, so each owes what the project's own calendar asks of workers. */
export async function openTwoPrograms(telegram: Telegram): Promise<TwoPrograms> {
  const dataDir = await mkdtemp(join(tmpdir(), 'birge-bench-outbox-'));
  await chmod(dataDir, 0o711);
  const database = startProgram(join(project, 'src/programs/db.ts'), { DATA_DIR: dataDir, DB_PORT: '0' });
  await database.says('SUPABASE_SECRET_KEY=');
  const printed = [...database.output().matchAll(/^(SUPABASE_\w+)=(\S+)$/gm)];
  const [pid, , , port] = (await readFile(join(dataDir, 'postgres/data/postmaster.pid'), 'utf8'))
    .split('\n')
    .map(Number);
  const secret = (await readFile(join(dataDir, 'database.secret'), 'utf8')).trim();
  const sql = postgres(addressOf({ port: port ?? 0, secret }, 'postgres', 'birge'), { max: 1 });
  await fill(sql, telegram);
  const settings = {
    ...Object.fromEntries(printed.map(([, name = '', value = '']) => [name, value])),
    ...telegram.address,
    DATA_DIR: dataDir,
    PORT: '0',
    LOG_LEVEL: 'warn',
    MEASURED_FROM: String(Date.now()),
  };
  const flags = ['--optimize-for-size', '--import', new URL('./due-day.ts', import.meta.url).href];
  const programs: Program[] = [];
  let ofKilled = 0;
  const begin = async (): Promise<void> => {
    const program = startProgram(join(project, 'src/main.ts'), settings, flags);
    programs.push(program);
    await program.says('Ctrl+C');
  };
  return {
    sql,
    async start() {
      await Promise.all([begin(), begin()]);
    },
    async killOne() {
      const [one] = programs;
      ofKilled += await cpuOf(one?.pid ?? 0);
      await one?.end('SIGKILL');
      await begin();
    },
    async cpu() {
      const own = await Promise.all(programs.map((program) => cpuOf(program.pid)));
      return {
        programs: own.reduce((sum, one) => sum + one, ofKilled),
        gateway: await cpuOf(database.pid),
        postgres: await cpuOfFamily(pid ?? 0),
      };
    },
    warnings: () =>
      programs.flatMap((program) =>
        program
          .output()
          .split('\n')
          .filter((line) => line.startsWith('{"level":')),
      ),
    async close() {
      await Promise.all(programs.map((program) => program.end('SIGTERM')));
      await sql.end({ timeout: 1 });
      await database.end('SIGTERM');
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function fill(sql: postgres.Sql, telegram: Telegram): Promise<void> {
  await sql`insert into channels (kind, account) values ('telegram', ${telegram.account})`;
  await sql`insert into organisations (kind, programme, name, made_at)
    select 'mobility-centre', 'mobility', '{"kk": "Орталық"}', '2026-01-01' from generate_series(1, 100)`;
  await sql`insert into people (language, name, created_at) select 'kk', 'Дана', '2026-01-01' from generate_series(1, ${telegram.people})`;
  await sql`insert into chats (channel_id, external_id, kind, person_id, last_used_at)
    select k.id, (1000000000 + p.id)::text, 'private', p.id, '2026-11-01' from people p, channels k`;
  await sql`insert into memberships (person_id, organisation_id, role, from_on)
    select id, 1 + id % 100, 'worker', '2026-01-01' from people`;
  await sql`analyze`;
}
