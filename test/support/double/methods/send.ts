import type { Message } from 'grammy/types';
import { isRecord, type CallArguments } from '../arguments.ts';
import { readCaption, readText } from '../formatting.ts';
import { readMarkup } from '../markup.ts';
import { badRequest } from '../refusal.ts';
import type { TelegramState } from '../state.ts';
import { photoSizes } from './photo-sizes.ts';
import { takeUpload } from './upload.ts';
import type { Method } from './method.ts';

export const sendMessage: Method = (state, call) => {
  const { text, entities } = readText(call);
  return put(state, call, entities.length === 0 ? { text } : { text, entities });
};

export const sendPhoto: Method = (state, call) => {
  const caption = readCaption(call);
  const file = takeUpload(state, call, 'photo');
  return put(state, call, { photo: photoSizes(file), ...caption });
};

export const sendDocument: Method = (state, call) => {
  const caption = readCaption(call);
  const file = takeUpload(state, call, 'document');
  const { file_id, file_unique_id, file_size } = file;
  return put(state, call, {
    document: { file_id, file_unique_id, file_size, file_name: file.name, mime_type: file.mime },
    ...caption,
  });
};

/** Checks chat, markup, reply and speed, in this order; then the message stands in the chat. */
function put(state: TelegramState, call: CallArguments, content: Partial<Message>): Message {
  const chat = state.chats.writable(call.text('chat_id'));
  const markup = readMarkup(call, chat.kind);
  const replyTo = readReply(state, call);
  state.speed.take(chat);
  const message = {
    message_id: state.chats.takeMessageId(chat),
    from: state.me,
    chat: chat.about,
    date: state.seconds(),
    ...(replyTo === undefined ? {} : { reply_to_message: replyTo }),
    ...content,
    ...(markup !== undefined && 'inline_keyboard' in markup ? { reply_markup: markup } : {}),
    ...(call.flag('protect_content') ? { has_protected_content: true } : {}),
  } as Message;
  chat.add(message, markup);
  return message;
}

function readReply(state: TelegramState, call: CallArguments): Message | undefined {
  const given = call.json('reply_parameters', "can't parse reply parameters JSON object") ?? {};
  if (!isRecord(given)) throw badRequest('object expected as reply parameters');
  const id = Number(given['message_id'] ?? call.integer('reply_to_message_id'));
  if (id === 0) return undefined;
  const found = state.chats.named(call.text('chat_id')).messages.get(id);
  if (found === undefined && given['allow_sending_without_reply'] !== true)
    throw badRequest('message to be replied not found');
  return found;
}
