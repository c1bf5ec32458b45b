import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { largeSheet } from './large-sheet.ts';
import { readZip } from './read-zip.ts';

const run = promisify(execFile);
const rows = 10_000;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'birge-table-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('10,000 rows of ten columns take less than 200 MB, and come back as they were', async () => {
  const file = join(folder, 'diary.xlsx');
  const program = fileURLToPath(new URL('./large-table.ts', import.meta.url));
  const { stdout } = await run(process.execPath, [program, String(rows), file]);
  expect(Number(stdout)).toBeLessThan(200);

  const parts = readZip(await readFile(file));
  const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';
  expect(sheet).not.toContain('<f>');
  const texts = [...(parts.get('xl/sharedStrings.xml') ?? '').matchAll(/<si><t[^>]*>([^<]*)<\/t><\/si>/g)].map(
    ([, text = '']) => text,
  );
  const read = [...sheet.matchAll(/<row r="\d+">(.*?)<\/row>/g)]
    .slice(1)
    .map(([, row = '']) =>
      [...row.matchAll(/<c r="[A-Z]+\d+"([^>]*)><v>([^<]*)<\/v><\/c>/g)].map(([, about = '', value = '']) =>
        about.includes('t="s"') ? texts[Number(value)] : Number(value),
      ),
    );
  // Excel counts the days from the last but one of 1899.
  const given = largeSheet(rows).rows.map((row) =>
    row.map((cell) =>
      typeof cell === 'object' && cell !== null ? (Date.parse(cell.day) - Date.UTC(1899, 11, 30)) / 86_400_000 : cell,
    ),
  );
  expect(read).toHaveLength(rows);
  expect(read).toEqual(given);
}, 60_000);
