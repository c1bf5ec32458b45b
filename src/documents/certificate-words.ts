/** «5 сағат», «5 часов», "5 hours": the noun by the plural rules of its language. */
type Counted = Readonly<Record<string, string>>;

const plain = (one: string): Counted => ({ other: one });

/** The words of the certificate that are ours. Names stand beside them, never inside: nobody has to inflect a name. */
export const words = {
  kk: {
    title: 'Сертификат',
    fileTitle: 'Волонтер сертификаты',
    volunteerOf: (project: string) => `${project} жобасының волонтері`,
    hours: plain('сағат'),
    deeds: plain('игі іс'),
    confirmed: (hours: string, deeds: string) => `Расталған еңбегі: ${hours}, ${deeds}`,
    thanks: 'Жүрек жылуыңыз бен игі істеріңіз үшін шын ниетпен алғыс айтамыз!',
    coordinator: 'Жоба үйлестірушісі',
    issued: 'Берілген күні',
    check: 'Шынайылығын тексеру',
    quotes: ['«', '»'],
  },
  ru: {
    title: 'Сертификат',
    fileTitle: 'Сертификат волонтёра',
    volunteerOf: (project: string) => `волонтёр проекта ${project}`,
    hours: { one: 'час', few: 'часа', many: 'часов', other: 'часа' },
    deeds: { one: 'доброе дело', few: 'добрых дела', many: 'добрых дел', other: 'доброго дела' },
    confirmed: (hours: string, deeds: string) => `Подтверждённый труд: ${hours}, ${deeds}`,
    thanks: 'Искренне благодарим за душевное тепло и добрые дела!',
    coordinator: 'Координатор проекта',
    issued: 'Дата выдачи',
    check: 'Проверить подлинность',
    quotes: ['«', '»'],
  },
  en: {
    title: 'Certificate',
    fileTitle: 'Volunteer’s certificate',
    volunteerOf: (project: string) => `volunteer of the project ${project}`,
    hours: { one: 'hour', other: 'hours' },
    deeds: { one: 'good deed', other: 'good deeds' },
    confirmed: (hours: string, deeds: string) => `Confirmed work: ${hours}, ${deeds}`,
    thanks: 'Thank you from the heart for your warmth and your good deeds!',
    coordinator: 'Coordinator of the project',
    issued: 'Date of issue',
    check: 'Check that it is genuine',
    quotes: ['“', '”'],
  },
} as const;

type Language = keyof typeof words;

/** A number with its noun: «40,5 часа». */
export function counted(count: number, noun: Counted, language: Language): string {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(count);
  return `${number} ${noun[new Intl.PluralRules(language).select(count)] ?? noun['other'] ?? ''}`;
}

/** A name in the language's quotation marks, unless it brings its own. */
export function quoted(name: string, language: Language): string {
  const [open, close] = words[language].quotes;
  return /["«»“”„]/.test(name) ? name : `${open}${name}${close}`;
}
