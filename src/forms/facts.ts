import type { Day } from '../rules/dates.ts';
import type { Value } from './value.ts';
import type { Lang, Wording } from './words.ts';

/** The directions of volunteering (volunteering-manual-birgemiz-bilim): the BIRGEMIZ projects in their order. */
export const directions = ['health', 'education', 'mentoring', 'heritage', 'environment', 'elderly', 'search'] as const;

/** What is known of the project that a form is about; texts in the person's language. */
export interface ProjectFacts {
  name: string;
  place: string;
  purpose: string;
  activities: string;
  /** One of `directions`; anything else counts as none. */
  direction?: string | undefined;
}

/** Everything outside of answers that a form may depend on. Without a project the form is filled in for the pool. */
export interface Facts {
  today: Day;
  project?: ProjectFacts | undefined;
  /** What the person answered lately to the questions that offer it first, by question, newest first. */
  recent?: Readonly<Record<string, readonly Value[]>> | undefined;
}

export const placeholders = ['name', 'place', 'purpose', 'activities'] as const;

/** The text for this person, placeholders filled. Plain text: whoever sends it escapes it. */
export function say(wording: Wording, lang: Lang, facts: Facts): string {
  const { project } = facts;
  if ('kk' in wording) return wording[lang];
  if (project === undefined) return wording.pool[lang];
  return wording.project[lang].replace(/\{(\w+)\}/g, (whole, key: string) => {
    const known = placeholders.find((placeholder) => placeholder === key);
    return known === undefined ? whole : project[known];
  });
}
