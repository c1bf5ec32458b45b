import { describe, expect, test } from 'vitest';
import { accept, buttons, readForm } from '../../src/forms/index.ts';
import type { Facts, Outcome, Question, Value } from '../../src/forms/index.ts';
import { answered, press, refused, stored, text } from './cases/case.ts';

const same = (said: string) => ({ kk: said, ru: said, en: said });

/** One question, as content would write it. */
function questionOf(written: object): Question {
  const read = readForm({
    id: 'quick',
    about: 'none',
    ours: 'test',
    title: same('t'),
    intro: same('t'),
    thanks: same('t'),
    questions: [{ id: 'q', ours: 'test', text: same('q'), ...written }],
  });
  const [question] = read.is === 'form' ? read.form.questions : [];
  if (question === undefined) throw new Error(JSON.stringify(read));
  return question;
}

const rows = (question: Question, facts: Facts, current?: Value, lang: 'kk' | 'ru' | 'en' = 'ru') =>
  buttons(question, current, facts, lang).map((row) => row.map((button) => `${button.text} → ${button.act}`));

const facts: Facts = { today: '2026-11-22' };

describe('a date with days to press', () => {
  const on = questionOf({ type: 'date', max: 'today', min: 'today-10y', quick: ['today', 'yesterday'] });

  test('the buttons carry the days themselves', () => {
    expect(rows(on, facts)).toEqual([['Сегодня → 2026-11-22', 'Вчера → 2026-11-21']]);
    expect(rows(on, facts, '2026-11-21', 'kk')).toEqual([['Бүгін → 2026-11-22', '✓ Кеше → 2026-11-21']]);
    expect(rows(on, { today: '2027-01-01' }, undefined, 'en')).toEqual([
      ['Today → 2027-01-01', 'Yesterday → 2026-12-31'],
    ]);
  });

  test('a day that the limits keep out today has no button', () => {
    const since = questionOf({ type: 'date', min: '2026-11-22', quick: ['today', 'yesterday'] });
    expect(rows(since, facts)).toEqual([['Сегодня → 2026-11-22']]);
    expect(rows(since, { today: '2026-11-20' })).toEqual([]);
  });

  const table: [string, Parameters<typeof accept>[1], string, Outcome][] = [
    ['a press is the day it shows', press('2026-11-22'), '2026-11-22', answered('2026-11-22')],
    ['after midnight it is still that day', press('2026-11-22'), '2026-11-23', answered('2026-11-22')],
    ['also a month later', press('2026-11-21'), '2026-12-23', answered('2026-11-21')],
    ['the limits hold for it', press('2026-11-22'), '2026-11-21', refused('date-late', { max: '21.11.2026' })],
    ['it has to be a day', press('2026-02-30'), '2026-11-22', refused('old-button')],
    ['and nothing else', press('today'), '2026-11-22', refused('old-button')],
    ['the words can be typed', text('Бүгін'), '2026-11-22', answered('2026-11-22')],
    ['in any language', text('вчера.'), '2026-11-22', answered('2026-11-21')],
    ['a day can be typed as before', text('1 қараша 2026'), '2026-11-22', answered('2026-11-01')],
    ['a typed day needs no year', text('5 қараша'), '2026-11-22', answered('2026-11-05')],
    ['a typed day has its limits', text('23.11.2026'), '2026-11-22', refused('date-late', { max: '22.11.2026' })],
  ];
  test.for(table)('%s', ([, input, today, outcome]) => {
    expect(accept(on, input, undefined, { today })).toEqual(outcome);
  });

  test('without them nothing can be pressed', () => {
    const plain = questionOf({ type: 'date' });
    expect(rows(plain, facts)).toEqual([]);
    expect(accept(plain, press('2026-11-22'), undefined, facts)).toEqual(refused('old-button'));
    expect(accept(plain, text('today'), undefined, facts)).toEqual(refused('not-a-date'));
  });
});

