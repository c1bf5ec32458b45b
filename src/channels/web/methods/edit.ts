import { z } from 'zod';
import { asBotMessage, type ShownMessage } from '../bot-message.ts';
import { offerFor, replyMarkup } from '../keyboard.ts';
import type { MessageBody } from '../message-body.ts';
import { composeBody, writingFields } from './compose-body.ts';
import { readPayload, Refusal } from '../../gateway.ts';
import { chatId, messageId, type Method, type MethodTools } from './method.ts';

const place = { chat_id: chatId, message_id: messageId };
const newText = z.object({ ...place, text: z.string(), ...writingFields });
const newCaption = z.object({ ...place, caption: z.string().default(''), ...writingFields });
const newMarkup = z.object({ ...place, reply_markup: replyMarkup.optional() });

export const editMessageText: Method = async (payload, tools) => {
  const { text, ...edit } = readPayload(newText, payload);
  if (text.trim() === '') throw new Refusal(400, 'Bad Request: message text is empty');
  return rewrite(
    edit.chat_id,
    await requireOwn(edit, tools),
    composeBody(text, edit, tools.languageOf(edit.chat_id)),
    tools,
  );
};

export const editMessageCaption: Method = async (payload, tools) => {
  const { caption, ...edit } = readPayload(newCaption, payload);
  const shown = await requireOwn(edit, tools);
  const { file } = shown.body;
  return rewrite(
    edit.chat_id,
    shown,
    { ...composeBody(caption, edit, tools.languageOf(edit.chat_id)), ...(file ? { file } : {}) },
    tools,
  );
};

/** New buttons under the same words; without a markup the buttons go. */
export const editMessageReplyMarkup: Method = async (payload, tools) => {
  const edit = readPayload(newMarkup, payload);
  const shown = await requireOwn(edit, tools);
  const { text, language, file, about, tellsOf } = shown.body;
  const kept = {
    text,
    ...(language ? { language } : {}),
    ...(file ? { file } : {}),
    ...(about === undefined ? {} : { about }),
    ...(tellsOf === undefined ? {} : { tellsOf }),
  };
  return rewrite(edit.chat_id, shown, { ...kept, ...offerFor(edit.reply_markup) }, tools);
};

export const deleteMessage: Method = async (payload, tools) => {
  const { chat_id: chat, message_id: id } = readPayload(z.object(place), payload);
  const shown = await tools.pages.find(chat, id);
  if (!shown) throw new Refusal(400, 'Bad Request: message to delete not found');
  await tools.pages.write(chat, { ...shown, body: { text: [], gone: true } });
  return true;
};

async function requireOwn(
  { chat_id: chat, message_id: id }: { chat_id: string; message_id: number },
  { pages }: MethodTools,
): Promise<ShownMessage> {
  const shown = await pages.find(chat, id);
  if (!shown) throw new Refusal(400, 'Bad Request: message to edit not found');
  if (shown.from !== 'birge') throw new Refusal(400, "Bad Request: message can't be edited");
  return shown;
}

async function rewrite(chat: string, shown: ShownMessage, body: MessageBody, tools: MethodTools): Promise<unknown> {
  const rewritten = { ...shown, body };
  await tools.pages.write(chat, rewritten);
  return asBotMessage(tools.me, chat, rewritten);
}
