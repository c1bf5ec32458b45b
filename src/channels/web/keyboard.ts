import { z } from 'zod';
import { safeLink } from '../telegram-html.ts';
import type { MessageBody, PageButton } from './message-body.ts';

const inlineButton = z.object({ text: z.string(), callback_data: z.string().optional(), url: z.string().optional() });
const replyButton = z.union([
  z.string().transform((text) => ({ text, request_contact: false })),
  z.object({ text: z.string(), request_contact: z.boolean().default(false) }),
]);

/** `reply_markup` of a Bot API call, as far as a page has something to show for it. */
export const replyMarkup = z.union([
  z.object({ inline_keyboard: z.array(z.array(inlineButton)) }),
  z.object({
    keyboard: z.array(z.array(replyButton)),
    one_time_keyboard: z.boolean().optional(),
    input_field_placeholder: z.string().optional(),
  }),
  z.object({ remove_keyboard: z.literal(true) }),
  z.object({ force_reply: z.literal(true), input_field_placeholder: z.string().optional() }),
]);
export type ReplyMarkup = z.infer<typeof replyMarkup>;

type Offered = Pick<MessageBody, 'buttons' | 'replies' | 'once' | 'placeholder' | 'typed'>;

/**
 * What the page offers under a message or above the composer. A browser has no contact to share: that button is left
 * out and the composer takes a phone number instead.
 */
export function offerFor(markup: ReplyMarkup | undefined): Offered {
  if (!markup) return {};
  if ('inline_keyboard' in markup) return { buttons: filledRows(markup.inline_keyboard.map(pageButtons)) };
  if ('remove_keyboard' in markup) return { replies: [] };
  const placeholder = markup.input_field_placeholder;
  const hint = placeholder === undefined ? {} : { placeholder };
  if ('force_reply' in markup) return hint;
  const asksContact = markup.keyboard.flat().some((button) => button.request_contact);
  const rows = markup.keyboard.map((row) => row.filter((one) => !one.request_contact).map((one) => one.text));
  return {
    replies: filledRows(rows),
    once: markup.one_time_keyboard ?? false,
    ...hint,
    ...(asksContact ? { typed: { input: 'phone' as const } } : {}),
  };
}

function pageButtons(row: z.infer<typeof inlineButton>[]): PageButton[] {
  return row.flatMap(({ text, callback_data: data, url }): PageButton[] => {
    if (data !== undefined) return [{ text, data }];
    const link = safeLink(url);
    return link ? [{ text, url: link }] : [];
  });
}

function filledRows<Cell>(rows: Cell[][]): Cell[][] {
  return rows.filter((row) => row.length > 0);
}
