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
import { actOf, chosenLately, optionButtons } from '../recent.ts';
import { isChoice } from '../value.ts';

/**
 * One option by a button; "other" takes the person's own words. With `recent` those chosen lately stand first, own words among
 * them. Value: the code, or `{ other: words }`.
 */
export const oneChoice = questionType({
  type: 'one-choice',
  schema: common.extend({ type: z.literal('one-choice'), options, recent: z.literal(true).optional() }),

  onText(question, text, _current, facts) {
    const list = optionsOf(question, facts);
    const named = optionCalled(list, text);
    if (named) return choose(named);
    if (!otherOf(list)) return problem('press-a-button');
    const said = readOther(text);
    return 'words' in said ? answer({ other: said.words }) : said;
  },

  onPress(question, act, _current, facts) {
    const lately = chosenLately(question, facts).find((choice) => actOf(choice) === act);
    if (lately !== undefined) return answer(lately);
    const pressed = optionsOf(question, facts).find((option) => option.code === act);
    return pressed ? choose(pressed) : problem('old-button');
  },

  fits: (question, value, facts) => isChoice(value) && isAmong(optionsOf(question, facts), value),

  show: (question, value, lang, facts) => (isChoice(value) ? showChoice(optionsOf(question, facts), value, lang) : ''),

  buttons: optionButtons,

  mistakes: optionMistakes,
});

const choose = (option: Option): Outcome => (option.other ? part({ other: '' }) : answer(option.code));
