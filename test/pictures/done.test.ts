import { expect, test } from 'vitest';
import { type DoneList, type DoneRow, drawDone } from '../../src/pictures/done.ts';

const list = (rows: DoneRow[]): DoneList => ({
  title: 'Құзыреттерді бағалау',
  subtitle: '2026 жылғы 9 қараша',
  words: { done: 'Бағаланды', notYet: 'Әлі жоқ' },
  rows,
  rest: (n) => `Тағы ${n} орталық`,
});

const rowsOf = (count: number): DoneRow[] =>
  Array.from({ length: count }, (_, index) => ({ label: `Орталық ${index + 1}`, done: index, of: 60 }));

const draw = async (rows: DoneRow[]) => Buffer.from(await drawDone(list(rows)));

const drawLabel = (label: string) => draw([{ label, done: 1, of: 2 }]);

/** Width and height from the header of a PNG. */
function size(png: Buffer): [width: number, height: number] {
  expect(png.subarray(0, 16).toString('latin1')).toBe('\x89PNG\r\n\x1a\n\0\0\0\rIHDR');
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

test.for<[rows: number, height: number]>([
  [1, 279],
  [8, 930],
  [9, 870],
  [13, 1174],
  [14, 970],
  [40, 2426],
  [41, 2482],
  [500, 2482],
])('%i rows make a picture of %i pixels', async ([rows, height]) => {
  expect(size(await draw(rowsOf(rows)))).toEqual([720, height]);
});

test('also with the longest texts, Telegram need not shrink the picture', async () => {
  const long = 'Шымкент қаласының Жастар саясаты мәселелері басқармасы '.repeat(9);
  const highest = async (rows: DoneRow[]) =>
    size(Buffer.from(await drawDone({ ...list(rows), title: long, subtitle: long })))[1];
  const named = (count: number) => rowsOf(count).map((row) => ({ ...row, label: long }));
  expect(await highest(named(8))).toBeLessThanOrEqual(1280);
  expect(await highest(named(13))).toBeLessThanOrEqual(1280);
  expect(await highest(named(18))).toBeLessThanOrEqual(1280);
  expect(await highest(named(41))).toBeLessThanOrEqual(2560);
});

test('what does not fit into 41 rows is summed in the last one', async () => {
  const rows = [
    ...rowsOf(40),
    { label: 'x', done: 3, of: 5 },
    { label: 'y', done: 0, of: 4 },
    { label: 'z', done: 1, of: 1 },
  ];
  const byHand = [...rowsOf(40), { label: 'Тағы 3 орталық', done: 4, of: 10 }];
  expect((await draw(rows)).equals(await draw(byHand))).toBe(true);
});

test('every Kazakh letter is drawn, each as itself', async () => {
  const pictures = await Promise.all(['', ...'ӘәҒғҚқҢңӨөҰұҮүҺһІі'].map(drawLabel));
  expect(new Set(pictures.map((png) => png.toString('base64'))).size).toBe(19);
});

test('what people write in a name is drawn as they wrote it', async () => {
  const written = ['Орталық', '<b>Орталық</b>', '{b|Орталық}', '{b}', '&lt;', '<', '"', '%s', '\\', '\\n'];
  const pictures = await Promise.all(['', ...written].map(drawLabel));
  expect(new Set(pictures.map((png) => png.toString('base64'))).size).toBe(written.length + 1);
});

test('the numbers are seen: all done, none done, nobody there', async () => {
  const cases = [
    [0, 0],
    [0, 5],
    [5, 5],
    [4, 5],
    [8, 10],
  ].map(([done = 0, of = 0]) => draw([{ label: 'Тараз', done, of }]));
  const pictures = await Promise.all(cases);
  expect(new Set(pictures.map((png) => png.toString('base64'))).size).toBe(5);
});
