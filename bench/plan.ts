import type { Place } from './measure/people.ts';
import { length } from './load/form.ts';

/** The answer that brings up question 5, 48, 200, and the last one of all, after which nothing is asked any more. */
const early: Place[] = [
  { name: '5', standing: 4 },
  { name: '48', standing: 47 },
];
const late: Place[] = [
  { name: '200', standing: 199 },
  { name: 'end', standing: length },
];

/** Where crowds begin: early, and so late that nobody comes to the end. */
const crowdEarly: Place = { name: 'from question 5', standing: 4 };
const crowdLate: Place = { name: 'from question 180', standing: 179 };

/** How much is measured. */
export interface Plan {
  places: Place[];
  /** Interleaved runs that count; one more warms up. */
  runs: number;
  /** People of one contender at one place in one run. */
  people: number;
  /** Milliseconds added per call in the second series, and its people. */
  far: { latency: number; people: number };
  crowd: { places: Place[]; people: number; runs: number; rounds: number };
  /** Answers before memory is read. */
  memoryAnswers: number;
}

export const full: Plan = {
  places: [...early, ...late],
  runs: 7,
  people: 24,
  far: { latency: 50, people: 3 },
  crowd: { places: [crowdEarly, crowdLate], people: 50, runs: 3, rounds: 4 },
  memoryAnswers: 1000,
};

/** To see that everything works: few answers, and only the beginning of the form. Its figures say little. */
export const quick: Plan = {
  places: early,
  runs: 1,
  people: 4,
  far: { latency: 50, people: 1 },
  crowd: { places: [crowdEarly], people: 50, runs: 1, rounds: 1 },
  memoryAnswers: 200,
};
