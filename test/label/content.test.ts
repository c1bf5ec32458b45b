import { expect, test } from 'vitest';
import { languages } from '../../src/forms/words.ts';
import { centreKinds } from '../../src/rules/label-codes.ts';
import type { CentreKind } from '../../src/rules/label-codes.ts';
import { criteriaFor, indicatorsFor, loadInstrument } from '../../src/label/instrument.ts';

const instrument = loadInstrument('content/jastar-belgisi.yaml');

const indicator = (number: number, kind: CentreKind) =>
  indicatorsFor(instrument, kind).find((known) => known.number === number);

/** What a centre of this kind is asked, without notes, in three languages on three lines. */
const asked = (number: number, kind: CentreKind): string =>
  languages.map((language) => indicator(number, kind)?.text[language]).join('\n');

test('criteria have the indicators that the document gives them', () => {
  const ranges = criteriaFor(instrument, 'regional').map(({ number, indicators }) => [
    number,
    indicators[0]?.number,
    indicators.at(-1)?.number,
  ]);
  expect(ranges).toEqual([
    [1, 1, 11],
    [2, 12, 19],
    [3, 20, 25],
    [4, 26, 34],
    [5, 35, 37],
    [6, 38, 42],
    [7, 43, 44],
    [8, 45, 48],
  ]);
});

test.for<[CentreKind, criteria: number, indicators: number]>([
  ['regional', 8, 48],
  ['republican_city', 7, 44],
  ['oblast_city', 7, 44],
  ['district', 7, 44],
])('a centre of the kind %s answers %i criteria, %i indicators', ([kind, criteria, indicators]) => {
  const numbers = indicatorsFor(instrument, kind).map(({ number }) => number);
  expect(criteriaFor(instrument, kind).map(({ number }) => number)).toEqual(upTo(criteria));
  expect(numbers).toEqual(upTo(indicators));
});

const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);

test('every indicator reads whole in every language for every kind of centre', () => {
  const texts = centreKinds.flatMap((kind) =>
    indicatorsFor(instrument, kind).flatMap(({ number, text, short, note }) =>
      languages.flatMap((language) =>
        [text[language], short[language], note?.[language] ?? '-'].map((said) => `${number} ${language}: ${said}`),
      ),
    ),
  );
  expect(texts.filter((text) => /[{}]|undefined|: $/.test(text))).toEqual([]);
  // Kazakh and Russian are written apart, not copied from one another.
  const same = indicatorsFor(instrument, 'regional').filter(({ text }) => text.kk === text.ru);
  expect(same).toEqual([]);
});

