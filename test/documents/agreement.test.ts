import { expect, test } from 'vitest';
import { agreementDocument } from '../../src/documents/agreement.ts';
import type { Agreement } from '../../src/documents/agreement.ts';
import { attributes, readDocx } from './read-docx.ts';

const agreement: Agreement = {
  language: 'kk',
  organisation: 'Жас қолдау',
  project: 'Ауыл мектебі',
  place: 'Тараз қаласы',
  signedOn: null,
  volunteer: {
    name: 'Серікова Айгерім Нұрланқызы',
    card: { number: '012345678', issuedOn: '2020-02-29', issuer: 'ҚР ІІМ' },
    address: 'Тараз қаласы, Төле би даңғылы, 1',
    phone: '+7 701 123 4567',
    email: 'aigerim@example.kz',
    minor: false,
  },
  hoursAWeek: 4,
  weekdays: 'Дүйсенбі, Сәрсенбі',
  time: '15.00-ден 17.00-ге дейін',
  expenses: 'Жол ақысы',
  noticeDays: 14,
};

const of = (more: Partial<Agreement>): Agreement => ({ ...agreement, ...more });
const paragraphsOf = async (more: Partial<Agreement>) => (await readDocx(await agreementDocument(of(more)))).paragraphs;

/** How many items each section has, by the number of the section. */
const counted = (paragraphs: readonly string[]): Record<string, number> =>
  Object.fromEntries(
    ['1', '2', '3', '4', '5', '6'].map((section) => [
      section,
      paragraphs.filter((line) => new RegExp(`^${section}\\.\\d+\\. \\S`).test(line)).length,
    ]),
  );

test.for(['kk', 'ru', 'en'] as const)(
  'in %s every item of annex 2 has its number and words of its own',
  async (language) => {
    const { paragraphs, messages, part } = await readDocx(await agreementDocument(of({ language })));
    expect(messages).toEqual([]);
    expect(counted(paragraphs)).toEqual({ 1: 13, 2: 5, 3: 10, 4: 6, 5: 2, 6: 3 });
    const items = paragraphs.filter((line) => /^\d\.\d+\. /.test(line)).map((line) => line.replace(/^[\d.]+ /, ''));
    // The schedule is changed by agreement on either side: 2.4 and 4.5 may say so alike.
    expect(new Set(items).size).toBeGreaterThanOrEqual(items.length - 1);
    const xml = part('word/document.xml');
    for (const number of ['1.8', '1.13', '2.5', '3.10', '4.2', '4.6', '5.1', '5.2', '6.1', '6.3'])
      expect(xml).toContain(`>${number}. `);
    // The sample is of one association with a named signatory.
    expect(paragraphs.join('\n')).not.toMatch(
      /ҰВЖ|НВС|Ұлттық волонтерлік|Национальн\S+ волонт|National Volunteer|Миронюк|Mironyuk|2050/i,
    );
    expect(attributes(xml, 'w:pgSz', 'w:w')).toEqual(['11906']);
    expect(attributes(xml, 'w:pgSz', 'w:h')).toEqual(['16838']);
  },
);

test('an agreement in Kazakh, read by another reader', async () => {
  const paragraphs = await paragraphsOf({});
  expect(paragraphs.filter((line) => !/^[1-6]\.\d/.test(line))).toMatchInlineSnapshot(`
    [
      "ВОЛОНТЕРМЕН КЕЛІСІМ",
      "Жасалған жері: Тараз қаласы",
      "Күні: 20___ жылғы «____» ____________________",
      "Бұл келісімді бір жақтан Жас қолдау (бұдан әрі — Ұйым) «Ауыл мектебі» жобасы бойынша, екінші жақтан Серікова Айгерім Нұрланқызы (бұдан әрі — Волонтер) бір-біріне сеніп жасады.",
      "Волонтер",
      "Аты-жөні: Серікова Айгерім Нұрланқызы",
      "Жеке куәлігі: № 012345678",
      "Қашан және кім берген: 2020 жылғы 29 ақпан, ҚР ІІМ",
      "Мекенжайы: Тараз қаласы, Төле би даңғылы, 1",
      "Телефоны: +7 701 123 4567",
      "Электрондық поштасы: aigerim@example.kz",
      "Не туралы келісілді",
      "Волонтер «Ауыл мектебі» жобасына ақы алмай, өз еркімен көмектеседі, ал Ұйым оған осы келісімде жазылған жағдайды жасайды.",
      "1. Ұйымның міндеттері",
      "2. Ұйымның құқықтары",
      "3. Волонтердің міндеттері",
      "4. Волонтердің құқықтары",
      "5. Келісімнің мерзімі",
      "6. Ақпарат пен есеп",
      "7. Жұмыс уақыты мен шығын",
      "7.1. Аптадағы сағат саны: 4.",
      "7.2. Апта күндері: Дүйсенбі, Сәрсенбі.",
      "7.3. Күннің қай уақыты: 15.00-ден 17.00-ге дейін.",
      "7.4. Ұйым өтейтін шығын: Жол ақысы.",
      "Қолдар",
      "Ұйым (Жас қолдау) атынан:",
      "________________________________________ (аты-жөні, қолы)",
      "Волонтер: Серікова Айгерім Нұрланқызы",
      "________________________________________ (қолы)",
    ]
  `);
});

