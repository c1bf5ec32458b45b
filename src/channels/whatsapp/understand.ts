import type { Message, MessageEntity, Update } from 'grammy/types';
import type { Offer } from '../channel.ts';
import { isWord, markedOptions } from './marked-options.ts';
import type { Walks } from './marked-options.ts';
import { commandSaid, leadsBack, linkCode, plainWords, withoutKazakh } from './spoken.ts';

/** What a text pressed. */
interface Pressed {
  offer: Offer;
  data: string;
}

/**
 * Reads a private text in the light of what was offered in that chat, newest first: a press of a button, a command, or
 * the text that it is. Pure, so that the same update read again means the same.
 */
export function understand(update: Update, offers: readonly Offer[], walks: Walks): Update {
  const { message } = update;
  if (message?.text === undefined || message.chat.type !== 'private') return update;
  if (message.entities?.some(({ type, offset }) => type === 'bot_command' && offset === 0)) return update;
  const text = message.text.trim();
  const quoted = message.reply_to_message?.message_id;
  const pressed = quoted === undefined ? pressedAmong(offers, text, walks) : pressedUnder(quoted, offers, text, walks);
  if (pressed) return asPress(update, message, pressed);
  const asked =
    quoted === undefined ? offers.find(({ letters }) => !letters) : offers.find((o) => o.message === quoted);
  if (asked && namesSeveral(asked, text, walks)) return withoutWords(update, message);
  if (linkCode.test(text)) return asCommand(update, message, 'start', text);
  const command = commandSaid(text);
  return command === undefined ? update : asCommand(update, message, command);
}

/** A reply is meant for what it quotes and for nothing else, also when that is no longer known. */
function pressedUnder(quoted: number, offers: readonly Offer[], text: string, walks: Walks): Pressed | undefined {
  const offer = offers.find(({ message }) => message === quoted);
  return (
    offer &&
    (byNumber(offer, text, walks) ?? byLetter(offer, text, walks) ?? byWords(offer, text) ?? backOf(offer, text, walks))
  );
}

/**
 * Without a quote a number belongs to the talk: to its last question, also if a notice has come in between. A letter
 * belongs to a notice only if that is the last thing that was said: after a question it may be the answer itself (a
 * class, a blood group, "в"). Words are looked for in what was said last, then in the talk's last question.
 */
function pressedAmong(offers: readonly Offer[], text: string, walks: Walks): Pressed | undefined {
  const [newest] = offers;
  const question = offers.find(({ letters }) => !letters);
  return (
    (question && byNumber(question, text, walks)) ??
    (newest && byLetter(newest, text, walks)) ??
    (newest && byWords(newest, text)) ??
    (question && byWords(question, text)) ??
    (question && backOf(question, text, walks))
  );
}

/** A bare number, also as "2.", "(2)", "№2" and on emoji keys; of letters it counts the place, which only a quote asks for. */
function byNumber(offer: Offer, text: string, walks: Walks): Pressed | undefined {
  const said = /^(?:[(#]|no)?\s?(\d{1,3})\s?[.,):;!]{0,2}$/i.exec(
    text.normalize('NFKC').replace(/[\uFE0F\u20E3]/g, ''),
  )?.[1];
  if (said === undefined) return undefined;
  const number = Number(said);
  const marked = markedOptions(offer, walks);
  const found = offer.letters ? marked[number - 1] : marked.find(({ mark }) => Number(mark) === number);
  return found && { offer, data: found.option.data };
}

/**
 * "1, 2" where both are options: one line is pressed at a time, and as words it would be stored as an answer of one's own.
 */
function namesSeveral(offer: Offer, text: string, walks: Walks): boolean {
  const said = text.normalize('NFKC');
  if (!/^\d{1,3}(?:(?:[\s,;+]|және|мен|and|и)+\d{1,3})+[.]?$/iu.test(said)) return false;
  return said.split(/\D+/).every((number) => number === '' || byNumber(offer, number, walks) !== undefined);
}

/** Cyrillic letters that look like Latin ones; and Б, the second letter for whoever counts in Cyrillic. */
const alike: Readonly<Record<string, string>> = {
  А: 'A',
  Б: 'B',
  В: 'B',
  С: 'C',
  Е: 'E',
  Н: 'H',
  І: 'I',
  Ј: 'J',
  К: 'K',
  М: 'M',
  О: 'O',
  Р: 'P',
  Ѕ: 'S',
  Т: 'T',
  У: 'Y',
  Х: 'X',
};

function byLetter(offer: Offer, text: string, walks: Walks): Pressed | undefined {
  const said = /^(\p{L})[.)]?$/u.exec(text.normalize('NFKC').toUpperCase())?.[1];
  if (!offer.letters || said === undefined) return undefined;
  const found = markedOptions(offer, walks).find(({ mark }) => mark === (alike[said] ?? said));
  return found && { offer, data: found.option.data };
}

/**
 * The exact words of one label, also typed without Kazakh letters; two labels that differ only in signs are told apart by
 * their numbers alone.
 */
function byWords(offer: Offer, text: string): Pressed | undefined {
  const said = plainWords(text);
  if (said === '') return undefined;
  const exactly = offer.options.filter((option) => plainWords(option.text) === said);
  const nearly = () => offer.options.filter(({ text }) => withoutKazakh(plainWords(text)) === withoutKazakh(said));
  const [found, another] = exactly.length > 0 ? exactly : nearly();
  return found && !another ? { offer, data: found.data } : undefined;
}

/** Where nothing leads back, but out to the menu, that is meant. */
function backOf(offer: Offer, text: string, walks: Walks): Pressed | undefined {
  if (!leadsBack(text)) return undefined;
  const words = offer.options.filter((option) => isWord(option, walks));
  const found = words.find((option) => leadsBack(option.text)) ?? words.find(isMenu);
  return found && { offer, data: found.data };
}

const isMenu = ({ text }: { text: string }): boolean => commandSaid(text) === 'menu';

function asPress({ update_id }: Update, { message_id, from, chat }: Message, { offer, data }: Pressed): Update {
  if (from === undefined) throw new Error('a text came from nobody');
  const under = { message_id: offer.message, chat, date: 0 as const };
  const id = pressId(chat.id, message_id);
  return { update_id, callback_query: { id, from, chat_instance: String(chat.id), message: under, data } };
}

/** The id of a press: it names its chat, so that an answer to it needs no memory. */
export const pressId = (chat: number, message: number): string => `${chat}.${message}`;

/** Something was said, but no answer: the question is asked again. */
function withoutWords(update: Update, { text: _text, ...rest }: NonNullable<Update['message']>): Update {
  return { ...update, message: rest };
}

function asCommand(update: Update, message: NonNullable<Update['message']>, name: string, rest?: string): Update {
  const text = rest === undefined ? `/${name}` : `/${name} ${rest}`;
  return { ...update, message: { ...message, text, entities: [commandEntity(name.length + 1)] } };
}

/** The mark of a command that a text begins with; `length` with its slash. */
export const commandEntity = (length: number): MessageEntity => ({ type: 'bot_command', offset: 0, length });
