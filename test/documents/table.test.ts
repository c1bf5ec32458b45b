import { expect, test } from 'vitest';
import { type Sheet, workbook } from '../../src/documents/table.ts';
import { readZip } from './read-zip.ts';

type Given = Sheet['rows'][number][number];

const plain = (xml: string): string =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

/** The parts of a workbook and its cells by address, as Excel reads them: texts in quotes, days and numbers as they are. */
async function read(sheet: Sheet) {
  const files = readZip(Buffer.from(await workbook(sheet)));
  const part = (name: string): string => files.get(name) ?? '';
  const texts = [...part('xl/sharedStrings.xml').matchAll(/<si><t[^>]*>([^<]*)<\/t><\/si>/g)].map(([, text = '']) =>
    plain(text),
  );
  const cellFormats = part('xl/styles.xml').split('<cellXfs')[1] ?? '';
  const formats = [...cellFormats.matchAll(/<xf ([^>]*)>/g)].map(([, xf = '']) => xf);
  const cells = new Map(
    [...part('xl/worksheets/sheet1.xml').matchAll(/<c r="([A-Z]+\d+)"([^>]*)>(?:<v>([^<]*)<\/v>)?<\/c>/g)].map(
      ([, address = '', attributes = '', value = '']) => {
        const format = formats[Number(/s="(\d+)"/.exec(attributes)?.[1] ?? 0)] ?? '';
        if (attributes.includes('t="s"')) return [address, `"${texts[Number(value)]}"`];
        return [address, format.includes('numFmtId="100"') ? `day ${value}` : value];
      },
    ),
  );
  return { part, formats, cells };
}

const readRow = async (...row: Given[]) => {
  const { cells, part } = await read({ name: 'Тізім', columns: [{ title: 'Кім', width: 30 }], rows: [row] });
  expect(part('xl/worksheets/sheet1.xml')).not.toContain('<f>');
  return [...cells].filter(([address]) => address.endsWith('2')).map(([address, value]) => `${address} ${value}`);
};

test('texts, numbers, days and gaps', async () => {
  expect(await readRow('Әсел', 12, -1.5, 0, { day: '2026-11-15' }, null, '', 'соңы')).toEqual([
    'A2 "Әсел"',
    'B2 12',
    'C2 -1.5',
    'D2 0',
    'E2 day 46341',
    'H2 "соңы"',
  ]);
});

test('days are those of Excel, also around its leap day that never was', async () => {
  const days = ['1899-12-31', '1900-02-28', '1900-03-01', '2024-02-29', '2026-01-01'].map((day) => ({ day }));
  expect(await readRow(...days)).toEqual([
    'A2 "1899-12-31"',
    'B2 "1900-02-28"',
    'C2 day 61',
    'D2 day 45351',
    'E2 day 46023',
  ]);
});

test('nothing that people write is a formula, markup or a code', async () => {
  const nasty = ['=1+1', '+77010000000', '-2', '@SUM(A1)', '\t=1', '<b>&amp;"\'', '12', 'ӘҒҚҢӨҰҮҺІ 🎓', ' x '];
  expect(await readRow(...nasty)).toEqual(nasty.map((text, index) => `${'ABCDEFGHI'[index]}2 "${text}"`));
  expect(await readRow('_x0041_', 'a\u0000b\uD800c')).toEqual(['A2 "_x005F_x0041_"', 'B2 "abc"']);
});

test('a text longer than Excel takes is shortened', async () => {
  const [cell = ''] = await readRow('ұ'.repeat(40_000));
  expect(cell).toBe(`A2 "${'ұ'.repeat(32_766)}…"`);
});

test('the first row is bold and stays in sight; columns have their widths', async () => {
  const columns = [
    { title: 'Аты-жөні', width: 30 },
    { title: '=Күні', width: 12.5 },
  ];
  const { part, formats, cells } = await read({ name: 'Тізім', columns, rows: [] });
  expect([...cells]).toEqual([
    ['A1', '"Аты-жөні"'],
    ['B1', '"=Күні"'],
  ]);
  const sheet = part('xl/worksheets/sheet1.xml');
  const style = Number(/<c r="A1" s="(\d+)"/.exec(sheet)?.[1]);
  const fonts = part('xl/styles.xml').split('<font>').slice(1);
  expect(fonts[Number(/fontId="(\d+)"/.exec(formats[style] ?? '')?.[1])]).toContain('<b/>');
  expect(sheet).toMatch(/<pane ySplit="1" [^>]*topLeftCell="A2" [^>]*state="frozen"\/>/);
  expect([...sheet.matchAll(/<col [^>]*width="([\d.]+)"/g)].map(([, width]) => width)).toEqual(['30', '12.5']);
});

test.for<[given: string, name: string]>([
  ['Тізім', 'Тізім'],
  ['2026/11: [орталықтар]?', '2026 11 орталықтар'],
  ["'Қараша'", 'Қараша'],
  ['Құзыреттері бағаланбаған қызметкерлер', 'Құзыреттері бағаланбаған қызмет'],
  [`${'a'.repeat(30)}🎓`, 'a'.repeat(30)],
  ['///', '1'],
])('a sheet called %j is named %j', async ([name, expected]) => {
  const { part } = await read({ name, columns: [], rows: [] });
  expect(plain(/<sheet [^>]*name="([^"]*)"/.exec(part('xl/workbook.xml'))?.[1] ?? '')).toBe(expected);
});

test('what would make a broken file is refused', async () => {
  await expect(readRow(Number.NaN)).rejects.toThrow(
    'a table cell holds a number that is not finite; give null instead',
  );
  await expect(readRow({ day: '2026-02-30' })).rejects.toThrow('a table cell holds a day that is not YYYY-MM-DD');
});
