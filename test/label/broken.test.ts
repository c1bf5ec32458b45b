import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { BrokenContent } from '../../src/content-file.ts';
import { loadInstrument } from '../../src/label/instrument.ts';

const folder = 'test/label/broken';
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => name.replace('.yaml', ''));

const written = mkdtempSync(join(tmpdir(), 'label-'));
afterAll(() => rmSync(written, { recursive: true }));

/** Everything a file is refused for. */
function said(file: string): string {
  try {
    loadInstrument(file);
  } catch (error) {
    if (error instanceof BrokenContent) return `${error.message}\n`;
    throw error;
  }
  return 'it was accepted';
}

const fieldsOf = (file: string): object => parse(readFileSync(file, 'utf8')) as object;

/** The small instrument with these fields in place of its own. */
function smallWith(fields: object): string {
  const file = join(written, 'small.yaml');
  writeFileSync(file, stringify({ ...fieldsOf('test/label/small.yaml'), ...fields }));
  return file;
}

test('the small instrument is whole', () => {
  expect(said('test/label/small.yaml')).toBe('it was accepted');
});

test.for(names)('%s.yaml is refused with its exact text', (name) => {
  const lines = said(smallWith(fieldsOf(`${folder}/${name}.yaml`))).replaceAll(`${written}/`, '');
  expect(lines).toBe(readFileSync(`${folder}/${name}.txt`, 'utf8'));
});

test('an empty file, broken YAML and a file that is not there are named', () => {
  const file = join(written, 'label.yaml');
  writeFileSync(file, 'criteria: [1, 2');
  expect(said(file)).toMatch(/label\.yaml: line 1: .+; correct the YAML\n$/);
  writeFileSync(file, '');
  expect(said(file)).toBe(`${file}: null is of another kind; write fields (lines "name: value")\n`);
  expect(said('content/label.yaml')).toBe('content/label.yaml: there is no such file; put it there\n');
});
