/** What people write in place of a button or a command, in the three languages, as `plainWords` gives it. */
const commands: Readonly<Record<string, readonly string[]>> = {
  menu: ['мәзір', 'меню', 'menu'],
  stop: ['тоқта', 'тоқтату', 'стоп', 'stop'],
  start: ['бастау', 'начать', 'start'],
  help: ['көмек', 'помощь', 'help'],
  language: ['тіл', 'язык', 'language'],
};

/** What is typed in place of Kazakh letters on a keyboard that has none. */
const instead: Readonly<Record<string, string>> = {
  ә: 'а',
  ғ: 'г',
  қ: 'к',
  ң: 'н',
  ө: 'о',
  ұ: 'у',
  ү: 'у',
  һ: 'х',
  і: 'и',
  ё: 'е',
};

/** The words as somebody types them on a Russian keyboard; `plainWords` comes first. */
export function withoutKazakh(words: string): string {
  return words.replace(/[әғқңөұүһіё]/g, (letter) => instead[letter] ?? letter);
}

const commandOf = new Map(
  Object.entries(commands).flatMap(([name, said]) => said.map((words) => [withoutKazakh(words), name])),
);

const back: readonly string[] = ['артқа', 'назад', 'back'].map(withoutKazakh);

/** Only the words and digits of a text, in small letters: signs, emoji and punctuation count as spaces. */
export const plainWords = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();

/** The command that these words stand for; what is stored or erased about a person is asked for by command only. */
export const commandSaid = (text: string): string | undefined => commandOf.get(withoutKazakh(plainWords(text)));

/** Do these words, typed or standing on a button, lead back? Never a digit: digits are options. */
export const leadsBack = (text: string): boolean =>
  text.trim() === '<' || back.includes(withoutKazakh(plainWords(text)));

/** What a link carries: one letter for its kind, then what nobody guesses; or where an announcement's button leads. */
export const linkCode = /^(?:[a-z]_[\w-]{16,}|go_[a-z]+(?:_\d{1,15})?)$/;
