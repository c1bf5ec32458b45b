import type { Language } from '../store/talks.ts';
import type { CandidateFilter } from '../store/volunteers/candidates.ts';

/** What candidates can be looked for by; all can be combined. */
export const filterKinds = ['direction', 'region', 'freeTime', 'age', 'quality', 'activity', 'skill'] as const;
export type FilterKind = (typeof filterKinds)[number];

/** Something to choose in a filter; without `text` the words are Birge's own (ages). */
export interface FilterChoice {
  code: string;
  text?: Readonly<Record<Language, string>>;
}

/** What can be chosen by kind; empty: that filter is not offered. */
export type Choices = Readonly<Record<FilterKind, readonly FilterChoice[]>>;

/** A project has one direction and one region: among its own candidates there is nothing to look for. */
export const ofAllProjects: readonly FilterKind[] = ['direction', 'region'];

/** Whole years, both ends count. Ours: the manual names age (2.10), but no groups. */
export const ages = {
  under_18: { from: 0, to: 17 },
  from_18: { from: 18, to: 24 },
  from_25: { from: 25, to: 35 },
  from_36: { from: 36, to: 59 },
  from_60: { from: 60, to: 150 },
} as const;
type Ages = keyof typeof ages;
const isAges = (code: string | undefined): code is Ages => code !== undefined && Object.hasOwn(ages, code);

/** The code that was chosen of each kind, and whether those that have their answer are shown, too. */
export type Chosen = Partial<Record<FilterKind, string>> & { answered?: true };

/** A letter for each kind on a button, and one for "also answered". */
const letters: Record<FilterKind, string> = {
  direction: 'd',
  region: 'r',
  freeTime: 't',
  age: 'g',
  quality: 'q',
  activity: 'a',
  skill: 's',
};
const answered = 'x';

/** The kind that a letter on a button stands for. */
export const kindOf = (letter: string | undefined): FilterKind | undefined =>
  filterKinds.find((kind) => letters[kind] === letter);

export const letterOf = (kind: FilterKind): string => letters[kind];

/** How many filters are in force. */
export const countOf = (chosen: Chosen): number => filterKinds.filter((kind) => chosen[kind] !== undefined).length;

/** Without this filter. */
export function without(chosen: Chosen, kind: FilterKind): Chosen {
  const { [kind]: _, ...rest } = chosen;
  return rest;
}

/**
 * The filters as a button carries them, 36 characters at most: for each its letter and four signs that stand for the
 * code. Buttons stay in chats for years: an option that is no more is left out when they are read, and never taken for
 * another one because a list has grown.
 */
export const writeChosen = (chosen: Chosen): string =>
  filterKinds
    .flatMap((kind) => (chosen[kind] === undefined ? [] : [letters[kind] + signsOf(chosen[kind])]))
    .concat(chosen.answered ? [answered] : [])
    .join('');

/** Reads what `writeChosen` wrote; what is no filter, or not among the choices any more, is left out. */
export function readChosen(text: string, choices: Choices): Chosen {
  const chosen: Chosen = {};
  for (const [, letter, signs] of text.matchAll(/([drtgqas])([0-9a-z]{4})|x/g)) {
    const kind = kindOf(letter);
    if (kind === undefined) chosen.answered = true;
    else {
      const found = choices[kind].find(({ code }) => signsOf(code) === signs);
      if (found !== undefined) chosen[kind] = found.code;
    }
  }
  return chosen;
}

/** Four signs for a code, always the same ones (FNV-1a). */
export function signsOf(code: string): string {
  let sum = 0x811c9dc5;
  for (const sign of code) sum = Math.imul(sum ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return (sum % 36 ** 4).toString(36).padStart(4, '0');
}

/** What the database looks for; `project` 0: in all projects. */
export function filterOf({ age, answered: also, ...chosen }: Chosen, project: number): CandidateFilter {
  const codes = project === 0 ? chosen : without(without(chosen, 'direction'), 'region');
  return {
    ...codes,
    ...(project !== 0 && { project }),
    ...(isAges(age) && { age: ages[age] }),
    ...(also && { answered: true }),
  };
}
