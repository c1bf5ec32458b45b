import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const begin = '<!-- measured: everything down to the next such line is written by npm run bench -- --write -->';
const end = '<!-- /measured -->';

/** Puts the tables between the marks of `bench/README.md`; the words around them are written by hand. */
export async function writeIntoReadme(text: string): Promise<void> {
  const file = join(import.meta.dirname, '..', 'README.md');
  const readme = await readFile(file, 'utf8');
  const [from, to] = [readme.indexOf(begin), readme.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${file} has no marks: put "${begin}" and "${end}" where the tables go`);
  await writeFile(file, `${readme.slice(0, from + begin.length)}\n\n${text}\n\n${readme.slice(to)}`);
}
