import { z } from 'zod';
import { otherOf, optionLists } from './options.ts';
import type { Question } from './questions/index.ts';
import { wording } from './words.ts';

/** A form without its questions; those are read one by one, each by its type (`read-form.ts`). */
export const formHead = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/, 'is no id; use a-z, 0-9 and -, beginning with a letter')
    .max(40, 'is longer than 40 characters; choose a shorter id'),
  /** What a submission of it belongs to. */
  about: z.enum(['project', 'organisation', 'group', 'enrolment', 'none']),
  /** `sections`: its sections are chosen from the overview and walked one by one, in any order. */
  walk: z.literal('sections').optional(),
  /** The document that asks for it: `volunteering-manual-birgemiz-bilim, annex 1`. */
  source: z.string().regex(/\S/, 'is empty; write the document and the place in it').optional(),
  /** Without a source: why we have this form. */
  ours: z.string().regex(/\S/, 'is empty; write why').optional(),
  title: wording,
  intro: wording,
  thanks: wording,
});

export interface Form extends z.infer<typeof formHead> {
  questions: readonly Question[];
}

/** The question with this id, if the form has it. */
export const questionOf = (form: Form, id: string): Question | undefined =>
  form.questions.find((question) => question.id === id);

/** The codes that an answer to the question can hold, where they are fixed; `other` is the one for own words. */
export function codesOf(question: Question): { codes: string[]; other: string | undefined } | undefined {
  if (question.type !== 'one-choice' && question.type !== 'several-choices') return undefined;
  const list = optionLists(question).flatMap((lists) => [...lists.list]);
  return { codes: [...new Set(list.map((option) => option.code))], other: otherOf(list)?.code };
}
