import { answered, press, refused, text } from './case.ts';
import type { Case, TypeCases } from './case.ts';

const question = 'email';
const wrong = ['aty', 'aty@mail', '@mail.kz', 'a b@mail.kz', 'a@b@mail.kz', `${'a'.repeat(250)}@mail.kz`, 'жоқ'];

export const cases: TypeCases = {
  accepts: [
    { question, input: text(' Aty.Joni@Mail.KZ '), outcome: answered('Aty.Joni@mail.kz') },
    { question, input: text('mailto:aty@mail.kz'), outcome: answered('aty@mail.kz') },
    ...wrong.map((said): Case => ({ question, input: text(said), outcome: refused('not-an-email') })),
    { question, input: press('x'), outcome: refused('old-button') },
  ],
  shows: [{ question, value: 'aty@mail.kz', ru: 'aty@mail.kz' }],
  misfits: [{ question, value: false }],
};
