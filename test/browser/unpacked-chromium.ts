import { existsSync } from 'node:fs';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where the browser lies and the environment it runs in. */
export interface UnpackedChromium {
  executablePath: string;
  env: Record<string, string | undefined>;
}

/**
 * Unpacks the Chromium of `@sparticuz/chromium` with its own libraries and its font (Open Sans, which has the Kazakh
 * letters), so that a bare system is enough. Each version has its own folder, made elsewhere and then renamed: an old
 * binary is never taken for a new one, and two test runs do not disturb each other.
 */
export async function unpackedChromium(version: string): Promise<UnpackedChromium> {
  const folder = join(tmpdir(), `birge-chromium-${version}-${process.getuid?.() ?? 0}`);
  if (!existsSync(folder)) {
    const unfinished = `${folder}.${process.pid}`;
    await mkdir(unfinished, { mode: 0o700 });
    await unpackInto(unfinished);
    await writeFile(join(unfinished, 'birge-fonts.conf'), fontsIn(folder));
    await rename(unfinished, folder).catch(async (error: unknown) => {
      await rm(unfinished, { recursive: true, force: true });
      if (!existsSync(folder)) throw error;
    });
  }
  const owner = (await stat(folder)).uid;
  if (owner !== (process.getuid?.() ?? owner)) throw new Error(`${folder} belongs to another user: remove it.`);
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(folder, 'birge-fonts.conf'),
      FONTCONFIG_PATH: folder,
    },
  };
}

/**
 * The package's own list of font folders names only `/tmp/fonts`, and a Chromium that finds no font at all dies. Ours
 * stands first, so that letters look the same everywhere; signs it lacks come from the system, if it has them.
 */
function fontsIn(folder: string): string {
  const folders = [join(folder, 'fonts'), '/usr/share/fonts', '/usr/local/share/fonts'];
  const prefer =
    '<alias><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>' +
    '<alias><family>system-ui</family><prefer><family>Open Sans</family></prefer></alias>';
  const dirs = folders.map((one) => `<dir>${one}</dir>`).join('');
  return `<?xml version="1.0"?><fontconfig>${dirs}<cachedir>${folder}/cache</cachedir>${prefer}</fontconfig>`;
}

/** The package unpacks into the temporary folder and looks at the environment as it is imported: both are lent to it. */
async function unpackInto(folder: string): Promise<void> {
  const lent = {
    TMPDIR: folder,
    AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x',
    FONTCONFIG_PATH: folder,
    LD_LIBRARY_PATH: folder,
  };
  const before = Object.keys(lent).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, lent);
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    await chromium.executablePath();
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}
