import type { InlineKeyboardButton, Message } from 'grammy/types';
import type { DoubleChat, Key } from './chat.ts';

/** The words on a button, or a test that it passes. */
export type ButtonTest = string | ((button: InlineKeyboardButton | Key) => boolean);

export type FoundButton =
  | { kind: 'inline'; message: Message; button: InlineKeyboardButton }
  | { kind: 'keyboard'; button: Key; oneTime: boolean };

/** Finds a button: on the given message, else the newest one that has it, the keyboard counting as its message. */
export function findButton(chat: DoubleChat, test: ButtonTest, on?: number): FoundButton {
  const passes = (button: InlineKeyboardButton | Key) =>
    typeof test === 'string' ? button.text === test : test(button);
  const messages = [...chat.messages.values()].filter((message) => on === undefined || message.message_id === on);
  const message = messages.findLast((one) => chat.inlineButtons(one).some(passes));
  const button = message === undefined ? undefined : chat.inlineButtons(message).find(passes);
  const key = chat.keyboard?.rows.flat().find(passes);
  const keyIsOlder = message !== undefined && message.message_id > (chat.keyboard?.message_id ?? 0);
  if (key !== undefined && on === undefined && !keyIsOlder) {
    return { kind: 'keyboard', button: key, oneTime: chat.keyboard?.oneTime === true };
  }
  if (message !== undefined && button !== undefined) return { kind: 'inline', message, button };
  const wanted = typeof test === 'string' ? `"${test}"` : 'that passes the test';
  throw new Error(`there is no button ${wanted}; on the screen:\n${chat.screen()}`);
}
