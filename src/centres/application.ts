import type { Birge } from '../context.ts';
import { type Application, type Project, letterLength } from '../documents/application.ts';
import { limit, verdict } from '../documents/pages/pages.ts';
import type { Opened } from '../filling/opened.ts';
import { visible } from '../forms/index.ts';
import type { Centre } from '../store/centres/centre.ts';
import type { Language } from '../store/talks.ts';

/** The form whose answers become the application; its questions are read here by their ids. */
export const applicationForm = 'label-application';

/** Answers by question, as a draft or a sent submission carries them. */
type Answers = Readonly<Record<string, { value: unknown }>>;

/** What the overview's note needs of an opened draft. */
type Overlooked = Pick<Opened, 'form' | 'state'> & { draft: { values: Answers } };

/** Projects of each kind that the form asks for. */
const mostProjects = 5;

/**
 * What the answers to the form make (source: jastar-belgisi, items 15 and 17). Projects count up to the first "no": those
 * behind it were asked before somebody changed their mind. What has no answer yet is empty.
 */
export function applicationOf(answers: Answers): Application {
  const text = (question: string): string => {
    const value = answers[question]?.value;
    return typeof value === 'string' ? value : '';
  };
  return {
    language: text('letter_language') === 'ru' ? 'ru' : 'kk',
    coverPage: {
      name: text('name'),
      legalStatus: text('legal_status'),
      contactPerson: text('contact_person'),
      email: text('email'),
      phone: inGroups(text('phone')),
      address: text('address'),
    },
    letter: {
      mission: text('mission'),
      targetGroup: text('target_group'),
      strategy: text('strategy'),
      projects: projectsOf('now', answers, text),
      finished: projectsOf('done', answers, text),
    },
  };
}

/**
 * What is known of a centre already, as answers to the questions of the cover page; what is empty is asked, and so is the name:
 * it stands in the language of the letter.
 */
export function coverOf({ head, email, phone, address }: Centre): Record<string, string> {
  const known = { contact_person: head, email, phone, address };
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== ''));
}

function projectsOf(kind: 'now' | 'done', answers: Answers, text: (question: string) => string): Project[] {
  const all = Array.from({ length: mostProjects }, (_, index) => `${kind}${index + 1}`);
  const none = all.findIndex((asked) => answers[asked]?.value !== true);
  return all.slice(0, none < 0 ? mostProjects : none).map((project) => ({
    name: text(`${project}_name`),
    period: text(`${project}_period`),
    beneficiaries: text(`${project}_beneficiaries`),
    results: text(`${project}_results`),
  }));
}

/** A number of Kazakhstan as it is printed: +7 701 123 45 67. */
const inGroups = (phone: string): string =>
  phone.replace(/^\+7(\d{3})(\d{3})(\d\d)(\d\d)$/, (_, ...[code, first, second, third]: string[]) =>
    ['+7', code, first, second, third].join(' '),
  );

/**
 * What is said at the form's overview of the letter's length (in pages of the document; source: jastar-belgisi, item 15), in
 * Telegram's HTML. `stops`: it is too long to be sent, and the note says how many words to cut and where most of them are.
 */
export async function applicationAtOverview(
  birge: Pick<Birge, 'say'>,
  open: Overlooked,
  language: Language,
): Promise<{ note: string; stops: boolean }> {
  const say = birge.say(language);
  const length = await letterLength(applicationOf(open.draft.values));
  const told = verdict(length);
  const pages = { pages: length.pages, limit };
  switch (told.kind) {
    case 'fine':
      return { note: say('jb-app-length-fine', pages), stops: false };
    case 'close':
      return { note: say('jb-app-length-close', pages), stops: false };
    case 'tooLong': {
      const longest = longestOf(open).join(', ');
      return { note: say('jb-app-length-over', { ...pages, cut: told.cut, longest }), stops: true };
    }
  }
}

/** The numbers, as the overview shows them, of the three longest texts. */
function longestOf({ form, state, draft }: Overlooked): number[] {
  return visible(form, state.guards)
    .flatMap(({ id, type }, index) => {
      const value = draft.values[id]?.value;
      return type === 'long-text' && typeof value === 'string' ? [{ number: index + 1, length: value.length }] : [];
    })
    .toSorted((one, other) => other.length - one.length)
    .slice(0, 3)
    .map(({ number }) => number)
    .toSorted((one, other) => one - other);
}
