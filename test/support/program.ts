import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join, resolve as whole } from 'node:path';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { addressOf } from '../../src/store/embedded/logins.ts';
import { fastFolder } from './fast-folder.ts';

/** One run of a program of the project, as whoever started it sees it. */
export interface Program {
  pid: number;
  /** Everything it has printed so far, logs and all. */
  output(): string;
  /** Resolves with the milliseconds from the start to the first output that contains `text`; rejects if it ends before. */
  says(text: string): Promise<number>;
  /** The exit code when it ended by itself, otherwise the signal. */
  ended: Promise<number | NodeJS.Signals>;
  /** Sends a signal, if it still runs, and waits for the end. */
  end(signal: NodeJS.Signals): Promise<number | NodeJS.Signals>;
}

/** A folder of its own on this machine, with the programs started in it. */
export interface Home {
  dataDir: string;
  /** `npm start` with these settings and no others; `script` is another program, named from the project's folder, with its arguments. */
  start(settings: Record<string, string>, script?: string, ...args: string[]): Program;
  /** Asks the embedded Postgres as its superuser, also while the program runs or after it was killed. */
  ask<Row extends object>(query: string): Promise<Row[]>;
  /** The number of the Postgres process that serves the folder; undefined when none does. */
  postgres(): Promise<number | undefined>;
  /** Ends everything that was started here and removes the folder. */
  close(): Promise<void>;
}

const project = fileURLToPath(new URL('../../', import.meta.url));

/** What `npm start` prints last: from then on people can talk. */
export const greeted = 'Ctrl+C ends it.';

/** Makes an empty home; the tests' sweep finds it by its name if this process is killed. */
export async function openHome(): Promise<Home> {
  const dataDir = await realpath(await mkdtemp(join(await fastFolder(), `birge-test-${process.pid}-`)));
  await chmod(dataDir, 0o711);
  const programs: Program[] = [];
  const pidFile = join(dataDir, 'postgres', 'data', 'postmaster.pid');
  // Postgres takes the file away as it ends, also between two looks.
  const noted = async () => (await readFile(pidFile, 'utf8').catch(() => '')).split('\n').filter(Boolean);
  const home: Home = {
    dataDir,
    start(settings, script = 'src/main.ts', ...args) {
      const program = run(dataDir, [whole(project, script), ...args], { DATA_DIR: dataDir, PORT: '0', ...settings });
      programs.push(program);
      return program;
    },
    async ask<Row extends object>(query: string) {
      const secret = (await readFile(join(dataDir, 'database.secret'), 'utf8')).trim();
      const port = Number((await noted())[3]);
      const sql = postgres(addressOf({ port, secret }, 'postgres', 'birge'), { max: 1 });
      try {
        return [...(await sql.unsafe<Row[]>(query))];
      } finally {
        await sql.end();
      }
    },
    async postgres() {
      const pid = Number((await noted())[0]);
      if (!Number.isInteger(pid) || pid <= 0) return undefined;
      const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
      return command.includes(dataDir) ? pid : undefined;
    },
    async close() {
      await Promise.all(programs.map((program) => program.end('SIGKILL')));
      for (let left = await home.postgres(); left !== undefined; left = await home.postgres()) {
        process.kill(left, 'SIGINT');
        await waitUntil(async () => (await home.postgres()) === undefined, 10_000);
      }
      await rm(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    },
  };
  return home;
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

/** Looks every 20 ms, for what tells nobody when it happens: processes, files, rows. Rejects when the time is over. */
export async function waitUntil(holds: () => boolean | Promise<boolean>, timeoutMs: number): Promise<void> {
  const until = performance.now() + timeoutMs;
  while (!(await holds())) {
    if (performance.now() > until) throw new Error(`it did not come true within ${timeoutMs} ms: ${String(holds)}`);
    await new Promise((again) => setTimeout(again, 20));
  }
}

function run(folder: string, script: string[], settings: Record<string, string>): Program {
  const begun = performance.now();
  // Nothing of the tests' own environment, and no .env of whoever runs them.
  const env = { PATH: process.env['PATH'] ?? '', HOME: folder, ...settings };
  const child = spawn(process.execPath, script, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let listeners: (() => void)[] = [];
  const hear = (chunk: Buffer): void => {
    output += chunk.toString();
    for (const listener of listeners) listener();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = endOf(child);
  return {
    pid: child.pid ?? 0,
    output: () => output,
    says: (text) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (!output.includes(text)) return;
          listeners = listeners.filter((listener) => listener !== look);
          resolve(performance.now() - begun);
        };
        listeners.push(look);
        look();
        void ended.then((how) => reject(new Error(`the program ended (${how}) before it said "${text}":\n${output}`)));
      }),
    ended,
    async end(signal) {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      return ended;
    },
  };
}

/** `close` comes after the last output, `exit` may come before it. */
async function endOf(child: ChildProcess): Promise<number | NodeJS.Signals> {
  await once(child, 'close');
  return child.exitCode ?? child.signalCode ?? 0;
}
