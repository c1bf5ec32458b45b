import { answer, problem } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { lengthProblem, oneLine } from './text.ts';

export const nameLength = { min: 2, max: 100 } as const;

/** Reads a person's name: 2–100 characters, at least one letter of any script. */
export function readName(text: string): Outcome {
  const name = oneLine(text);
  if (name !== '' && !/\p{L}/u.test(name)) return problem('name-letters');
  return lengthProblem(name, nameLength.min, nameLength.max) ?? answer(name);
}
