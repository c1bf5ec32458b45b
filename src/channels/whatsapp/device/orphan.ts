import { execFile } from 'node:child_process';
import { readdir, readFile, readlink, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Ends a browser that still holds the folder of the login, left over by a Birge that was killed, and removes the lock it
 * has left there. The caller must be sure that no other Birge uses the folder. A process is ended only if it is a
 * Chromium that was started with exactly this folder: a lock may name a number that belongs to another program by now.
 * @param folder absolute path of the browser's user data
 * @returns the process ids that were ended
 */
export async function endOrphans(folder: string): Promise<number[]> {
  const locked = await lockHolder(folder);
  const orphans = process.platform === 'linux' ? await holdersInProc(folder) : [];
  if (orphans.length === 0 && locked !== undefined && isOurs(await wordsOf(locked), folder)) orphans.push(locked);
  let left = orphans;
  for (const name of ['SIGTERM', 'SIGKILL'] as const) {
    for (const pid of left) end(pid, name);
    left = await leftAfter(3000, left, folder);
  }
  for (const name of ['SingletonLock', 'SingletonSocket', 'SingletonCookie'])
    await rm(join(folder, name), { force: true });
  return orphans;
}

/** Chromium's lock is a link that points to `host-pid`. One of another host, such as an earlier container, tells nothing. */
async function lockHolder(folder: string): Promise<number | undefined> {
  const target = await readlink(join(folder, 'SingletonLock')).catch(() => '');
  const [, host, pid] = /^(.*)-(\d+)$/.exec(target) ?? [];
  return host === hostname() ? Number(pid) : undefined;
}

/** Chromium's headless shell leaves no lock, so that on Linux all processes are looked at. */
async function holdersInProc(folder: string): Promise<number[]> {
  const pids = (await readdir('/proc')).map(Number).filter(Number.isInteger);
  const checked = await Promise.all(pids.map(async (pid) => ({ pid, words: await wordsOf(pid) })));
  return checked.filter(({ words }) => isOurs(words, folder)).map(({ pid }) => pid);
}

/** The command line in words. From `ps` it comes as one text, which is enough to look for one word without spaces. */
async function wordsOf(pid: number): Promise<string[]> {
  if (process.platform === 'linux') return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0');
  if (process.platform === 'win32') return [];
  const { stdout } = await run('ps', ['-ww', '-o', 'command=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
  const [program = '', ...rest] = stdout.trim().split(/ (?=--)/);
  return [program, ...rest];
}

function isOurs([program = '', ...args]: string[], folder: string): boolean {
  return /chrom|headless[_-]shell|msedge|brave/i.test(basename(program)) && args.includes(`--user-data-dir=${folder}`);
}

/** It may have gone by itself meanwhile. */
function end(pid: number, name: 'SIGTERM' | 'SIGKILL'): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

/** Which of them still are browsers with this folder; waits for `ms` milliseconds at most until there are none. */
async function leftAfter(ms: number, pids: number[], folder: string): Promise<number[]> {
  for (const until = performance.now() + ms; ; await pause(50)) {
    const words = await Promise.all(pids.map(wordsOf));
    const left = pids.filter((_, at) => isOurs(words[at] ?? [], folder));
    if (left.length === 0 || performance.now() > until) return left;
  }
}
