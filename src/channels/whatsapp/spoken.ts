/** What people write in place of a button or a command, in the three languages, as `plainWords` gives it. */
const commands: Readonly<Record<string, readonly string[]>> = {
  menu: ['мәзір', 'меню', 'menu'],
  stop: ['тоқта', 'тоқтату', 'стоп', 'stop'],
  start: ['бастау', 'начать', 'start'],
  help: ['көмек', 'помощь', 'help'],
  language: ['тіл', 'язык', 'language'],
};

const commandOf = new Map(Object.entries(commands).flatMap(([name, said]) => said.map((words) => [words, name])));

const back: readonly string[] = ['артқа', 'назад', 'back'];

/** Only the words and digits of a text, in small letters: signs, emoji and punctuation count as spaces. */
export const plainWords = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();

/** The command that these words stand for; what is stored or erased about a person is asked for by command only. */
export const commandSaid = (text: string): string | undefined => commandOf.get(plainWords(text));

/** Do these words, typed or standing on a button, lead back? Never a digit: digits are options. */
export const leadsBack = (text: string): boolean => text.trim() === '<' || back.includes(plainWords(text));

/** What a link carries: one letter for its kind, then what nobody guesses; or where an announcement's button leads. */
export const linkCode = /^(?:[a-z]_[\w-]{16,}|go_[a-z]+(?:_\d{1,15})?)$/;
