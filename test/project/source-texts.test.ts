import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (pattern: string) =>
  globSync(pattern)
    .toSorted()
    .map((path) => ({ path, lines: readFileSync(path, 'utf8').trimEnd().split('\n') }));

/** Beyond this a file holds more than one thing and wants to be split by noun. */
const most = 250;

test(`no source file has more than ${most} lines`, () => {
  const long = read('{src,flows}/**/*.{ts,js,css}').filter(({ lines }) => lines.length > most);
  expect(long.map(({ path, lines }) => `${path}: ${lines.length} lines`)).toEqual([]);
});

test('names say what a file holds', () => {
  const leftover = /^(utils?|helpers?|misc|types|common|shared)(\.|$)/;
  const paths = globSync('{src,flows,test,bench}/**/*');
  expect(paths.filter((path) => path.split('/').some((name) => leftover.test(name)))).toEqual([]);
});

test('nothing is silenced or put off', () => {
  const excuse = new RegExp(
    ['(ox|es)lint-disable', '@ts-(ignore|expect-error|nocheck)', '\\bas any\\b', '\\b(TODO|FIXME|XXX)\\b'].join('|'),
  );
  const found = read('{src,flows,test,bench}/**/*.{ts,js}').flatMap(({ path, lines }) =>
    lines.flatMap((line, index) =>
      path !== 'test/project/source-texts.test.ts' && excuse.test(line) ? [`${path}:${index + 1}`] : [],
    ),
  );
  expect(found).toEqual([]);
});

test('settings are read in one place', () => {
  // Postgres is started with an environment of its own, and lite takes its switch from the environment only.
  const mayTouch = ['src/config.ts', 'src/store/embedded/run.ts', 'src/store/embedded/lite.ts'];
  const found = read('{src,flows}/**/*.ts').flatMap(({ path, lines }) => {
    const allowed = mayTouch.includes(path) ? /process\.env/g : /$^/g;
    return lines.flatMap((line, index) =>
      line.replace(allowed, '').includes('process.env') ? [`${path}:${index + 1}`] : [],
    );
  });
  expect(found).toEqual([]);
});
