import { z } from 'zod';
import { isFinished } from './value.ts';
import type { Choice, Value } from './value.ts';

const scalar = z.union([z.string(), z.number(), z.boolean()], 'is no answer; write a code, a number, true or false');

/** One condition on an earlier answer; exactly one of `is`, `not`, `includes`. Own words count as the code of their option. */
export const condition = z
  .strictObject({
    question: z.string(),
    is: scalar.optional(),
    not: scalar.optional(),
    includes: z.string().optional(),
  })
  .refine(
    ({ is, not, includes }) => [is, not, includes].filter((wanted) => wanted !== undefined).length === 1,
    'needs exactly one of "is", "not", "includes"; write what the answer must be',
  );
export type Condition = z.infer<typeof condition>;

/** One condition or a list of which all must hold. */
export const when = z.union([condition, z.array(condition).min(1, 'is empty; remove it or write a condition')]);

export const conditionsOf = (asked: { when?: Condition | Condition[] | undefined }): readonly Condition[] =>
  asked.when === undefined ? [] : [asked.when].flat();

/** Does the answer meet the condition? A question not answered yet meets none; a skipped one meets only `not`. */
export function holds(wanted: Condition, value: Value | undefined, otherCode: string | undefined): boolean {
  if (value === undefined || !isFinished(value)) return false;
  const codes = (Array.isArray(value) ? value : [value]).map((item) => codeOf(item, otherCode));
  if (wanted.is !== undefined) return !Array.isArray(value) && codes[0] === wanted.is;
  if (wanted.not !== undefined) return !codes.includes(wanted.not);
  return codes.includes(wanted.includes);
}

function codeOf(item: Exclude<Value, unknown[]> | Choice | { file: string }, otherCode: string | undefined): unknown {
  return item !== null && typeof item === 'object' && 'other' in item ? otherCode : item;
}
