import type { Value } from './value.ts';

/** What a person can do at a question, whatever the channel. */
export type Input =
  | { kind: 'text'; text: string }
  | { kind: 'press'; act: string }
  | { kind: 'contact'; phone: string }
  | { kind: 'file'; file: string; mime: string; /** bytes */ size: number }
  | { kind: 'other'; what: string };

/** Why an input is no answer. Each has a Fluent message `problem-<code>` that tells the person what to do. */
export const problemCodes = [
  'unexpected',
  'old-button',
  'cannot-skip',
  'empty',
  'too-long',
  'too-short',
  'name-letters',
  'press-a-button',
  'choose-at-least-one',
  'too-many-choices',
  'write-other',
  'not-a-number',
  'whole-number',
  'number-range',
  'not-a-date',
  'short-year',
  'no-such-day',
  'date-early',
  'date-late',
  'not-a-phone',
  'not-an-email',
  'not-a-card-number',
  'not-the-card',
  'send-a-file',
  'file-kind-photo',
  'file-kind-document',
  'file-too-big',
  'too-many-files',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

export interface Problem {
  is: 'problem';
  problem: ProblemCode;
  vars: Record<string, string | number>;
}

/** `answer`: whole, go on. `part`: store it, the question stays. `problem`: store nothing, say why, ask again. */
export type Outcome = { is: 'answer'; value: Value } | { is: 'part'; value: Value } | Problem;

export const answer = (value: Value): Outcome => ({ is: 'answer', value });
export const part = (value: Value): Outcome => ({ is: 'part', value });
export const problem = (code: ProblemCode, vars: Problem['vars'] = {}): Problem => ({
  is: 'problem',
  problem: code,
  vars,
});
