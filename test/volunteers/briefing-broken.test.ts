import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { BrokenContent } from '../../src/content-file.ts';
import { loadBriefing } from '../../src/volunteers/briefing.ts';

const folder = 'test/volunteers/briefing-broken';
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => name.replace('.yaml', ''));

const written = mkdtempSync(join(tmpdir(), 'briefing-'));
afterAll(() => rmSync(written, { recursive: true }));

/** Everything a file is refused for. */
function said(file: string): string {
  try {
    loadBriefing(file);
  } catch (error) {
    if (error instanceof BrokenContent) return `${error.message}\n`;
    throw error;
  }
  return 'it was accepted';
}

const fieldsOf = (file: string): object => parse(readFileSync(file, 'utf8')) as object;

/** The small briefing with these fields in place of its own. */
function smallWith(fields: object): string {
  const file = join(written, 'small.yaml');
  writeFileSync(file, stringify({ ...fieldsOf('test/volunteers/briefing-small.yaml'), ...fields }));
  return file;
}

test('the small briefing is whole, and so is one of a single topic', () => {
  expect(said('test/volunteers/briefing-small.yaml')).toBe('it was accepted');
  const [first] = loadBriefing('test/volunteers/briefing-small.yaml').topics;
  expect(said(smallWith({ topics: [first] }))).toBe('it was accepted');
});

test.for(names)('%s.yaml is refused with its exact text', async (name) => {
  const lines = said(smallWith(fieldsOf(`${folder}/${name}.yaml`))).replaceAll(`${written}/`, '');
  await expect(lines).toMatchFileSnapshot(`briefing-broken/${name}.txt`);
});

test('an empty file, broken YAML and a file that is not there are named', () => {
  const file = join(written, 'briefing.yaml');
  writeFileSync(file, 'topics: [1, 2');
  expect(said(file)).toMatch(/briefing\.yaml: line 1: .+; correct the YAML\n$/);
  writeFileSync(file, '');
  expect(said(file)).toBe(`${file}: null is of another kind; write fields (lines "name: value")\n`);
  expect(said('content/briefing.yaml')).toBe('content/briefing.yaml: there is no such file; put it there\n');
});
