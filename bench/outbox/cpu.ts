import { readdir, readFile } from 'node:fs/promises';

/** Milliseconds of a kernel tick, as /proc counts them. */
const tick = 10;

/** Milliseconds of CPU that a process has used, also by children that have ended; 0 where the system does not tell. */
export async function cpuOf(pid: number): Promise<number> {
  const fields = await statOf(pid);
  return fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0) * tick;
}

/** The same of a process and all its children together: a Postgres. */
export async function cpuOfFamily(parent: number): Promise<number> {
  const pids = (await readdir('/proc').catch(() => [])).map(Number).filter((pid) => pid > 0);
  const children: number[] = [];
  for (const pid of pids) if (Number((await statOf(pid))[1]) === parent) children.push(await cpuOf(pid));
  return children.reduce((sum, one) => sum + one, await cpuOf(parent));
}

/** What stands after the name, which may hold spaces; empty if the process is gone. */
async function statOf(pid: number): Promise<string[]> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}