test('an agreement in Russian that is signed, of somebody under 18', async () => {
  const volunteer = { ...agreement.volunteer, minor: true, card: null, email: '' };
  const paragraphs = await paragraphsOf({ language: 'ru', signedOn: '2026-11-22', volunteer, time: '', place: '' });
  expect(paragraphs.filter((line) => !/^[1-6]\.\d/.test(line))).toMatchInlineSnapshot(`
    [
      "СОГЛАШЕНИЕ С ВОЛОНТЁРОМ",
      "Место: ________________________________________",
      "Дата: 22 ноября 2026 г.",
      "Жас қолдау (далее — Организация), проект «Ауыл мектебі», с одной стороны, и Серікова Айгерім Нұрланқызы (далее — Волонтёр), с другой стороны, доверяя друг другу, договорились о следующем.",
      "Волонтёр",
      "Фамилия, имя, отчество: Серікова Айгерім Нұрланқызы",
      "Удостоверение личности: ________________________________________",
      "Когда и кем выдано: ________________________________________",
      "Адрес: Тараз қаласы, Төле би даңғылы, 1",
      "Телефон: +7 701 123 4567",
      "О чём соглашение",
      "Волонтёр по своей воле и без оплаты помогает проекту «Ауыл мектебі», а Организация создаёт для этого условия, названные в соглашении.",
      "1. Обязанности Организации",
      "2. Права Организации",
      "3. Обязанности Волонтёра",
      "4. Права Волонтёра",
      "5. Срок",
      "6. Сведения и отчёты",
      "7. Время работы и расходы",
      "7.1. Часов в неделю: 4.",
      "7.2. Дни недели: Дүйсенбі, Сәрсенбі.",
      "7.3. Организация возмещает: Жол ақысы.",
      "Подписи",
      "От Организации (Жас қолдау):",
      "________________________________________ (имя, подпись)",
      "Волонтёр: Серікова Айгерім Нұрланқызы",
      "________________________________________ (подпись)",
      "Родитель или другой законный представитель Волонтёра:",
      "________________________________________ (имя, подпись)",
    ]
  `);
});

test.for<[days: number, kk: string, ru: string, en: string]>([
  [0, 'алдын ала мерзімі келісілмеді', 'заранее не оговорён', 'no notice was agreed on'],
  [1, 'кемінде 1 күн бұрын', 'чем за 1 день', 'at least 1 day before'],
  [3, 'кемінде 3 күн бұрын', 'чем за 3 дня', 'at least 3 days before'],
  [14, 'кемінде 2 апта (14 күн) бұрын', 'чем за 2 недели (14 дней)', 'at least 2 weeks (14 days) before'],
  [21, 'кемінде 21 күн бұрын', 'чем за 21 день', 'at least 21 days before'],
  [60, 'кемінде 60 күн бұрын', 'чем за 60 дней', 'at least 60 days before'],
])('item 3.10 says a notice of %i days', async ([noticeDays, ...words]) => {
  for (const [index, language] of (['kk', 'ru', 'en'] as const).entries()) {
    const item = (await paragraphsOf({ language, noticeDays })).find((line) => line.startsWith('3.10. '));
    expect(item).toContain(words[index]);
  }
});

test('what people wrote stands as text, whatever it is', async () => {
  const volunteer = { ...agreement.volunteer, name: '<b>Айша</b> 🎓 & Ко', address: 'а\u0000ә ]]>' };
  const paragraphs = await paragraphsOf({ volunteer, organisation: '<i>Қор</i>' });
  expect(paragraphs).toContain('Аты-жөні: <b>Айша</b> 🎓 & Ко');
  expect(paragraphs).toContain('Мекенжайы: аә ]]>');
  expect(paragraphs).toContain('Ұйым (<i>Қор</i>) атынан:');
});
