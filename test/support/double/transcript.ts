import type { InlineKeyboardButton, KeyboardButton, Message } from 'grammy/types';
import type { ChatEvent, ReplyKeyboard } from './chat.ts';
import type { Markup } from './markup.ts';

/** Lines of a chat's story: messages, presses, changes, small notices. */
export function renderEvents(events: ChatEvent[], botName: string): string[] {
  return events.flatMap((event) => {
    switch (event.kind) {
      case 'said':
        return renderMessage(event.message, botName, '', event.markup);
      case 'edited':
        return renderMessage(event.message, botName, ' (edited)');
      case 'deleted':
        return [`${authorOf(event.message, botName)} (deleted): ${firstLine(event.message)}`];
      case 'pressed':
        return [`${event.by}: [${event.text}]`];
      case 'notified':
        return [`${botName} (${event.alert ? 'alert' : 'notice'}): ${event.text}`];
      case 'noted':
        return [`* ${event.text}`];
    }
  });
}

/** Lines of what is on the screen now. */
export function renderScreen(messages: Message[], keyboard: ReplyKeyboard | undefined, botName: string): string[] {
  const lines = messages.flatMap((message) => renderMessage(message, botName, ''));
  return keyboard === undefined ? lines : [...lines, ...keyboardLines(keyboard.rows)];
}

function renderMessage(message: Message, botName: string, mark: string, markup?: Markup): string[] {
  const [first = '', ...more] = bodyOf(message).split('\n');
  const lines = [
    `${authorOf(message, botName)}${mark}: ${first}`,
    ...more.map((line) => (line === '' ? '' : `  ${line}`)),
  ];
  for (const row of message.reply_markup?.inline_keyboard ?? []) lines.push(`  ${row.map(inlineLabel).join(' ')}`);
  if (markup !== undefined && 'keyboard' in markup) lines.push(...keyboardLines(markup.keyboard));
  if (markup !== undefined && 'remove_keyboard' in markup) lines.push('  ⌨ –');
  return lines;
}

function keyboardLines(rows: (KeyboardButton | string)[][]): string[] {
  return rows.map(
    (row) => `  ⌨ ${row.map((button) => `[${typeof button === 'string' ? button : button.text}]`).join(' ')}`,
  );
}

/** A link is told from a button by its arrow; addresses are left out since they may carry chance. */
function inlineLabel(button: InlineKeyboardButton): string {
  return 'url' in button ? `[${button.text} ↗]` : `[${button.text}]`;
}

const authorOf = (message: Message, botName: string): string =>
  message.from?.is_bot === true ? botName : (message.from?.first_name ?? '');

const firstLine = (message: Message): string => bodyOf(message).split('\n')[0] ?? '';

/** What stands for a message: its text, or its kind in round brackets before the caption. */
function bodyOf(message: Message): string {
  if (message.text !== undefined) return message.text;
  const kind = kindOf(message);
  return message.caption === undefined ? `(${kind})` : `(${kind}) ${message.caption}`;
}

function kindOf(message: Message): string {
  if (message.document !== undefined) return `document ${message.document.file_name ?? ''}`.trim();
  if (message.photo !== undefined) return 'photo';
  if (message.voice !== undefined) return 'voice';
  if (message.sticker !== undefined) return `sticker ${message.sticker.emoji ?? ''}`.trim();
  if (message.contact !== undefined) return `contact ${message.contact.phone_number}`;
  if (message.location !== undefined) return 'location';
  return 'something else';
}
