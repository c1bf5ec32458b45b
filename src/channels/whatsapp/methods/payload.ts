import { z } from 'zod';
import { Refusal } from '../../gateway.ts';
import { safeLink } from '../../telegram-html.ts';
import type { Button } from '../option-lines.ts';

const chatId = z.coerce.number().int();
const inlineButton = z.object({ text: z.string(), callback_data: z.string().optional(), url: z.string().optional() });

/** Other keyboards are nothing here: WhatsApp has no contact button, and a sender's number is known. */
const replyMarkup = z.object({ inline_keyboard: z.array(z.array(inlineButton)).default([]) });

export const place = { chat_id: chatId };
export const writing = { ...place, parse_mode: z.string().optional(), reply_markup: replyMarkup.optional() };

/** The buttons of a call as far as they do something; one without data or a safe address is left out. */
export function buttonsOf(markup: z.infer<typeof replyMarkup> | undefined): Button[][] {
  const rows = markup?.inline_keyboard ?? [];
  const long = rows.flat().some((button) => Buffer.byteLength(button.callback_data ?? '') > 64);
  if (long) throw new Refusal(400, 'Bad Request: BUTTON_DATA_INVALID');
  return rows.map((row) =>
    row.flatMap(({ text, callback_data: data, url }): Button[] => {
      if (data !== undefined) return [{ text, data }];
      const link = safeLink(url);
      return link === undefined ? [] : [{ text, url: link }];
    }),
  );
}
