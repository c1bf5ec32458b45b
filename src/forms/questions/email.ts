import { z } from 'zod';
import { answer, problem } from '../outcome.ts';
import { common, questionType } from '../question.ts';

const address = z.email().max(254);

/** An e-mail address; its domain is stored in lower case. Value: the address. */
export const email = questionType({
  type: 'email',
  schema: common.extend({ type: z.literal('email') }),

  onText(_question, text) {
    const said = text
      .normalize('NFKC')
      .replace(/^mailto:/i, '')
      .replace(/^<|>$/g, '')
      .trim();
    if (!address.safeParse(said).success) return problem('not-an-email');
    const at = said.lastIndexOf('@');
    return answer(said.slice(0, at) + said.slice(at).toLowerCase());
  },

  fits: (_question, value) => typeof value === 'string',

  show: (_question, value) => String(value),
});
