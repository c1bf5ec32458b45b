/** How much is measured. */
export interface Plan {
  /** Interleaved runs that count; one more warms up. */
  runs: number;
  /** People of one contender at one place in one run. */
  people: number;
  /** Milliseconds added per call in the second series, and its people. */
  far: { latency: number; people: number };
  crowd: { people: number; rounds: number };
  /** Answers before memory is read. */
  memoryAnswers: number;
}

export const full: Plan = {
  runs: 7,
  people: 16,
  far: { latency: 50, people: 3 },
  crowd: { people: 50, rounds: 4 },
  memoryAnswers: 1000,
};

/** To see that everything works; its figures say little. */
export const quick: Plan = {
  runs: 1,
  people: 4,
  far: { latency: 50, people: 1 },
  crowd: { people: 50, rounds: 1 },
  memoryAnswers: 1000,
};
