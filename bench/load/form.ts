import { readForm } from '../../src/forms/index.ts';
import type { Form } from '../../src/forms/index.ts';

/** Questions of the generated form. */
export const length = 200;

/** Every seventh question takes words, the others a pressed button; all that are measured take a button. */
export const takesWords = (number: number): boolean => number % 7 === 1;

export const idOf = (number: number): string => `q${number}`;

/** A question's text as every contender asks it. */
export const textOf = (number: number): string =>
  `${number}-сұрақ. Соңғы айда қатысқан ісіңіз туралы айтыңызшы: қайда болды және несі ұнады?`;

const inAll = (text: string) => ({ kk: text, ru: `${text} (ru)`, en: `${text} (en)` });

const options = [
  { code: 'a', text: inAll('Иә, бірнеше рет') },
  { code: 'b', text: inAll('Бір рет қана') },
  { code: 'c', text: inAll('Әлі болған жоқ') },
];

/** The words on the three buttons. */
export const choices = options.map(({ code, text }) => ({ code, text: text.kk }));

/** A form as the usual bots are given it. */
export interface Walked {
  length: number;
  takesWords(number: number): boolean;
  /** What is asked, counted from 1. */
  textOf(number: number): string;
  choices: readonly { code: string; text: string }[];
}

/** The generated form. */
export const generated: Walked = { length, takesWords, textOf, choices };

/**
 * A form of 200 questions, as its file would say it. It goes by the id of the questionnaire, so that it is opened from
 * the menu like any other.
 */
export const definition = {
  id: 'volunteer-questionnaire',
  about: 'none',
  ours: 'measures what an answer costs, early and late in a long form',
  title: inAll('Өлшеу'),
  intro: inAll('Көп сұрақтан тұратын сауалнама.'),
  thanks: inAll('Рақмет!'),
  questions: Array.from({ length }, (_, index) => ({
    id: idOf(index + 1),
    ours: 'measures',
    text: inAll(textOf(index + 1)),
    ...(takesWords(index + 1) ? { type: 'short-text' } : { type: 'one-choice', options }),
  })),
};

/** The same form, read and checked. */
export function generatedForm(): Form {
  const read = readForm(definition);
  if (read.is === 'broken') throw new Error(`the generated form is broken: ${read.problems.join('; ')}`);
  return read.form;
}
