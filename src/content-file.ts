import { existsSync, readFileSync } from 'node:fs';
import { parseDocument } from 'yaml';

/** All that is wrong with a file of content, one line for each problem: `file: place: value; fix`. */
export class BrokenContent extends Error {
  override readonly name = 'BrokenContent';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

/**
 * What a YAML file holds, given to `read`, which adds to `problems` what is wrong with it. Throws one `BrokenContent`
 * with every problem, each beginning with the file's name.
 */
export function readContentFile<T>(file: string, read: (raw: unknown, problems: string[]) => T): T {
  const problems: string[] = [];
  const raw = yamlOf(file, problems);
  if (problems.length > 0) throw brokenContent(file, problems);
  const content = read(raw, problems);
  if (problems.length > 0) throw brokenContent(file, problems);
  return content;
}

const brokenContent = (file: string, problems: readonly string[]): BrokenContent =>
  new BrokenContent(problems.map((problem) => `${file}: ${problem}`));

function yamlOf(file: string, problems: string[]): unknown {
  if (!existsSync(file)) {
    problems.push('there is no such file; put it there');
    return undefined;
  }
  const document = parseDocument(readFileSync(file, 'utf8'));
  for (const { message, linePos } of document.errors) {
    const said = (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');
    problems.push(`line ${linePos?.[0].line ?? '?'}: ${said}; correct the YAML`);
  }
  return problems.length > 0 ? undefined : document.toJS();
}

export const isRecord = (raw: unknown): raw is Record<string, unknown> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);
