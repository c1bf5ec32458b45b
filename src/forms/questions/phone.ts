import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { z } from 'zod';
import { answer, problem } from '../outcome.ts';
import type { Outcome } from '../outcome.ts';
import { common, questionType } from '../question.ts';

/** A phone number, typed or shared as a contact; without a country code it is of Kazakhstan. Value: E.164. */
export const phone = questionType({
  type: 'phone',
  schema: common.extend({ type: z.literal('phone') }),
  onText: (_question, text) => readPhone(text),
  onContact: (_question, shared) => readPhone(shared),
  fits: (_question, value) => typeof value === 'string',
  show: (_question, value) => parsePhoneNumberFromString(String(value))?.formatInternational() ?? String(value),
});

function readPhone(text: string): Outcome {
  const said = text.normalize('NFKC').trim();
  if (!/^[+()\d\s.\-–—/]+$/.test(said)) return problem('not-a-phone');
  const digits = said.replace(/\D/g, '').replace(/^00/, '');
  // Eleven digits from 8 are how people here dial at home (also "+8 701…"); longer ones carry a country code,
  // with or without its plus: Telegram's contacts come without.
  const atHome = digits.length <= 10 ? !said.startsWith('+') : digits.length === 11 && digits.startsWith('8');
  const number = parsePhoneNumberFromString(atHome ? digits : `+${digits}`, 'KZ');
  return number?.isValid() ? answer(number.number) : problem('not-a-phone');
}
