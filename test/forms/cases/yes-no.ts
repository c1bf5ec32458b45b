import { answered, press, refused, text } from './case.ts';
import type { Case, TypeCases } from './case.ts';

const question = 'ready';

export const cases: TypeCases = {
  accepts: [
    { question, input: press('yes'), outcome: answered(true) },
    { question, input: press('no'), outcome: answered(false) },
    ...['Иә', 'иә!', 'ия', 'ДА', 'yes'].map((said): Case => ({ question, input: text(said), outcome: answered(true) })),
    ...['Жоқ', 'жок', 'нет', 'No.'].map((said): Case => ({ question, input: text(said), outcome: answered(false) })),
    { question, input: text('мүмкін'), outcome: refused('press-a-button') },
    { question, input: press('maybe'), outcome: refused('old-button') },
    { question, input: press('skip'), outcome: refused('cannot-skip') },
  ],
  shows: [
    { question, value: false, ru: 'Нет', buttons: [['Да → yes', '✓ Нет → no']] },
    { question, value: true, ru: 'Да', buttons: [['✓ Да → yes', 'Нет → no']] },
  ],
  misfits: [{ question, value: 'yes' }],
};
