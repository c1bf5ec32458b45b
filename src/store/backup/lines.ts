import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { z } from 'zod';

const line = z.union([
  z.object({ export: z.literal(1), at: z.string(), tables: z.record(z.string(), z.array(z.string())) }),
  z.object({ table: z.string(), row: z.record(z.string(), z.json()) }),
  z.object({ file: z.string(), mime: z.string(), base64: z.string() }),
  z.object({ end: z.literal(true), rows: z.number(), files: z.number() }),
]);

/** One line of an export: its head (tables and their columns), a row of a table, the bytes of a file, or its end. */
export type Line = z.infer<typeof line>;

/** Writes a gzipped file of JSON lines. Under the final name it is only ever there whole; nobody else may read it. */
export async function writeLines(file: string, lines: AsyncIterable<Line>): Promise<void> {
  const half = `${file}.half`;
  async function* texts(): AsyncIterable<string> {
    for await (const one of lines) yield `${JSON.stringify(one)}\n`;
  }
  try {
    await pipeline(Readable.from(texts()), createGzip(), createWriteStream(half, { mode: 0o600, flush: true }));
    await rename(half, file);
  } catch (error) {
    await rm(half, { force: true });
    throw error;
  }
}

/** Why a file was not imported, in a sentence for whoever asked for it. */
export class ImportRefused extends Error {
  override readonly name = 'ImportRefused';
}

/** Reads the lines one by one. @throws ImportRefused if the file cannot be read or a line is damaged. */
export async function* readLines(file: string): AsyncIterable<Line> {
  const input = createReadStream(file);
  const text = input.pipe(createGunzip());
  input.on('error', (error) => text.destroy(error));
  let number = 0;
  for await (const one of textLines(file, text)) {
    number += 1;
    const read = line.safeParse(parse(one));
    if (!read.success) throw new ImportRefused(`${file}, line ${number}: this is not a line of an export of Birge.`);
    yield read.data;
  }
}

async function* textLines(file: string, text: Readable): AsyncIterable<string> {
  try {
    let rest = '';
    for await (const chunk of text.setEncoding('utf8')) {
      const found = (rest + String(chunk)).split('\n');
      rest = found.pop() ?? '';
      yield* found;
    }
    if (rest !== '') yield rest;
  } catch (cause) {
    throw new ImportRefused(`${file} cannot be read: ${(cause as Error).message}.`, { cause });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
