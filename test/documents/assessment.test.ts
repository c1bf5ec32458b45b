import { expect, test } from 'vitest';
import { assessmentDocument } from '../../src/documents/assessment-document.ts';
import type { AssessmentView } from '../../src/documents/assessment-view.ts';
import { pictureBelow } from '../../src/documents/assessment-picture.ts';
import { reportName } from '../../src/documents/assessment-words.ts';
import { assessmentWorkbook } from '../../src/documents/assessment-workbook.ts';
import { said } from '../../src/documents/docx-paragraphs.ts';
import { picture } from '../../src/documents/docx-picture.ts';
import { drawProgress } from '../../src/pictures/progress.ts';
import { attributes, readDocx } from './read-docx.ts';
import { readZip } from './read-zip.ts';

const view: AssessmentView = {
  language: 'kk',
  centre: 'Тараз қаласының жастар ресурстық орталығы',
  by: 'centre',
  day: '2026-11-22',
  level: 'bronze',
  criteria: [
    {
      number: 2,
      title: 'Құзыреттер',
      share: 0.75,
      met: false,
      indicators: [
        {
          number: 12,
          text: 'Жастармен кемінде екі қызметкер жұмыс істейді',
          mark: 'yes',
          example: '=1+1\nЕкінші жол <b>',
          files: ['бұйрық.pdf', 'сурет.jpg'],
          by: 'Әсел Нұрланқызы',
          day: '2026-11-15',
        },
        { number: 13, text: 'Лауазымдық нұсқаулықтар бар', mark: 'not_fully', files: [] },
      ],
      trends: 'Топ өсіп келеді.',
      difficult: 'Мамандар аз.',
    },
    {
      number: 3,
      title: 'Қауіпсіздік',
      share: 1,
      met: true,
      indicators: [
        { number: 20, text: 'Жағдай қауіпсіз', mark: 'no', files: [], by: 'Ерлан' },
        { number: 21, text: 'Ережелер ілінген', files: ['@ереже.docx'] },
      ],
    },
  ],
};

const png = () =>
  drawProgress({
    title: 'Нәтиже',
    subtitle: '',
    words: { start: 'Басында', end: 'Соңында' },
    rows: [{ label: 'Құзыреттер', start: 0, end: 1 }],
  });

test('the report has the result, every answer and the list of evidence', async () => {
  const { paragraphs, messages } = await readDocx(await assessmentDocument(view));
  expect(messages).toEqual([]);
  expect(paragraphs).toEqual([
    'Өзін-өзі бағалау есебі',
    '«Jastar belgisi» сапа белгісі',
    'Орталық: Тараз қаласының жастар ресурстық орталығы',
    'Есеп күні: 22.11.2026',
    'Болжамды деңгей: қола',
    'Бұл — жауаптар бойынша болжам. Деңгей туралы шешімді сарапшылар қабылдайды.',
    'Өлшемдер бойынша нәтиже',
    '2. Құзыреттер: 75\u00A0%, әлі орындалған жоқ',
    '3. Қауіпсіздік: 100\u00A0%, орындалды',
    'Жауаптар',
    '2. Құзыреттер (75\u00A0%, әлі орындалған жоқ)',
    '12. Жастармен кемінде екі қызметкер жұмыс істейді',
    'Жауап: иә',
    'Табысты тәжірибе мысалы: =1+1',
    'Екінші жол <b>',
    'Дәлелдер: бұйрық.pdf; сурет.jpg',
    'Жауап берген: Әсел Нұрланқызы, 15.11.2026',
    '13. Лауазымдық нұсқаулықтар бар',
    'Жауап: толық емес',
    'Оң үрдістер: Топ өсіп келеді.',
    'Қосымша назар аударуды қажет ететін күрделі мәселелер: Мамандар аз.',
    '3. Қауіпсіздік (100\u00A0%, орындалды)',
    '20. Жағдай қауіпсіз',
    'Жауап: жоқ',
    'Жауап берген: Ерлан',
    '21. Ережелер ілінген',
    'Жауап: жауап берілмеген',
    'Дәлелдер: @ереже.docx',
    'Дәлелдер',
    '12: бұйрық.pdf',
    '12: сурет.jpg',
    '21: @ереже.docx',
  ]);
});

