import type { Choice, Value } from '../forms/index.ts';
import { choicesSoFar } from '../forms/value.ts';
import { skillColumns } from '../rules/volunteer-codes.ts';
import type { Skill } from '../store/volunteers/skills.ts';

/** The form of the table: one question for each column, by the column's name. */
export const skillsForm = 'volunteer-skills';

/** The table as answers to its form; a column without a mark is one that was left out. Empty: nothing is known yet. */
export function answersOf(skills: readonly Skill[]): Record<string, Value> {
  if (skills.length === 0) return {};
  return Object.fromEntries(
    skillColumns.map((column) => {
      const marks = skills.filter((one) => one.column === column);
      return [column, marks.length === 0 ? null : marks.map(({ skill, own }): Choice => skill ?? { other: own ?? '' })];
    }),
  );
}

/** The table that answers to its form make, column by column. */
export function skillsIn(answers: Readonly<Record<string, { value: unknown; complete: boolean }>>): Skill[] {
  return skillColumns.flatMap((column) => {
    const answer = answers[column];
    if (answer?.complete !== true) return [];
    // What is stored has been an answer of the forms engine.
    return choicesSoFar(answer.value as Value).map((choice) =>
      typeof choice === 'string' ? { column, skill: choice, own: null } : { column, skill: null, own: choice.other },
    );
  });
}
