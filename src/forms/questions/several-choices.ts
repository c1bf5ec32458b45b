import { z } from 'zod';
import {
  isAmong,
  optionCalled,
  optionMistakes,
  options,
  optionsOf,
  otherOf,
  readOther,
  showChoice,
} from '../options.ts';
import type { Option } from '../options.ts';
import { answer, part, problem } from '../outcome.ts';
import type { Outcome } from '../outcome.ts';
import { common, questionType } from '../question.ts';
import { choicesSoFar } from '../value.ts';
import type { Choice, Value } from '../value.ts';
import { ownWords } from '../words.ts';

/**
 * Several options, finished by "Done". Acts say what shall be (`+code`, `-code`), so pressing twice changes nothing.
 * Value: `{ picked: [...] }` until "Done", then the bare list of codes and `{ other: words }`.
 */
export const severalChoices = questionType({
  type: 'several-choices',
  schema: common.extend({
    type: z.literal('several-choices'),
    options,
    max: z.int('is no whole number; write how many may be chosen').min(1, 'is below 1; write at least 1').optional(),
  }),

  onText(question, text, current, facts) {
    const list = optionsOf(question, facts);
    const named = optionCalled(list, text);
    const soFar = known(list, current);
    if (named) return add(named.other ? { other: '' } : named.code, soFar, list, question.max);
    if (!otherOf(list)) return problem('press-a-button');
    const said = readOther(text);
    return 'words' in said ? add({ other: said.words }, soFar, list, question.max) : said;
  },

  onPress(question, act, current, facts) {
    const list = optionsOf(question, facts);
    const soFar = known(list, current);
    if (act === 'done') return finish(soFar);
    const option = list.find(({ code }) => code === act.slice(1));
    if (!option || !/^[+-]/.test(act)) return problem('old-button');
    if (act.startsWith('-')) return part({ picked: soFar.filter((choice) => !isOf(option, choice)) });
    if (soFar.some((choice) => isOf(option, choice))) return part({ picked: soFar });
    return add(option.other ? { other: '' } : option.code, soFar, list, question.max);
  },

  fits(question, value, facts) {
    const list = optionsOf(question, facts);
    if (!Array.isArray(value) || value.length === 0 || value.length > (question.max ?? list.length)) return false;
    return choicesSoFar(value).length === value.length && choicesSoFar(value).every((choice) => isAmong(list, choice));
  },

  show(question, value, lang, facts) {
    const list = optionsOf(question, facts);
    return choicesSoFar(value)
      .map((choice) => showChoice(list, choice, lang))
      .join('; ');
  },

  buttons(question, current, facts, lang) {
    const soFar = choicesSoFar(current);
    const rows = optionsOf(question, facts).map((option) => {
      const chosen = soFar.some((choice) => isOf(option, choice));
      return [{ text: (chosen ? '✓ ' : '') + option.text[lang], act: (chosen ? '-' : '+') + option.code }];
    });
    return soFar.length === 0 ? rows : [...rows, [{ text: ownWords.done[lang], act: 'done' }]];
  },

  mistakes: optionMistakes,
});

const isOf = (option: Option, choice: Choice): boolean =>
  typeof choice === 'string' ? choice === option.code : option.other === true;

/** What is chosen so far, without codes that the form no longer has. */
const known = (list: readonly Option[], current: Value | undefined): Choice[] =>
  choicesSoFar(current).filter((choice) => list.some((option) => isOf(option, choice)));

/** Own words replace own words; an option that stands alone and the others put each other out. */
function add(choice: Choice, soFar: Choice[], list: readonly Option[], max = list.length): Outcome {
  const option = list.find((candidate) => isOf(candidate, choice));
  const rest = soFar.filter((chosen) => {
    const before = list.find((candidate) => isOf(candidate, chosen));
    return before !== undefined && before !== option && !before.alone && !option?.alone;
  });
  if (rest.length >= max) return problem('too-many-choices', { max });
  return part({ picked: [...rest, choice] });
}

function finish(soFar: Choice[]): Outcome {
  if (soFar.length === 0) return problem('choose-at-least-one');
  if (soFar.some((choice) => typeof choice === 'object' && choice.other === '')) return problem('write-other');
  return answer(soFar);
}
