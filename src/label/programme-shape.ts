import { z } from 'zod';
import { words } from '../forms/words.ts';
import { levelIds } from '../rules/label-codes.ts';
import { hasOrigin, listOf, origin, partId, wordsUpTo } from './wording.ts';

const whole = z.int('write a whole number').min(1, 'is below 1; write at least 1');
const short = wordsUpTo(100);

const level = origin
  .extend({ id: z.enum(levelIds), title: short, criteria: listOf(whole, 'criteria that must be met, like [1, 2, 4]') })
  .refine(...hasOrigin);

/** So many days or months; with `to`, from so many up to so many. */
const duration = z
  .strictObject({ days: whole.optional(), months: whole.optional(), to: whole.optional() })
  .refine(({ days, months }) => (days === undefined) !== (months === undefined), 'needs either "days" or "months"');

const stage = origin
  .extend({
    id: partId,
    title: short,
    lasts: duration,
    what: words,
    parts: listOf(z.strictObject({ id: partId, title: short, lasts: duration.optional() }), 'parts').optional(),
    note: words.optional(),
  })
  .refine(...hasOrigin);

const named = z.strictObject({ id: partId, title: short });

const application = origin
  .extend({
    address: z.email('is no e-mail address; write one, like label@example.org'),
    mark: z.string(),
    languages: listOf(z.enum(['kk', 'ru']), 'languages, like [kk, ru]'),
    format: z.strictObject({
      files: listOf(z.enum(['doc', 'docx']), 'file formats, like [docx]'),
      paper: z.literal('A4'),
      margin_cm: z.number().positive('is not above 0; write centimetres, like 2.5'),
      font: z.string(),
      size_pt: z.number().positive('is not above 0; write points, like 12'),
      line_spacing: z.number().positive('is not above 0; write 1 for single spacing'),
    }),
    note: words,
    cover_page: listOf(named, 'fields'),
    letter: z.strictObject({ pages: whole, finished_within_years: whole, parts: listOf(named, 'parts') }),
  })
  .refine(...hasOrigin);

/** What the document says around the instrument: levels, award, benefits, League, stages, application. */
export const programmeShape = {
  levels: z.array(level, { error: `write the levels ${levelIds.join(', ')}` }),
  estimate: origin.extend({ note: words }).refine(...hasOrigin),
  award: origin.extend({ years: whole, note: words }).refine(...hasOrigin),
  benefits: listOf(origin.extend({ id: partId, text: short }).refine(...hasOrigin), 'benefits'),
  league: origin
    .extend({ members: listOf(z.enum(levelIds), 'levels, like [gold]'), text: words, note: words })
    .refine(...hasOrigin),
  stages: listOf(stage, 'stages'),
  application,
};
