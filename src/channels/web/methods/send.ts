import { fileTypeFromBuffer } from 'file-type';
import { z } from 'zod';
import { asBotMessage, type ShownMessage } from '../bot-message.ts';
import { fileName, isPicture } from '../file-kind.ts';
import type { MessageBody, PageFile } from '../message-body.ts';
import { composeBody, writingFields } from './compose-body.ts';
import { readPayload, Refusal } from '../../gateway.ts';
import { chatId, type Method, type MethodTools } from './method.ts';

const textMessage = z.object({ chat_id: chatId, text: z.string(), ...writingFields });
const fileMessage = z.object({ chat_id: chatId, caption: z.string().default(''), ...writingFields });

export const sendMessage: Method = async (payload, tools) => {
  const { chat_id: chat, text, ...writing } = readPayload(textMessage, payload);
  if (text.trim() === '') throw new Refusal(400, 'Bad Request: message text is empty');
  return write(chat, composeBody(text, writing, tools.languageOf(chat)), tools);
};

export const sendDocument: Method = (payload, tools) => sendFile(payload, payload.document, false, tools);

export const sendPhoto: Method = (payload, tools) => sendFile(payload, payload.photo, true, tools);

async function sendFile(
  payload: Record<string, unknown>,
  sent: unknown,
  asPicture: boolean,
  tools: MethodTools,
): Promise<unknown> {
  const { chat_id: chat, caption, ...writing } = readPayload(fileMessage, payload);
  const body = composeBody(caption, writing, tools.languageOf(chat));
  return write(chat, { ...body, file: await takeFile(sent, asPicture, tools) }, tools);
}

/** Puts the bytes of a new file away; a text is the key of a file that was sent before. */
async function takeFile(sent: unknown, asPicture: boolean, { files }: MethodTools): Promise<PageFile> {
  const bytes = sent instanceof File ? new Uint8Array(await sent.arrayBuffer()) : await bytesOf(sent, files);
  if (bytes.length === 0) throw new Refusal(400, 'Bad Request: file must be non-empty');
  const given = sent instanceof File ? { name: sent.name, mime: sent.type } : { name: '', mime: '' };
  const mime = (await fileTypeFromBuffer(bytes))?.mime ?? (given.mime || 'application/octet-stream');
  const picture = asPicture && isPicture(mime);
  if (asPicture && !picture) throw new Refusal(400, 'Bad Request: IMAGE_PROCESS_FAILED');
  const key = typeof sent === 'string' ? sent : await files.put(bytes, mime);
  return { key, name: fileName(given.name, mime), mime, bytes: bytes.length, picture };
}

async function bytesOf(sent: unknown, files: MethodTools['files']): Promise<Uint8Array> {
  if (typeof sent !== 'string') throw new Refusal(400, 'Bad Request: there is no document in the request');
  return files.get(sent).catch(() => {
    throw new Refusal(400, 'Bad Request: wrong file identifier/HTTP URL specified');
  });
}

async function write(chat: string, body: MessageBody, { me, pages, nextId, now }: MethodTools): Promise<unknown> {
  const message: ShownMessage = { id: nextId(), from: 'birge', at: new Date(now()).toISOString(), body };
  await pages.write(chat, message);
  return asBotMessage(me, chat, message);
}
