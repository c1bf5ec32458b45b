type InThree = Readonly<Record<'kk' | 'ru' | 'en', string>>;

/** Forms of activity, by their codes in the form `diary-entry`, as a letter names them. */
export const activities: Readonly<Record<string, InThree>> = {
  lesson: { kk: 'Сабақ өткізу, репетиторлық', ru: 'Занятия и репетиторство', en: 'Lessons and tutoring' },
  workshop: { kk: 'Үйірме мен шеберлік сабақтары', ru: 'Кружки и мастер-классы', en: 'Clubs and workshops' },
  leisure: { kk: 'Ойын, кітап оқу, әңгімелесу', ru: 'Игры, чтение, беседы', en: 'Games, reading, conversation' },
  event: {
    kk: 'Мереке, жарыс, концерт өткізу',
    ru: 'Праздники, турниры, концерты',
    en: 'Celebrations, contests, concerts',
  },
  home: { kk: 'Үйге барып көмектесу', ru: 'Помощь на дому', en: 'Help at people’s homes' },
  collecting: { kk: 'Киім мен азық-түлік жинау', ru: 'Сбор вещей и продуктов', en: 'Collecting clothes and food' },
  nature: { kk: 'Тазалық жұмысы, көшет отырғызу', ru: 'Уборка, посадка деревьев', en: 'Cleaning up, planting trees' },
  history: { kk: 'Мұрағат пен іздеу жұмысы', ru: 'Работа с архивами, поиск', en: 'Archives and searching' },
  informing: { kk: 'Ағарту жұмысы', ru: 'Просветительские беседы', en: 'Explaining useful things' },
  computer: {
    kk: 'Құжат, аударма, компьютер жұмысы',
    ru: 'Документы, перевод, компьютер',
    en: 'Papers, translation, computer work',
  },
  organising: { kk: 'Ұйымдастыру жұмысы', ru: 'Организационная работа', en: 'Organising' },
};

/** The quality of the work, by the codes of the form `recommendation`. */
export const qualities: Readonly<Record<string, InThree>> = {
  excellent: {
    kk: 'Өзіне тапсырылған істі үздік, күткенімізден де артық атқарып, ісімен де, ізгі ниетімен де айналасына үлгі болды.',
    ru: 'Порученная работа выполнена отлично, сверх наших ожиданий, а само отношение к делу стало примером для других.',
    en: 'The work was excellent, beyond what we had hoped for, and the spirit in which it was done was an example to others.',
  },
  reliable: {
    kk: 'Тапсырылған істі мұқият әрі уақытында бітіріп, айтқан сөзінде тұрды. Бұл адамға сенім артуға болады.',
    ru: 'Порученная работа выполнена тщательно и в срок, данное слово всегда было сдержано. На этого человека можно положиться.',
    en: 'The work was done with care and in time, and every promise was kept. This is a person to rely on.',
  },
  growing: {
    kk: 'Жаңаны тез үйреніп, әр іске ынтамен кірісті және аз уақыттың ішінде едәуір өсті.',
    ru: 'Новое усваивалось быстро, за каждое дело человек брался с желанием и за короткое время заметно вырос.',
    en: 'New things were learnt fast, every task was taken up eagerly, and much was achieved within a short time.',
  },
};

/** Skills, by the codes of the form `recommendation`. */
export const skills: Readonly<Record<string, InThree>> = {
  explaining: { kk: 'түсінікті үйрете білу', ru: 'умение понятно объяснять', en: 'explaining clearly' },
  talking: { kk: 'адамдармен тіл табысу', ru: 'умение находить общий язык с людьми', en: 'getting on with people' },
  caring: { kk: 'қамқорлық пен шыдам', ru: 'забота и терпение', en: 'care and patience' },
  teamwork: { kk: 'командада жұмыс істеу', ru: 'работа в команде', en: 'teamwork' },
  organising: { kk: 'ұйымдастырушылық қабілет', ru: 'организаторские способности', en: 'organising' },
  initiative: { kk: 'бастамашылдық', ru: 'инициативность', en: 'initiative' },
  responsibility: { kk: 'жауапкершілік', ru: 'ответственность', en: 'responsibility' },
  time: { kk: 'уақытты жоспарлай білу', ru: 'умение планировать время', en: 'planning time' },
  digital: { kk: 'цифрлық сауаттылық', ru: 'цифровая грамотность', en: 'digital literacy' },
  languages: { kk: 'тіл білу', ru: 'знание языков', en: 'languages' },
};

/** The words of the letter that are ours. Names stand beside them, never inside: nobody has to inflect a name. */
export const words = {
  kk: {
    title: 'Ұсыным хат',
    opening: (name: string, project: string) => `${name} – ${project} жобасының волонтері.`,
    service: 'Волонтерлік өтілі',
    amount: 'Расталған жұмыс көлемі',
    people: 'Көмек көрсетілген адам саны',
    work: 'Атқарған жұмысы',
    quality: 'Жұмысының сапасы',
    skills: 'Көрсеткен дағдылары',
    closing:
      'Өзгеге риясыз көмек берген жанға шын жүректен алғыс айтамыз. Оны оқуға да, жұмысқа да, жаңа волонтерлік жобаларға да сеніммен ұсынамыз.',
    regards: 'Құрметпен,',
    signature: 'Қолы',
    days: { other: 'күн' },
    months: { other: 'ай' },
    years: { other: 'жыл' },
  },
  ru: {
    title: 'Рекомендательное письмо',
    opening: (name: string, project: string) => `${name} — волонтёр проекта ${project}.`,
    service: 'Стаж волонтёрской работы',
    amount: 'Подтверждённый объём работы',
    people: 'Скольким людям оказана помощь',
    work: 'Выполненная работа',
    quality: 'Качество работы',
    skills: 'Проявленные навыки',
    closing:
      'Искренне благодарим этого человека за бескорыстную помощь людям и с уверенностью рекомендуем для учёбы, работы и новых волонтёрских проектов.',
    regards: 'С уважением,',
    signature: 'Подпись',
    days: { one: 'день', few: 'дня', many: 'дней', other: 'дня' },
    months: { one: 'месяц', few: 'месяца', many: 'месяцев', other: 'месяца' },
    years: { one: 'год', few: 'года', many: 'лет', other: 'года' },
  },
  en: {
    title: 'Recommendation letter',
    opening: (name: string, project: string) => `${name} has served as a volunteer of the project ${project}.`,
    service: 'Length of service as a volunteer',
    amount: 'Confirmed amount of work',
    people: 'People who were helped',
    work: 'Work done',
    quality: 'Quality of the work',
    skills: 'Skills shown',
    closing:
      'We sincerely thank this person for helping others and asking nothing in return, and recommend them with confidence for study, work and new projects.',
    regards: 'With respect,',
    signature: 'Signature',
    days: { one: 'day', other: 'days' },
    months: { one: 'month', other: 'months' },
    years: { one: 'year', other: 'years' },
  },
} as const;
