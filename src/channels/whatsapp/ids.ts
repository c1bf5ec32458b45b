import { createHash } from 'node:crypto';

/** Phone numbers have 15 digits at most: linked ids, which look like them, stand above. Both stay below 2^53. */
const aboveNumbers = 10 ** 15;

const person = /^([1-9]\d*)@(c\.us|lid)$/;
const group = /^[\d-]+@g\.us$/;

/** The number by which the Bot API knows a private chat or a person; undefined for an id that has no such number. */
export function personNumber(id: string): number | undefined {
  const [, digits, kind] = person.exec(id) ?? [];
  if (digits === undefined) return undefined;
  const number = Number(digits);
  if (kind === 'c.us') return number < aboveNumbers ? number : undefined;
  return number <= Number.MAX_SAFE_INTEGER - aboveNumbers ? number + aboveNumbers : undefined;
}

/** The id of the private chat that has this number. */
export const personId = (number: number): string =>
  number < aboveNumbers ? `${number}@c.us` : `${number - aboveNumbers}@lid`;

/** The number of a group, below zero as groups are in Telegram; its id can not be read from it. */
export function groupNumber(id: string): number | undefined {
  return group.test(id) ? -hashed(id) : undefined;
}

/** The number of a message, from its whole id; above zero. */
export const messageNumber = (id: string): number => hashed(id);

/**
 * The key by which the inbox keeps a message from being taken twice. It stays for weeks, so that the number that stands in
 * the id must not be read from it.
 */
export const messageKey = (id: string): string => createHash('sha256').update(id).digest('base64url');

/** 52 bits of the id's SHA-256, never 0: two ids of one chat meet about once in 2^26 messages, if ever. */
function hashed(id: string): number {
  const bits = createHash('sha256').update(id).digest().readBigUInt64BE() >> 12n;
  return Number(bits || 1n);
}
