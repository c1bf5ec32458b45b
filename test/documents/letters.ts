import type { Application, Project } from '../../src/documents/application.ts';

/** Sentences of youth centres, short and long words mixed, as raw material of letters of any length. */
const sentences = {
  kk: [
    'Орталығымыз ауыл жастарына тегін кеңес береді және оларды алғашқы жұмысқа дайындайды.',
    'Аутрич-топ аптасына екі рет мектептен кейін бос жүрген жасөспірімдермен кездеседі.',
    'Өткен көктемде «Өз ісің — өз қолыңда» байқауына 14–28 жас аралығындағы 312 адам қатысты!',
    'Ата-аналарға, мүгедектігі бар жастарға, қандастарға арналған үйірмелер ашылды.',
    'Бұл жұмысты әрі қарай жүргіземіз.',
    'Психолог, заңгер және мансап жөніндегі маман кешкі сағат тоғызға дейін қабылдайды; сенбіде де есік ашық.',
  ],
  ru: [
    'Наш центр бесплатно консультирует сельскую молодёжь и готовит её к первой работе.',
    'Аутрич-группа дважды в неделю встречается с подростками, которым некуда пойти после школы.',
    'Прошлой весной в конкурсе «Своё дело — в своих руках» участвовали 312 человек 14–28 лет!',
    'Открыты кружки для родителей, молодых людей с инвалидностью и кандасов.',
    'Эту работу мы продолжим.',
    'Психолог, юрист и специалист по карьере принимают до девяти вечера; двери открыты и по субботам.',
  ],
};

export const coverPage = {
  name: 'Тараз қаласының жастар ресурстық орталығы',
  legalStatus: 'Коммуналдық мемлекеттік мекеме',
  contactPerson: 'Әсел Нұрланқызы',
  email: 'ortalyq@example.kz',
  phone: '+7 700 000 00 00',
  address: 'Тараз қаласы, Төле би даңғылы, 1',
};

/** So many words of sentences, from the n-th sentence on. */
export function wordsOf(language: 'kk' | 'ru', count: number, from = 0): string {
  const all = sentences[language];
  const words: string[] = [];
  for (let index = from; words.length < count; index += 1) words.push(...(all[index % all.length] ?? '').split(' '));
  return words.slice(0, count).join(' ');
}

/** A whole application whose letter has about so many words of the centre's own, spread over its parts. */
export function application(language: 'kk' | 'ru', words: number): Application {
  const text = (share: number, from: number) => wordsOf(language, Math.round(words * share), from);
  const project = (from: number): Project => ({
    name: wordsOf(language, 5, from),
    period: '2026',
    beneficiaries: wordsOf(language, 8, from + 1),
    results: text(0.12, from + 2),
  });
  const letter = {
    mission: text(0.1, 0),
    targetGroup: `${text(0.1, 1)}\n${text(0.1, 2)}`,
    strategy: text(0.2, 3),
    projects: [project(4), project(5)],
    finished: [project(6)],
  };
  return { language, coverPage, letter };
}
