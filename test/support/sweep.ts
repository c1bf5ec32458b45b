import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Ends and removes the Postgres of a test run that was killed: its folder carries the number of a process that is gone. */
export async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const owner = Number(/^birge-test-(\d+)-/.exec(name)?.[1]);
    if (!Number.isInteger(owner) || isAlive(owner)) continue;
    const left = join(folder, name);
    const [pid] = (await readFile(join(left, 'postgres', 'data', 'postmaster.pid'), 'utf8').catch(() => '')).split(
      '\n',
    );
    try {
      if (pid !== undefined && pid !== '' && (await serves(Number(pid), left))) process.kill(Number(pid), 'SIGQUIT');
      await rm(left, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    } catch {
      // Another user's: that user's next run removes it.
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Only a process that names the folder itself is ended: numbers of processes come again. */
async function serves(pid: number, folder: string): Promise<boolean> {
  return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).includes(folder);
}
