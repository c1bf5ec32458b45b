import type { Choice, Question, Value } from '../../src/forms/index.ts';

/** A number from 0 up to 1. */
export type Chance = () => number;

/** The same numbers for the same seed, so that a run can be had again. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}

type Step = { last: boolean; press: string } | { last: boolean; press?: undefined; say: string };

/** What somebody means to answer, and the way there. */
export interface AnswerPlan {
  /** As it should be stored in the end. */
  value: Value;
  /** What to do now: `buttons` are those on the screen; `words`: the screen asks for one's own. `last` completes it. */
  next(buttons: string[], words: boolean): Step;
}

/** Makes up an answer that the question takes; written ones are unlike any other, so that they can be looked for. */
export function answerPlan(question: Question, chance: Chance): AnswerPlan {
  const mark = Array.from({ length: 6 }, () => 'әғқңөұүһі'[Math.floor(chance() * 9)]).join('');
  const digits = String(Math.floor(chance() * 1e7)).padStart(7, '0');
  switch (question.type) {
    case 'phone':
      return written(`+7701${digits}`);
    case 'email':
      return written(`gulnaz.${digits}@example.kz`);
    case 'short-text':
    case 'long-text':
      return written(`Гүлназ ${mark}`);
    case 'scale':
      return pressed(Math.floor(chance() * 5) + 1);
    case 'yes-no':
      return { value: true, next: () => ({ press: 'Иә', last: true }) };
    case 'one-choice':
      return oneChoice(question, chance, `өзім ${mark}`);
    case 'several-choices':
      return severalChoices(question, chance, `өзім ${mark}`);
    case 'number':
    case 'date':
    case 'identity-card':
    case 'file':
      throw new Error(`the questionnaire has no question of the type ${question.type} yet: say how to answer it`);
  }
}

const written = (text: string): AnswerPlan => ({ value: text, next: () => ({ say: text, last: true }) });

const pressed = (mark: number): AnswerPlan => ({ value: mark, next: () => ({ press: String(mark), last: true }) });

type OneChoice = Extract<Question, { type: 'one-choice' }>;
type SeveralChoices = Extract<Question, { type: 'several-choices' }>;

/** The options for the pool. */
const optionsOf = ({ options }: OneChoice | SeveralChoices) => ('by' in options ? options.otherwise : options);

function oneChoice(question: OneChoice, chance: Chance, words: string): AnswerPlan {
  const options = optionsOf(question);
  const option = options[Math.floor(chance() * options.length)];
  if (option === undefined) throw new Error(`${question.id} has no options`);
  if (!option.other) return { value: option.code, next: () => ({ press: option.text.kk, last: true }) };
  return {
    value: { other: words },
    next: (_buttons, asked) => (asked ? { say: words, last: true } : { press: option.text.kk, last: false }),
  };
}

function severalChoices(question: SeveralChoices, chance: Chance, words: string): AnswerPlan {
  const options = optionsOf(question).filter(({ alone }) => !alone);
  const most = Math.min(question.max ?? 3, 3);
  const shuffled = options.map((option) => ({ option, at: chance() })).toSorted((one, two) => one.at - two.at);
  const wanted = shuffled.slice(0, Math.min(most, 2 + Math.floor(chance() * 2))).map(({ option }) => option);
  // One's own words go to the end of the list.
  wanted.sort((one, two) => Number(one.other ?? false) - Number(two.other ?? false));
  return {
    value: wanted.map((option): Choice => (option.other ? { other: words } : option.code)),
    next(buttons, asked) {
      if (asked) return { say: words, last: false };
      const open = wanted.find(({ text }) => buttons.includes(text.kk));
      return open ? { press: open.text.kk, last: false } : { press: 'Дайын', last: true };
    },
  };
}
