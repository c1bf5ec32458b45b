import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';

const manifest = z
  .object({
    version: z.string(),
    dependencies: z.record(z.string(), z.string()),
    allowScripts: z.record(z.string(), z.boolean()),
  })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')));

const lock = z
  .object({
    packages: z.record(
      z.string(),
      z.object({ version: z.string(), hasInstallScript: z.boolean().optional(), resolved: z.string().optional() }),
    ),
  })
  .parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));

const name = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

test('tests run on the Node that the package brings, not on the one of the machine', () => {
  expect(manifest.dependencies['node']).toMatch(/^\^24\./);
  expect(process.version).toBe(`v${lock.packages['node_modules/node']?.version}`);
});

test('every package with an install script is named in allowScripts, and no other', () => {
  const withScript = Object.entries(lock.packages).flatMap(([path, entry]) =>
    entry.hasInstallScript ? [name(path)] : [],
  );
  expect(Object.keys(manifest.allowScripts).toSorted()).toEqual([...new Set(withScript)].toSorted());
});

test('the lock file names no address a package came from', () => {
  expect(
    Object.entries(lock.packages)
      .filter(([, entry]) => entry.resolved)
      .map(([path]) => path),
  ).toEqual([]);
});

test('the changelog begins with the version of the package', () => {
  expect(/^## \[(.+?)\]/m.exec(readFileSync('CHANGELOG.md', 'utf8'))?.[1]).toBe(manifest.version);
});
