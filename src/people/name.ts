import { readName } from '../forms/index.ts';
import type { Problem } from '../forms/index.ts';

/** Reads a name by the same rules as forms do. */
export function nameIn(text: string): { is: 'name'; name: string } | Problem {
  const read = readName(text);
  if (read.is === 'problem') return read;
  return { is: 'name', name: String(read.value) };
}

/** The given name: in «Серікова Айгерім Нұрланқызы» the second word, in a single word that word. */
export function firstName(name: string | null): string | undefined {
  const words = (name ?? '').trim().split(/\s+/u).filter(Boolean);
  return words[1] ?? words[0];
}
