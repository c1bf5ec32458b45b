import { I18n } from '@grammyjs/i18n';
import { expect, test } from 'vitest';
import { languages } from '../../../src/forms/index.ts';
import type { Announcement } from '../../../src/rules/announcing/announcement.ts';
import { hintIds, hintsOf, mostHints } from '../../../src/rules/announcing/hints.ts';
import type { Hint, HintId } from '../../../src/rules/announcing/hints.ts';
import { goodOnes } from './samples.ts';

/** A Sunday. */
const today = '2026-11-22';

test.for(Object.entries(goodOnes))('nothing is to be said about %s', ([, announcement]) => {
  expect(hintsOf(announcement, today)).toEqual([]);
});

/** Long enough, with a contact, a day and something to do: only what a case changes can be remarked. */
const kk = `Біз – «Жаңа леп» тобының еріктілері, балаларға арналған кітапхана ашып жатырмыз.
Сөрелерді бірге құрастыруға келіңіз: 28 қараша, сағат 11:00. Сұрағыңыз болса: 8 701 555 12 34.`;
const ru = `Мы – волонтёры группы «Жаңа леп» и открываем библиотеку для детей.
Приходите вместе собирать полки: 28 ноября, 11:00. Есть вопросы: 8 701 555 12 34.`;
const base: Announcement = { kind: 'event', kk, ru, file: false, button: false };

/** What is changed, and all that is said about it. */
const cases: [string, Partial<Announcement>, Partial<Record<HintId, Hint['vars']>>][] = [
  ['nothing', {}, {}],
  [
    'a wrong weekday after the day',
    { kk: kk.replace('28 қараша', '28 қараша (жексенбі)') },
    { 'wrong-weekday': { lang: 'kk', said: '28 қараша', weekday: 'saturday' } },
  ],
  [
    'a wrong weekday before it, in Russian',
    { ru: ru.replace('28 ноября', 'в пятницу, 28 ноября') },
    { 'wrong-weekday': { lang: 'ru', said: '28 ноября', weekday: 'saturday' } },
  ],
  [
    'a day for cleaning is no Saturday',
    { kk: kk.replace('28 қараша', '24 қараша сенбілік'), ru: ru.replace('28', '24') },
    {},
  ],
  [
    'a day that is over',
    { kk: kk.replace('28', '20'), ru: ru.replace('28', '20') },
    { 'past-day': { lang: 'kk', days: '20 қараша' } },
  ],
  ['today is not over', { kk: kk.replace('28', '22'), ru: ru.replace('28', '22') }, {}],
  [
    'a time that has begun and is not over',
    { kk: kk.replace('28 қараша', '20–28 қараша'), ru: ru.replace('28 ноября', 'с 20 по 28 ноября') },
    {},
  ],
  ['the spring to come', { kk: kk.replace('28 қараша', '5 наурыз'), ru: ru.replace('28 ноября', '5 марта') }, {}],
  [
    'history',
    {
      kk: `${kk} Тобымыз 2019 жылғы 5 мамырда құрылған.`,
      ru: `${ru} Нашей группе семь лет: она создана 5 мая 2019 года.`,
    },
    {},
  ],
  ['a report of days that are over', { kind: 'results', kk: kk.replace('28', '20'), ru: ru.replace('28', '20') }, {}],
  [
    'another day, another phone',
    { ru: ru.replace('28', '29').replace('12 34', '12 35') },
    { apart: { where: 'both', kk: '8 701 555 12 34, 28 қараша', ru: '8 701 555 12 35, 29 ноября' } },
  ],
  ['an hour is missing', { ru: ru.replace(', 11:00', '') }, { apart: { where: 'kk', kk: '11:00', ru: '' } }],
  [
    'a long link and many numbers',
    { ru: `${ru} https://example.com/${'a'.repeat(80)} 1 2 3 4 5 6 7` },
    { apart: { where: 'ru', kk: '', ru: `https://example.com/${'a'.repeat(39)}…, 1, 2, 3, 4, 5` } },
  ],
  ['a number too much', { ru: `${ru} Нужно 15 человек.` }, { apart: { where: 'ru', kk: '', ru: '15' } }],
  [
    'no contact, but something to do',
    { kk: kk.replace(/ Сұрағыңыз.*/, ''), ru: ru.replace(/ Есть вопросы.*/, '') },
    { 'no-contact': {} },
  ],
  [
    'neither contact nor anything to do',
    {
      kk: 'Біздің топ балаларға арналған кітапхана ашып жатыр. Сөрелер 28 қарашада, сағат 11:00-де құрастырылады.',
      ru: 'Наша группа открывает библиотеку для детей. Полки будут собирать 28 ноября, в 11:00. Книги уже привезли.',
    },
    { 'no-contact': {}, 'nothing-to-do': {} },
  ],
  [
    'the same with a button',
    {
      button: true,
      kk: 'Біздің топ балаларға арналған кітапхана ашып жатыр. Сөрелер 28 қарашада, сағат 11:00-де құрастырылады.',
      ru: 'Наша группа открывает библиотеку для детей. Полки будут собирать 28 ноября, в 11:00. Книги уже привезли.',
    },
    { 'no-contact': {} },
  ],
  [
    'no time at all; the digits of a phone are none',
    {
      kk: kk.replace(' 28 қараша, сағат 11:00.', ' бәріміз бірге.'),
      ru: ru.replace(' 28 ноября, 11:00.', ' все вместе.'),
    },
    { 'no-date': {} },
  ],
  [
    'very short',
    { kk: '28 қарашада келіңіз: 8 701 555 12 34', ru: 'Приходите 28 ноября: 8 701 555 12 34' },
    { short: { lang: 'kk', length: 36 } },
  ],
  [
    'four arguments',
    {
      kk: `${kk}\n• Жаңа достар\n• Жақсы кітаптар\n• Ыстық шай\n• Көңілді әндер`,
      ru: `${ru}\n— Друзья\n— Книги\n— Чай\n— Песни`,
    },
    { arguments: { lang: 'kk', number: 4 } },
  ],
  [
    'four facts are no arguments',
    {
      kk: `${kk}\n— Орны: Абай көшесі\n— Жасы: үлкендер\n— Киім: жылы\n— Шай: бізден`,
      ru: `${ru}\n— Место: улица Абая\n— Возраст: взрослые\n— Одежда: тёплая\n— Чай: от нас`,
    },
    {},
  ],
  [
    'eight hashtags',
    { kk: `${kk}\n#бір #екі #үш #төрт #бес #алты #жеті #сегіз`, ru: `${ru}\n#раз #два` },
    { hashtags: { lang: 'kk', number: 8 } },
  ],
  [
    'seven hashtags, a number and a link with #',
    { kk: `${kk}\n#бір #екі #үш #төрт #бес #алты #жеті\nhttps://example.com/#kitap`, ru: `${ru}\nexample.com/#kitap` },
    {},
  ],
  [
    'much shorter in Kazakh',
    {
      ru: `${ru} Мы привезли книги о путешествиях, о животных и о космосе, а ещё краски и большой стол, за которым можно рисовать всем вместе, когда на улице холодно и темно.`,
    },
    { shorter: { lang: 'kk' } },
  ],
  [
    'capitals',
    { ru: ru.replace('Приходите вместе собирать полки', 'ПРИХОДИТЕ ВМЕСТЕ СОБИРАТЬ ПОЛКИ') },
    { capitals: { lang: 'ru' } },
  ],
  ['a headline and names in capitals', { kk: `BIRGEMIZ BILIM: АУЫЛДА БАЛАЛАР КІТАПХАНАСЫ АШЫЛАДЫ\n${kk}` }, {}],
  ['exclamations', { kk: kk.replace('34.', '34!!!') }, { exclamations: { lang: 'kk' } }],
];

