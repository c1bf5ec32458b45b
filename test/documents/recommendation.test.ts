import { join } from 'node:path';
import { expect, test } from 'vitest';
import { activities, qualities, skills } from '../../src/documents/recommendation-words.ts';
import { recommendationDocument } from '../../src/documents/recommendation.ts';
import type { Recommendation } from '../../src/documents/recommendation.ts';
import { codesOf } from '../../src/forms/form.ts';
import { loadForms } from '../../src/forms/index.ts';
import { attributes, readDocx } from './read-docx.ts';

const example: Recommendation = {
  language: 'kk',
  name: 'Үлгі Әділет Ғаниұлы',
  project: 'Ауыл мектебіне көмек',
  organisation: '«Бірге оқимыз» қоғамдық қоры',
  service: { from: '2025-08-22', until: '2026-11-22' },
  hours: 140.5,
  deeds: 62,
  people: 1250,
  work: 'Сабақ өткізу, репетиторлық\nҰйымдастыру жұмысы',
  quality: 'reliable',
  skills: ['explaining', 'caring', { other: 'домбыра тарту' }],
  ownWords: 'Қыста да бір сабақты жібермеді. 🙂\n\nБалалар оны күтіп жүрді.',
  signer: { name: 'Мысал Айгерім', position: 'жоба үйлестірушісі' },
  issuedOn: '2026-11-22',
};

const paragraphsOf = async (letter: Recommendation) =>
  (await readDocx(await recommendationDocument(letter))).paragraphs;

test('a letter in Kazakh, read by another reader', async () => {
  expect(await paragraphsOf(example)).toMatchInlineSnapshot(`
    [
      "«Бірге оқимыз» қоғамдық қоры",
      "ҰСЫНЫМ ХАТ",
      "2026 жылғы 22 қараша",
      "Үлгі Әділет Ғаниұлы – «Ауыл мектебіне көмек» жобасының волонтері.",
      "Волонтерлік өтілі: 1 жыл 3 ай (2025 жылғы 22 тамыз – 2026 жылғы 22 қараша)",
      "Расталған жұмыс көлемі: 140,5 сағат, 62 игі іс",
      "Көмек көрсетілген адам саны: 1 250",
      "Атқарған жұмысы:",
      "– Сабақ өткізу, репетиторлық",
      "– Ұйымдастыру жұмысы",
      "Жұмысының сапасы: Тапсырылған істі мұқият әрі уақытында бітіріп, айтқан сөзінде тұрды. Бұл адамға сенім артуға болады.",
      "Көрсеткен дағдылары: түсінікті үйрете білу, қамқорлық пен шыдам, домбыра тарту",
      "Қыста да бір сабақты жібермеді. 🙂",
      "Балалар оны күтіп жүрді.",
      "Өзгеге риясыз көмек берген жанға шын жүректен алғыс айтамыз. Оны оқуға да, жұмысқа да, жаңа волонтерлік жобаларға да сеніммен ұсынамыз.",
      "Құрметпен,",
      "жоба үйлестірушісі",
      "«Бірге оқимыз» қоғамдық қоры",
      "Қолы: ____________________ Мысал Айгерім",
    ]
  `);
});

test('in Russian', async () => {
  const service = { from: '2026-09-22', until: '2026-11-21' };
  expect(await paragraphsOf({ ...example, language: 'ru', service, quality: 'excellent', people: 0, ownWords: '' }))
    .toMatchInlineSnapshot(`
      [
        "«Бірге оқимыз» қоғамдық қоры",
        "РЕКОМЕНДАТЕЛЬНОЕ ПИСЬМО",
        "22 ноября 2026 г.",
        "Үлгі Әділет Ғаниұлы — волонтёр проекта «Ауыл мектебіне көмек».",
        "Стаж волонтёрской работы: 2 месяца (22 сентября 2026 г. – 21 ноября 2026 г.)",
        "Подтверждённый объём работы: 140,5 часа, 62 добрых дела",
        "Выполненная работа:",
        "– Сабақ өткізу, репетиторлық",
        "– Ұйымдастыру жұмысы",
        "Качество работы: Порученная работа выполнена отлично, сверх наших ожиданий, а само отношение к делу стало примером для других.",
        "Проявленные навыки: умение понятно объяснять, забота и терпение, домбыра тарту",
        "Искренне благодарим этого человека за бескорыстную помощь людям и с уверенностью рекомендуем для учёбы, работы и новых волонтёрских проектов.",
        "С уважением,",
        "жоба үйлестірушісі",
        "«Бірге оқимыз» қоғамдық қоры",
        "Подпись: ____________________ Мысал Айгерім",
      ]
    `);
});

