import type { Api } from 'grammy';
import type { InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyKeyboardRemove } from 'grammy/types';
import { forThePage } from './for-the-page.ts';
import type { Screen } from './screen.ts';

type Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove;

/** Says a screen in a chat; gives the message's id, 0 if it did not reach the chat. */
export async function put(api: Api, chat: number | string, screen: Screen): Promise<number> {
  const markup = markupOf(screen);
  const page = forThePage(api, screen);
  if (screen.replaces !== undefined) {
    const inline = markup && 'inline_keyboard' in markup ? { reply_markup: markup } : {};
    await api.editMessageText(chat, screen.replaces, screen.text, { parse_mode: 'HTML', ...inline, ...page });
    return screen.replaces;
  }
  const sent = await api.sendMessage(chat, screen.text, {
    parse_mode: 'HTML',
    link_preview_options: { is_disabled: true },
    ...(markup && { reply_markup: markup }),
    ...page,
  });
  return sent.message_id;
}

/** The buttons of a screen as the Bot API writes them. */
export function markupOf(screen: Screen): Markup | undefined {
  if (screen.endContact) return { remove_keyboard: true };
  const rows = screen.buttons ?? [];
  if (screen.contact !== undefined) {
    const words = rows.map((row) => row.map(({ text }) => ({ text })));
    const keyboard = [[{ text: screen.contact, request_contact: true }], ...words];
    return { keyboard, resize_keyboard: true, one_time_keyboard: true };
  }
  if (rows.length === 0) return undefined;
  return {
    inline_keyboard: rows.map((row) =>
      row.map((button) =>
        'url' in button ? { text: button.text, url: button.url } : { text: button.text, callback_data: button.data },
      ),
    ),
  };
}
