import { isDeepStrictEqual } from 'node:util';
import type { Message } from 'grammy/types';
import { CallArguments, isRecord } from '../arguments.ts';
import type { DoubleChat } from '../chat.ts';
import { readCaption, readText } from '../formatting.ts';
import { readInlineMarkup } from '../markup.ts';
import { badRequest } from '../refusal.ts';
import type { TelegramState } from '../state.ts';
import type { Method } from './method.ts';
import { photoSizes } from './photo-sizes.ts';
import { takeUpload } from './upload.ts';

const deletableFor = 48 * 60 * 60;

export const editMessageText: Method = (state, call) => {
  const { text, entities } = readText(call);
  const { chat, message } = ownMessage(state, call);
  if (message.text === undefined) throw badRequest('there is no text in the message to edit');
  const { text: _text, entities: _entities, ...rest } = message;
  return change(state, call, chat, message, {
    ...rest,
    text,
    ...(entities.length === 0 ? {} : { entities }),
  });
};

export const editMessageCaption: Method = (state, call) => {
  const caption = readCaption(call);
  const { chat, message } = ownMessage(state, call);
  if (message.text !== undefined) throw badRequest('there is no caption in the message to edit');
  const { caption: _caption, caption_entities: _entities, ...rest } = message;
  return change(state, call, chat, message, { ...rest, ...caption });
};

/** Another picture in the place of one: a file of the same call, or one that the service has. */
export const editMessageMedia: Method = (state, call) => {
  const media = call.json('media', "can't parse InputMedia JSON object");
  if (!isRecord(media) || media['type'] !== 'photo')
    throw badRequest("can't parse InputMedia: only photos are edited here");
  const inside = new CallArguments({ ...call.payload, ...media, photo: media['media'] });
  const { chat, message } = ownMessage(state, call);
  if (message.photo === undefined) throw badRequest('there is no media in the message to edit');
  const { caption: _caption, caption_entities: _entities, ...rest } = message;
  const photo = photoSizes(takeUpload(state, inside, 'photo'));
  return change(state, call, chat, message, { ...rest, photo, ...readCaption(inside) });
};

export const editMessageReplyMarkup: Method = (state, call) => {
  const { chat, message } = ownMessage(state, call);
  return change(state, call, chat, message, message);
};

/** Removes a message: the bot's own and, within two days, those of the person in a private chat. */
export const deleteMessage: Method = (state, call) => {
  const chat = state.chats.writable(call.text('chat_id'));
  deleteOne(state, chat, call.integer('message_id'));
  return true;
};

export const deleteMessages: Method = (state, call) => {
  const chat = state.chats.writable(call.text('chat_id'));
  const ids = call.json('message_ids', "can't parse message_ids JSON object");
  if (!Array.isArray(ids) || ids.length === 0) throw badRequest('message identifiers are not specified');
  if (ids.length > 100) throw badRequest('too many message identifiers specified');
  for (const id of ids) if (chat.messages.has(Number(id))) deleteOne(state, chat, Number(id));
  return true;
};

function deleteOne(state: TelegramState, chat: DoubleChat, id: number): void {
  const message = state.chats.message(chat, id, 'message to delete');
  const isOld = message.date < state.seconds() - deletableFor;
  const isForeign = message.from?.id !== state.me.id && chat.kind !== 'private';
  if (isOld || isForeign) throw badRequest("message can't be deleted for everyone");
  chat.delete(message);
}

function ownMessage(state: TelegramState, call: CallArguments): { chat: DoubleChat; message: Message } {
  if (call.has('inline_message_id')) throw badRequest('MESSAGE_ID_INVALID');
  const chat = state.chats.writable(call.text('chat_id'));
  if (!call.has('message_id')) throw badRequest('message identifier is not specified');
  const message = state.chats.message(chat, call.integer('message_id'), 'message to edit');
  if (message.from?.id !== state.me.id) throw badRequest("message can't be edited");
  return { chat, message };
}

/** An edit without `reply_markup` takes the buttons away; one that changes nothing is refused. */
function change(
  state: TelegramState,
  call: CallArguments,
  chat: DoubleChat,
  before: Message,
  content: Message,
): Message {
  const markup = readInlineMarkup(call, chat.kind);
  const { reply_markup: _markup, edit_date: _date, ...rest } = content;
  const after = { ...rest, ...(markup === undefined ? {} : { reply_markup: markup }) } as Message;
  const { edit_date: _before, ...compared } = before;
  if (isDeepStrictEqual(after, compared)) {
    throw badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    );
  }
  const edited = { ...after, edit_date: state.seconds() } as Message;
  chat.edit(edited);
  return edited;
}