/** What must survive our wording, in Kazakh, Russian and English. */
test.for<[indicator: number, kk: RegExp, ru: RegExp, en: RegExp]>([
  [2, /14–28 жастағы.*осал топ/, /14–28 лет.*уязвимым группам/, /aged 14–28.*vulnerable groups/],
  [3, /кемінде 30 %.*осал топтардан/, /не менее 30 %.*уязвимых групп/, /At least 30 %.*vulnerable groups/],
  [3, /жұмысы жоқ.*табысы аз/, /без работы.*низким доходом/, /unemployed.*low income/],
  [3, /қандас.*жас отбасы/, /кандасы.*молодые семьи/, /kandas.*young families/],
  [3, /заңмен.*ерекше қажеттілік/, /особыми потребностями.*с законом/, /special needs.*with the law/],
  [6, /кемінде бір жыл/i, /не короче одного года/, /at least one year/],
  [9, /айына кемінде төрт рет/i, /не реже четырёх раз в месяц/i, /at least four times a month/i],
  [
    9,
    /ғимараттан тыс.*аутрич жастар ісі/,
    /аутрич молодёжную работу вне здания/,
    /outreach youth work outside the building/,
  ],
  [9, /өзін-өзі жұмыспен қамтыған.*оқымайтын/, /самозанятую.*не учится/, /self-employed.*nor studying/],
  [11, /тегін/, /бесплатны/, /free of charge/],
  [14, /80 %.*20 %-дан аспайды/, /80 %.*не больше 20 %/, /80 %.*at most 20 %/],
  [15, /құзыреттілік моделі.*жеке бағалау/, /самооценку по модели компетенций/, /competence model/],
  [16, /Басшы және кемінде 5 қызметкер/, /Руководитель и не менее 5 сотрудников/, /The head and at least 5 staff/],
  [17, /кемінде бір маман/, /не менее одного специалиста/, /At least one specialist/],
  [17, /бейресми білім беру/, /неформальному образованию/, /non-formal education/],
  [
    22,
    /демалыс және мереке.*Еңбек кодексі/,
    /выходные.*праздники.*Трудового кодекса/,
    /days off and holidays.*Labour Code/,
  ],
  [25, /Өрт қауіпсіздігі, еңбекті қорғау/, /пожарная безопасность, охрана труда/, /fire safety, labour protection/],
  [25, /қолжетімділік, денсаулық пен гигиена/, /доступность, здоровье, гигиена/, /access, health, hygiene/],
  [25, /құжатпен/, /Документы/, /Documents/],
  [28, /үстелсіз.*шеңбер/, /в кругу: без столов/, /in a circle, without tables/],
  [30, /кітапхана, психолог.*жеке кеңес/, /библиотека.*психолога.*консультаций/, /library.*psychologist.*advice/],
  [
    32,
    /өз сайты.*кемінде екі әлеуметтік желі/,
    /свой сайт.*не менее чем в двух соцсетях/,
    /own .*website.*at least two social/,
  ],
  [32, /жаңартылатын өз.*жаңартылатын аккаунт/, /обновляют.*обновляемые/, /updated website.*updated accounts/],
  [34, /қазақша да, орысша да/, /и казахский, и русский/, /both Kazakh and Russian/],
  [43, /журнал, сауалнама, кітап.*сайт/, /журнал, анкета, книга.*на сайте/, /journal, a survey, a book.*website/],
  [46, /жылына кемінде 1 рет/, /не реже 1 раза в год/i, /at least once a year/i],
  [48, /тоқсан сайын және жыл сайын/, /каждый квартал и каждый год/i, /every quarter and every year/i],
])('indicator %i keeps its facts', ([number, ...facts]) => {
  expect(asked(number, 'regional').split('\n')).toEqual(facts.map((fact) => expect.stringMatching(fact)));
});

test.for<[CentreKind, staff: number]>([
  ['regional', 5],
  ['republican_city', 5],
  ['oblast_city', 2],
  ['district', 2],
])('a centre of the kind %s needs %i staff in indicators 12 and 16', ([kind, staff]) => {
  const wanted = [`кемінде ${staff} қызметкер`, `не менее ${staff} сотрудников`, `at least ${staff} staff`];
  for (const number of [12, 16])
    expect(asked(number, kind).toLowerCase().split('\n')).toEqual(wanted.map((part) => expect.stringContaining(part)));
});

test.for<[indicator: number, used: string, other: string]>([
  [14, 'at least 80 %', '80 %'],
  [16, 'at least 128 hours', 'at least 80 hours'],
  [35, "young people's social situation, needs and interests", "young people's social situation and worries"],
  [45, 'at least 2 times a month', 'at least 2 times a year'],
  [48, 'collects and processes', 'collects'],
])('of the editions indicator %i takes “%s”, and its note has both', ([number, used, other]) => {
  const note = indicator(number, 'regional')?.note?.en;
  expect(asked(number, 'regional')).toContain(used);
  expect(note).toContain(`“${other}”`);
  expect(note).toContain(`We use: “${used}”`);
});

test('no other indicator has a note', () => {
  const noted = indicatorsFor(instrument, 'regional').filter(({ note }) => note !== null);
  expect(noted.map(({ number }) => number)).toEqual([14, 16, 35, 45, 48]);
});

test('the other edition is taken by one word', () => {
  const criteria = instrument.criteria.map((criterion) => ({
    ...criterion,
    indicators: criterion.indicators.map((known) =>
      known.number === 16 && known.edition ? { ...known, edition: { ...known.edition, use: 'ru' as const } } : known,
    ),
  }));
  const sixteen = indicatorsFor({ ...instrument, criteria }, 'district').find(({ number }) => number === 16);
  expect([sixteen?.text.kk, sixteen?.note?.kk]).toEqual([
    'Басшы және кемінде 2 қызметкер жастар ісі бойынша даярлықтан өткен (кемінде 80 сағат): білім, дағды, құндылық бағдарлары.',
    'Құжаттың екі басылымында әртүрлі. Қазақшасында: «кемінде 128 сағат». Орысшасында: «кемінде 80 сағат». Біз «кемінде 80 сағат» дегенін алдық.',
  ]);
});
