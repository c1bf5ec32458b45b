import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { BrokenContent } from '../../src/content-file.ts';
import { directions } from '../../src/forms/index.ts';
import { ideaText, ideasOf, lastings, loadIdeas } from '../../src/volunteers/ideas.ts';

const ideas = loadIdeas('content/ideas.yaml');
const folder = mkdtempSync(join(tmpdir(), 'birge-ideas-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('annex 5 has 7 deeds for a day and 6 for longer; every other direction has ideas of ours', () => {
  const counts = directions.map((direction) => [
    direction,
    ...lastings.map((lasts) => ideasOf(ideas, direction, lasts).length),
  ]);
  expect(counts).toEqual([
    ['health', 5, 3],
    ['education', 7, 6],
    ['mentoring', 5, 3],
    ['heritage', 5, 3],
    ['environment', 5, 3],
    ['elderly', 5, 3],
    ['search', 5, 3],
  ]);
  expect(ideas.filter(({ source, direction }) => (source === undefined) === (direction === 'education'))).toEqual([]);
});

test('an idea says itself in each language; one that is gone says nothing', () => {
  const birge = { volunteering: { ideas } };
  expect(ideaText(birge, 'elderly-tea', 'kk')).toBe('Жалғыз тұратын қарт көршінің халін біліп, бірге шай ішу');
  expect(ideaText(birge, 'elderly-tea', 'en')).toContain('have tea together');
  expect([ideaText(birge, 'no-such', 'ru'), ideaText(birge, null, 'ru')]).toEqual([undefined, undefined]);
});

/** What is wrong with a file that has these in place of the first ideas, without the file's name. */
function problemsOf(changes: readonly object[], rest = ideas.slice(changes.length)): readonly string[] {
  const file = join(folder, 'ideas.yaml');
  writeFileSync(
    file,
    stringify({ ideas: [...changes.map((change, index) => ({ ...ideas[index], ...change })), ...rest] }),
  );
  try {
    loadIdeas(file);
  } catch (error) {
    if (error instanceof BrokenContent) return error.problems.map((problem) => problem.replace(`${file}: `, ''));
    throw error;
  }
  return [];
}

test('mistakes are told with their place and what to write', () => {
  const long = 'а'.repeat(201);
  expect([
    problemsOf([{ id: 'Bilim' }]),
    problemsOf([{ id: 'a-very-long-id-that-is-too-long' }]),
    problemsOf([{ direction: 'sport' }]),
    problemsOf([{ lasts: 'sometimes' }]),
    problemsOf([{ text: { kk: 'Бір', ru: '' } }]),
    problemsOf([{ text: { kk: 'Бір', ru: long, en: 'One' } }]),
    problemsOf([{ source: undefined }]),
    problemsOf([{ ours: true }]),
    problemsOf([{ id: 'bilim-contest' }]),
    problemsOf([{ texts: 'a' }]),
    problemsOf(
      [],
      ideas.filter(({ direction, lasts }) => direction !== 'search' || lasts !== 'long'),
    ),
  ]).toMatchInlineSnapshot(`
    [
      [
        "ideas[1].id: "Bilim" is no id; use a-z, 0-9 and -, beginning with a letter",
      ],
      [
        "ideas[1].id: "a-very-long-id-that-is-too-long" is longer than 24 characters; choose a shorter id",
      ],
      [
        "ideas[1].direction: "sport" is not known; write one of: health, education, mentoring, heritage, environment, elderly, search",
      ],
      [
        "ideas[1].lasts: "sometimes" is not known; write one of: once, long",
      ],
      [
        "ideas[1].text.ru: "" is empty; write a text",
        "ideas[1].text.en: missing; write a text",
      ],
      [
        "ideas[1].text.ru: has 201 characters; shorten it to 200 or fewer",
      ],
      [
        "ideas[1]: "bilim-workshop" needs either "source" or "ours: true"; write one of the two",
      ],
      [
        "ideas[1]: "bilim-workshop" needs either "source" or "ours: true"; write one of the two",
      ],
      [
        "ideas[2].id: "bilim-contest" stands above already; choose another id",
      ],
      [
        "ideas[1]: unknown field "texts"; remove it or correct its spelling",
      ],
      [
        "ideas: none has direction "search" and lasts "long"; add one",
      ],
    ]
  `);
});

test('no two ideas say the same', () => {
  for (const language of ['kk', 'ru', 'en'] as const) {
    const texts = ideas.map(({ text }) => text[language]);
    expect(new Set(texts).size).toBe(texts.length);
  }
});
