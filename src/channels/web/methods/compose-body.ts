import { z } from 'zod';
import { offerFor, type ReplyMarkup, replyMarkup } from '../keyboard.ts';
import { guessLanguage } from '../../language-guess.ts';
import { plainText, readTelegramHtml, type TextPiece } from '../../telegram-html.ts';
import type { Language, MessageBody } from '../message-body.ts';
import { Refusal } from '../../gateway.ts';
import { birgeExtension } from './method.ts';

/** The fields that every message of the bot can have beside its words. */
export const writingFields = {
  parse_mode: z.string().optional(),
  reply_markup: replyMarkup.optional(),
  birge: birgeExtension,
};

interface Writing {
  parse_mode?: string | undefined;
  reply_markup?: ReplyMarkup | undefined;
  birge?: z.infer<typeof birgeExtension>;
}

/** Makes the page's body of words as the Bot API says them. Throws `Refusal` for markup that the page does not know. */
export function composeBody(
  words: string,
  { parse_mode, reply_markup, birge }: Writing,
  spoken: Language | undefined,
): MessageBody {
  const text = readWords(words, parse_mode);
  refuseLongData(reply_markup);
  const language = birge?.language ?? spoken ?? guessLanguage(plainText(text));
  const { input, min, max, about, tellsOf } = birge ?? {};
  return {
    text,
    ...(language ? { language } : {}),
    ...(about === undefined ? {} : { about }),
    ...(tellsOf === undefined ? {} : { tellsOf }),
    ...offerFor(reply_markup),
    ...(input
      ? { typed: { input, ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) } }
      : {}),
  };
}

function readWords(words: string, parseMode: string | undefined): TextPiece[] {
  if (parseMode === undefined || parseMode === '') return words === '' ? [] : [words];
  if (parseMode.toLowerCase() !== 'html') throw new Refusal(400, 'Bad Request: unsupported parse_mode');
  return readTelegramHtml(words);
}

/** Telegram takes 64 bytes of callback data; a button that only works here would be a trap. */
function refuseLongData(markup: ReplyMarkup | undefined): void {
  if (!markup || !('inline_keyboard' in markup)) return;
  const long = markup.inline_keyboard.flat().some((button) => Buffer.byteLength(button.callback_data ?? '') > 64);
  if (long) throw new Refusal(400, 'Bad Request: BUTTON_DATA_INVALID');
}
