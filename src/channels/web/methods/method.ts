import type { Logger } from 'pino';
import type { UserFromGetMe } from 'grammy/types';
import { z } from 'zod';
import type { MethodWith } from '../../gateway.ts';
import { type Language, languages, typedInput } from '../message-body.ts';
import type { Streams } from '../streams.ts';
import type { TalkPages } from '../talk-pages.ts';

/** What a method of the Bot API has at hand to do its work on the page. */
export interface MethodTools {
  me: UserFromGetMe;
  pages: TalkPages;
  streams: Streams;
  files: { put(bytes: Uint8Array, mime: string): Promise<string>; get(key: string): Promise<Uint8Array> };
  /** The language of the person in a chat, while something is said there. */
  languageOf: (chat: string) => Language | undefined;
  nextId: () => number;
  now: () => number;
  log: Logger;
}

/** A method as the page does it. */
export type Method = MethodWith<MethodTools>;

/** Chats of the page are positive numbers; in a form they come as text. */
export const chatId = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).transform(String);
export const messageId = z.coerce.number().int().positive();

/** Our own extension of a payload that only the page reads: how the answer is typed, which language this is, whom it tells of. */
export const birgeExtension = z.preprocess(
  (value) => (typeof value === 'string' ? JSON.parse(value) : value),
  z
    .object({
      ...typedInput.partial().shape,
      language: z.enum(languages).optional(),
      about: z.number().optional(),
      tellsOf: z.array(z.number()).optional(),
    })
    .optional(),
);
