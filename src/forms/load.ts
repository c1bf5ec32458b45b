import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseDocument } from 'yaml';
import type { Form } from './form.ts';
import { changedTypes } from './lock.ts';
import { readForm } from './read-form.ts';

/** All that is wrong with the forms of a folder, one line for each problem. */
export class BrokenForms extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'BrokenForms';
    this.problems = problems;
  }
}

/**
 * Reads every `*.yaml` of the folder; the key is the form's id. Throws one `BrokenForms` with all problems of all
 * files. Beside the folder `question-ids.lock` may lie: then no question may have changed its type.
 */
export function loadForms(folder: string): Map<string, Form> {
  const forms = new Map<string, Form>();
  const problems: string[] = [];
  const lockFile = join(folder, '..', 'question-ids.lock');
  const lock = existsSync(lockFile) ? readFileSync(lockFile, 'utf8') : '';
  for (const name of readdirSync(folder)
    .filter((entry) => entry.endsWith('.yaml'))
    .toSorted()) {
    const read = readFormText(readFileSync(join(folder, name), 'utf8'), name);
    const found = read.is === 'broken' ? read.problems : changedTypes(read.form, lock, lockFile);
    problems.push(...found.map((problem) => `${join(folder, name)}: ${problem}`));
    if (read.is === 'form') forms.set(read.form.id, read.form);
  }
  if (problems.length > 0) throw new BrokenForms(problems);
  return forms;
}

/** One file's text; its name without `.yaml` must be the form's id. */
export function readFormText(text: string, name: string): ReturnType<typeof readForm> {
  const document = parseDocument(text);
  if (document.errors.length > 0) {
    const problems = document.errors.map(({ message, linePos }) => {
      const said = (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');
      return `line ${linePos?.[0].line ?? '?'}: ${said}; correct the YAML`;
    });
    return { is: 'broken', problems };
  }
  const read = readForm(document.toJS());
  const id = basename(name, '.yaml');
  if (read.is === 'form' && read.form.id !== id) {
    return {
      is: 'broken',
      problems: [`id: "${read.form.id}" is not the file's name; write "id: ${id}" or rename the file`],
    };
  }
  return read;
}
