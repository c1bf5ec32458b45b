import { expect, test } from 'vitest';
import type { SkillColumn } from '../../src/rules/volunteer-codes.ts';
import type { Skill } from '../../src/store/volunteers/skills.ts';
import { answersOf, skillsIn } from '../../src/volunteers/skill-table.ts';
import { suggest, weightOf } from '../../src/volunteers/suggestions.ts';
import type { SkillDirections } from '../../src/volunteers/skills.ts';

const map: SkillDirections = new Map([
  ['maths', ['education', 'mentoring']],
  ['care', ['elderly']],
  ['sport', ['mentoring']],
]);
const mark = (column: SkillColumn, skill: string): Skill => ({ column, skill, own: null });
const project = (id: number, direction: string) => ({ id, direction });

test.for<[string, Skill[], number]>([
  ['nothing', [], 0],
  ['standard skills say nothing', [mark('standard', 'maths')], 0],
  ['what one wants to learn says nothing', [mark('learn', 'maths')], 0],
  ['doing well', [mark('well', 'maths')], 2],
  ['liking', [mark('like', 'maths')], 3],
  ['being professional', [mark('professional', 'maths')], 3],
  ['the same skill in two columns', [mark('like', 'maths'), mark('well', 'maths')], 5],
  ['another direction', [mark('like', 'care')], 0],
  ['own words lead nowhere', [{ column: 'like', skill: null, own: 'maths' }], 0],
])('weight of a direction: %s', ([, skills, weight]) => {
  expect(weightOf(skills, 'education', map)).toBe(weight);
});

test('the best come first with their reasons, equals in their order, and no more than asked for', () => {
  const skills = [mark('well', 'maths'), mark('like', 'sport'), mark('learn', 'care')];
  const projects = [project(1, 'education'), project(2, 'elderly'), project(3, 'mentoring'), project(4, 'education')];
  expect(suggest(projects, skills, map, 5)).toEqual([
    { project: project(3, 'mentoring'), because: { like: ['sport'], well: ['maths'], professional: [] } },
    { project: project(1, 'education'), because: { like: [], well: ['maths'], professional: [] } },
    { project: project(4, 'education'), because: { like: [], well: ['maths'], professional: [] } },
  ]);
  expect(suggest(projects, skills, map, 1)).toHaveLength(1);
  expect(suggest([], skills, map, 5)).toEqual([]);
});

test('the table and the answers to its form are the same thing', () => {
  const skills: Skill[] = [
    mark('like', 'maths'),
    { column: 'like', skill: null, own: 'тоғызқұмалақ' },
    mark('learn', 'care'),
  ];
  const answers = answersOf(skills);
  expect(answers).toEqual({
    standard: null,
    like: ['maths', { other: 'тоғызқұмалақ' }],
    well: null,
    professional: null,
    learn: ['care'],
  });
  const stored = Object.entries(answers).map(([id, value]) => [id, { value, complete: true }] as const);
  expect(skillsIn(Object.fromEntries(stored))).toEqual(skills);
  expect(answersOf([])).toEqual({});
  // "Done" was not pressed.
  expect(skillsIn({ like: { value: { picked: ['maths'] }, complete: false } })).toEqual([]);
});
