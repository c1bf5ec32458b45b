import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadForms } from '../../src/forms/index.ts';
import { activitiesIn, choicesOf } from '../../src/volunteers/candidates-choices.ts';
import { filterKinds, filterOf, readChosen, signsOf, writeChosen } from '../../src/volunteers/candidates.ts';
import type { Chosen } from '../../src/volunteers/candidates.ts';

const forms = loadForms(join(import.meta.dirname, '../../content/forms'));
const choices = choicesOf(forms);

test('every filter has choices, in the words of the forms', () => {
  const counts = Object.fromEntries(filterKinds.map((kind) => [kind, choices[kind].length]));
  expect(counts).toMatchInlineSnapshot(`
    {
      "activity": 40,
      "age": 5,
      "direction": 7,
      "freeTime": 3,
      "quality": 8,
      "region": 20,
      "skill": 18,
    }
  `);
  expect(choices.quality.map(({ code }) => code)).toEqual([
    'sociability',
    'persuasion',
    'patience',
    'peacemaking',
    'explaining',
    'acceptance',
    'respect',
    'planning',
  ]);
  expect(activitiesIn(forms, choices, 'health').map(({ code }) => code)).toEqual([
    'patient_leisure',
    'group_events',
    'health_talks',
    'paperwork',
    'visitors',
  ]);
  expect(activitiesIn(forms, choices, undefined)).toBe(choices.activity);
  expect(activitiesIn(forms, choices, 'unheard-of')).toBe(choices.activity);
});

test('without the form of skills that filter has nothing to choose from', () => {
  const fewer = new Map(forms);
  fewer.delete('volunteer-skills');
  expect(choicesOf(fewer).skill).toEqual([]);
  expect(choicesOf(new Map()).quality).toEqual([]);
});

test('no two choices of a filter look the same on a button, in any direction', () => {
  for (const kind of filterKinds) {
    const signs = choices[kind].map(({ code }) => signsOf(code));
    expect(new Set(signs).size).toBe(signs.length);
  }
});

test('all filters at once come through a button of 64 bytes', () => {
  const chosen: Chosen = { answered: true };
  for (const kind of filterKinds) {
    for (const { code } of choices[kind]) {
      chosen[kind] = code;
      expect(readChosen(writeChosen(chosen), choices)).toEqual(chosen);
    }
  }
  const ofAll = `vol:cand:0:${writeChosen(chosen)}:b${(999_999_999_999_999).toString(36)}`;
  const { direction: _, region: __, ...rest } = chosen;
  const ofOne = `vol:cand:999999999999999:${writeChosen(rest)}:b${(999_999_999_999_999).toString(36)}`;
  expect([ofAll.length, ofOne.length].map((length) => length <= 64)).toEqual([true, true]);
});

test('what a button does not know any more is left out', () => {
  expect(readChosen('', choices)).toEqual({});
  expect(readChosen('g0000', choices)).toEqual({});
  expect(readChosen('zzzzzzz', choices)).toEqual({});
  expect(readChosen(`g${signsOf('under_18')}s0000x`, choices)).toEqual({ age: 'under_18', answered: true });
});

test('what the database looks for: ages as numbers, direction and region only among all projects', () => {
  const chosen: Chosen = { direction: 'health', region: 'abai', age: 'from_60', quality: 'patience', answered: true };
  expect(filterOf(chosen, 0)).toEqual({
    direction: 'health',
    region: 'abai',
    age: { from: 60, to: 150 },
    quality: 'patience',
    answered: true,
  });
  expect(filterOf(chosen, 7)).toEqual({ project: 7, age: { from: 60, to: 150 }, quality: 'patience', answered: true });
  expect(filterOf({}, 0)).toEqual({});
});
