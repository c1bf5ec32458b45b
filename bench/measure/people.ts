import type { Contender } from '../contenders/contender.ts';
import { length, takesWords } from '../load/form.ts';
import { presses, says } from '../load/updates.ts';

/** A place in the form: people stand at a question, and their answer brings up the next one. */
export interface Place {
  name: string;
  /** The question that they are about to answer. */
  standing: number;
}

/** The places that are measured: the answer that brings up question 5, 48, 200, and the last one of all. */
export const places: Place[] = [
  { name: '5', standing: 4 },
  { name: '48', standing: 47 },
  { name: '200', standing: 199 },
  { name: 'end', standing: length },
];

/** Where crowds begin: early, and so late that nobody comes to the end. */
export const crowdPlaces: Place[] = [
  { name: 'from question 5', standing: 4 },
  { name: 'from question 180', standing: 180 },
];

const walker = 1_000_000_001;

/** Whoever stands at a place comes in ranges of ten digits, as Telegram's people do. */
export interface Range {
  place: Place;
  first: number;
  count: number;
}

/**
 * Lets one person go the whole way through a contender's form, and at each place copies what is stored about them to
 * the others: so everybody's data is real, and nobody has to answer 200 questions thousands of times.
 */
export async function bringPeople(contender: Contender, ranges: Range[]): Promise<void> {
  await contender.enter(walker);
  for (let question = 1; question <= length; question += 1) {
    for (const { place, first, count } of ranges) {
      if (place.standing === question) await contender.copy(walker, first, count);
    }
    await contender.answer(answerTo(contender, walker, question));
  }
  await contender.field.admin`vacuum analyze`;
  await contender.field.admin`checkpoint`;
}

/** What a person does at a question. */
export function answerTo(contender: Contender, chat: number, question: number) {
  if (takesWords(question)) return says(chat, 'Ауыл мектебінің кітапханасында болдық');
  return presses(chat, contender.dataOf(chat, question, 'b'));
}

/** Hands out ranges of people that nobody else gets. */
export function rangeOf(): (place: Place, count: number) => Range {
  let next = 2_000_000_001;
  return (place, count) => {
    const range = { place, first: next, count };
    next += count;
    return range;
  };
}
