import { describe, expect, test } from 'vitest';
import { differencesText, pairText, pairsOf } from '../../src/centres/compare.ts';
import { linesWithin } from '../../src/centres/fitting.ts';
import { heldText, nextOf, resultText } from '../../src/centres/result.ts';
import { maskOf, numbersIn, whatIfScreen } from '../../src/centres/what-if.ts';
import { inRanges, nameLine } from '../../src/centres/words.ts';
import { languages } from '../../src/forms/index.ts';
import type { Lang } from '../../src/forms/words.ts';
import type { Mark } from '../../src/rules/label-codes.ts';
import type { Assessment } from '../../src/store/centres/assessments.ts';
import { allBut, assessed, birge, centreOfKind } from './example.ts';

/** What Telegram counts: marks are no text. */
const shown = (html: string): string =>
  html
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

/** The same with a sign in place of the content's note, whose words are not this test's. */
const noted = (html: string, language: Lang): string =>
  shown(html).replace(birge.label.estimate.note[language], '(the note)');

describe('the result in words', () => {
  test('a bronze centre hears what holds back silver, shortest way first, and what is not answered', () => {
    const marks = allBut('yes', { 21: 'not_fully', 22: 'no', 36: undefined, 43: undefined, 44: undefined });
    expect(noted(resultText(birge, assessed(marks), 'en'), 'en')).toMatchInlineSnapshot(`
      "Тараз ЖРО
      First self-assessment
      Not finished yet: 41 of 44 answered

      Estimated level: bronze
      (the note)

      Criteria
      1. Main purpose – 100 %, met ✓
      2. Staff – 100 %, met ✓
      3. Safety and respect – 75 %
      4. Infrastructure – 100 %, met ✓
      5. Participation – 67 % (answered: 2/3)
      6. Quality of youth work – 100 %, met ✓
      7. Service and client – 0 % (answered: 0/2)

      Next level: silver. 2 indicators hold it back, the shortest way first:
      21. True to its principles – not fully
      22. Open when it suits young people – no
      Above it: gold, 5 indicators in all.

      Not answered – 3: 36, 43, 44"
    `);
  });

  test('what the next level asks for may be all that a higher one asks for', () => {
    const marks = allBut('yes', { 12: 'no', 40: 'not_fully' });
    const next = nextOf(birge, assessed(marks));
    expect([next?.level, next?.indicators]).toEqual(['silver', [12]]);
    expect(next?.further).toEqual([{ level: 'gold', indicators: [12, 40] }]);
    expect(nextOf(birge, assessed(allBut('yes', { 12: 'no' })))).toMatchObject({ level: 'gold', further: [] });
  });

  test.for<[language: Lang, line: string]>([
    ['kk', 'Одан жоғарысы – күміс және алтын: барлығы 3 индикатор.'],
    ['ru', 'Выше — серебряный и золотой: всего 3 индикатора.'],
    ['en', 'Above it: silver and gold, 3 indicators in all.'],
  ])('higher levels that ask for the same indicators stand in one line in %s', ([language, line]) => {
    const text = resultText(birge, assessed(allBut('yes', { 12: 'no', 20: 'no', 21: 'no' })), language);
    expect(text.split('\n').slice(-1)).toEqual([line]);
    // What gold asks for alone has a line of its own.
    const more = resultText(birge, assessed(allBut('yes', { 12: 'no', 20: 'no', 40: 'no' })), 'en');
    expect(more).toContain('Above it: silver, 2 indicators in all.\nAbove it: gold, 3 indicators in all.');
  });

  test('nothing holds back a centre of gold', () => {
    const gold = assessed(allBut('yes'));
    expect(nextOf(birge, gold)).toBeUndefined();
    expect(noted(resultText(birge, gold, 'en'), 'en')).toMatchInlineSnapshot(`
      "Тараз ЖРО
      First self-assessment
      Not finished yet: 44 of 44 answered

      Estimated level: gold
      (the note)

      Criteria
      1. Main purpose – 100 %, met ✓
      2. Staff – 100 %, met ✓
      3. Safety and respect – 100 %, met ✓
      4. Infrastructure – 100 %, met ✓
      5. Participation – 100 %, met ✓
      6. Quality of youth work – 100 %, met ✓
      7. Service and client – 100 %, met ✓

      Nothing holds you back any more: this is the highest level."
    `);
    expect(shown(heldText(birge, gold, 'en'))).toContain('this is the highest level');
  });

  test('nothing answered is no result', () => {
    expect(shown(resultText(birge, assessed({}), 'kk'))).toMatchInlineSnapshot(`
      "Тараз ЖРО
      Алғашқы өзін-өзі бағалау
      Әлі аяқталған жоқ. Жауап берілгені: 0/44

      Әзірге бірде-бір индикаторға жауап жоқ, сондықтан нәтиже де жоқ. Алғашқы жауаптан кейін ол осы жерде көрінеді."
    `);
    // A mark of an indicator that does not apply here counts for nothing.
    expect(resultText(birge, assessed({ 48: 'yes' }), 'en')).toContain('Nothing is answered yet');
  });

  test('criterion 8 counts for regional centres, also when the kind was corrected after the end', () => {
    const marks = allBut('yes', { 45: 'no' }, 'regional');
    const regional = assessed(marks, { kind: 'regional' });
    expect(resultText(birge, regional, 'en')).toContain('8. Coordination – 75 %');
    expect(resultText(birge, assessed(marks), 'en')).not.toContain('Coordination');
    const corrected = { ...regional, centre: centreOfKind('district') };
    expect(resultText(birge, corrected, 'en')).toContain('8. Coordination – 75 %');
  });

  test('a finished one says on which day of Almaty', () => {
    const finished = assessed({ 1: 'yes' }, { status: 'submitted', submittedAt: '2026-11-20T20:30:00Z' });
    expect(shown(resultText(birge, finished, 'en'))).toContain('Finished on 21.11.2026: 1 of 44 answered');
  });

  test('names of centres are shown as they are written, and never take the room', () => {
    const name = { kk: `<b>Жас & "Өрен" 🚀</b> ${'орталығы '.repeat(400)}` };
    const text = resultText(birge, assessed({ 1: 'no' }, { name }), 'kk');
    expect(text).toContain('&lt;b&gt;Жас &amp; &quot;Өрен&quot; 🚀&lt;/b&gt;');
    expect(shown(text).length).toBeLessThan(2500);
    const signs = nameLine(assessed({}, { name: { kk: `e${'\u0301'.repeat(3000)}` } }), 'kk');
    expect(signs).toHaveLength('<b></b>'.length + 150);
  });

  test.each(languages)('the longest texts fit into a message in %s, each with the note', (language) => {
    const name = { kk: '🚀'.repeat(400) };
    const marks = allBut('not_fully', {}, 'regional');
    const spread: Record<number, Mark> = Object.fromEntries(
      Object.entries(marks).filter(([number]) => Number(number) % 2 === 0),
    );
    for (const given of [spread, marks, { 1: 'no' as const }]) {
      const one = assessed(given, { kind: 'regional', name });
      const result = resultText(birge, one, language);
      expect(shown(result).length).toBeLessThan(4096);
      expect(shown(result)).toContain(birge.label.estimate.note[language]);
      const held = heldText(birge, one, language);
      expect(shown(held).length).toBeLessThan(4096);
      expect(held.match(/^\d+\. /gm)).toHaveLength(32);
    }
  });
});

