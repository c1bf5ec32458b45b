import type { Facts } from './facts.ts';
import { answer, problem } from './outcome.ts';
import type { Input, Outcome, ProblemCode } from './outcome.ts';
import { typeOf } from './questions/index.ts';
import type { Question } from './questions/index.ts';
import { clean, sameText } from './text.ts';
import type { Value } from './value.ts';
import { languages, ownWords } from './words.ts';
import type { Lang } from './words.ts';

/** What a person's input means as an answer to the question, given what is stored for it so far. */
export function accept(question: Question, input: Input, current: Value | undefined, facts: Facts): Outcome {
  const type = typeOf(question);
  switch (input.kind) {
    case 'press':
      if (input.act === 'skip') return question.optional ? answer(null) : problem('cannot-skip');
      return type.onPress?.(question, input.act, current, facts) ?? problem('old-button');
    case 'text': {
      const text = clean(input.text);
      if (text === '') return problem('empty');
      if (question.optional && isCalled('skip', text)) return answer(null);
      if (type.buttons && isCalled('done', text)) {
        const pressed = type.onPress?.(question, 'done', current, facts);
        if (pressed && !(pressed.is === 'problem' && pressed.problem === 'old-button')) return pressed;
      }
      return type.onText(question, text, current, facts);
    }
    case 'contact':
      return type.onContact?.(question, input.phone) ?? problem('unexpected', { what: 'contact' });
    case 'file':
      return type.onFile?.(question, input, current) ?? problem('unexpected', { what: 'file' });
    case 'other':
      return problem('unexpected', { what: input.what });
  }
}

const isCalled = (word: keyof typeof ownWords, text: string): boolean =>
  languages.some((lang) => sameText(ownWords[word][lang], text));

/** Problems that the question's own words must not replace: they say something that those words cannot know. */
const always: readonly ProblemCode[] = [
  'unexpected',
  'old-button',
  'cannot-skip',
  'too-long',
  'write-other',
  'choose-at-least-one',
  'too-many-choices',
  'file-too-big',
  'too-many-files',
];

/** The question's own words for this problem, if it has any; otherwise say `problem-<code>`. */
export const wordsForProblem = (question: Question, code: ProblemCode, lang: Lang): string | undefined =>
  always.includes(code) ? undefined : question.wrong?.[lang];
