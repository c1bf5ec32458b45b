import { z } from 'zod';
import { answer, problem } from '../outcome.ts';
import { common, questionType } from '../question.ts';

/**
 * The number of a document that says who somebody is: the nine digits of Kazakhstan's identity card or residence permit, or a
 * letter with seven or eight digits, as passports have it. Value: without blanks, the letter in capitals. The twelve digits of
 * the ЖСН (ИИН) are another number; they are refused with a sentence that says where the card's own stands.
 */
export const identityCard = questionType({
  type: 'identity-card',
  schema: common.extend({ type: z.literal('identity-card') }),

  onText(_question, text) {
    const said = plain(text);
    if (/^\d{12}$/.test(said)) return problem('not-the-card');
    return number.test(said) ? answer(said) : problem('not-a-card-number');
  },

  fits: (_question, value) => typeof value === 'string' && number.test(value),

  show: (_question, value) => String(value),
});

const number = /^(?:\d{9}|[A-Z]\d{7,8})$/;

/** Without what people write around digits: blanks, dashes, digits of an emoji key, and the sign of a number (№, N, No). */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}.:]|\uFE0F|\u20E3/gu, '')
    // Passports begin with N; a Cyrillic keyboard has a letter of the same sound.
    .replace(/^Н/, 'N')
    .replace(/^(?:NO(?=[A-Z]\d)|NO?(?=(?:\d{9}|\d{12})$))/, '');
