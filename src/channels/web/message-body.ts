import { z } from 'zod';
import { marks, type TextPiece } from '../telegram-html.ts';

// The page makes elements of the pieces, never HTML.
const textPiece: z.ZodType<TextPiece> = z.lazy(() =>
  z.union([z.string(), z.object({ mark: z.enum(marks), href: z.string().optional(), inside: z.array(textPiece) })]),
);

export const languages = ['kk', 'ru', 'en'] as const;
export type Language = (typeof languages)[number];

const pageButton = z.object({ text: z.string(), data: z.string().optional(), url: z.string().optional() });
export type PageButton = z.infer<typeof pageButton>;

/** What a typed answer should look like; the page shows a date field or the fitting keyboard for it. */
export const typedInput = z.object({
  input: z.enum(['date', 'phone', 'email', 'number']),
  min: z.union([z.string(), z.number()]).optional(),
  max: z.union([z.string(), z.number()]).optional(),
});

const pageFile = z.object({
  key: z.string(),
  name: z.string(),
  mime: z.string(),
  bytes: z.number(),
  picture: z.boolean(),
});
export type PageFile = z.infer<typeof pageFile>;

/** What `PageMessage.body` holds. */
export const messageBody = z.object({
  text: z.array(textPiece),
  language: z.enum(languages).optional(),
  buttons: z.array(z.array(pageButton)).optional(),
  /** Answers offered above the composer: rows of texts, `once` until the person has written; `[]` takes them away. */
  replies: z.array(z.array(z.string())).optional(),
  once: z.boolean().optional(),
  placeholder: z.string().optional(),
  typed: typedInput.optional(),
  file: pageFile.optional(),
  /** The submission it tells of: whose owner is erased takes the message along. */
  about: z.number().optional(),
  /** People it tells of: whoever of them is erased takes the message along. */
  tellsOf: z.array(z.number()).optional(),
  /** The page's own id of a message the person sent, by which it knows it again. */
  key: z.string().optional(),
  /** The bot took the message back; it is kept only to cover what was stored before. */
  gone: z.boolean().optional(),
});
export type MessageBody = z.infer<typeof messageBody>;