test('in English', async () => {
  const service = { from: '2026-11-22', until: '2026-11-22' };
  const quality = { other: 'Simply the best <b>tutor</b> & friend' };
  expect(await paragraphsOf({ ...example, language: 'en', service, quality, hours: 1, deeds: 1 }))
    .toMatchInlineSnapshot(`
      [
        "«Бірге оқимыз» қоғамдық қоры",
        "RECOMMENDATION LETTER",
        "22 November 2026",
        "Үлгі Әділет Ғаниұлы has served as a volunteer of the project “Ауыл мектебіне көмек”.",
        "Length of service as a volunteer: 1 day (22 November 2026)",
        "Confirmed amount of work: 1 hour, 1 good deed",
        "People who were helped: 1,250",
        "Work done:",
        "– Сабақ өткізу, репетиторлық",
        "– Ұйымдастыру жұмысы",
        "Quality of the work: Simply the best <b>tutor</b> & friend",
        "Skills shown: explaining clearly, care and patience, домбыра тарту",
        "Қыста да бір сабақты жібермеді. 🙂",
        "Балалар оны күтіп жүрді.",
        "We sincerely thank this person for helping others and asking nothing in return, and recommend them with confidence for study, work and new projects.",
        "With respect,",
        "жоба үйлестірушісі",
        "«Бірге оқимыз» қоғамдық қоры",
        "Signature: ____________________ Мысал Айгерім",
      ]
    `);
});

test('its page is that of all our documents, and the file names nobody where programs list files', async () => {
  const { part, messages } = await readDocx(await recommendationDocument(example));
  expect(messages).toEqual([]);
  expect(attributes(part('word/document.xml'), 'w:pgSz', 'w:w')).toEqual(['11906']);
  expect(attributes(part('word/document.xml'), 'w:pgMar', 'w:left')).toEqual(['1417']);
  expect(part('docProps/core.xml')).toContain('Ұсыным хат');
  expect(part('docProps/core.xml')).not.toMatch(/Әділет|Айгерім/);
});

test.for([
  ['2026-01-30', '2026-02-26', '28 күн'],
  ['2026-01-01', '2026-01-31', '1 ай'],
  ['2024-02-29', '2025-02-26', '11 ай'],
  ['2024-03-01', '2026-02-28', '2 жыл'],
  ['2024-01-15', '2026-11-22', '2 жыл 10 ай'],
] as const)('from %s to %s are %s', async ([from, until, length]) => {
  const paragraphs = await paragraphsOf({ ...example, service: { from, until } });
  expect(paragraphs.find((line) => line.startsWith('Волонтерлік өтілі'))).toContain(`: ${length} (`);
});

const forms = loadForms(join(import.meta.dirname, '../../content/forms'));

/** The codes of a question, without the one for own words. */
function codes(form: string, question: string): string[] {
  const asked = forms.get(form)?.questions.find(({ id }) => id === question);
  const { codes: all, other } = (asked && codesOf(asked)) ?? { codes: [], other: undefined };
  return all.filter((code) => code !== other);
}

test.for([
  ['recommendation', 'quality', qualities],
  ['recommendation', 'skills', skills],
  ['diary-entry', 'activity', activities],
] as const)('every code of %s, %s, has words in the letter', ([form, question, known]) => {
  expect(Object.keys(known)).toEqual(codes(form, question));
});