test('numbers in a row become ranges', () => {
  expect(inRanges([])).toBe('');
  expect(inRanges([2, 5, 7, 8, 9, 11, 12])).toBe('2, 5, 7–9, 11, 12');
});

describe('what if', () => {
  const marks = allBut('yes', { 20: 'no', 21: 'not_fully', 36: 'no', 43: undefined });
  const screen = (criterion: number, mask: string, given = marks) =>
    whatIfScreen(birge, assessed(given), 'en', { criterion, mask });
  const texts = (of: ReturnType<typeof screen>) => of.buttons?.flat().map(({ text }) => text);

  test('a choice of indicators survives its way through a button', () => {
    for (const numbers of [[], [1], [48], [1, 2, 47, 48], Array.from({ length: 48 }, (_, index) => index + 1)])
      expect(numbersIn(maskOf(numbers))).toEqual(numbers);
    expect(maskOf(Array.from({ length: 48 }, (_, index) => index + 1))).toBe('2rrvthnxtr');
    expect(numbersIn('!')).toEqual([]);
  });

  test('first the criteria of which something is not “yes”', () => {
    const first = screen(0, '0');
    expect(noted(first.text, 'en')).toMatchInlineSnapshot(`
      "Тараз ЖРО

      First self-assessment
      Try which level it would be if some indicators became “yes”. Nothing is stored here, and your answers do not change.

      Taken for “yes”: 0 indicators
      Now: bronze. Then: bronze
      The level after that (silver) needs 2 more indicators.

      (the note)"
    `);
    expect(texts(first)).toMatchInlineSnapshot(`
      [
        "3. Safety and respect · 75 %",
        "5. Participation · 67 %",
        "7. Service and client · 50 %",
        "Shortest way to the next level",
        "Back to the result",
      ]
    `);
  });

  test('ticked indicators count as “yes”; what comes of it stands above', () => {
    const half = screen(3, maskOf([20]));
    expect(shown(half.text)).toContain('3. Safety and respect: 75 % → 92 %\n');
    expect(shown(half.text)).toContain('Now: bronze. Then: bronze\n');
    expect(texts(half)).toEqual([
      '☑ 20. Human dignity',
      '☐ 21. True to its principles',
      'Criteria',
      'Back to the result',
    ]);
    // The level comes first, and no more than a phone shows together with the ticks.
    expect(half.text.split('\n')[0]).toBe('Now: bronze. Then: <b>bronze</b>');
    expect(half.text.split('\n')).toHaveLength(5);
    expect(half.text).toContain('An estimate');
    const whole = screen(3, maskOf([20, 21]));
    expect(shown(whole.text)).toContain('75 % → 100 %, would be met ✓');
    expect(shown(whole.text)).toContain('Now: bronze. Then: silver\n');
    expect(shown(whole.text)).toContain('The level after that (gold) needs 2 more indicators.');
  });

  test('a press takes back what it ticked, and the choice in other criteria stays', () => {
    const [tick] = screen(3, maskOf([36])).buttons?.[0] ?? [];
    expect(tick).toMatchObject({ data: `jb:if:31:3:${maskOf([20, 36])}` });
    const [untick] = screen(3, maskOf([20, 36])).buttons?.[0] ?? [];
    expect(untick).toMatchObject({ data: `jb:if:31:3:${maskOf([36])}` });
  });

  test('what is “yes” meanwhile, does not apply or does not exist is not counted', () => {
    const strange = screen(9, 'zzzzzzzzzz', allBut('yes', { 20: 'no' }));
    expect(shown(strange.text)).toContain('Taken for “yes”: 1 indicator\n');
    expect(shown(strange.text)).toContain('Then: gold');
    expect(texts(screen(8, '0'))).toEqual(texts(screen(0, '0')));
  });

  test('the shortest way is chosen by one press, and all given up by one', () => {
    const buttons = screen(0, maskOf([36])).buttons?.flat() ?? [];
    expect(buttons).toContainEqual({
      text: 'Shortest way to the next level',
      data: `jb:if:31:0:${maskOf([20, 21, 36])}`,
    });
    expect(buttons).toContainEqual({ text: 'Untick all', data: 'jb:if:31:0:0' });
    expect(texts(screen(0, '0'))).not.toContain('Untick all');
  });

  test('of a centre of gold there is nothing to try', () => {
    expect(texts(screen(0, '0', allBut('yes')))).toEqual(['Back to the result']);
    expect(shown(screen(0, '0', allBut('yes')).text)).toContain('this is the highest level');
  });

  test.each(languages)('buttons and texts stay inside of what Telegram takes, in %s', (language) => {
    const nothing = assessed({}, { kind: 'regional', id: 999_999_999_999_999, name: { kk: '🚀'.repeat(400) } });
    const all = Array.from({ length: 48 }, (_, index) => index + 1);
    for (let criterion = 0; criterion <= 8; criterion += 1) {
      for (const mask of ['0', maskOf(all)]) {
        const { text, buttons = [] } = whatIfScreen(birge, nothing, language, { criterion, mask });
        expect(shown(text).length).toBeLessThan(4096);
        for (const button of buttons.flat()) {
          expect(Buffer.byteLength('data' in button ? button.data : '')).toBeLessThanOrEqual(64);
          expect(button.text).not.toMatch(/&\w+;/);
        }
      }
    }
  });
});

