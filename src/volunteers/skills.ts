import { z } from 'zod';
import { readContentFile } from '../content-file.ts';
import { wordIssues } from '../forms/broken.ts';
import { directions } from '../forms/facts.ts';

const direction = z.enum(directions);
export type Direction = z.infer<typeof direction>;

const shape = z.strictObject({
  ours: z.string().regex(/\S/, 'is empty; write why'),
  skills: z.array(
    z.strictObject({ skill: z.string(), directions: z.array(direction).min(1, 'is empty; write at least one') }),
  ),
});

/** In which directions each skill is of use, by the skill's code. */
export type SkillDirections = ReadonlyMap<string, readonly Direction[]>;

/**
 * Reads and checks `skills.yaml`; `skills` are the codes that the table of skills offers, without own words. Throws one
 * `BrokenContent` that lists every mistake.
 */
export function loadSkills(file: string, skills: ReadonlySet<string>): SkillDirections {
  const written = readContentFile(file, (raw, problems) => {
    const read = shape.safeParse(raw);
    if (read.success) problems.push(...mistakesIn(read.data.skills, skills));
    else problems.push(...wordIssues(read.error.issues, raw, Object.keys(shape.shape)));
    return read.data?.skills ?? [];
  });
  return new Map(written.map(({ skill, directions: fitting }) => [skill, fitting]));
}

function mistakesIn(
  written: readonly { skill: string; directions: readonly string[] }[],
  skills: ReadonlySet<string>,
): string[] {
  const codes = written.map(({ skill }) => skill);
  const missing = [...skills].filter((skill) => !codes.includes(skill));
  return [
    ...written.flatMap(({ skill, directions: fitting }, index) => {
      const place = `skills[${index + 1}]`;
      const again = fitting.find((one, at) => fitting.indexOf(one) < at);
      return [
        ...(skills.has(skill)
          ? []
          : [`${place}.skill: "${skill}" is not in the table of skills; write one of: ${[...skills].join(', ')}`]),
        ...(codes.indexOf(skill) < index ? [`${place}.skill: "${skill}" stands there twice; leave one`] : []),
        ...(again === undefined ? [] : [`${place}.directions: "${again}" stands there twice; leave one`]),
      ];
    }),
    ...(missing.length > 0
      ? [`skills: ${missing.map((skill) => `"${skill}"`).join(', ')} missing; say in which directions it is of use`]
      : []),
  ];
}
