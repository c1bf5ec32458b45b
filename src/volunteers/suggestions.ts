import type { SkillColumn } from '../rules/volunteer-codes.ts';
import type { Skill } from '../store/volunteers/skills.ts';
import type { SkillDirections } from './skills.ts';

/**
 * What a mark counts when projects are suggested. Ours: what one likes brings people back, so it counts as much as what one can
 * teach; standard skills and what one wants to learn say nothing of where somebody would help best.
 */
const weights: Partial<Record<SkillColumn, number>> = { like: 3, well: 2, professional: 3 };

/** The columns that count, in the order in which they are given as reasons. */
export const reasons = ['like', 'well', 'professional'] as const;
export type Reason = (typeof reasons)[number];

/** A project that fits, and by which skills (their codes), column by column. */
export interface Suggestion<Project> {
  project: Project;
  because: Record<Reason, string[]>;
}

/** How much somebody's skills speak for a direction; 0: nothing does. */
export const weightOf = (skills: readonly Skill[], direction: string, map: SkillDirections): number =>
  skills
    .filter((skill) => speaksFor(skill, direction, map))
    .reduce((sum, { column }) => sum + (weights[column] ?? 0), 0);

/** The projects that fit best, at most so many; among equals those that come first stay first. */
export function suggest<Project extends { direction: string }>(
  projects: readonly Project[],
  skills: readonly Skill[],
  map: SkillDirections,
  most: number,
): Suggestion<Project>[] {
  return projects
    .map((project) => ({ project, weight: weightOf(skills, project.direction, map) }))
    .filter(({ weight }) => weight > 0)
    .toSorted((one, other) => other.weight - one.weight)
    .slice(0, most)
    .map(({ project }) => ({ project, because: becauseOf(skills, project.direction, map) }));
}

function becauseOf(skills: readonly Skill[], direction: string, map: SkillDirections): Record<Reason, string[]> {
  const of = (column: Reason) =>
    skills.flatMap((skill) =>
      skill.column === column && skill.skill !== null && speaksFor(skill, direction, map) ? [skill.skill] : [],
    );
  return { like: of('like'), well: of('well'), professional: of('professional') };
}

/** Own words lead nowhere: nobody knows where they are of use. */
const speaksFor = ({ skill }: Skill, direction: string, map: SkillDirections): boolean =>
  skill !== null && (map.get(skill) ?? []).some((one) => one === direction);
