import type { Message, Update } from 'grammy/types';
import type { Incoming } from '../channel.ts';
import { guessLanguage } from '../language-guess.ts';
import { messageKey, messageNumber, personNumber } from './ids.ts';
import { commandEntity } from './understand.ts';
import type { ArrivedMessage } from './wire.ts';

/** A private message as the Bot API tells of it; undefined: its sender has no number here. */
export function privateArrival(arrived: ArrivedMessage): Incoming | undefined {
  const id = personNumber(arrived.chat);
  if (id === undefined) return undefined;
  const number = messageNumber(arrived.id);
  const chat = { id, type: 'private' as const, first_name: '' };
  // WhatsApp tells no language: the words are a guess for whoever is not known yet.
  const language = guessLanguage(arrived.text);
  const quoted = arrived.quoted === undefined ? undefined : messageNumber(arrived.quoted);
  const update: Update = {
    update_id: number,
    message: {
      message_id: number,
      date: arrived.at,
      chat,
      from: { id, is_bot: false, first_name: '', ...(language && { language_code: language }) },
      ...saidIn(arrived),
      ...(quoted !== undefined && { reply_to_message: quotedAs(quoted, chat) }),
    },
  };
  return { key: messageKey(arrived.id), update, ...aliasOf(arrived) };
}

/** What is quoted, by its number alone: its words are known to whoever said them. */
function quotedAs(number: number, chat: Message['chat']): NonNullable<Message['reply_to_message']> {
  const quoted: Message = { message_id: number, date: 0, chat };
  // grammY's type asks for a field to be undefined that it does not let be written so.
  return quoted as NonNullable<Message['reply_to_message']>;
}

/** The same person's other id as text, where it is told and has a number. */
export function aliasOf({ alias, from }: ArrivedMessage): Pick<Incoming, 'alias'> {
  const number = alias === undefined || alias === from ? undefined : personNumber(alias);
  return number === undefined ? {} : { alias: String(number) };
}

type Said = Pick<
  Message,
  | 'text'
  | 'entities'
  | 'caption'
  | 'photo'
  | 'document'
  | 'sticker'
  | 'voice'
  | 'audio'
  | 'video'
  | 'location'
  | 'contact'
  | 'poll'
>;

/** What was said. Only words, pictures and documents are taken; of the rest no more than its kind is told. */
function saidIn({ id, text, file, other }: ArrivedMessage): Said {
  const caption = text === '' ? {} : { caption: text };
  if (file) {
    const common = { file_id: id, file_unique_id: id, ...(file.bytes !== undefined && { file_size: file.bytes }) };
    if (file.as === 'picture') return { photo: [{ ...common, width: 0, height: 0 }], ...caption };
    const name = file.name === undefined ? {} : { file_name: file.name };
    return { document: { ...common, ...name, mime_type: file.mime }, ...caption };
  }
  if (other) return kindOnly(other, id);
  const command = /^\/[a-z0-9_]{1,32}(?=$|[\s@])/i.exec(text)?.[0];
  return { text, ...(command !== undefined && { entities: [commandEntity(command.length)] }) };
}

/** Nobody reads what these hold: where somebody is, or whose contact it is, is not taken in. */
function kindOnly(other: NonNullable<ArrivedMessage['other']>, id: string): Said {
  const file = { file_id: id, file_unique_id: id };
  const size = { width: 0, height: 0 };
  switch (other) {
    case 'sticker':
      return { sticker: { ...file, ...size, type: 'regular', is_animated: false, is_video: false } };
    case 'voice':
      return { voice: { ...file, duration: 0 } };
    case 'audio':
      return { audio: { ...file, duration: 0 } };
    case 'video':
      return { video: { ...file, ...size, duration: 0 } };
    case 'location':
      return { location: { latitude: 0, longitude: 0 } };
    case 'contact':
      // Somebody's contact and not the sender's own: that would be taken for their number.
      return { contact: { phone_number: '', first_name: '', user_id: 0 } };
    case 'poll':
    case 'other':
      return {};
  }
}
