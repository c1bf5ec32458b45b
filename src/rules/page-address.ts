import { holdsMail, holdsPhone } from './contacts.ts';

/** Why a text is no page that everybody may be shown. */
export type PageProblem = 'address' | 'phone' | 'mail';

/** Characters of an address. */
const longest = 200;

/**
 * What is wrong with the address of an organisation's page; undefined: nothing. It begins with http:// or https:// and holds
 * nobody's phone or e-mail.
 */
export function pageProblem(text: string): PageProblem | undefined {
  if (holdsMail(text)) return 'mail';
  if (holdsPhone(text)) return 'phone';
  if (text.length > longest || /\s/.test(text) || !/^https?:\/\//i.test(text) || !URL.canParse(text)) return 'address';
  const { hostname } = new URL(text);
  return hostname.includes('.') && !hostname.endsWith('.') ? undefined : 'address';
}

/** The addresses that somebody has written: one a line, or one behind the other. */
export function addressesIn(text: string): string[] {
  const said = text.split(/[\n,;]+|\s+(?=https?:)/i).map((one) => one.trim());
  return [...new Set(said.filter((one) => one !== ''))];
}
