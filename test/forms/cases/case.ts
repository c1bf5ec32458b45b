import type { Input, Outcome, Value } from '../../../src/forms/index.ts';

/** What somebody does at a question of `every-type.yaml`, and what comes of it. */
export interface Case {
  question: string;
  /** What is stored before, if anything. */
  current?: Value;
  input: Input;
  outcome: Outcome;
}

/** How a stored answer reads, with its buttons where it has any. */
export interface Shown {
  question: string;
  value: Value;
  ru: string;
  buttons?: string[][];
}

export interface TypeCases {
  accepts: Case[];
  shows: Shown[];
  /** Values that no longer are answers under the definition. */
  misfits: { question: string; value: Value }[];
}

export const text = (said: string): Input => ({ kind: 'text', text: said });
export const press = (act: string): Input => ({ kind: 'press', act });
export const sent = (file: string, mime = 'image/jpeg', size = 1000): Input => ({ kind: 'file', file, mime, size });
export const answered = (value: Value): Outcome => ({ is: 'answer', value });
export const stored = (value: Value): Outcome => ({ is: 'part', value });
export const refused = (
  problem: Extract<Outcome, { is: 'problem' }>['problem'],
  vars: Record<string, string | number> = {},
): Outcome => ({ is: 'problem', problem, vars });
