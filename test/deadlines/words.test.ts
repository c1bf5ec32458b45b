import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readContent } from '../../src/content.ts';
import { daysLeft, documents, sourceOf } from '../../src/deadlines/words.ts';
import { languages } from '../../src/forms/index.ts';

const { calendar, say } = readContent(join(import.meta.dirname, '../../content'));
const kinds = [...calendar.kinds.values()];

test('how many days are left is said by the rules of each language', () => {
  const days = [
    '2026-11-01',
    '2026-11-05',
    '2026-11-17',
    '2026-11-18',
    '2026-11-19',
    '2026-11-20',
    '2026-11-23',
    '2026-12-09',
  ];
  const said = (lang: (typeof languages)[number]) => days.map((due) => daysLeft(say(lang), due, '2026-11-18'));
  expect(Object.fromEntries(languages.map((lang) => [lang, said(lang)]))).toMatchInlineSnapshot(`
    {
      "en": [
        "17 days late",
        "13 days late",
        "1 day late",
        "today",
        "1 day left",
        "2 days left",
        "5 days left",
        "21 days left",
      ],
      "kk": [
        "17 күн өтті",
        "13 күн өтті",
        "1 күн өтті",
        "бүгін",
        "1 күн қалды",
        "2 күн қалды",
        "5 күн қалды",
        "21 күн қалды",
      ],
      "ru": [
        "прошло 17 дней",
        "прошло 13 дней",
        "прошёл 1 день",
        "сегодня",
        "остался 1 день",
        "осталось 2 дня",
        "осталось 5 дней",
        "остался 21 день",
      ],
    }
  `);
  expect(daysLeft(say('en'), '2027-03-31', '2026-11-18')).toBe('133 days left');
});

test('every document that the calendar cites is known by name, and no other', () => {
  const cited = kinds.flatMap(({ source }) => (source === null ? [] : [source.split(', ')[0] ?? '']));
  expect([...new Set(cited)].toSorted()).toEqual([...documents].toSorted());
});

test('every place in a document is said in every language, with its numbers', () => {
  const sources = kinds.filter(({ source }) => source !== null);
  expect(sources.length).toBeGreaterThan(10);
  for (const lang of languages) {
    const said = sources.map((kind) => sourceOf(kind, say(lang)));
    expect(said.filter((text) => !/\d/.test(text) || /[{}]|document-|place-/.test(text))).toEqual([]);
  }
  const numbers = (text: string): string[] => [...(text.match(/\d+(?:\.\d+)?/g) ?? [])];
  const lost = sources.filter((kind) => {
    const said = numbers(sourceOf(kind, say('en')));
    return numbers(kind.source?.replace(/^[\w-]+/, '') ?? '').some((number) => !said.includes(number));
  });
  expect(lost.map(({ id }) => id)).toEqual([]);
});

test('a place of several parts is read from the largest to the smallest', () => {
  const [kind] = kinds;
  if (kind === undefined) throw new Error('the calendar is empty');
  const source = 'volunteering-manual-birgemiz-bilim, annex 2, items 6.1 and 7(2) and poster, stage 4';
  expect(languages.map((lang) => sourceOf({ ...kind, source }, say(lang)))).toMatchInlineSnapshot(`
    [
      "Негізі: «Біргеміз: Білім» әдістемелік құралы, 2-қосымша, 6.1, 7(2)-тармақтар, 4-кезең",
      "Основание: пособие «Біргеміз: Білім», приложение 2, пункты 6.1, 7(2), этап 4",
      "Source: the manual “Біргеміз: Білім”, annex 2, items 6.1, 7(2), stage 4",
    ]
  `);
  expect(sourceOf({ ...kind, source: null }, say('en'))).toBe(say('en')('due-ours'));
});
