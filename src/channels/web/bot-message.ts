import type { InlineKeyboardButton, Message, UserFromGetMe } from 'grammy/types';
import type { PageMessage } from '../channel.ts';
import { plainText } from '../telegram-html.ts';
import type { MessageBody } from './message-body.ts';

/** A message as it stands on the page, with its body read. */
export interface ShownMessage extends Omit<PageMessage, 'body'> {
  body: MessageBody;
}

/** The Bot API's view of a message that the bot wrote: the result of a send, or where a button was pressed. */
export function asBotMessage(me: UserFromGetMe, chat: string, shown: ShownMessage): Message {
  const { text, buttons, file } = shown.body;
  const words = plainText(text);
  return {
    message_id: shown.id,
    date: Math.floor(Date.parse(shown.at) / 1000),
    chat: { id: Number(chat), type: 'private', first_name: '' },
    from: { id: me.id, is_bot: true, first_name: me.first_name, username: me.username },
    ...(file ? { caption: words, ...fileFields(file) } : { text: words }),
    ...(buttons ? { reply_markup: { inline_keyboard: buttons.map((row) => row.map(asInlineButton)) } } : {}),
  };
}

/** The fields by which an update or a result names a file; the page tells no size in points, so it is 0. */
export function fileFields(file: NonNullable<MessageBody['file']>): Pick<Message, 'photo' | 'document'> {
  const common = { file_id: file.key, file_unique_id: file.key, file_size: file.bytes };
  if (file.picture) return { photo: [{ ...common, width: 0, height: 0 }] };
  return { document: { ...common, file_name: file.name, mime_type: file.mime } };
}

function asInlineButton(button: {
  text: string;
  data?: string | undefined;
  url?: string | undefined;
}): InlineKeyboardButton {
  return button.data === undefined
    ? { text: button.text, url: button.url ?? '' }
    : { text: button.text, callback_data: button.data };
}
