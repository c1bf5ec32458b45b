import { answered, press, refused, sent, stored, text } from './case.ts';
import type { TypeCases } from './case.ts';

const photo = (file: string) => ({ file, kind: 'photo' as const });
const document = (file: string) => ({ file, kind: 'document' as const });

export const cases: TypeCases = {
  accepts: [
    { question: 'photo', input: sent('1'), outcome: answered([photo('1')]) },
    { question: 'photo', current: [photo('1')], input: sent('2'), outcome: answered([photo('2')]) },
    { question: 'photo', input: sent('1', 'application/pdf'), outcome: refused('file-kind-photo') },
    { question: 'photo', input: sent('1', 'image/png', 6_000_000), outcome: refused('file-too-big', { max: 5 }) },
    { question: 'photo', input: text('кейін'), outcome: refused('file-kind-photo') },
    { question: 'papers', input: text('кейін'), outcome: refused('send-a-file') },
    { question: 'photo', input: press('x'), outcome: refused('old-button') },
    { question: 'papers', input: sent('1', 'application/pdf'), outcome: stored({ picked: [document('1')] }) },
    {
      question: 'papers',
      current: { picked: [document('1')] },
      input: sent('2'),
      outcome: answered([document('1'), photo('2')]),
    },
    {
      question: 'papers',
      current: { picked: [document('1')] },
      input: sent('1', 'application/pdf'),
      outcome: stored({ picked: [document('1')] }),
    },
    {
      question: 'papers',
      current: [document('1'), photo('2')],
      input: sent('3'),
      outcome: refused('too-many-files', { max: 2 }),
    },
    { question: 'papers', current: { picked: [photo('1')] }, input: press('done'), outcome: answered([photo('1')]) },
    { question: 'papers', current: { picked: [photo('1')] }, input: press('clear'), outcome: stored({ picked: [] }) },
    { question: 'papers', input: press('done'), outcome: refused('send-a-file') },
    { question: 'papers', input: press('skip'), outcome: answered(null) },
  ],
  shows: [
    { question: 'photo', value: [photo('1')], ru: 'фото: 1', buttons: [] },
    {
      question: 'papers',
      value: [photo('1'), document('2')],
      ru: 'фото: 1, документ: 1',
      buttons: [['Готово → done', 'Выбрать заново → clear']],
    },
  ],
  misfits: [
    { question: 'papers', value: [] },
    { question: 'papers', value: ['1'] },
  ],
};