test.for(cases)('%s', ([, changed, hints]) => {
  const said = hintsOf({ ...base, ...changed }, today);
  expect(Object.fromEntries(said.map(({ id, vars }) => [id, vars]))).toEqual(hints);
});

test('without Russian only that is said', () => {
  const { ru: _, ...kazakhOnly } = base;
  expect(hintsOf(kazakhOnly, today)).toEqual([{ id: 'no-russian', vars: {}, ours: 'people read Kazakh or Russian' }]);
});

test('a careless text is met by a few hints, the most important first', () => {
  const kazakh = `ВОЛОНТЕР БОЛҒЫСЫ КЕЛЕТІНДЕР ҚАЙДА ЖҮР!!! ${'Бір, екі, үш. '.repeat(5)}\n20 қараша, сенбі`;
  const said = hintsOf({ kind: 'volunteers', kk: kazakh, button: false }, today);
  expect(said.map(({ id }) => id)).toEqual(['wrong-weekday', 'past-day', 'no-contact', 'nothing-to-do']);
  expect(said).toHaveLength(mostHints);
});

test('every hint has a case', () => {
  const shown = new Set([...cases.flatMap(([, , hints]) => Object.keys(hints)), 'no-russian']);
  expect(hintIds.filter((id) => !shown.has(id))).toEqual([]);
});

test.for(languages)('every hint has words in %s, and they say all they know', (lang) => {
  const i18n = new I18n({
    defaultLocale: lang,
    directory: 'content/locales',
    fluentBundleOptions: { useIsolating: false },
  });
  const { ru: _, ...kazakhOnly } = base;
  const announcements = [...cases.map(([, changed]) => ({ ...base, ...changed })), kazakhOnly];
  const said = announcements.flatMap((announcement) =>
    hintsOf(announcement, today).map(({ id, vars }) => i18n.t(lang, `ann-hint-${id}`, vars)),
  );
  expect(said.filter((text) => /^ann-|[{}]/.test(text) || !/[.?]$/.test(text))).toEqual([]);
});
