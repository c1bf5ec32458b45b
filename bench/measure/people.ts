import type { Contender } from '../contenders/contender.ts';
import { takesWords } from '../load/form.ts';
import { presses, says } from '../load/updates.ts';

/** A place in the form: people stand at a question, and their answer brings up the next one. */
export interface Place {
  name: string;
  /** The question that they are about to answer. */
  standing: number;
}

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
  const furthest = Math.max(...ranges.map(({ place }) => place.standing));
  await contender.enter(walker);
  for (let question = 1; question <= furthest; question += 1) {
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

let next = 2_000_000_001;

/** As many fresh people for each contender at each place; nobody is asked the same question twice. */
export class Ranges {
  readonly places: readonly Place[];
  readonly #count: number;
  readonly #firsts = new Map<string, number>();

  constructor(places: readonly Place[], count: number) {
    this.places = places;
    this.#count = count;
  }

  at({ name, way }: Contender, place: Place): Range {
    const key = `${name} ${way} ${place.name}`;
    const first = this.#firsts.get(key) ?? next;
    if (first === next) next += this.#count;
    this.#firsts.set(key, first);
    return { place, first, count: this.#count };
  }

  of(contender: Contender): Range[] {
    return this.places.map((place) => this.at(contender, place));
  }
}
