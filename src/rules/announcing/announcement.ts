import { filesSoFar } from '../../forms/value.ts';
import type { Value } from '../../forms/value.ts';

/** What announcements are about; the codes of the question `kind` in content/forms/announcement.yaml. */
export const announcementKinds = ['volunteers', 'tutors', 'event', 'course', 'results', 'free'] as const;
export type AnnouncementKind = (typeof announcementKinds)[number];

/** An announcement as its author wrote it. Texts are plain: whoever sends them escapes them. */
export interface Announcement {
  kind: AnnouncementKind;
  kk: string;
  /** Without it people who read Russian get the Kazakh text. */
  ru?: string;
  /** A picture or a file goes with it. */
  file: boolean;
  /** A button under it leads on. */
  button: boolean;
}

/** The question whose answer is the Kazakh text: each kind has one of its own, because each is helped by another hint. */
export const textQuestion = (kind: AnnouncementKind): string => `${kind}_kk`;

/** The announcement in the answers of the form `announcement`; undefined while its kind or its text is missing. */
export function announcementIn(answers: Readonly<Record<string, Value>>, button: boolean): Announcement | undefined {
  const kind = announcementKinds.find((known) => known === answers['kind']);
  const kk = kind && answers[textQuestion(kind)];
  if (kind === undefined || typeof kk !== 'string') return undefined;
  const ru = answers['text_ru'];
  return {
    kind,
    kk,
    ...(typeof ru === 'string' && { ru }),
    file: filesSoFar(answers['attachment']).length > 0,
    button,
  };
}

/** The text for somebody who reads this language. */
export const textFor = ({ kk, ru }: Pick<Announcement, 'kk' | 'ru'>, lang: 'kk' | 'ru' | 'en'): string =>
  lang === 'ru' ? (ru ?? kk) : kk;
