import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, chown, cp, mkdir, readdir, readlink, realpath, rename, rm, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { findBinaries, program, type Binaries } from './binaries.ts';
import { run, type RunAs } from './run.ts';

/** Where one cluster lives, with which programs and as whom it runs. */
export interface Place {
  /** Folder of the cluster's own files: `data`, `postgres.log`. */
  home: string;
  binaries: Binaries;
  as: RunAs;
}

const elsewhere = '/var/lib/birge';

/**
 * Finds the place for the cluster of a data folder (which must exist): `<dataDir>/postgres`.
 *
 * Postgres refuses to run as root. Started by root it runs as the user `postgres` (made if absent), and where that user
 * cannot enter the project or the data folder, copies of the programs and the cluster itself live under /var/lib/birge;
 * `<dataDir>/postgres` is then a link that tells where.
 */
export async function findPlace(dataDir: string): Promise<Place> {
  const link = join(dataDir, 'postgres');
  const found = findBinaries();
  if (process.getuid?.() !== 0) {
    await mkdir(link, { recursive: true, mode: 0o700 });
    return { home: await realpath(link), binaries: found, as: {} };
  }
  const as = (await ownerOf(link)) ?? (await postgresUser());
  const binaries = await reachableBinaries(found, as);
  if (!existsSync(link)) {
    const gone = await readlink(link).catch(() => undefined);
    if (gone !== undefined)
      throw new Error(`The database of ${dataDir} was in ${gone}, which is no longer there: put it back.`);
    if (await canEnter(dataDir, as)) await mkdir(link);
    else await linkElsewhere(dataDir, link);
  }
  const home = await realpath(link);
  if (as.uid !== undefined && as.gid !== undefined) await chown(home, as.uid, as.gid);
  await chmod(home, 0o700);
  if (!(await canEnter(home, as))) {
    throw new Error(
      `The user that runs Postgres (uid ${as.uid}) can no longer enter ${home}: let it pass the folders above.`,
    );
  }
  return { home, binaries, as };
}

/** A cluster made earlier keeps its owner, also when another user starts it now. */
async function ownerOf(link: string): Promise<RunAs | undefined> {
  const data = join(link, 'data');
  if (!existsSync(data)) return undefined;
  const { uid, gid } = await stat(data);
  return uid === 0 ? undefined : { uid, gid };
}

async function postgresUser(): Promise<RunAs> {
  const ask = async (flag: string): Promise<number | undefined> => {
    const { code, output } = await run('id', [flag, 'postgres'], {}, '/');
    return code === 0 ? Number(output) : undefined;
  };
  if ((await ask('-u')) === undefined) {
    await run('groupadd', ['--system', 'postgres'], {}, '/');
    await run(
      'useradd',
      ['--system', '--gid', 'postgres', '--no-create-home', '--shell', '/bin/false', 'postgres'],
      {},
      '/',
    );
  }
  const [uid, gid] = [await ask('-u'), await ask('-g')];
  if (uid === undefined || gid === undefined) {
    throw new Error(
      'Postgres cannot run as root, and the user "postgres" could not be made: add it, or start as another user.',
    );
  }
  return { uid, gid };
}

/** Asks as that user, because only so lists of rights, mounts and containers are all counted. */
async function canEnter(folder: string, as: RunAs): Promise<boolean> {
  return (await run('/bin/sh', ['-c', 'test -x "$1"', 'sh', folder], as, '/')).code === 0;
}

async function canRun(binaries: Binaries, as: RunAs): Promise<boolean> {
  return (await run(program(binaries, 'postgres'), ['--version'], as, '/')).code === 0;
}

async function reachableBinaries(found: Binaries, as: RunAs): Promise<Binaries> {
  if (await canRun(found, as)) return found;
  const copy = { ...found, root: join(elsewhere, `postgres-${found.version}`) };
  if (await canRun(copy, as)) return copy;
  await makeElsewhere();
  const fresh = `${copy.root}.new-${randomBytes(4).toString('hex')}`;
  await cp(found.root, fresh, { recursive: true, verbatimSymlinks: true });
  await openFolders(fresh);
  await rm(copy.root, { recursive: true, force: true });
  await rename(fresh, copy.root);
  if (await canRun(copy, as)) return copy;
  throw new Error(`Postgres cannot be run as uid ${as.uid} from ${found.root} nor from ${copy.root}.`);
}

/** A strict umask would leave the copied folders closed. */
async function openFolders(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) await openFolders(join(folder, entry.name));
    else if (entry.isFile()) await chmod(join(folder, entry.name), 0o755);
  }
}

async function linkElsewhere(dataDir: string, link: string): Promise<void> {
  await makeElsewhere();
  // Never the folder of an earlier data folder of this name that was thrown away: its secret is gone.
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 12);
  const home = join(elsewhere, `${name}-${randomBytes(4).toString('hex')}`);
  await mkdir(home, { mode: 0o700 });
  await symlink(home, link);
}

/** Whatever the umask is, Postgres's user must be able to pass. */
async function makeElsewhere(): Promise<void> {
  await mkdir(elsewhere, { recursive: true });
  await chmod(elsewhere, 0o755);
}
