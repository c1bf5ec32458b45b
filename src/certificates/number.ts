import { randomInt } from 'node:crypto';

/** Signs that nobody mixes up when they read or type them: neither 0 and O nor 1, I and L. 31 of them, a prime. */
const signs = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const prefix = 'BRG';
/** Chosen by chance; one more is the check. 31 to the power of 19 are 94 bits. */
const chosen = 19;
const perGroup = 4;

/** Cyrillic letters that look like Latin ones: whoever copies a number does not change the keyboard. */
const lookAlikes: Readonly<Record<string, string>> = {
  А: 'A',
  В: 'B',
  С: 'C',
  Е: 'E',
  Н: 'H',
  К: 'K',
  М: 'M',
  Р: 'P',
  Т: 'T',
  Х: 'X',
  У: 'Y',
};

/** A new number for a certificate, as it is stored and printed: `BRG-7K2M-…`, five groups of four. Nobody can guess it. */
export function makeNumber(): string {
  const values = Array.from({ length: chosen }, () => randomInt(signs.length));
  return written(values.map((value) => signs[value]).join('') + checkOf(values));
}

/**
 * Reads a number as people type it: small letters, blanks or dashes anywhere, without `BRG`, or with Cyrillic letters that
 * look the same. Gives it as it is stored; undefined: nobody was ever given such a number, so something is mistyped.
 */
export function readNumber(text: string): string | undefined {
  // Longer is no number in any spelling.
  if (text.length > 100) return undefined;
  const typed = text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}_.]/gu, '')
    .replaceAll(/\p{Script=Cyrillic}/gu, (letter) => lookAlikes[letter] ?? letter);
  const bare = typed.length > chosen + 1 && typed.startsWith(prefix) ? typed.slice(prefix.length) : typed;
  const values = [...bare].map((sign) => signs.indexOf(sign));
  if (values.length !== chosen + 1 || values.includes(-1)) return undefined;
  return checkOf(values.slice(0, chosen)) === bare.at(-1) ? written(bare) : undefined;
}

/** Each place weighs differently, so one wrong sign and two that were swapped both show. */
function checkOf(values: readonly number[]): string {
  const sum = values.reduce((before, value, place) => before + value * (place + 1), 0);
  return signs[sum % signs.length] ?? '';
}

function written(bare: string): string {
  const groups = Array.from({ length: (chosen + 1) / perGroup }, (_, index) =>
    bare.slice(index * perGroup, (index + 1) * perGroup),
  );
  return [prefix, ...groups].join('-');
}
