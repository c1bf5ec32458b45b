import { readdir, readFile } from 'node:fs/promises';

/**
 * Megabytes of a process and of everything it has started, shared pages counted once (PSS; RSS where the system does not
 * tell PSS). Undefined if the process is gone or there is no /proc.
 */
export async function memoryOf(pid: number): Promise<number | undefined> {
  const parents = await parentsOfAll();
  if (!parents.has(pid)) return undefined;
  const tree = new Set([pid]);
  for (let before = 0; before < tree.size;) {
    before = tree.size;
    for (const [child, parent] of parents) if (tree.has(parent)) tree.add(child);
  }
  const sizes = await Promise.all([...tree].map(kilobytesOf));
  return sizes.reduce((sum, one) => sum + one, 0) / 1024;
}

async function parentsOfAll(): Promise<Map<number, number>> {
  const names = await readdir('/proc').catch(() => []);
  const pids = names.map(Number).filter(Number.isInteger);
  const found = await Promise.all(pids.map(async (pid) => [pid, await parentOf(pid)] as const));
  return new Map(found.filter((one): one is [number, number] => one[1] !== undefined));
}

/** The name of a process stands in brackets and may hold anything; the parent is the second field after it. */
async function parentOf(pid: number): Promise<number | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  const parent = Number(stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  return Number.isInteger(parent) ? parent : undefined;
}

async function kilobytesOf(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  const pss = /^Pss:\s+(\d+) kB/m.exec(rollup);
  if (pss) return Number(pss[1]);
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0);
}
