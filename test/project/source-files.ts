import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseSync } from 'oxc-parser';

/** One file of ours and what it imports: our files by path from the root, everything else by package name. */
export interface SourceFile {
  path: string;
  imports: string[];
}

/** All TypeScript of the project, with `import type`, `export … from` and `import()` followed alike. */
export function sourceFiles(): SourceFile[] {
  const paths = globSync('{src,flows,test,bench}/**/*.ts').toSorted();
  return paths.map((path) => ({ path, imports: importsOf(path, readFileSync(path, 'utf8')) }));
}

/** @throws when a file does not parse, or an `import()` of the program has no plain text as its address */
export function importsOf(path: string, code: string): string[] {
  const { module, errors } = parseSync(path, code);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const named = [
    ...module.staticImports.map((statement) => statement.moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) => entries.flatMap((entry) => entry.moduleRequest?.value ?? [])),
    ...module.dynamicImports.flatMap(({ moduleRequest }) =>
      literal(path, code.slice(moduleRequest.start, moduleRequest.end)),
    ),
  ];
  return [...new Set(named.map((name) => (name.startsWith('.') ? join(dirname(path), name) : packageName(name))))];
}

function literal(path: string, argument: string): string[] {
  const text = /^(['"`])([^'"`$]*)\1$/.exec(argument)?.[2];
  if (text !== undefined) return [text];
  if (path.startsWith('test/')) return [];
  throw new Error(`${path}: import(${argument}) hides what it imports`);
}

/** `grammy/types` is part of `grammy`, `@supabase/lite/x` of `@supabase/lite`; `node:fs` stays. */
function packageName(name: string): string {
  return name.split('/', name.startsWith('@') ? 2 : 1).join('/');
}
