import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chown, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { program } from './binaries.ts';
import { passwordOf, type Server } from './logins.ts';
import type { Place } from './place.ts';
import { findRunning, isRunning } from './postmaster.ts';
import { run } from './run.ts';
import { hostRules, settings } from './settings.ts';

export interface Cluster extends Server {
  /** Ends Postgres without waiting for open sessions; every commit is on the disk by then. */
  stop(): Promise<void>;
}

export interface ClusterOptions {
  log: Logger;
  /** A fixed port instead of a free one. */
  port?: number;
  /** False (tests only) trades safety against a power cut for speed. */
  durable?: boolean;
  connections?: number;
}

/** Brings up the Postgres of a place: makes it if there is none, takes it over if it still runs, otherwise starts it. */
export async function startCluster(place: Place, secret: string, options: ClusterOptions): Promise<Cluster> {
  const data = join(place.home, 'data');
  if (!existsSync(data)) await make(place, secret, options);
  await checkVersion(place, data);
  const running = await findRunning(data, secret);
  if (running !== undefined) options.log.info({ pid: running.pid }, 'postgres was still running and is used again');
  const port = running?.port ?? (await start(place, data, options));
  await removeLeftovers(place.home);
  return { port, secret, stop: () => stop(place, data) };
}

/**
 * A first start that was killed leaves a half-made cluster under another name. It is removed last: the initdb that
 * outlived its bot is done by then and leaves no shared memory behind.
 */
async function removeLeftovers(home: string): Promise<void> {
  const old = (await readdir(home)).filter((name) => name.startsWith('data.new-') || name.startsWith('password-'));
  const remove = { recursive: true, force: true, maxRetries: 3 };
  // If it still writes there, the next start removes the rest.
  await Promise.all(old.map((name) => rm(join(home, name), remove).catch(() => undefined)));
}

async function make(place: Place, secret: string, options: ClusterOptions): Promise<void> {
  const tail = randomBytes(4).toString('hex');
  const fresh = join(place.home, `data.new-${tail}`);
  const passwordFile = join(place.home, `password-${tail}`);
  await writeOwned(place, passwordFile, passwordOf(secret, 'postgres'));
  try {
    const { code, output } = await run(
      program(place.binaries, 'initdb'),
      [
        ...['--pgdata', fresh, '--username', 'postgres', '--pwfile', passwordFile, '--auth', 'scram-sha-256'],
        ...['--encoding', 'UTF8', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8', '--locale', 'C'],
        ...['--data-checksums', '--wal-segsize', '4', '--set', 'max_connections=20', '--set', 'shared_buffers=32MB'],
        ...(options.durable === false ? ['--no-sync'] : []),
      ],
      place.as,
      place.home,
    );
    if (code !== 0) throw new Error(`Postgres could not make its data folder in ${place.home}: ${output}`);
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(fresh, join(place.home, 'data'));
  if (process.platform !== 'win32') await syncFolder(place.home);
}

async function checkVersion(place: Place, data: string): Promise<void> {
  const made = (await readFile(join(data, 'PG_VERSION'), 'utf8')).trim();
  const ours = place.binaries.version.split('.')[0];
  if (made === ours) return;
  throw new Error(
    `${data} was made by Postgres ${made}, this is Postgres ${ours}: export with the earlier version of Birge ` +
      '("npm run export"), then import into an empty DATA_DIR ("npm run import FILE").',
  );
}

async function start(place: Place, data: string, options: ClusterOptions): Promise<number> {
  const logFile = join(place.home, 'postgres.log');
  await writeOwned(place, join(data, 'pg_hba.conf'), hostRules);
  let reason = '';
  // Another program may take the free port between our look and Postgres's start; what a killed server left running still
  // holds its memory for a moment.
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const port = options.port ?? (await freePort());
    await writeOwned(
      place,
      join(data, 'postgresql.conf'),
      settings(port, options.durable !== false, options.connections ?? 40),
    );
    await rm(logFile, { force: true });
    const { code, output } = await run(
      program(place.binaries, 'pg_ctl'),
      ['start', '--pgdata', data, '--log', logFile, '--wait', '--timeout', '60', '--silent'],
      place.as,
      place.home,
    );
    if (code === 0) return port;
    reason = `${output}\n${await readFile(logFile, 'utf8').catch(() => '')}`;
    const isHeld = reason.includes('is still in use');
    if (!isHeld && !reason.includes('could not bind')) break;
    if (isHeld) await pause(1_000);
  }
  throw new Error(`Postgres could not start on ${data}: ${reason.trim().slice(-2000)}`);
}

async function stop(place: Place, data: string): Promise<void> {
  const { code, output } = await run(
    program(place.binaries, 'pg_ctl'),
    ['stop', '--pgdata', data, '--mode', 'fast', '--wait', '--timeout', '30', '--silent'],
    place.as,
    place.home,
  );
  // It also complains when Postgres was killed before.
  if (code !== 0 && (await isRunning(data))) throw new Error(`Postgres could not be stopped: ${output}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function writeOwned(place: Place, file: string, text: string): Promise<void> {
  await writeFile(file, text, { mode: 0o600 });
  if (place.as.uid !== undefined && place.as.gid !== undefined) await chown(file, place.as.uid, place.as.gid);
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