test.for<[language: AssessmentView['language'], lines: string[]]>([
  ['kk', ['Сарапшылық бағалау есебі', 'Болжамды деңгей: әзірге жоқ', 'Дәлел қоса берілмеген.']],
  ['ru', ['Отчёт об экспертной оценке', 'Предполагаемый уровень: пока нет', 'Подтверждения не приложены.']],
  ['en', ['Report of the expert assessment', 'Estimated level: none yet', 'No evidence is attached.']],
])('the report of an empty assessment by experts in %s', async ([language, lines]) => {
  const empty = { ...view, language, by: 'experts', level: null, criteria: [] } as const;
  const { paragraphs } = await readDocx(await assessmentDocument({ ...empty, criteria: [] }));
  expect(paragraphs).toEqual(expect.arrayContaining(lines));
});

test('the picture stands below the result on its page, smaller where there are more lines', async () => {
  // As tall as the radar of seven criteria; nothing but its size is read.
  const bytes = Buffer.from(await png());
  bytes.writeUInt32BE(868, 20);
  const height = async (count: number): Promise<number> => {
    const above = Array.from({ length: count }, () => said('Бір жол'));
    return (await pictureBelow(above, bytes, '')).height;
  };
  const whole = picture(bytes, '').height;
  expect(await height(5)).toBeCloseTo(whole, 5);
  const [some, more] = [await height(12), await height(13)];
  // A line and the room below it.
  expect(some).toBeLessThan(whole);
  expect(some - more).toBeCloseTo(19.8, 1);
  // Where it would be too small to be read it has the next page.
  expect(await height(28)).toBeCloseTo(whole, 5);
});

test('a file has a name in Latin letters that says what it is in the reader’s language', () => {
  const names = (['kk', 'ru', 'en'] as const).flatMap((language) =>
    (['centre', 'experts'] as const).map((by) => reportName({ ...view, language, by }, 'docx')),
  );
  expect(names).toEqual([
    'jastar-belgisi-ozin-ozi-bagalau-2026-11-22.docx',
    'jastar-belgisi-sarapshylyq-bagalau-2026-11-22.docx',
    'jastar-belgisi-samootsenka-2026-11-22.docx',
    'jastar-belgisi-ekspertnaya-otsenka-2026-11-22.docx',
    'jastar-belgisi-self-assessment-2026-11-22.docx',
    'jastar-belgisi-expert-assessment-2026-11-22.docx',
  ]);
});

test('the report has the page of every document and its picture, in its proportions', async () => {
  const bytes = await png();
  const { part } = await readDocx(await assessmentDocument({ ...view, picture: bytes }));
  const xml = part('word/document.xml');
  expect(attributes(xml, 'w:pgSz', 'w:w')).toEqual(['11906', '11906', '11906']);
  expect(attributes(xml, 'w:pgMar', 'w:left')).toEqual(['1417', '1417', '1417']);
  expect(part('word/styles.xml')).toContain('w:ascii="Times New Roman"');
  const [width = 0, height = 0] = ['cx', 'cy'].map((side) => Number(attributes(xml, 'wp:extent', side)[0]));
  const header = Buffer.from(bytes);
  expect(width / height).toBeCloseTo(header.readUInt32BE(16) / header.readUInt32BE(20), 1);
  // 12,700 units are a point; the text is 453.6 points wide.
  expect(width).toBeLessThan(453.6 * 12_700);
  expect(attributes(xml, 'wp:docPr', 'descr')).toEqual(['Өлшемдер бойынша нәтиже суреті']);
});