describe('two side by side', () => {
  const given = (
    id: number,
    by: Assessment['by'],
    stage: Assessment['stage'],
    marks: Record<number, Mark>,
    cycle = 1,
  ) => assessed(marks, { id, by, stage, cycle }).assessment;
  const pairs = (...assessments: Assessment[]) => pairsOf(centreOfKind('district'), assessments);
  const ids = (of: ReturnType<typeof pairs>) =>
    of.map(({ is, first, second }) => [is, first.assessment.id, second.assessment.id]);

  test('which pairs there are: newest cycle first, never across cycles', () => {
    const all = [
      given(1, 'centre', 'start', {}),
      given(2, 'expert', 'start', {}),
      given(3, 'centre', 'end', {}),
      given(4, 'expert', 'end', {}),
      given(5, 'centre', 'start', {}, 2),
      given(6, 'expert', 'start', {}, 2),
    ];
    expect(ids(pairs(...all))).toEqual([
      ['beside', 5, 6],
      ['progress', 1, 3],
      ['progress', 2, 4],
      ['beside', 3, 4],
      ['beside', 1, 2],
    ]);
    expect(pairs(given(1, 'centre', 'start', {}), given(4, 'expert', 'end', {}))).toEqual([]);
    expect(pairs(given(1, 'centre', 'start', {}), given(5, 'centre', 'end', {}, 2))).toEqual([]);
  });

  const textOf = (first: Assessment, second: Assessment, language: Lang = 'en') =>
    noted(pairs(first, second).map((pair) => pairText(birge, pair, language))[0] ?? '', language);

  test('from start to end: what has changed', () => {
    const start = given(1, 'centre', 'start', allBut('yes', { 20: 'no', 21: 'not_fully' }));
    const end = given(3, 'centre', 'end', allBut('yes', { 21: 'no', 44: undefined }));
    expect(textOf(start, end)).toMatchInlineSnapshot(`
      "Тараз ЖРО

      First self-assessment
      Not finished yet: 44 of 44 answered
      Estimated level: bronze

      Final self-assessment
      Not finished yet: 43 of 44 answered
      Estimated level: bronze

      (the note)

      2 answers have changed
      20. Human dignity: no → yes
      21. True to its principles: not fully → no

      Answered on one side only: 1 indicator."
    `);
  });

  test('centre and experts: where they differ, and what only one has answered', () => {
    const own = given(1, 'centre', 'start', allBut('yes'));
    const theirs = given(2, 'expert', 'start', { 1: 'yes', 2: 'no', 3: 'not_fully' });
    expect(textOf(own, theirs, 'ru')).toMatchInlineSnapshot(`
      "Тараз ЖРО

      Начальная самооценка
      Ещё не завершена. Ответов: 44 из 44
      Предполагаемый уровень: золотой

      Начальная экспертная оценка
      Ещё не завершена. Ответов: 3 из 44
      Предполагаемый уровень: пока нет

      (the note)

      Ответы расходятся: 2 индикатора (центр / эксперты)
      2. Молодёжь 14–28 лет: да / нет
      3. Не менее 30 % из уязвимых групп: да / не в полной мере

      Ответ есть только в одной из оценок: 41 индикатор."
    `);
  });

  test('ten differences are named, the others counted', () => {
    const text = textOf(given(1, 'centre', 'start', allBut('yes')), given(2, 'expert', 'start', allBut('no')));
    expect(text).toContain('44 answers differ (centre / experts)');
    expect(text.match(/^\d+\. .*: yes \/ no$/gm)).toHaveLength(10);
    expect(text).toContain('… and 34 more');
    expect(text).not.toContain('one side only');
  });

  const allOf = (first: Assessment, second: Assessment, language: Lang = 'en') =>
    shown(pairs(first, second).map((pair) => differencesText(birge, pair, language))[0] ?? '');

  test.each(languages)('all that differs is one message of its own in %s', (language) => {
    const regional = (id: number, by: Assessment['by'], mark: Mark) =>
      assessed(allBut(mark, {}, 'regional'), { kind: 'regional', id, by }).assessment;
    const text = allOf(regional(1, 'centre', 'no'), regional(2, 'expert', 'not_fully'), language);
    expect(text.match(/^\d+\. .* \/ /gm)).toHaveLength(48);
    expect(text.length).toBeLessThan(4096);
  });

  test('an old button to all differences says when there are none any more', () => {
    const same = given(1, 'centre', 'start', { 1: 'yes' });
    expect(allOf(same, { ...same, id: 2, by: 'expert' })).toContain('has the same answer');
  });

  test('lines that have no room in a message are counted', () => {
    expect(linesWithin(['12', '3456', '7'], 9)).toEqual({ kept: ['12', '3456'], left: 1 });
    expect(linesWithin(['12', '3456', '7'], 7)).toEqual({ kept: ['12'], left: 2 });
    expect(linesWithin(['12', '3456', '7'], 10)).toEqual({ kept: ['12', '3456', '7'], left: 0 });
  });

  test('no difference, and nothing to compare yet, are said', () => {
    const same = { 1: 'yes' as const, 2: 'no' as const };
    expect(textOf(given(1, 'centre', 'start', same), given(2, 'expert', 'start', same))).toContain(
      'All that is answered in both assessments (2) has the same answer.',
    );
    expect(textOf(given(1, 'centre', 'start', same), given(2, 'expert', 'start', {}))).toContain(
      'No indicator is answered in both assessments yet',
    );
  });

  test('criteria that only one of them asks are left out', () => {
    const before = assessed(allBut('yes', {}, 'regional'), { kind: 'regional', id: 1 }).assessment;
    const after = given(3, 'centre', 'end', allBut('no'));
    expect(textOf(before, after)).toContain('44 answers have changed');
  });
});
