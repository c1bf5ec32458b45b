import { setTimeout as pause } from 'node:timers/promises';
import { eventually } from './whole.ts';
import type { Whole } from './whole.ts';

/** Somebody who joins by WhatsApp and then goes on answering the questionnaire's fourth and fifth question in turn. */
export interface Walker {
  chat: string;
  /** Messages this person has written. */
  written: number;
  /** Reads what stands there, writes what answers it, and waits for the next word of Birge. */
  step(): Promise<void>;
}

/** What is written where a message ends like this; the first that fits counts. */
const answersTo: readonly (readonly [RegExp, string])[] = [
  [/Hello! Choose/, '1'],
  [/\/forget/, '1'],
  [/31\.12\.2001/, '14.05.2001'],
  [/_4 \/ \d+_/, '1'],
  [/_5 \/ \d+_/, 'артқа'],
  [/_1 \/ \d+_/, 'Серікова Айгерім'],
  [/_2 \/ \d+_/, '8 701 222 33 44'],
  [/_3 \/ \d+_/, 'aigerim@mail.kz'],
  [/1\. /, '1'],
];

/** A person who has not written yet. */
export function openWalker({ server }: Pick<Whole, 'server'>, chat: string): Walker {
  const told = () => server.sent.filter((one) => one.chat === chat);
  const answer = () => answersTo.find(([question]) => question.test(told().at(-1)?.text ?? ''))?.[1];
  const walker: Walker = {
    chat,
    written: 0,
    async step() {
      // The library tells messages apart by seconds: nobody types more than a few in one.
      await pause(250);
      const before = told().length;
      const text = before === 0 ? 'Сәлем' : (answer() ?? '');
      walker.written += 1;
      server.deliver({ chat, text });
      // What introduces a question is followed by it.
      const answered = () => told().length > before && answer() !== undefined;
      await eventually(answered, `a question after “${text}”; last: “${told().at(-1)?.text}”`, 60_000);
    },
  };
  return walker;
}
