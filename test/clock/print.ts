import { weekOf } from '../../src/rules/weeks.ts';
import type { Sent } from './world.ts';

const almaty = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Almaty', dateStyle: 'short', timeStyle: 'short' });
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** `2026-11-15 10:00` by the clocks of Almaty. */
export const momentOf = ({ at }: Pick<Sent, 'at'>): string => almaty.format(at);
export const dayOf = (sent: Pick<Sent, 'at'>): string => momentOf(sent).slice(0, 10);

/** What a letter is about: `volunteer-report -3d`; of several of one kind and rung how many. */
const subjects = ({ kind, key, told }: Sent): string[] => {
  if (kind !== 'digest' && kind !== 'reminder') return [`${kind} ${key.split(' ')[0]}`];
  return told.map((one) => `${one.kind} ${one.step}${kind === 'reminder' ? ' (by itself)' : ''}`);
};

const counted = (texts: readonly string[]): [string, number][] =>
  [...Map.groupBy(texts, (text) => text)]
    .map(([text, all]): [string, number] => [text, all.length])
    .toSorted(([one], [other]) => (one < other ? -1 : 1));

/** Day by day and moment by moment: of what, by which rung, how many people heard. */
export function byDay(sent: readonly Sent[]): string[] {
  const moments = [...Map.groupBy(sent, momentOf)].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return moments.flatMap(([moment, letters]) => {
    const people = new Set(letters.map(({ person }) => person)).size;
    const weekday = weekdays[new Date(`${moment.slice(0, 10)}T00:00Z`).getUTCDay()];
    const lines = counted(letters.flatMap((letter) => [...new Set(subjects(letter))]));
    return [
      `${moment} ${weekday}, to ${people}`,
      ...lines.map(([what, count]) => `  ${String(count).padStart(4)}  ${what}`),
    ];
  });
}

/** Letters of one moment are sent together: their order is chance. */
const orderOf = (letter: Sent): string => `${momentOf(letter)} ${letter.kind} ${letter.key}`;

/** Every letter to one person: when, its first line, and of what it told. */
export function ofPerson(name: string, letters: readonly Sent[]): string[] {
  const inOrder = letters.toSorted((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));
  const lines = inOrder.map((letter) => {
    const about = counted(subjects(letter)).map(([what, count]) => (count === 1 ? what : `${what} ×${count}`));
    return `  ${momentOf(letter)}  ${letter.text.split('\n')[0]}  [${about.join(', ')}]`;
  });
  return [`${name}: ${letters.length}`, ...lines];
}

/** How many letters people got in a week: the most, and who hears most in the whole time. */
export function burden(sent: readonly Sent[], nameOf: (person: number) => string): string[] {
  const people = [...Map.groupBy(sent, ({ person }) => person)].map(([person, letters]) => {
    const weeks = [...Map.groupBy(letters, (letter) => weekOf(dayOf(letter)))];
    const [fullest = ['', []]] = weeks.toSorted(([, one], [, other]) => other.length - one.length);
    return { name: nameOf(person), letters: letters.length, week: fullest[0], inWeek: fullest[1].length };
  });
  const spread = counted(people.map(({ inWeek }) => String(inWeek).padStart(2)));
  const top = people.toSorted((one, other) => other.letters - one.letters || (one.name < other.name ? -1 : 1));
  return [
    'Most letters in one week, and how many people had such a week:',
    ...spread.map(([most, count]) => `  ${most}: ${count}`),
    'Who heard most in 13 months:',
    ...top.slice(0, 10).map((one) => `  ${one.name}: ${one.letters}, at most ${one.inWeek} in a week (${one.week})`),
  ];
}
