import type { Input } from '../../../src/forms/index.ts';
import { answered, press, refused, text } from './case.ts';
import type { Case, TypeCases } from './case.ts';

const question = 'phone';
const contact = (phone: string): Input => ({ kind: 'contact', phone });

const read: Record<string, string> = {
  '8 701 123 45 67': '+77011234567',
  '8(701)123-45-67': '+77011234567',
  '+7 701 123 45 67': '+77011234567',
  '+8 701 123 45 67': '+77011234567',
  '77011234567': '+77011234567',
  '7011234567': '+77011234567',
  '8 7172 55 12 34': '+77172551234',
  '+998 90 123 45 67': '+998901234567',
  '00998901234567': '+998901234567',
};
const wrong = ['123', '8 701 123 45', '8 701 123 45 67 / 8 702 123 45 67', 'жоқ', '+', '+7 000 000 00 00'];

export const cases: TypeCases = {
  accepts: [
    ...Object.entries(read).map(([said, number]): Case => ({ question, input: text(said), outcome: answered(number) })),
    ...wrong.map((said): Case => ({ question, input: text(said), outcome: refused('not-a-phone') })),
    { question, input: contact('77011234567'), outcome: answered('+77011234567') },
    { question, input: contact('8613812345678'), outcome: answered('+8613812345678') },
    { question, input: press('phone'), outcome: refused('old-button') },
  ],
  shows: [{ question, value: '+77011234567', ru: '+7 701 123 4567' }],
  misfits: [{ question, value: 77011234567 }],
};