describe('a number with numbers to press', () => {
  const hours = questionOf({ type: 'number', min: 0.25, max: 24, decimals: 2, quick: [1, 2, 3.5, 4, 8] });

  test('four stand in a row', () => {
    expect(rows(hours, facts, 3.5)).toEqual([['1 → 1', '2 → 2', '✓ 3,5 → 3.5', '4 → 4'], ['8 → 8']]);
  });

  const table: [string, Parameters<typeof accept>[1], Outcome][] = [
    ['a press', press('3.5'), answered(3.5)],
    ['a number that is not offered', press('5'), refused('old-button')],
    ['the same number written otherwise', press('1.0'), refused('old-button')],
    ['any number is typed', text('5,25'), answered(5.25)],
    ['typed below', text('0,1'), refused('number-range', { min: 0.25, max: 24 })],
  ];
  test.for(table)('%s', ([, input, outcome]) => {
    expect(accept(hours, input, undefined, facts)).toEqual(outcome);
  });
});

describe('what was chosen lately stands first', () => {
  const option = (code: string, more: object = {}) => ({ code, text: same(code), ...more });
  const options = [option('lesson'), option('visit'), option('event'), option('other', { other: true })];
  const activity = questionOf({ type: 'one-choice', recent: true, options });
  const lately = (...values: Value[]): Facts => ({ ...facts, recent: { q: values, elsewhere: ['event'] } });
  const words = { other: 'Кітап <оқу> 📚' };
  const act = '=0c3d4fdb6753';

  const shown: [string, Facts, Value | undefined, string[]][] = [
    ['nothing lately', facts, undefined, ['lesson', 'visit', 'event', 'other']],
    ['codes', lately('event', 'visit'), undefined, ['event', 'visit', 'lesson', 'other']],
    [
      'each once',
      lately('event', 'event', words, words),
      undefined,
      ['event', words.other, 'lesson', 'visit', 'other'],
    ],
    ['own words', lately(words, 'visit'), words, [`✓ ${words.other}`, 'visit', 'lesson', 'event', 'other']],
    ['other own words', lately(words), { other: 'x' }, [words.other, 'lesson', 'visit', 'event', '✓ other']],
    [
      'what is no answer',
      lately('gone', 'other', 7, null, { other: '' }),
      undefined,
      ['lesson', 'visit', 'event', 'other'],
    ],
    [
      'long words',
      lately({ other: 'ә'.repeat(41) }),
      undefined,
      [`${'ә'.repeat(39)}…`, 'lesson', 'visit', 'event', 'other'],
    ],
  ];
  test.for(shown)('%s', ([, known, current, expected]) => {
    expect(
      buttons(activity, current, known, 'ru')
        .flat()
        .map((button) => button.text),
    ).toEqual(expected);
  });

  test('an act is short, ASCII, and the same for the same words', () => {
    const [[first] = []] = rows(activity, lately(words));
    expect(first).toBe(`${words.other} → ${act}`);
  });

  const pressed: [string, Facts, string, Outcome][] = [
    ['a code', lately('event'), 'event', answered('event')],
    ['own words', lately('event', words), act, answered(words)],
    ['own words that are no longer among them', lately('event'), act, refused('old-button')],
    ['other is still asked for', lately(words), 'other', stored({ other: '' })],
  ];
  test.for(pressed)('pressed: %s', ([, known, code, outcome]) => {
    expect(accept(activity, press(code), undefined, known)).toEqual(outcome);
  });

  test('only where the question says so, and where own words are asked for', () => {
    const plain = questionOf({ type: 'one-choice', options });
    expect(rows(plain, lately(words, 'event')).flat()[0]).toBe('lesson → lesson');
    expect(accept(plain, press(act), undefined, lately(words))).toEqual(refused('old-button'));
    const coded = questionOf({ type: 'one-choice', recent: true, options: options.slice(0, 3) });
    expect(rows(coded, lately(words, 'event'))).toEqual([['event → event', 'lesson → lesson', 'visit → visit']]);
  });
});
