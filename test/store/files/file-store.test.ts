import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FileMissing, type FileStore } from '../../../src/store/files/file-store.ts';
import { openFiles } from '../../../src/store/files/open.ts';
import { storageDouble } from '../../support/storage.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'birge-files-'));
});
afterEach(() => rm(folder, { recursive: true }));

const places: Record<string, () => Promise<FileStore>> = {
  folder: async () =>
    await openFiles({
      url: 'http://db',
      key: 'k',
      dataDir: folder,
      fetch: async () => new Response('', { status: 501 }),
    }),
  bucket: async () => await openFiles({ url: 'http://db', key: 'k', dataDir: folder, fetch: storageDouble() }),
};

describe.each(Object.keys(places))('files in a %s', (place) => {
  const bytes = new Uint8Array([0, 255, 1, 2, 3]);
  const key = '4b2f6a6bf0d2d3ee51f54ad6d4ebe41e1ba9cbf8d22e4d0c7d3f1ac4e2f2c1d1';

  test('come back as they were, are kept once and can be erased', async () => {
    const files = await (places[place] as () => Promise<FileStore>)();
    const [first, second] = [await files.put(bytes, 'image/png'), await files.put(bytes, 'image/png')];
    expect([first === second, first.length, Uint8Array.from(await files.get(first))]).toEqual([true, 64, bytes]);
    await files.remove(first);
    await files.remove(first);
    await expect(files.get(first)).rejects.toBeInstanceOf(FileMissing);
  });

  test('are found by a real key only', async () => {
    const files = await (places[place] as () => Promise<FileStore>)();
    await expect(files.get(key)).rejects.toThrow('There is no file 4b2f6a6bf0d2… in the file store.');
    await expect(files.get('../../etc/passwd')).rejects.toThrow('A file key is 64 hexadecimal digits.');
  });
});

test('nobody else may read the folder, and no half file stays', async () => {
  const files = await (places['folder'] as () => Promise<FileStore>)();
  const key = await files.put(new Uint8Array([1]), 'image/png');
  const inside = join(folder, 'files', key.slice(0, 2));
  const modes = await Promise.all([inside, join(inside, key.slice(2))].map((path) => stat(path)));
  expect(modes.map(({ mode }) => (mode & 0o777).toString(8))).toEqual(['700', '600']);
  expect(await readdir(inside)).toEqual([key.slice(2)]);
});

test('a public bucket is refused', async () => {
  const open = openFiles({ url: 'http://db', key: 'k', dataDir: folder, fetch: storageDouble({ public: true }) });
  await expect(open).rejects.toThrow('The bucket "files" of this Supabase is public');
});
