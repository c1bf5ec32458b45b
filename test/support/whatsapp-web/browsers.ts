import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The browsers that run with the login of a data folder, each with its own process id; Linux only. */
export async function browsersOf(dataDir: string): Promise<number[]> {
  const wanted = `--user-data-dir=${join(dataDir, 'whatsapp', 'session')}`;
  const pids = (await readdir('/proc')).map(Number).filter(Number.isInteger);
  const lines = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')));
  return pids.filter((_, at) => {
    const words = lines[at]?.split('\0') ?? [];
    return words.includes(wanted) && !words.some((word) => word.startsWith('--type='));
  });
}

/** Whether a process of ours still runs. */
export function runs(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
