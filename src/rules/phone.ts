import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** Reads a phone number as people type it; without a country code it is of Kazakhstan. Gives E.164; undefined: it is none. */
export function readPhone(text: string): string | undefined {
  const said = text.normalize('NFKC').trim();
  if (!/^[+()\d\s.\-–—/]+$/.test(said)) return undefined;
  const digits = said.replace(/\D/g, '').replace(/^00/, '');
  // Eleven digits from 8 are how people here dial at home (also "+8 701…"); longer ones carry a country code,
  // with or without its plus: Telegram's contacts come without.
  const atHome = digits.length <= 10 ? !said.startsWith('+') : digits.length === 11 && digits.startsWith('8');
  const number = parsePhoneNumberFromString(atHome ? digits : `+${digits}`, 'KZ');
  return number?.isValid() ? number.number : undefined;
}