/** Names of sheets and, sheet by sheet, rows of cells as texts. */
async function sheets(given: AssessmentView) {
  const files = readZip(Buffer.from(await assessmentWorkbook(given)));
  const part = (name: string): string => files.get(name) ?? '';
  const texts = [...part('xl/sharedStrings.xml').matchAll(/<si><t[^>]*>([^<]*)<\/t><\/si>/g)].map(([, text = '']) =>
    text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
  );
  const names = attributes(part('xl/workbook.xml'), 'sheet', 'name');
  const rowsOf = (xml: string): string[][] =>
    [...xml.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row = '']) =>
      [...row.matchAll(/<c r="[^"]*"([^>]*)>(?:<v>([^<]*)<\/v>)<\/c>/g)].map(([, kind = '', value = '']) =>
        kind.includes('t="s"') ? (texts[Number(value)] ?? '') : value,
      ),
    );
  const parts = names.map((_, index) => part(`xl/worksheets/sheet${index + 1}.xml`));
  return { names, parts, rows: parts.map(rowsOf) };
}

test('the workbook has a sheet for each part', async () => {
  const { names, parts, rows } = await sheets(view);
  expect(names).toEqual(['Өлшемдер бойынша нәтиже', 'Жауаптар', 'Дәлелдер', 'Үрдістер мен мәселелер']);
  const [result = [], answers, evidence, texts] = rows;
  expect(result.slice(0, 3)).toEqual([
    ['№', 'Өлшем', 'Орындалуы, %', 'Қорытынды'],
    ['2', 'Құзыреттер', '75', 'әлі орындалған жоқ'],
    ['3', 'Қауіпсіздік', '100', 'орындалды'],
  ]);
  expect(result.flat()).toEqual(expect.arrayContaining(['Болжамды деңгей: қола', 'Есеп күні: 22.11.2026']));
  expect(answers?.slice(1)).toEqual([
    [
      ...['2', '12', 'Жастармен кемінде екі қызметкер жұмыс істейді', 'иә', '=1+1\nЕкінші жол <b>'],
      ...['бұйрық.pdf\nсурет.jpg', 'Әсел Нұрланқызы', '46341'],
    ],
    ['2', '13', 'Лауазымдық нұсқаулықтар бар', 'толық емес'],
    ['3', '20', 'Жағдай қауіпсіз', 'жоқ', 'Ерлан'],
    ['3', '21', 'Ережелер ілінген', 'жауап берілмеген', '@ереже.docx'],
  ]);
  expect(evidence?.slice(1)).toEqual([
    ['2', '12', 'бұйрық.pdf'],
    ['2', '12', 'сурет.jpg'],
    ['3', '21', '@ереже.docx'],
  ]);
  expect(texts?.slice(1)).toEqual([
    ['2', 'Құзыреттер', 'Топ өсіп келеді.', 'Мамандар аз.'],
    ['3', 'Қауіпсіздік'],
  ]);
  for (const xml of parts) {
    expect(xml).not.toContain('<f>');
    expect(xml).toMatch(/<pane ySplit="1" [^>]*state="frozen"\/>/);
  }
});

test.for(['kk', 'ru', 'en'] as const)('names of sheets in %s are such as Excel takes', async (language) => {
  const { names } = await sheets({ ...view, language });
  expect(names.filter((name) => name.length > 31 || /[[\]/\\:*?']/.test(name))).toEqual([]);
  expect(new Set(names).size).toBe(4);
});

test('what is not wholly reached is not reported as 100 %', async () => {
  const almost = { ...view, criteria: view.criteria.map((criterion) => ({ ...criterion, share: 0.999, met: false })) };
  const { paragraphs } = await readDocx(await assessmentDocument(almost));
  expect(paragraphs).toContain('2. Құзыреттер: 99\u00A0%, әлі орындалған жоқ');
});

test('what cannot be is refused', async () => {
  const broken = { ...view, criteria: view.criteria.map((criterion) => ({ ...criterion, share: 1.5 })) };
  const share = 'a share of an assessment is not between 0 and 1';
  await expect(assessmentDocument(broken)).rejects.toThrow(share);
  await expect(assessmentWorkbook(broken)).rejects.toThrow(share);
  await expect(assessmentDocument({ ...view, picture: new Uint8Array(40) })).rejects.toThrow('is not a PNG');
  const day = 'an assessment has a day that is not YYYY-MM-DD';
  await expect(assessmentDocument({ ...view, day: '22.11.2026' })).rejects.toThrow(day);
});
