import { z } from 'zod';
import type { Method } from './method.ts';
import { readPayload, Refusal } from '../../gateway.ts';
import { place } from './payload.ts';
import { say } from './say.ts';

const press = z.object({
  callback_query_id: z.string(),
  text: z.string().default(''),
  show_alert: z.coerce.boolean().default(false),
});

/** Shows that Birge is writing, whatever it says it is doing. */
export const sendChatAction: Method = async (payload, { typing }) => {
  const { chat_id: chat } = readPayload(z.object(place), payload);
  await typing(chat);
  return true;
};

/** No button waits for an answer here; what must be read is said. */
export const answerCallbackQuery: Method = async (payload, tools) => {
  const { callback_query_id: id, text, show_alert: alert } = readPayload(press, payload);
  const chat = /^(\d+)\.\d+$/.exec(id)?.[1];
  if (chat === undefined) {
    throw new Refusal(400, 'Bad Request: query is too old and response timeout expired or query ID is invalid');
  }
  if (alert && text.trim() !== '') await say({ chat: Number(chat), words: text, aside: true }, tools);
  return true;
};

/** The bytes are fetched by the same id. */
export const getFile: Method = async (payload) => {
  const { file_id: id } = readPayload(z.object({ file_id: z.string().min(1) }), payload);
  return { file_id: id, file_unique_id: id, file_path: id };
};
