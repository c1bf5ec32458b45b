import type { Cell } from 'write-excel-file/node';
import { type Day, isDay } from '../rules/dates.ts';

/** A sheet of a table file. `width` is in characters; a cell of `null` stays empty. */
export interface Sheet {
  name: string;
  columns: { title: string; width: number }[];
  rows: (string | number | { day: Day } | null)[][];
}

/** Excel's limits: letters in the name of a sheet, letters in a cell, the first day it counts from without a mistake. */
const longestName = 31;
const longestText = 32_767;
const firstDay = '1900-03-01';

/**
 * Makes an `.xlsx` file of one or more sheets, the first row of each bold and always in sight.
 *
 * Days become dates that sort and filter, shown as 15.11.2026. Whatever people wrote stays text, also when it begins with
 * `=`, `+`, `-` or `@`: a name must not become a formula on the coordinator's machine. The package is loaded with the
 * first table.
 *
 * @throws when a day is none, or a number is not finite
 */
export async function workbook(...sheets: Sheet[]): Promise<Uint8Array> {
  const { default: write } = await import('write-excel-file/node');
  const cell = sharing();
  return write(
    sheets.map(({ name, columns, rows }) => ({
      data: [columns.map(({ title }) => headCell(title)), ...rows.map((row) => row.map(cell))],
      sheet: sheetName(name),
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
      dateFormat: 'dd.mm.yyyy',
    })),
  ).toBuffer();
}

const headCell = (title: string) => ({ ...textCell(title), fontWeight: 'bold' as const, wrap: true });

/** Texts up to so many letters are looked for among those that were there before. */
const repeated = 60;

/**
 * What is the same becomes one cell: a table repeats its days, names and words, and with a cell for each of them 10,000 rows
 * of ten columns take 30 MB more.
 */
function sharing(): (value: Sheet['rows'][number][number]) => Cell {
  const texts = new Map<string, Cell>();
  const days = new Map<Day, Cell>();
  const known = (cells: Map<string, Cell>, key: string, value: string | { day: Day }): Cell => {
    const cell = cells.get(key) ?? cellOf(value);
    cells.set(key, cell);
    return cell;
  };
  return (value) => {
    if (typeof value === 'string' && value.length <= repeated) return known(texts, value, value);
    return typeof value === 'object' && value !== null ? known(days, value.day, value) : cellOf(value);
  };
}

function cellOf(value: Sheet['rows'][number][number]): Cell {
  if (value === null || value === '') return null;
  if (typeof value === 'string') return textCell(value);
  if (typeof value === 'object') return dayCell(value.day);
  if (!Number.isFinite(value)) throw new Error('a table cell holds a number that is not finite; give null instead');
  return { type: Number, value };
}

/** Text says of itself that it is text. Excel would read `_x0041_` as "A", so such an underscore is written as one. */
function textCell(text: string) {
  const plain = text.toWellFormed().replaceAll(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_');
  return { type: String, value: plain.length > longestText ? `${plain.slice(0, longestText - 1)}…` : plain };
}

function dayCell(day: Day): Cell {
  if (!isDay(day)) throw new Error('a table cell holds a day that is not YYYY-MM-DD');
  return day < firstDay ? textCell(day) : { type: Date, value: new Date(`${day}T00:00:00Z`) };
}

/** A name that Excel takes for a sheet: some signs are not allowed in it, nor an apostrophe at its ends. */
function sheetName(name: string): string {
  const allowed = name.toWellFormed().replaceAll(/[[\]/\\:*?\p{C}\s]+/gu, ' ');
  const short = allowed.slice(0, longestName).toWellFormed().replaceAll('\uFFFD', '');
  return short.replaceAll(/^[\s']+|[\s']+$/g, '') || '1';
}
