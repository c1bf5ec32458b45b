import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { inflateSync } from 'node:zlib';

const fonts = dirname(fileURLToPath(import.meta.resolve('@expo-google-fonts/tinos/package.json')));

/** Where LibreOffice lies on this machine; undefined when it is not installed. */
export const soffice = (process.env['PATH'] ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'soffice'))
  .find((path) => existsSync(path));

/**
 * How many pages LibreOffice makes of each document. It sees no font but Tinos, which stands in for Times New Roman, and
 * keeps its settings in a folder that goes afterwards.
 */
export async function pagesInLibreOffice(program: string, documents: Uint8Array[]): Promise<number[]> {
  const folder = await mkdtemp(join(tmpdir(), 'birge-pages-'));
  try {
    const inFolder = (name: string): string => join(folder, name);
    await writeFile(inFolder('fonts.conf'), fontconfig(inFolder('cache')));
    await Promise.all(documents.map((bytes, index) => writeFile(inFolder(`${index}.docx`), bytes)));
    await promisify(execFile)(
      program,
      [
        '--headless',
        `-env:UserInstallation=${pathToFileURL(inFolder('settings')).href}`,
        ...['--convert-to', 'pdf', '--outdir', folder],
        ...documents.map((_, index) => inFolder(`${index}.docx`)),
      ],
      { env: { ...process.env, HOME: folder, FONTCONFIG_FILE: inFolder('fonts.conf') }, timeout: 90_000 },
    );
    return await Promise.all(documents.map(async (_, index) => pagesOfPdf(await readFile(inFolder(`${index}.pdf`)))));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const fontconfig = (cache: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${fonts}</dir>
  <cachedir>${cache}</cachedir>
  <match target="pattern">
    <test name="family"><string>Times New Roman</string></test>
    <edit name="family" mode="assign" binding="same"><string>Tinos</string></edit>
  </match>
</fontconfig>
`;

/** Counts the page objects of a PDF, also those that newer versions pack into compressed streams. */
function pagesOfPdf(pdf: Buffer): number {
  const plain = pdf.toString('latin1');
  const packed = [...plain.matchAll(/\/Type\s*\/ObjStm[^]*?stream\r?\n([^]*?)endstream/g)].map(([, stream = '']) =>
    inflateSync(Buffer.from(stream, 'latin1')).toString('latin1'),
  );
  return [plain, ...packed].join('\n').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}
