import { z } from 'zod';
import { lengthOf } from '../forms/text.ts';
import { languages, words } from '../forms/words.ts';
import type { Lang, Words } from '../forms/words.ts';

/** A text of all languages, made of others language by language. */
export const inEach = (text: (language: Lang) => string): Words => ({
  kk: text('kk'),
  ru: text('ru'),
  en: text('en'),
});

/** One text in all languages, none longer than `most` characters as people count them. */
export const wordsUpTo = (most: number) =>
  words.superRefine((texts, context) => {
    for (const language of languages) {
      const length = lengthOf(texts[language]);
      if (length <= most) continue;
      const message = `has ${length} characters; write at most ${most}`;
      context.addIssue({ code: 'custom', path: [language], message });
    }
  });

/** A text of one language; `fix` says what to write. */
export const said = (fix: string) => z.string({ error: fix }).regex(/\S/, `is empty; ${fix}`);

/** Where it stands in the document, or what of it is our choice. */
export const origin = z.strictObject({
  source: said('write the item of the document').optional(),
  ours: said('write in one sentence why we set it').optional(),
});

/** For `refine`: everything in the content has a place in the document or is marked as ours. */
export const hasOrigin: [(part: z.infer<typeof origin>) => boolean, { path: string[]; error: string }] = [
  ({ source, ours }) => source !== undefined || ours !== undefined,
  {
    path: ['source'],
    error: 'stands here, and nothing in "ours"; cite the item (source: item 9) or write why we set it (ours: …)',
  },
];

/** What a part is called in answers, documents and obligations. */
export const partId = z
  .string({ error: 'write an id, like action_plan' })
  .regex(/^[a-z][a-z0-9_]{0,19}$/, 'is no id; use a-z, 0-9 and _, beginning with a letter, at most 20 characters');

/** A list without which nothing works; `of` names one part of it. */
export const listOf = <T extends z.ZodType>(part: T, of: string) =>
  z.array(part, { error: `write a list of ${of}` }).min(1, `is empty; write a list of ${of}`);
