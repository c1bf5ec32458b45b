import type { Chat, Message, Update, User } from 'grammy/types';
import { choices, textOf } from './form.ts';

/** The bot that everybody talks to. */
export const me: User & { username: string } = {
  id: 7_000_000_001,
  is_bot: true,
  first_name: 'Birge · волонтер көмекшісі',
  username: 'birge_volunteer_bot',
};

let updates = 500_000_000;

const person = (chat: number): User => ({
  id: chat,
  is_bot: false,
  first_name: 'Айгерім',
  last_name: 'Серікова',
  username: `aigerim_${chat}`,
  language_code: 'kk',
});

const home = (chat: number): Chat.PrivateChat => {
  const { first_name, last_name, username } = person(chat);
  return { id: chat, type: 'private', first_name, ...(last_name && { last_name }), ...(username && { username }) };
};

/** Somebody writes: an update as long as Telegram's own. */
export function says(chat: number, text: string): Update {
  const command = text.startsWith('/');
  return {
    update_id: (updates += 1),
    message: {
      message_id: updates,
      from: person(chat),
      chat: home(chat),
      date: 1_795_320_000,
      text,
      ...(command && { entities: [{ type: 'bot_command', offset: 0, length: text.length }] }),
    },
  };
}

/** Somebody presses a button: Telegram sends the whole message that it is on, its text and its buttons. */
export function presses(chat: number, data: string): Update {
  return {
    update_id: (updates += 1),
    callback_query: {
      id: `4382${updates}7726194`,
      from: person(chat),
      message: question(chat),
      chat_instance: `-83726154${chat}`,
      data,
    },
  };
}

/** What Telegram answers to `sendMessage`, and what a pressed button carries with it. */
export function question(chat: number): Message {
  return {
    message_id: updates,
    from: me,
    chat: home(chat),
    date: 1_795_320_000,
    text: `100 / 200\n\n${textOf(100)}`,
    entities: [{ type: 'italic', offset: 0, length: 9 }],
    reply_markup: {
      inline_keyboard: choices.map(({ code, text }) => [{ text, callback_data: `q:a1b2c3:${chat}:q100:${code}` }]),
    },
  };
}
