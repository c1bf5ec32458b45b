import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the sentences lie: `kk.ftl` and, of what is large enough for files of its own, `kk/….ftl`. */
export const localeFolder = 'content/locales';

/** All sentences of a language, file after file. */
export function localeText(language: string): string {
  const beside = readdirSync(join(localeFolder, language)).toSorted();
  const files = [`${language}.ftl`, ...beside.map((name) => join(language, name))];
  return files.map((name) => readFileSync(join(localeFolder, name), 'utf8')).join('\n');
}
