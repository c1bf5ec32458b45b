import { lengthOf } from '../forms/text.ts';
import { languages } from '../forms/words.ts';
import { isRecord } from '../content-file.ts';

/** A button shows no more, and a list of deadlines stays readable. In characters as people count them. */
const longest = 60;

/** Titles that are too long; what is missing is said by their shape. */
export function titleMistakes(title: unknown): string[] {
  if (!isRecord(title)) return [];
  return languages.flatMap((language) => {
    const text = title[language];
    const length = typeof text === 'string' ? lengthOf(text) : 0;
    return length > longest
      ? [`title.${language}: ${JSON.stringify(text)} has ${length} characters; write at most ${longest}`]
      : [];
  });
}

/** What is wrong with the id of a kind or an event: buttons carry it, so it is short. */
export const idMistakes = (id: string): string[] =>
  /^[a-z][a-z0-9-]{0,39}$/.test(id)
    ? []
    : ['this is no id; use a-z, 0-9 and -, beginning with a letter, at most 40 characters'];
