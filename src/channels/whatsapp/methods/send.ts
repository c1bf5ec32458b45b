import { fileTypeFromBuffer } from 'file-type';
import { z } from 'zod';
import type { OutgoingMessage } from '../wire.ts';
import type { Method, MethodTools } from './method.ts';
import { readPayload, Refusal } from '../../gateway.ts';
import { writing } from './payload.ts';
import { say } from './say.ts';

const textMessage = z.object({ text: z.string(), ...writing });
const fileMessage = z.object({ caption: z.string().default(''), ...writing });
const newMarkup = z.object(writing);

export const sendMessage: Method = async (payload, tools) => {
  const { chat_id: chat, text, ...rest } = readPayload(textMessage, payload);
  refuseEmpty(text);
  return say({ chat, words: text, ...rest }, tools);
};

/** What stands in a chat stays there: the new words are a new message. */
export const editMessageText: Method = async (payload, tools) => {
  const { chat_id: chat, text, ...rest } = readPayload(textMessage, payload);
  refuseEmpty(text);
  return say({ chat, words: text, ...rest, instead: true }, tools);
};

export const editMessageCaption: Method = async (payload, tools) => {
  const { chat_id: chat, caption, ...rest } = readPayload(fileMessage, payload);
  return say({ chat, words: caption, ...rest, instead: true }, tools);
};

/** New options without their words; that options are gone needs no message. */
export const editMessageReplyMarkup: Method = async (payload, tools) => {
  const { chat_id: chat, ...rest } = readPayload(newMarkup, payload);
  const offered = (rest.reply_markup?.inline_keyboard ?? []).flat().length > 0;
  return offered ? say({ chat, words: '', ...rest, instead: true }, tools) : true;
};

export const sendDocument: Method = (payload, tools) => sendFile(payload, payload.document, 'document', tools);

export const sendPhoto: Method = (payload, tools) => sendFile(payload, payload.photo, 'picture', tools);

async function sendFile(
  payload: Record<string, unknown>,
  sent: unknown,
  as: 'picture' | 'document',
  tools: MethodTools,
): Promise<unknown> {
  const { chat_id: chat, caption, ...rest } = readPayload(fileMessage, payload);
  return say({ chat, words: caption, ...rest, file: await takeFile(sent, as, tools) }, tools);
}

const pictures = ['image/jpeg', 'image/png', 'image/webp'];

/** The bytes of a new file, or of one that somebody sent here, by its id. */
async function takeFile(
  sent: unknown,
  as: 'picture' | 'document',
  tools: MethodTools,
): Promise<NonNullable<OutgoingMessage['file']>> {
  const bytes = sent instanceof File ? new Uint8Array(await sent.arrayBuffer()) : await bytesOf(sent, tools);
  if (bytes.length === 0) throw new Refusal(400, 'Bad Request: file must be non-empty');
  const given = sent instanceof File ? sent : { name: '', type: '' };
  const found = await fileTypeFromBuffer(bytes);
  const mime = found?.mime ?? (given.type || 'application/octet-stream');
  if (as === 'picture' && !pictures.includes(mime)) throw new Refusal(400, 'Bad Request: IMAGE_PROCESS_FAILED');
  return { bytes, mime, name: given.name || `file.${found?.ext ?? 'bin'}`, as };
}

async function bytesOf(sent: unknown, { download }: MethodTools): Promise<Uint8Array> {
  if (typeof sent !== 'string') throw new Refusal(400, 'Bad Request: there is no document in the request');
  return download(sent).catch(() => {
    throw new Refusal(400, 'Bad Request: wrong file identifier/HTTP URL specified');
  });
}

function refuseEmpty(text: string): void {
  if (text.trim() === '') throw new Refusal(400, 'Bad Request: message text is empty');
}
