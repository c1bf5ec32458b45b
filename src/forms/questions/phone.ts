import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { z } from 'zod';
import { readPhone } from '../../rules/phone.ts';
import { answer, problem } from '../outcome.ts';
import type { Outcome } from '../outcome.ts';
import { common, questionType } from '../question.ts';

/** A phone number, typed or shared as a contact; without a country code it is of Kazakhstan. Value: E.164. */
export const phone = questionType({
  type: 'phone',
  schema: common.extend({ type: z.literal('phone') }),
  onText: (_question, text) => taken(text),
  onContact: (_question, shared) => taken(shared),
  fits: (_question, value) => typeof value === 'string',
  show: (_question, value) => parsePhoneNumberFromString(String(value))?.formatInternational() ?? String(value),
});

function taken(text: string): Outcome {
  const number = readPhone(text);
  return number === undefined ? problem('not-a-phone') : answer(number);
}
