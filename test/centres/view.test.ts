import { expect, test } from 'vitest';
import { z } from 'zod';
import { assessmentView } from '../../src/centres/view.ts';
import { assessmentDocument } from '../../src/documents/assessment-document.ts';
import { assessmentWorkbook } from '../../src/documents/assessment-workbook.ts';
import { languages } from '../../src/forms/index.ts';
import type { WholeAssessment } from '../../src/store/centres/assessments.ts';
import { readDocx } from '../documents/read-docx.ts';
import { readZip } from '../documents/read-zip.ts';
import { sizeOf } from '../pictures/drawn-texts.ts';
import type { Store } from '../../src/store/store.ts';
import { allBut, assessed, birge as words } from './example.ts';

/** What is known of the files by their content; of any other nothing is known any more. */
const known: Record<number, string> = { 901: 'image/jpeg', 902: 'application/pdf', 904: 'image/png' };
const asked: string[] = [];
const store: Store = {
  call: async (fn, { p_ids: ids }, shape) => {
    asked.push(fn);
    const found = z
      .array(z.number())
      .parse(ids)
      .filter((id) => id in known);
    return shape.parse(found.map((id) => ({ id, mime: known[id], path: 'ab' })).toReversed());
  },
  requests: () => asked.length,
};
const birge = { ...words, store };

const answer = (
  question: string,
  value: unknown,
  by: string | null = 'Айгерім',
  at = '2026-11-15T20:30:00Z',
): WholeAssessment['answers'][number] => ({ question, value, complete: true, rev: 1, by, byId: null, at });

const photo = (file: string) => ({ file, kind: 'photo' });
const paper = (file: string) => ({ file, kind: 'document' });

const begun = assessed(
  { 1: 'yes', 2: 'not_fully', 12: 'no' },
  {
    answers: [
      answer('i1_mark', 'yes'),
      answer('i1_example', 'Күн сайын «Жас Ұлан» клубы 🚀\n=1+1 <b>'),
      answer('i1_files', [photo('901'), paper('902'), photo('903')]),
      answer('i2_mark', 'not_fully', null),
      answer('i2_example', null),
      answer('i12_mark', 'no', 'Ерлан'),
      answer('i12_example', '  \n '),
      // "Done" is not pressed yet: what was sent so far is evidence all the same.
      answer('i12_files', { picked: [paper('904')] }),
      answer('c1_trends', 'Келушілер көбейді'),
      answer('c1_difficult', null),
      // Left from when the centre was of another kind.
      answer('i48_mark', 'yes'),
    ],
  },
);

test('an indicator has its text for this kind of centre, mark, example, evidence, who answered and on which day', async () => {
  const { criteria } = await assessmentView(birge, begun, 'kk');
  const [first, second] = criteria;
  expect(first?.indicators[0]).toEqual({
    number: 1,
    text: birge.label.criteria[0]?.indicators[0]?.text.kk,
    mark: 'yes',
    example: 'Күн сайын «Жас Ұлан» клубы 🚀\n=1+1 <b>',
    files: ['1-1.jpg', '1-2.pdf', '1-3 (файл қазір жоқ)'],
    by: 'Айгерім',
    day: '2026-11-16',
  });
  expect(first?.indicators[1]).toEqual({
    number: 2,
    text: birge.label.criteria[0]?.indicators[1]?.text.kk,
    mark: 'not_fully',
    files: [],
    day: '2026-11-16',
  });
  expect(first?.indicators[2]).toEqual({ number: 3, text: expect.any(String), files: [] });
  expect(second?.indicators[0]).toMatchObject({ number: 12, mark: 'no', files: ['12-1.png'], by: 'Ерлан' });
  expect(second?.indicators[0]).not.toHaveProperty('example');
  expect(second?.indicators[0]?.text).toContain('2 қызметкер');
});

test('a criterion has its share and the texts after it', async () => {
  const { criteria, level } = await assessmentView(birge, begun, 'ru');
  expect(criteria.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(criteria[0]).toMatchObject({ share: 1.5 / 11, met: false, trends: 'Келушілер көбейді' });
  expect(criteria[0]).not.toHaveProperty('difficult');
  expect(criteria[1]).toMatchObject({ title: birge.label.criteria[1]?.title.ru, share: 0 });
  expect(level).toBeNull();
});

test('a draft is of today, a finished one of its day in Almaty, the experts’ is said to be theirs', async () => {
  expect(await assessmentView(birge, begun, 'kk')).toMatchObject({ day: '2026-11-22', by: 'centre' });
  const finished = assessed(allBut('yes'), {
    by: 'expert',
    stage: 'end',
    status: 'submitted',
    submittedAt: '2026-10-31T19:00:00Z',
    name: { kk: 'Тараз ЖРО', ru: 'МРЦ Тараза' },
  });
  const view = await assessmentView(birge, finished, 'ru');
  expect(view).toMatchObject({ day: '2026-11-01', by: 'experts', level: 'gold', centre: 'МРЦ Тараза' });
  expect(view.criteria.every(({ met, share }) => met && share === 1)).toBe(true);
});

test('a regional centre answers eight criteria, with its own numbers', async () => {
  const { criteria } = await assessmentView(birge, assessed({}, { kind: 'regional' }), 'kk');
  expect(criteria.map(({ indicators }) => indicators.length)).toEqual([11, 8, 6, 9, 3, 5, 2, 4]);
  expect(criteria[1]?.indicators[0]?.text).toContain('5 қызметкер');
});

test.each(languages)('the report of a stored assessment reads back in %s, with its picture', async (language) => {
  const view = await assessmentView(birge, begun, language);
  const { paragraphs, messages, part } = await readDocx(await assessmentDocument(view));
  expect(messages).toEqual([]);
  const text = paragraphs.join('\n');
  for (const { text: asked } of view.criteria.flatMap(({ indicators }) => indicators)) expect(text).toContain(asked);
  for (const said of ['Күн сайын «Жас Ұлан» клубы 🚀', '=1+1 <b>', 'Айгерім, 16.11.2026', 'Келушілер көбейді'])
    expect(text).toContain(said);
  expect(part('word/document.xml')).toContain('<wp:docPr');
  expect(sizeOf(view.picture ?? new Uint8Array())).toMatchObject({ width: 720 });
  const workbook = readZip(Buffer.from(await assessmentWorkbook(view)));
  expect(workbook.get('xl/sharedStrings.xml')).toContain('Күн сайын «Жас Ұлан» клубы 🚀');
});

test('what the files are is asked once for the whole report, and not at all where there are none', async () => {
  asked.length = 0;
  await assessmentView(birge, assessed({}), 'kk');
  expect(asked).toEqual([]);
  await assessmentView(birge, begun, 'kk');
  expect(asked).toEqual(['files_named']);
});

test('nothing answered makes a report, too', async () => {
  const view = await assessmentView(birge, assessed({}), 'kk');
  const { paragraphs } = await readDocx(await assessmentDocument(view));
  expect(paragraphs.filter((line) => line === 'Жауап: жауап берілмеген')).toHaveLength(44);
  expect(paragraphs).toContain('Дәлел қоса берілмеген.');
});
