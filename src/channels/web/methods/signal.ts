import { z } from 'zod';
import { readPayload, Refusal } from '../../gateway.ts';
import { chatId, type Method } from './method.ts';

const press = z.object({
  callback_query_id: z.string(),
  text: z.string().default(''),
  show_alert: z.coerce.boolean().default(false),
});

/** Shows the typing dots, whatever the bot says it is doing. */
export const sendChatAction: Method = async (payload, { streams }) => {
  const { chat_id: chat } = readPayload(z.object({ chat_id: chatId }), payload);
  streams.tell(chat, { event: 'typing', data: {} });
  return true;
};

/** The id of a press: it names its chat, so that an answer needs no memory. */
export function pressId(chat: string, key: string): string {
  return `${chat}.${key}`;
}

export const answerCallbackQuery: Method = async (payload, { streams }) => {
  const { callback_query_id: id, text, show_alert: alert } = readPayload(press, payload);
  const [, chat, key] = /^(\d+)\.(.+)$/s.exec(id) ?? [];
  if (!chat || !key) {
    throw new Refusal(400, 'Bad Request: query is too old and response timeout expired or query ID is invalid');
  }
  streams.tell(chat, { event: 'toast', data: { text, alert, key } });
  return true;
};

export const getFile: Method = async (payload, { files }) => {
  const { file_id: key } = readPayload(z.object({ file_id: z.string() }), payload);
  const bytes = await files.get(key).catch(() => {
    throw new Refusal(400, 'Bad Request: invalid file_id');
  });
  return { file_id: key, file_unique_id: key, file_size: bytes.length, file_path: key };
};
