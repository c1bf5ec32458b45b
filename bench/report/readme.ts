import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const begin = (part: string) =>
  `<!-- measured ${part}: everything down to the next such line is written by npm run bench -- ${part} --write -->`;
const end = (part: string) => `<!-- /measured ${part} -->`;

/** Puts a part's tables between its marks in `bench/README.md`; the words around them are written by hand. */
export async function writeIntoReadme(part: string, text: string): Promise<void> {
  const file = join(import.meta.dirname, '..', 'README.md');
  const readme = await readFile(file, 'utf8');
  const [from, to] = [readme.indexOf(begin(part)), readme.indexOf(end(part))];
  if (from < 0 || to < from) {
    throw new Error(`${file} has no marks: put "${begin(part)}" and "${end(part)}" where the tables go`);
  }
  await writeFile(file, `${readme.slice(0, from + begin(part).length)}\n\n${text}\n\n${readme.slice(to)}`);
}
