import { expect } from 'vitest';

/** What somebody said that may stand in no log, with its name for the message of a failure. */
export type Planted = Readonly<Record<string, string>>;

/** A number may be written otherwise than it was typed: without blanks, dashes and brackets. */
const plain = (text: string): string => text.toLowerCase().replaceAll(/[\s()+\-–]/g, '');

/** A number is looked for without the 8 or 7 of the country: it is stored with another one than people type. */
const withoutCountry = (text: string): string => (/^[78]\d{10}$/.test(text) ? text.slice(1) : text);

/** As JSON, a link or a `bytea` would carry it. */
const formsOf = (value: string): string[] => [
  value,
  withoutCountry(plain(value)),
  encodeURIComponent(value),
  JSON.stringify(value).slice(1, -1),
  Buffer.from(value).toString('base64').replace(/=+$/, ''),
  Buffer.from(value).toString('hex'),
];

/** Which of the planted values stand in these lines of a log, in whatever form; by their names. */
export function foundIn(lines: readonly string[], planted: Planted): string[] {
  const all = lines.flatMap((line) => [line.toLowerCase(), plain(line)]);
  return Object.entries(planted)
    .filter(([, value]) => formsOf(value).some((form) => all.some((line) => line.includes(form.toLowerCase()))))
    .map(([name]) => name);
}

/** Fails with the names of the planted values that the log has; a value too short to be told from chance is refused. */
export function expectNotLogged(lines: readonly string[], planted: Planted): void {
  for (const [name, value] of Object.entries(planted)) {
    if (plain(value).length < 5) throw new Error(`${name} is too short to be looked for`);
  }
  expect(foundIn(lines, planted)).toEqual([]);
}
