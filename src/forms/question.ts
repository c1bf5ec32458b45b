import { z } from 'zod';
import { when } from './condition.ts';
import type { Facts } from './facts.ts';
import type { Outcome } from './outcome.ts';
import type { Value } from './value.ts';
import { wording, words } from './words.ts';
import type { Lang } from './words.ts';

/** A button's callback data is 64 bytes at most and carries the question's id and the act: hence these lengths. */
export const questionId = z
  .string()
  .regex(/^[a-z][a-z0-9_]*$/, 'is no id; use a-z, 0-9 and _, beginning with a letter')
  .max(20, 'is longer than 20 characters, more than a button can carry; choose a shorter id');

/** What every question has, whatever its type. */
export const common = z.strictObject({
  id: questionId,
  text: wording,
  /** A few words that name the question in the overview; otherwise its text does. */
  short: words.optional(),
  hint: wording.optional(),
  /** Own words for a wrong answer, in place of the type's. */
  wrong: words.optional(),
  optional: z.literal(true).optional(),
  when: when.optional(),
  /** It is only asked when somebody opens it by its button: beside that question (an example, files), or at the `overview`. */
  beside: z.string().optional(),
  /** What the button that opens it says. */
  button: words.optional(),
  /** A new section begins with this question; `short` names it where one is chosen. */
  section: z.strictObject({ title: words, short: words.optional(), note: words.optional() }).optional(),
  sensitive: z.enum(['contact', 'health', 'identity']).optional(),
  /** Where the document says so: `annex 1, item 2`. */
  source: z.string().optional(),
  /** What of it is this project's own choice, and why. */
  ours: z.string().optional(),
});

export interface Button {
  text: string;
  /** What the press means: at most 24 ASCII characters. */
  act: string;
}

/**
 * One type of question. It implements what it understands of the person's input; what it leaves out is refused in
 * one place (`accept.ts`). Texts come cleaned and never empty.
 */
export interface QuestionType<Q> {
  type: string;
  schema: z.ZodObject;
  onText(question: Q, text: string, current: Value | undefined, facts: Facts): Outcome;
  onPress?(question: Q, act: string, current: Value | undefined, facts: Facts): Outcome;
  onContact?(question: Q, phone: string): Outcome;
  onFile?(question: Q, file: { file: string; mime: string; size: number }, current: Value | undefined): Outcome;
  /** Is a stored whole answer still one under this definition (same shape, codes that exist)? Never asked for null. */
  fits(question: Q, value: Value, facts: Facts): boolean;
  /** The answer as people read it. Never asked for null. */
  show(question: Q, value: Value, lang: Lang, facts: Facts): string;
  buttons?(question: Q, current: Value | undefined, facts: Facts, lang: Lang): Button[][];
  /** What zod cannot see in one field: each text says what is wrong and what to write. */
  mistakes?(question: Q): string[];
}

/** Ties a type's functions to what its schema yields. */
export function questionType<S extends z.ZodObject>(
  definition: QuestionType<z.infer<S>> & { schema: S },
): QuestionType<z.infer<S>> & { schema: S } {
  return definition;
}
