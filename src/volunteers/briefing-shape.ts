import { z } from 'zod';
import { words } from '../forms/words.ts';

/** A list without which there is nothing to show; `of` names its parts. */
const listOf = <T extends z.ZodType>(part: T, of: string) =>
  z.array(part, { error: `write a list of ${of}` }).min(1, `is empty; write a list of ${of}`);

const question = z.strictObject({
  text: words,
  /** Two or three; exactly one is right. */
  options: listOf(z.strictObject({ text: words, right: z.literal(true).optional() }), 'options'),
});

const topic = z.strictObject({
  id: z
    .string({ error: 'write an id, like lost_found' })
    .regex(/^[a-z][a-z_]{0,19}$/, 'is no id; use a-z and _, beginning with a letter, at most 20 characters'),
  /** `general`: one of the four that can be added to any list (annex 4). */
  general: z.literal(true).optional(),
  title: words,
  card: words,
  question,
});
export type Topic = z.infer<typeof topic>;

export const briefingShape = z.strictObject({
  source: z.string({ error: 'write the document and the place in it' }),
  topics: listOf(topic, 'topics'),
  /** What tutors may do (item 2.8) and may not do (item 2.9), a sentence each. */
  tutors: z.strictObject({
    source: z.string({ error: 'write the document and the place in it' }),
    may: listOf(words, 'sentences'),
    not: listOf(words, 'sentences'),
  }),
});
/** The safety briefing as an organisation may edit it: any number of topics, in the order in which they are shown. */
export type SafetyBriefing = z.infer<typeof briefingShape>;
