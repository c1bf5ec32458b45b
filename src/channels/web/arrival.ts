import type { MessageEntity, Update, User } from 'grammy/types';
import { asBotMessage, fileFields, type ShownMessage } from './bot-message.ts';
import type { Incoming } from '../channel.ts';
import type { Language, MessageBody, PageFile } from './message-body.ts';
import { pressId } from './methods/signal.ts';
import type { MethodTools } from './methods/method.ts';

/** Who sends something, as the request tells. */
export interface Sender {
  chat: string;
  /** The page's own id of what is sent, the same when it tries again. */
  key: string;
  language?: Language | undefined;
}

type ArrivalTools = Pick<MethodTools, 'me' | 'nextId' | 'now'>;

/** A text or a file with a caption as a Bot API message, with what the page shows of it. */
export function messageArrived(
  { chat, key, language }: Sender,
  said: { text: string; file?: PageFile | undefined },
  { nextId, now }: ArrivalTools,
): { incoming: Incoming; shown: ShownMessage } {
  const { text, file } = said;
  const at = now();
  const body: MessageBody = { text: text === '' ? [] : [text], key, ...(file ? { file } : {}) };
  const shown: ShownMessage = { id: nextId(), from: 'person', at: new Date(at).toISOString(), body };
  const command = commandIn(text);
  const words = file
    ? { ...fileFields(file), ...(text === '' ? {} : { caption: text }) }
    : { text, ...(command ? { entities: [command] } : {}) };
  const message = {
    message_id: shown.id,
    date: Math.floor(at / 1000),
    chat: { id: Number(chat), type: 'private', first_name: '' },
    from: person(chat, language),
    ...words,
  };
  const update = { update_id: nextId(), message } as Update;
  return { incoming: { key, update, page: shown }, shown };
}

/** A press of a button under a message; a message that is no longer known is given as Telegram gives an old one. */
export function pressArrived(
  { chat, key, language }: Sender,
  data: string,
  under: { id: number; shown: ShownMessage | undefined },
  { me, nextId }: ArrivalTools,
): Incoming {
  const message = under.shown
    ? asBotMessage(me, chat, under.shown)
    : { message_id: under.id, date: 0 as const, chat: { id: Number(chat), type: 'private' as const, first_name: '' } };
  return {
    key,
    update: {
      update_id: nextId(),
      callback_query: {
        id: pressId(chat, key),
        from: person(chat, language),
        chat_instance: chat,
        message,
        data,
      },
    },
  };
}

/** A browser tells no name: the bot asks for one where it needs it. */
function person(chat: string, language: Language | undefined): User {
  return { id: Number(chat), is_bot: false, first_name: '', ...(language ? { language_code: language } : {}) };
}

function commandIn(text: string): MessageEntity | undefined {
  const command = /^\/[a-z0-9_]{1,32}(?=$|[\s@])/i.exec(text)?.[0];
  return command === undefined ? undefined : { type: 'bot_command', offset: 0, length: command.length };
}
