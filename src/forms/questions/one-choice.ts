import { z } from 'zod';
import {
  inRows,
  isAmong,
  optionCalled,
  optionMistakes,
  options,
  optionsOf,
  otherOf,
  readOther,
  showChoice,
} from '../options.ts';
import { answer, part, problem } from '../outcome.ts';
import type { Outcome } from '../outcome.ts';
import { common, questionType } from '../question.ts';
import type { Option } from '../options.ts';
import type { Choice, Value } from '../value.ts';

/** One option by a button; "other" takes the person's own words. Value: the code, or `{ other: words }`. */
export const oneChoice = questionType({
  type: 'one-choice',
  schema: common.extend({ type: z.literal('one-choice'), options }),

  onText(question, text, _current, facts) {
    const list = optionsOf(question, facts);
    const named = optionCalled(list, text);
    if (named) return choose(named);
    if (!otherOf(list)) return problem('press-a-button');
    const said = readOther(text);
    return 'words' in said ? answer({ other: said.words }) : said;
  },

  onPress(question, act, _current, facts) {
    const pressed = optionsOf(question, facts).find((option) => option.code === act);
    return pressed ? choose(pressed) : problem('old-button');
  },

  fits: (question, value, facts) => isChoice(value) && isAmong(optionsOf(question, facts), value),

  show: (question, value, lang, facts) => (isChoice(value) ? showChoice(optionsOf(question, facts), value, lang) : ''),

  buttons(question, current, facts, lang) {
    const rows = optionsOf(question, facts).map((option) => ({
      text: (isChosen(option, current) ? '✓ ' : '') + option.text[lang],
      act: option.code,
    }));
    return inRows(rows);
  },

  mistakes: optionMistakes,
});

const choose = (option: Option): Outcome => (option.other ? part({ other: '' }) : answer(option.code));

const isChoice = (value: Value | undefined): value is Choice =>
  typeof value === 'string' || (value !== null && typeof value === 'object' && 'other' in value);

const isChosen = (option: Option, current: Value | undefined): boolean =>
  isChoice(current) && (typeof current === 'string' ? current === option.code : option.other === true);
