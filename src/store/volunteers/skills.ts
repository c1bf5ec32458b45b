import { z } from 'zod';
import { skillColumns } from '../../rules/volunteer-codes.ts';
import type { Store } from '../store.ts';

const skill = z.object({
  column: z.enum(skillColumns),
  /** A code of the form `volunteer-skills`; null: own words. */
  skill: z.string().nullable(),
  own: z.string().nullable(),
});
/** A mark in somebody's table of skills. */
export type Skill = z.infer<typeof skill>;

/** Somebody's table; empty: not filled in yet. */
export function skillsOf(store: Store, person: number): Promise<Skill[]> {
  return store.call('skills_of', { p_person: person }, z.array(skill));
}

/** Writes the table anew, and the form goes that said it; the same form again changes nothing. */
export async function writeSkills(
  store: Store,
  written: { submission: number; person: number; skills: readonly Skill[] },
  now: Date,
): Promise<void> {
  const args = {
    p_submission: written.submission,
    p_person: written.person,
    p_skills: written.skills,
    p_at: now.toISOString(),
  };
  await store.call('write_skills', args, z.object({ is: z.literal('written') }));
}
