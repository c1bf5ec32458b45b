import { z } from 'zod';

/** The languages of every text, in the order in which they matter. */
export const languages = ['kk', 'ru', 'en'] as const;
export type Lang = (typeof languages)[number];

const text = z.string().regex(/\S/, 'is empty; write a text');

/** One text in all languages. */
export const words = z.strictObject(
  { kk: text, ru: text, en: text },
  { error: ({ code }) => (code === 'invalid_type' ? 'write it in kk, ru and en' : undefined) },
);
export type Words = z.infer<typeof words>;

/** One text, or two: for a chosen project (placeholders allowed) and for the pool of people without one. */
export const wording = z.union([words, z.strictObject({ project: words, pool: words })]);
export type Wording = z.infer<typeof wording>;

/** The few words that the question types themselves say. */
export const ownWords = {
  yes: { kk: 'Иә', ru: 'Да', en: 'Yes' },
  no: { kk: 'Жоқ', ru: 'Нет', en: 'No' },
  done: { kk: 'Дайын', ru: 'Готово', en: 'Done' },
  skip: { kk: 'Өткізіп жіберу', ru: 'Пропустить', en: 'Skip' },
  clear: { kk: 'Қайта таңдау', ru: 'Выбрать заново', en: 'Start over' },
  photo: { kk: 'сурет', ru: 'фото', en: 'photo' },
  document: { kk: 'құжат', ru: 'документ', en: 'document' },
  today: { kk: 'Бүгін', ru: 'Сегодня', en: 'Today' },
  yesterday: { kk: 'Кеше', ru: 'Вчера', en: 'Yesterday' },
} satisfies Record<string, Words>;
