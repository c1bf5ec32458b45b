import type { ForceReply, InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyKeyboardRemove } from 'grammy/types';
import { isRecord, type CallArguments } from './arguments.ts';
import { isLink } from './html.ts';
import { badRequest } from './refusal.ts';

export type Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | ForceReply;

const maxButtons = 100;
const maxInRow = 12;
const maxDataBytes = 64;

/** Reads `reply_markup` and checks each button. An empty keyboard counts as none, as in the service. */
export function readMarkup(call: CallArguments, chatKind: string): Markup | undefined {
  const value = call.json('reply_markup', "can't parse reply keyboard markup JSON object");
  if (value === undefined) return undefined;
  if (!isRecord(value)) throw badRequest('object expected as reply markup');
  const keyboard = rows(value, 'keyboard', 'field "keyboard" must be an Array of Arrays');
  const inline = rows(
    value,
    'inline_keyboard',
    'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
  );
  for (const button of keyboard.flat()) checkKeyboardButton(button, chatKind);
  for (const button of inline.flat()) checkInlineButton(button);
  // Over 12 in a row the service leaves out without a word; here it is a mistake.
  if ([...keyboard, ...inline].some((row) => row.length > maxInRow)) throw badRequest('reply markup is too long');
  if (keyboard.flat().length > 3 * maxButtons || inline.flat().length > maxButtons)
    throw badRequest('reply markup is too long');
  const kind = keyboard.flat().length > 0 ? 'keyboard' : inline.flat().length > 0 ? 'inline_keyboard' : undefined;
  if (kind === undefined && value['remove_keyboard'] !== true && value['force_reply'] !== true) return undefined;
  return value as object as Markup;
}

/** Only an inline keyboard can be put on a message that exists. */
export function readInlineMarkup(call: CallArguments, chatKind: string): InlineKeyboardMarkup | undefined {
  const markup = readMarkup(call, chatKind);
  if (markup === undefined || 'inline_keyboard' in markup) return markup;
  throw badRequest('inline keyboard expected');
}

function rows(markup: Record<string, unknown>, field: string, complaint: string): unknown[][] {
  const value = markup[field];
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw badRequest(`field "${field}" must be of type Array`);
  return value.map((row) => {
    if (!Array.isArray(row)) throw badRequest(complaint);
    return row;
  });
}

function checkKeyboardButton(button: unknown, chatKind: string): void {
  if (typeof button === 'string') {
    if (button.trim() === '') throw badRequest('keyboard button text must be non-empty');
    return;
  }
  const fail = (why: string) => badRequest(`can't parse keyboard button: ${why}`);
  if (!isRecord(button)) throw fail('KeyboardButton must be a String or an Object');
  if (button['text'] === undefined) throw fail('Can\'t find field "text"');
  if (typeof button['text'] !== 'string') throw fail('Field "text" must be of type String');
  if (button['text'].trim() === '') throw badRequest('keyboard button text must be non-empty');
  if (chatKind === 'private') return;
  if (button['request_contact'] === true) throw badRequest('phone number can be requested in private chats only');
  if (button['request_location'] === true) throw badRequest('location can be requested in private chats only');
}

const otherInlineKinds = [
  'pay',
  'callback_game',
  'switch_inline_query',
  'switch_inline_query_chosen_chat',
  'switch_inline_query_current_chat',
  'login_url',
  'web_app',
  'copy_text',
];

function checkInlineButton(button: unknown): void {
  const fail = (why: string) => badRequest(`can't parse inline keyboard button: ${why}`);
  if (!isRecord(button)) throw fail('InlineKeyboardButton must be an Object');
  if (button['text'] === undefined) throw fail('Can\'t find field "text"');
  for (const field of ['text', 'url', 'callback_data']) {
    const value = button[field];
    if (value !== undefined && typeof value !== 'string') throw fail(`Field "${field}" must be of type String`);
  }
  if (String(button['text']).trim() === '') throw badRequest('inline keyboard button text must be non-empty');
  if (button['url'] !== undefined && button['url'] !== '') {
    if (!isLink(String(button['url'])))
      throw badRequest(`inline keyboard button URL '${String(button['url'])}' is invalid: Wrong HTTP URL`);
    return;
  }
  if (button['callback_data'] !== undefined && button['callback_data'] !== '') {
    if (Buffer.byteLength(String(button['callback_data'])) > maxDataBytes) throw badRequest('BUTTON_DATA_INVALID');
    return;
  }
  if (!otherInlineKinds.some((kind) => kind in button)) throw fail('Text buttons are unallowed in the inline keyboard');
}
