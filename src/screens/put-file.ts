import { InputFile } from 'grammy';
import type { Api } from 'grammy';
import { forThePage } from './for-the-page.ts';
import { markupOf } from './put.ts';
import type { Screen, ScreenButton } from './screen.ts';
import { SharedFile } from './shared-file.ts';

/** A file as a flow means it, whatever the channel. */
export interface Enclosure extends Pick<Screen, 'about' | 'tellsOf'> {
  /** A picture is shown in the chat; a document is offered as a file. */
  as: 'picture' | 'document';
  /** Shared: it goes to many chats of one account. */
  bytes: Uint8Array | SharedFile;
  /** What it is called when it is kept, with its ending. */
  name: string;
  /** Telegram's HTML subset, 1,024 characters at most. */
  caption?: string;
  buttons?: ScreenButton[][];
}

/** Puts a file into a chat; gives the message's id, 0 if it did not reach the chat. */
export async function putFile(api: Api, chat: number | string, enclosure: Enclosure): Promise<number> {
  const { as, bytes, name, caption, buttons } = enclosure;
  const markup = buttons && markupOf({ text: '', buttons });
  const beside = {
    ...(caption !== undefined && { caption, parse_mode: 'HTML' as const }),
    ...(markup && { reply_markup: markup }),
    ...forThePage(api, enclosure),
  };
  const put = async (file: InputFile | string): Promise<{ message_id: number }> =>
    as === 'picture' ? api.sendPhoto(chat, file, beside) : api.sendDocument(chat, file, beside);
  const sent = await (bytes instanceof SharedFile ? bytes.send(name, put) : put(new InputFile(bytes, name)));
  return sent.message_id;
}
