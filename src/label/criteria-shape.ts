import { z } from 'zod';
import { words } from '../forms/words.ts';
import { centreKinds } from '../rules/label-codes.ts';
import { listOf, said, wordsUpTo } from './wording.ts';

/** A button shows no more, and lists of indicators stay readable; in a radar picture room is shorter still. */
const most = { indicator: 45, radar: 30, title: 100, text: 300 };

const count = z
  .int({ error: 'write a whole number for each kind of centre' })
  .min(1, 'is below 1; write a whole number from 1');
const byKind = z.strictObject(
  Object.fromEntries(centreKinds.map((kind) => [kind, count])) as Record<(typeof centreKinds)[number], typeof count>,
);

/** What the Kazakh and the Russian edition demand, each as a part of the sentence; `use` is the one that counts. */
const edition = z.strictObject({ use: z.enum(['kk', 'ru']), kk: words, ru: words });

const indicator = z.strictObject({
  number: z.int('write its number in the document'),
  short: wordsUpTo(most.indicator),
  text: wordsUpTo(most.text),
  /** Numbers that differ by kind of centre, each under the name that stands for it in the text. */
  values: z.record(z.string(), byKind).optional(),
  edition: edition.optional(),
});

const criterion = z.strictObject({
  number: z.int('write its number in the document'),
  only: listOf(z.enum(centreKinds), 'kinds of centres, like [regional]').optional(),
  short: wordsUpTo(most.radar),
  title: wordsUpTo(most.title),
  indicators: listOf(indicator, 'indicators'),
});

/** What is asked beside an indicator or after a criterion. */
const asked = z.strictObject({
  short: wordsUpTo(most.indicator),
  text: wordsUpTo(most.text),
  hint: wordsUpTo(most.text).optional(),
  ours: said('write in one sentence why we ask it').optional(),
});

/** Opened by a button of these words. */
const beside = asked.extend({ button: wordsUpTo(20) });

/** The document's criteria and indicators, and how a form made of them speaks. */
export const criteriaShape = {
  criteria: listOf(criterion, 'criteria'),
  editions: z.strictObject({ ours: said('write why one edition goes before the other'), note: words }),
  form: z.strictObject({
    intro: words,
    thanks: words,
    answers: z.strictObject({ yes: words, not_fully: words, no: words }),
    example: beside,
    files: beside,
    trends: asked,
    difficult: asked,
  }),
};

export type WrittenCriterion = z.infer<typeof criterion>;
export type WrittenIndicator = z.infer<typeof indicator>;
