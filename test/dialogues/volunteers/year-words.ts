import type { Planted } from '../../support/planted.ts';

interface Both {
  kk: string;
  ru: string;
}

/** What the people of the year say, in the language of both. Nobody and nothing of it exists. */
export interface YearWords {
  organisation: Both;
  project: Both;
  place: Both;
  purpose: Both;
  work: Both;
  coordinator: string;
  /** What the messenger calls the volunteer. */
  calledSelf: string;
  /** As in the identity card. */
  name: string;
  initials: string;
  /** From the first confirmed day to the last one, in Kazakh as the page speaks it of its own accord. */
  period: string;
  phone: string;
  otherPhone: string;
  email: string;
  address: string;
  health: string;
  comment: string;
  achieved: string;
  note: string;
  line: string;
  late: string;
  letter: string;
  position: string;
  /** What stands in the agreement, in the letter and in the certificate. */
  written: { agreement: string[]; letter: string[]; certificate: string[] };
}

const place = {
  organisation: { kk: '«Үлгі» қоғамдық қоры', ru: 'Общественный фонд «Пример»' },
  project: { kk: 'Ауыл мектебіне көмек', ru: 'Помощь сельской школе' },
  place: { kk: 'Үлгі ауылы', ru: 'Село Пример' },
  purpose: { kk: 'Оқушыларды ҰБТ-ға дайындау', ru: 'Подготовка учеников к ЕНТ' },
  work: { kk: 'Сабақ түсіндіреді, үйірме өткізеді', ru: 'Объясняют предметы, ведут кружки' },
};

const period = '2026 жылғы 6 желтоқсан – 2027 жылғы 13 наурыз';

export const kazakh: YearWords = {
  ...place,
  coordinator: 'Үйлестірушиева Мәдина Мысалқызы',
  calledSelf: 'Гүлназ',
  name: 'Үлгібекова Гүлназ Мысалқызы',
  initials: 'Ү. Г. М.',
  period,
  phone: '8 701 555 44 32',
  otherPhone: '8 701 555 44 33',
  email: 'gulnaz.ulgi@example.kz',
  address: 'Үлгі ауылы, Мысал көшесі, 17',
  health: 'Белім ауырады, ауыр көтере алмаймын',
  comment: 'Телефоныңыздың соңғы цифры дұрыс емес сияқты, тексеріп жіберіңізші.',
  achieved: 'Алты оқушы бөлшектерді қосуды үйренді',
  note: 'Тақта ескі екен, бор жетпейді',
  line: 'Оқушылар физикадан да сабақ сұрап жүр.',
  late: 'Емтихан тапсырып жүріп, есепті кешіктіріп алдым.',
  letter: 'Балалар оны әр сенбі сайын асыға күтетін.',
  position: 'жоба үйлестірушісі',
  written: {
    agreement: [
      'Жеке куәлігі: № 045678912',
      'Қашан және кім берген: 2020 жылғы 15 ақпан, ҚР ІІМ',
      'Мекенжайы: Үлгі ауылы, Мысал көшесі, 17',
      'Телефоны: +7 701 555 4433',
      '7.2. Апта күндері: Сенбі.',
    ],
    letter: [
      'Волонтерлік өтілі: 4 ай (2026 жылғы 28 қараша – 2027 жылғы 28 наурыз)',
      'Расталған жұмыс көлемі: 18 сағат, 8 игі іс',
    ],
    certificate: ['Расталған еңбегі: 18 сағат, 8 игі іс', '2026 жылғы 6 желтоқсан – 2027 жылғы 13 наурыз'],
  },
};

export const russian: YearWords = {
  ...place,
  coordinator: 'Координаторова Мадина Примеровна',
  calledSelf: 'Алина',
  name: 'Образцова Алина Примеровна',
  initials: 'О. А. П.',
  period,
  phone: '8 701 555 44 32',
  otherPhone: '8 701 555 44 33',
  email: 'alina.primer@example.kz',
  address: 'Село Пример, улица Образцовая, 17',
  health: 'Болит спина, не могу поднимать тяжёлое',
  comment: 'Кажется, в телефоне неверная последняя цифра, проверьте, пожалуйста.',
  achieved: 'Шесть учеников научились складывать дроби',
  note: 'Доска старая, мела не хватает',
  line: 'Ученики просят занятия и по физике.',
  late: 'Сдавала экзамены и опоздала с отчётом.',
  letter: 'Дети каждую субботу ждали её с нетерпением.',
  position: 'координатор проекта',
  written: {
    agreement: [
      'Удостоверение личности: № 045678912',
      'Когда и кем выдано: 15 февраля 2020 г., МВД РК',
      'Адрес: Село Пример, улица Образцовая, 17',
      'Телефон: +7 701 555 4433',
      '7.2. Дни недели: Суббота.',
    ],
    letter: [
      'Стаж волонтёрской работы: 4 месяца (28 ноября 2026 г. – 28 марта 2027 г.)',
      'Подтверждённый объём работы: 18 часов, 8 добрых дел',
    ],
    certificate: ['Подтверждённый труд: 18 часов, 8 добрых дел', '6 декабря 2026 г. – 13 марта 2027 г.'],
  },
};

/** Twelve digits, which are not the identity card's number, and the card's. */
export const iin = '040514500123';
export const card = '045678912';

/** All of it that may stand in no log. */
export function secretsOf(words: YearWords): Planted {
  const [surname = '', first = ''] = words.name.split(' ');
  return {
    'the whole name': words.name,
    'the surname': surname,
    'the first name': first,
    'the phone': words.otherPhone,
    'the e-mail': words.email,
    'the number of the identity card': card,
    'the ЖСН': iin,
    'the address': words.address,
    'the health answer': words.health,
    'the comment': words.comment,
    'what was achieved': words.achieved,
    'the note': words.note,
    "the report's line": words.line,
    'the words of the letter': words.letter,
  };
}
