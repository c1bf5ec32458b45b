import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** What to write where something else stands. */
const wanted: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list (lines that begin with "-")',
  object: 'fields (lines "name: value")',
};

/** Says of each issue where it is, what stands there and what to write. `known` are the fields of the outermost level. */
export function wordIssues(issues: readonly Issue[], raw: unknown, known: readonly string[]): string[] {
  return issues.flatMap(unfold).map((issue) => wordIssue(issue, raw, known));
}

/** Of a choice between shapes, the shape that was meant: where most of it fits. */
function unfold(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0 || !issue.message.startsWith('Invalid input'))
    return [issue];
  const branches = issue.errors.map((errors) =>
    errors.flatMap((inner) => unfold({ ...inner, path: [...issue.path, ...inner.path] })),
  );
  const depth = (branch: Issue[]) => Math.max(...branch.map(({ path }) => path.length));
  return branches.toSorted((a, b) => depth(b) - depth(a) || weight(a) - weight(b))[0] ?? [issue];
}

const weight = (branch: Issue[]): number =>
  branch.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1), 0);

function wordIssue(issue: Issue, raw: unknown, known: readonly string[]): string {
  const at = issue.path.length > 0 ? `${pathText(issue.path)}: ` : '';
  const value = valueAt(raw, issue.path);
  switch (issue.code) {
    case 'invalid_type': {
      const told = issue.message.startsWith('Invalid input') ? undefined : issue.message;
      const fix = told ?? `write ${wanted[issue.expected] ?? issue.expected}`;
      return value === undefined ? `${at}missing; ${fix}` : `${at}${shown(value)} is of another kind; ${fix}`;
    }
    case 'unrecognized_keys': {
      const fix = issue.path.length === 0 ? `known fields: ${known.join(', ')}` : 'remove it or correct its spelling';
      return `${at}unknown field ${issue.keys.map((key) => `"${key}"`).join(', ')}; ${fix}`;
    }
    case 'invalid_value': {
      const values = issue.values.map(String).join(', ');
      return value === undefined
        ? `${at}missing; write one of: ${values}`
        : `${at}${shown(value)} is not known; write one of: ${values}`;
    }
    default:
      return `${at}${shown(value)} ${issue.message}`;
  }
}

/** `options[2].text.kk` */
const pathText = (path: readonly PropertyKey[]): string =>
  path.map((key, index) => (typeof key === 'number' ? `[${key + 1}]` : (index > 0 ? '.' : '') + String(key))).join('');

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    raw,
  );
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
