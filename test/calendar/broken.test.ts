import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { BrokenContent } from '../../src/content-file.ts';
import { loadHolidays } from '../../src/calendar/holidays.ts';
import { loadCalendar } from '../../src/calendar/load.ts';
import { known } from './small.ts';

const folders = {
  'test/calendar/broken': (file: string) => loadCalendar(file, known),
  'test/calendar/broken-holidays': loadHolidays,
};
const files = Object.entries(folders).flatMap(([folder, load]) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ file: `${folder}/${name}`, load })),
);

/** Everything one file is refused for. */
function said(load: (file: string) => unknown, file: string): string {
  try {
    load(file);
  } catch (error) {
    if (error instanceof BrokenContent) return `${error.message}\n`;
    throw error;
  }
  return 'it was accepted';
}

test.for(files)('$file is refused with its exact text', ({ file, load }) => {
  expect(said(load, file)).toBe(readFileSync(file.replace('.yaml', '.txt'), 'utf8'));
});

test('a file that is not there is named', () => {
  expect(said(loadHolidays, 'content/holiday.yaml')).toBe(
    'content/holiday.yaml: there is no such file; put it there\n',
  );
});
