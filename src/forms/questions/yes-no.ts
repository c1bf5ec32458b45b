import { z } from 'zod';
import { answer, problem } from '../outcome.ts';
import { common, questionType } from '../question.ts';
import { sameText } from '../text.ts';
import { languages, ownWords } from '../words.ts';

/** Other ways in which people write the two words. */
const alsoYes = ['ия', 'ага', 'yep', 'y', '+'];
const alsoNo = ['жок', 'nope', 'n', '-'];

/** Yes or no by a button, or typed. Value: boolean. */
export const yesNo = questionType({
  type: 'yes-no',
  schema: common.extend({ type: z.literal('yes-no') }),

  onText(_question, text) {
    if (means('yes', alsoYes, text)) return answer(true);
    return means('no', alsoNo, text) ? answer(false) : problem('press-a-button');
  },

  onPress(_question, act) {
    if (act === 'yes') return answer(true);
    return act === 'no' ? answer(false) : problem('old-button');
  },

  fits: (_question, value) => typeof value === 'boolean',

  show: (_question, value, lang) => ownWords[value === true ? 'yes' : 'no'][lang],

  buttons: (_question, current, _facts, lang) => [
    (['yes', 'no'] as const).map((act) => ({
      text: (current === (act === 'yes') ? '✓ ' : '') + ownWords[act][lang],
      act,
    })),
  ],
});

const means = (word: 'yes' | 'no', also: readonly string[], text: string): boolean =>
  [...languages.map((lang) => ownWords[word][lang]), ...also].some((known) => sameText(known, text));
