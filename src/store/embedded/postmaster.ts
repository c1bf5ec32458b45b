import { existsSync } from 'node:fs';
import { readFile, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import postgres from 'postgres';
import { addressOf } from './logins.ts';

/** A Postgres that already runs on this data, left over by a bot that was killed. */
export interface Running {
  pid: number;
  port: number;
}

/**
 * Looks for a Postgres that already runs on `data` and proves, by the stored password, that it is ours.
 * Waits while it is still starting or stopping, at most `patienceMs`.
 * @throws if something runs there that does not know our password.
 */
export async function findRunning(data: string, secret: string, patienceMs = 30_000): Promise<Running | undefined> {
  const giveUp = Date.now() + patienceMs;
  for (;;) {
    const noted = await readPidFile(data);
    if (noted === undefined || !isAlive(noted.pid)) return undefined;
    if (await isSomethingElse(noted.pid)) {
      // A container hands out the same process numbers again: Postgres would take that stranger for its own twin.
      await rm(join(data, 'postmaster.pid'), { force: true });
      return undefined;
    }
    if (noted.ready && (await isOurs(data, secret, noted.port))) return { pid: noted.pid, port: noted.port };
    if (Date.now() > giveUp) {
      throw new Error(
        `Process ${noted.pid} holds ${join(data, 'postmaster.pid')} but does not answer: end it and start again.`,
      );
    }
    await wait(100);
  }
}

async function readPidFile(data: string): Promise<{ pid: number; port: number; ready: boolean } | undefined> {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n');
  const pid = Math.abs(Number(lines[0]));
  if (!Number.isInteger(pid) || pid === 0) return undefined;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** True for a process that is no Postgres: a stranger under the same number, or a dead one that nobody has buried yet. */
async function isSomethingElse(pid: number): Promise<boolean> {
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined);
  return command !== undefined && !command.includes('postgres');
}

/** Whether a Postgres runs on `data`, ours or not. */
export async function isRunning(data: string): Promise<boolean> {
  const noted = await readPidFile(data);
  return noted !== undefined && isAlive(noted.pid) && !(await isSomethingElse(noted.pid));
}

async function isOurs(data: string, secret: string, port: number): Promise<boolean> {
  const sql = postgres(addressOf({ port, secret }, 'postgres', 'postgres'), {
    max: 1,
    connect_timeout: 5,
    onnotice: () => undefined,
  });
  try {
    const [row] = await sql<{ data_directory: string }[]>`show data_directory`;
    return row !== undefined && (await realpath(row.data_directory)) === (await realpath(data));
  } catch (cause) {
    if ((cause as { code?: string }).code !== '28P01') return false;
    throw new Error(
      `The running Postgres of ${data} does not accept the secret in DATA_DIR/database.secret: put the right file back.`,
      { cause },
    );
  } finally {
    await sql.end({ timeout: 1 });
  }
}
