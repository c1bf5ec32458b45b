import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { BrokenForms, loadForms } from '../../src/forms/index.ts';

const folder = 'test/forms/broken';
const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

/** All problems of the folder: one start reports every file. */
function problemsOfAll(): readonly string[] {
  try {
    loadForms(folder);
  } catch (error) {
    if (error instanceof BrokenForms) return error.problems;
    throw error;
  }
  return [];
}

const problems = problemsOfAll();

test.for(names)('%s is refused with its exact text', (name) => {
  const said = problems.filter((problem) => problem.startsWith(`${folder}/${name}: `));
  expect(`${said.join('\n')}\n`).toBe(readFileSync(`${folder}/${name.replace('.yaml', '.txt')}`, 'utf8'));
});

test('every problem belongs to a file of the folder', () => {
  expect(problems.filter((problem) => !names.some((name) => problem.startsWith(`${folder}/${name}: `)))).toEqual([]);
});
