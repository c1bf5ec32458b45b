import type { Message } from 'grammy/types';
import { inDoubt } from '../../channel.ts';
import type { Offer } from '../../channel.ts';
import { guessLanguage } from '../../language-guess.ts';
import { Ended, Refusal } from '../../gateway.ts';
import { messageNumber } from '../ids.ts';
import { letteredText, markedOptions } from '../marked-options.ts';
import { whatsappText } from '../marks.ts';
import { optionLines } from '../option-lines.ts';
import type { Button } from '../option-lines.ts';
import { inParts, longestCaption } from '../parts.ts';
import type { OutgoingMessage, SentMessage } from '../wire.ts';
import type { MethodTools } from './method.ts';
import { buttonsOf } from './payload.ts';

/** A message as a call means it. */
export interface Saying {
  chat: number;
  words: string;
  parse_mode?: string | undefined;
  reply_markup?: Parameters<typeof buttonsOf>[0];
  file?: OutgoingMessage['file'];
  /** It takes the place of a message: if that one says the same already, nothing is said. */
  instead?: boolean;
  /** Said beside the talk: the question before it is still the one that is asked. */
  aside?: boolean;
}

/** Says it in one message or more, keeps what was offered, and gives the last message as the Bot API does. */
export async function say(saying: Saying, tools: MethodTools): Promise<object> {
  const { chat, file, instead } = saying;
  const buttons = rowsFor(chat, buttonsOf(saying.reply_markup));
  const said = textOf(saying);
  const options = buttons.flat().flatMap((button) => ('data' in button ? [button] : []));
  const text = tools.letters ? letteredText(said, markedOptions({ letters: true, options }, tools.walks)) : said;
  const language = tools.languageOf(String(chat)) ?? guessLanguage(text) ?? 'kk';
  const style = { letters: tools.letters, walks: tools.walks, ...tools.words(language) };
  const parts = inParts(text, optionLines(buttons, style), file && longestCaption);
  const before = instead && !file ? tools.last.same(chat, parts) : undefined;
  if (before) return before;
  if (parts.join('') === '' && !file) throw new Refusal(400, 'Bad Request: message text is empty');
  const at = tools.now();
  const sent = await sendAll(chat, parts, file, tools);
  const id = messageNumber(sent.at(-1)?.id ?? '');
  if (!saying.aside) await keepOffer(chat, { message: id, letters: tools.letters, at, options }, tools);
  const doubtful = sent.findLast(({ acknowledged }) => !acknowledged);
  if (tools.letters && doubtful) {
    const parameters = { message_id: messageNumber(doubtful.id) };
    throw new Ended({ ok: false, error_code: inDoubt, description: 'not acknowledged', parameters });
  }
  const result = asMessage(chat, id, tools);
  tools.last.note(chat, file ? [] : parts, result);
  return result;
}

async function sendAll(
  chat: number,
  parts: readonly string[],
  file: OutgoingMessage['file'],
  tools: MethodTools,
): Promise<SentMessage[]> {
  const sent: SentMessage[] = [];
  for (const [index, text] of parts.entries()) {
    try {
      sent.push(await tools.post(chat, index === 0 && file ? { text, file } : { text }));
    } catch (error) {
      if (sent.length === 0 || !tools.letters) throw error;
      // Its beginning has been read: to say it all again would say that twice.
      throw new Ended({ ok: false, error_code: inDoubt, description: 'sent in part' });
    }
  }
  return sent;
}

/** In a group nobody is answered, so nothing is offered there but addresses. */
const rowsFor = (chat: number, rows: Button[][]): Button[][] =>
  chat > 0 ? rows : rows.map((row) => row.filter((button) => 'url' in button));

function textOf({ words, parse_mode: mode }: Saying): string {
  if (mode === undefined || mode === '') return words.trim();
  if (mode.toLowerCase() !== 'html') throw new Refusal(400, 'Bad Request: unsupported parse_mode');
  return whatsappText(words);
}

/**
 * A reply without options is kept, too: a number typed after it is an answer, never a press on something older. What
 * can not be kept is said all the same; its numbers then are words.
 */
async function keepOffer(chat: number, offer: Offer, tools: MethodTools): Promise<void> {
  if (chat < 0 || (offer.letters && offer.options.length === 0)) return;
  try {
    await tools.keep(String(chat), offer);
  } catch (error) {
    tools.log.warn({ err: error }, 'what was offered could not be kept');
  }
}

function asMessage(chat: number, id: number, { me, now }: MethodTools): Partial<Message> {
  return {
    message_id: id,
    date: Math.floor(now() / 1000),
    chat: chat > 0 ? { id: chat, type: 'private', first_name: '' } : { id: chat, type: 'group', title: '' },
    from: me,
  };
}
