import { describe, expect, test } from 'vitest';
import { applicationAtOverview, applicationOf } from '../../src/centres/application.ts';
import { applicationDocument, letterLength } from '../../src/documents/application.ts';
import { loadForms, visible } from '../../src/forms/index.ts';
import type { Form, Value } from '../../src/forms/index.ts';
import { readWords } from '../../src/words.ts';
import { wordsOf } from '../documents/letters.ts';
import { readDocx } from '../documents/read-docx.ts';

const say = readWords('content/locales');
const form = theForm();

function theForm(): Form {
  const found = loadForms('content/forms').get('label-application');
  if (found === undefined) throw new Error('there is no content/forms/label-application.yaml');
  return found;
}

/** Answers as a draft carries them. */
const answers = (values: Record<string, Value>) =>
  Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { value, rev: 1 }]));

const open = (values: Record<string, Value>) => ({
  form,
  state: { answered: new Set(Object.keys(values)), guards: values },
  draft: { values: answers(values) },
});

const cover = {
  letter_language: 'kk',
  name: 'Тараз қаласының жастар ресурстық орталығы',
  legal_status: 'Коммуналдық мемлекеттік мекеме',
  contact_person: 'Әсел Нұрланқызы',
  email: 'ortalyq@example.kz',
  phone: '+77011234567',
  address: 'Тараз қаласы, Төле би даңғылы, 1',
};
const bare = {
  ...cover,
  mission: 'Сенім',
  target_group: 'Ауыл жастары',
  strategy: 'Кездесу',
  now1: false,
  done1: false,
};

const project = (id: string, name: string) => ({
  [id]: true,
  [`${id}_name`]: name,
  [`${id}_period`]: '2026',
  [`${id}_beneficiaries`]: '120 адам',
  [`${id}_results`]: 'Бір топ құрылды.',
});

test('every text that is asked for stands in the document, and nothing else is read', async () => {
  const gates = form.questions.filter(({ type }) => type === 'yes-no').map(({ id }) => id);
  const texts = form.questions.map(({ id }) => id).filter((id) => id !== 'letter_language' && !gates.includes(id));
  const values = { ...Object.fromEntries([...gates.map((id) => [id, true]), ...texts.map((id) => [id, `«${id}»`])]) };
  const application = applicationOf(answers(values));
  const { paragraphs } = await readDocx(await applicationDocument(application));
  const written = new Set<string | undefined>(
    [...paragraphs.join('\n').matchAll(/«([a-z0-9_]+)»/g)].map(([, id]) => id),
  );
  expect(written).toEqual(new Set(texts));
  expect([application.letter.projects.length, application.letter.finished.length]).toEqual([5, 5]);
});

test('a project is asked for after a yes, and the sixth never', () => {
  const asked = (values: Record<string, Value>) => visible(form, values).map(({ id }) => id);
  expect(asked({}).slice(-2)).toEqual(['now1', 'done1']);
  expect(asked({ now1: false, done1: false })).toHaveLength(12);
  const one = asked({ now1: true });
  expect(one.slice(one.indexOf('now1'))).toEqual([
    ...['now1', 'now1_name', 'now1_period', 'now1_beneficiaries', 'now1_results', 'now2'],
    'done1',
  ]);
  const all = Object.fromEntries(form.questions.filter(({ type }) => type === 'yes-no').map(({ id }) => [id, true]));
  expect(asked(all)).toEqual(form.questions.map(({ id }) => id));
  expect(form.questions.map(({ id }) => id).filter((id) => id.includes('6'))).toEqual([]);
});

test('projects behind a no do not count, although they were answered once', () => {
  const values = { ...bare, ...project('now1', 'Бірінші'), now2: false, ...project('now3', 'Ескі') };
  const { letter } = applicationOf(answers({ ...values, ...project('done1', 'Аяқталған'), done1: false }));
  expect(letter.projects).toEqual([
    { name: 'Бірінші', period: '2026', beneficiaries: '120 адам', results: 'Бір топ құрылды.' },
  ]);
  expect(letter.finished).toEqual([]);
});

test.for([
  ['+77011234567', '+7 701 123 45 67'],
  ['+998901234567', '+998901234567'],
])('the number %s is printed as %s', ([stored = '', printed]) => {
  expect(applicationOf(answers({ ...bare, phone: stored })).coverPage.phone).toBe(printed);
});

test('the language is the one that was chosen; skipped and missing answers are empty', () => {
  expect(applicationOf(answers({ letter_language: 'ru' })).language).toBe('ru');
  const { language, letter, coverPage } = applicationOf(answers({ mission: null }));
  expect([language, letter.mission, letter.projects, coverPage.email]).toEqual(['kk', '', [], '']);
});

describe('what is said of the length at the overview', () => {
  /** A letter whose mission has so many words. */
  const written = (words: number) => open({ ...bare, mission: wordsOf('kk', words) });
  const lengthOf = (words: number) => letterLength(applicationOf(written(words).draft.values));
  /** The fewest words that take so many pages. */
  async function wordsFor(pages: number): Promise<number> {
    let words = 100;
    while ((await lengthOf(words)).pages < pages) words += 10;
    return words;
  }

  test.for([
    [2.6, 'kk', false, /шамамен 2,6 бет, көп дегенде 3 бет/],
    [2.6, 'ru', false, /около 2,6 страницы, можно не больше 3\./],
    [2.7, 'en', false, /^📄 The letter takes about 2.7 pages; 3 at most/],
    [2.8, 'en', false, /^⚠️ The letter takes about 2.8 pages/],
    [3, 'ru', false, /около 3 страниц, а можно не больше 3/],
    [3.1, 'kk', false, /шамамен 3,1 бет, ал шегі – 3 бет\. Сәл қысқартқан жөн/],
    [3.2, 'ru', true, /слишком длинное: около 3,2 страницы.* примерно на \d+0 слов\./s],
    [3.4, 'en', true, /too long: about 3.4 pages.* cut about \d+0 words\./s],
    [4, 'kk', true, /тым ұзын: шамамен 4 бет.* шамамен \d+0 сөзді/s],
  ] as const)('%d pages in %s', async ([pages, language, stops, words]) => {
    const told = await applicationAtOverview({ say }, written(await wordsFor(pages)), language);
    expect(told).toEqual({ stops, note: expect.stringMatching(words) });
  });

  test.for([3.2, 3.5, 4.2])('of %d pages, whoever cuts as many words as are told may send', async (pages) => {
    const words = await wordsFor(pages);
    const { note } = await applicationAtOverview({ say }, written(words), 'en');
    const cut = Number(/cut about ([\d,]+) words/.exec(note)?.[1]?.replace(',', ''));
    expect((await lengthOf(words - cut)).pages).toBeLessThanOrEqual(3);
    expect((await applicationAtOverview({ say }, written(words - cut), 'en')).stops).toBe(false);
  });

  test('the longest answers are named by their numbers in the overview', async () => {
    const values = { ...bare, ...project('now1', 'Жасыл аула'), now1_results: wordsOf('kk', 700) };
    const { note } = await applicationAtOverview({ say }, open({ ...values, strategy: wordsOf('kk', 800) }), 'en');
    const numbers = visible(form, { ...values, now1: true }).flatMap(({ id }, index) =>
      ['target_group', 'strategy', 'now1_results'].includes(id) ? [index + 1] : [],
    );
    expect(note).toContain(`have the numbers ${numbers.join(', ')}.`);
  });
});
