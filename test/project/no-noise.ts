import { afterEach, beforeEach, expect } from 'vitest';

/*
 * An error or a warning on the console that no test asked for is a fault that nobody would see otherwise. A test that
 * expects one puts its own in place: vi.spyOn(console, 'error').mockImplementation(() => {}).
 */
const loud = ['error', 'warn'] as const;
let noise: string[] = [];
let original: Pick<Console, (typeof loud)[number]>;

beforeEach(() => {
  noise = [];
  original = { error: console.error, warn: console.warn };
  for (const level of loud)
    console[level] = (...said: unknown[]) => void noise.push(`console.${level}: ${said.map(text).join(' ')}`);
});

afterEach(() => {
  Object.assign(console, original);
  expect(noise, 'nothing is said on the console').toEqual([]);
});

const text = (said: unknown): string => (said instanceof Error ? (said.stack ?? said.message) : String(said));
