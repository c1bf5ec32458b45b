import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** In an order in which each finds what it needs above it. */
const parts = ['tell', 'ids', 'models', 'connection', 'sending', 'account', 'media', 'modules', 'start'];

/**
 * Writes the page that stands for WhatsApp Web into a folder, as the library's cache of versions has it.
 * @param control address of the server the page talks to
 * @param instead another page
 */
export async function writeStubPage(
  cache: string,
  control: string,
  instead?: string,
): Promise<{ version: string; cache: string }> {
  const read = (part: string) => readFile(join(import.meta.dirname, 'page', `${part}.js`), 'utf8');
  const modules = (await Promise.all(parts.map(read))).join('\n');
  const script = modules
    .replaceAll(/^import .*$/gm, '')
    .replaceAll(/^export /gm, '')
    .replace("const control = '';", `const control = ${JSON.stringify(control)};`);
  await mkdir(cache, { recursive: true });
  const page = `<!doctype html><meta charset="utf-8"><title>WhatsApp Web, a stub</title>
<script>(() => { 'use strict'; ${script}\n})();</script>`;
  await writeFile(join(cache, 'stub.html'), instead ?? page);
  return { version: 'stub', cache };
}
