import type { Seen } from '../screens/screen.ts';
import type { Talk } from '../talks/talk.ts';

/** Telegram's programs cut a longer text at a word somewhere below 4,096; no question takes a text of that length. */
const full = 3000;
/** Seconds within which the parts of one text come. */
const together = 2;

/** When the text came that the person has just sent, if it filled a whole message; otherwise undefined. */
export function cutAtIn({ update, kind }: Talk): number | undefined {
  if (kind !== 'telegram') return undefined;
  const { message } = update;
  return message?.text !== undefined && message.text.length >= full ? message.date : undefined;
}

/** Is this the rest of a text that was cut? It was too long as a whole, so its end is no answer either. */
export function isRest({ update }: Talk, seen: Seen | undefined): boolean {
  const { message } = update;
  return message?.text !== undefined && seen?.cutAt !== undefined && message.date - seen.cutAt <= together;
}
