import { createHash } from 'node:crypto';

/** What was said last in each chat, by its fingerprint alone: an edit that changes nothing is not said again. */
export interface LastSaid {
  note(chat: number, words: readonly string[], result: object): void;
  /** The result of the last message, if it said just this. */
  same(chat: number, words: readonly string[]): object | undefined;
}

/** As many chats as are remembered. */
const most = 2_000;

export function createLastSaid(): LastSaid {
  const chats = new Map<number, { print: string; result: object }>();
  return {
    note(chat, words, result) {
      chats.delete(chat);
      chats.set(chat, { print: printOf(words), result });
      const [oldest] = chats.keys();
      if (chats.size > most && oldest !== undefined) chats.delete(oldest);
    },
    same(chat, words) {
      const last = chats.get(chat);
      return last?.print === printOf(words) ? last.result : undefined;
    },
  };
}

const printOf = (words: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(words)).digest('base64');
