import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freshDatabase } from '../postgres.ts';
import type { FreshDatabase } from '../postgres.ts';
import type { AloneWith } from './birge-alone.ts';
import { chromiumProgram } from './chromium.ts';
import { serveWhatsApp, type WhatsAppServer } from './server.ts';
import { writeStubPage } from './stub-page.ts';

/** All of Birge in a process that can be killed, on a database and beside a WhatsApp that stay. */
export interface Whole {
  server: WhatsAppServer;
  database: FreshDatabase;
  dataDir: string;
  /** Starts a process; resolves when it works. There must be none. */
  start(): Promise<void>;
  /** Ends it with the force of a power cut. */
  kill(): Promise<void>;
  /** Asks it to end, and waits for that. */
  stop(): Promise<void>;
  /** Links the account once it shows a QR. */
  link(): Promise<void>;
  /** Bytes that it holds after garbage collection. */
  heap(): Promise<number>;
  /** What it logged as errors so far. */
  errors(): string;
  close(): Promise<void>;
}

/** Needs the tests' Postgres (`startTestCluster`); nothing is started yet. */
export async function openWhole(): Promise<Whole> {
  const folder = await mkdtemp(join(tmpdir(), 'birge-whole-'));
  await chmod(folder, 0o700);
  const database = await freshDatabase();
  const server = await serveWhatsApp();
  const { cache } = await writeStubPage(join(folder, 'page'), server.address);
  const given: AloneWith = {
    server: database.server,
    name: database.name,
    dataDir: join(folder, 'data'),
    chromium: await chromiumProgram(folder),
    cache,
  };
  let child: ChildProcess | undefined;
  let told: string[] = [];
  let errors = '';

  async function tells(beginning: string): Promise<string> {
    const line = () => told.find((one) => one.startsWith(beginning));
    await eventually(() => line() !== undefined, beginning, 60_000);
    return line() ?? '';
  }
  async function ended(how: (running: ChildProcess) => void): Promise<void> {
    const running = child;
    child = undefined;
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    const exit = once(running, 'exit');
    how(running);
    await exit;
  }
  const kill = () => ended((running) => running.kill('SIGKILL'));

  return {
    server,
    database,
    dataDir: given.dataDir,
    async start() {
      if (child) throw new Error('it runs already');
      told = [];
      const program = join(import.meta.dirname, 'birge-alone.ts');
      const started = spawn(process.execPath, ['--optimize-for-size', program, JSON.stringify(given)], {
        stdio: ['pipe', 'pipe', 'pipe'],
      });
      child = started;
      createInterface(started.stdout).on('line', (line) => told.push(line));
      started.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
      started.stdin.on('error', () => undefined);
      await tells('started');
    },
    kill,
    stop: () => ended((running) => running.stdin?.end()),
    async link() {
      await eventually(() => server.hellos() > 0, 'a QR');
      server.pair();
    },
    async heap() {
      told = [];
      child?.stdin?.write('heap\n');
      return Number((await tells('heap')).split(' ')[1]);
    },
    errors: () => errors,
    async close() {
      await kill();
      await server.close();
      await database.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    },
  };
}

/** Waits until something holds; throws with what was waited for. */
export async function eventually(
  holds: () => boolean | Promise<boolean>,
  what: string,
  patience = 30_000,
): Promise<void> {
  for (const end = performance.now() + patience; !(await holds());) {
    if (performance.now() > end) throw new Error(`waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
