import { createHmac, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Who logs in to the embedded Postgres.
 * `postgres` is its superuser and only prepares databases; `birge_owner` owns them and runs the migrations;
 * `authenticator` serves requests and, as on hosted Supabase, can do nothing but become another role.
 */
export type Login = 'postgres' | 'birge_owner' | 'authenticator';

/** A running Postgres of ours and the secret its passwords are made of. */
export interface Server {
  port: number;
  secret: string;
}

/** The password of a login role, or of the HTTP key: one secret, a different word for each use. */
export function passwordOf(secret: string, use: string): string {
  return createHmac('sha256', secret).update(use).digest('base64url');
}

/** The connection address of one login to one database of the server, password included: never log it. */
export function addressOf(server: Server, login: Login, database: string): string {
  return `postgres://${login}:${passwordOf(server.secret, login)}@127.0.0.1:${server.port}/${database}`;
}

/** The key that supabase-js shows to the embedded database; it stays the same over restarts. */
export function secretKeyOf(secret: string): string {
  return `sb_secret_${passwordOf(secret, 'http')}`;
}

/**
 * Reads the secret of a data folder, or makes one (file mode 0600) before there is a cluster that relies on it.
 * @throws if there is a cluster, but its secret is gone.
 */
export async function openSecret(dataDir: string): Promise<string> {
  const file = join(dataDir, 'database.secret');
  if (existsSync(file)) {
    const secret = (await readFile(file, 'utf8')).trim();
    if (secret.length >= 32) return secret;
  }
  if (existsSync(join(dataDir, 'postgres', 'data'))) {
    throw new Error(
      `${file} is missing or damaged, and without it the database next to it does not open: put the file back.`,
    );
  }
  const secret = randomBytes(32).toString('base64url');
  const handle = await open(file, 'w', 0o600);
  try {
    await handle.writeFile(`${secret}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return secret;
}
