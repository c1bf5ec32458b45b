import type { Chosen, Recommendation } from '../documents/recommendation.ts';
import { activities as nameOf } from '../documents/recommendation-words.ts';
import type { Day } from '../rules/dates.ts';
import type { Submission } from '../store/submissions.ts';
import type { Language } from '../store/talks.ts';
import type { Enrolment } from '../store/volunteers/enrolments.ts';
import type { ConfirmedWork, Thanks } from '../store/volunteers/thanks.ts';

/** The form whose answers become the letter; its questions are read here by their ids. */
export const recommendationForm = 'recommendation';

type Answers = Readonly<Record<string, { value: unknown }>>;

/** What the form begins with: kinds of work as the diary has them, most hours first, a line each. */
export function workOf({ activities }: ConfirmedWork, language: Language): string {
  const lines = activities.map(({ activity, own }) => own ?? nameOf[activity ?? '']?.[language] ?? '');
  // The form takes 1,000 characters; what is rare can be left out.
  const kept = [...new Set(lines.filter((line) => line !== ''))].slice(0, 12);
  return kept.map((line) => line.slice(0, 80)).join('\n');
}

/** In which language the letter is to be. */
export function languageOfLetter(answers: Answers): Language {
  const chosen = answers['letter_language']?.value;
  return chosen === 'ru' || chosen === 'en' ? chosen : 'kk';
}

/** The letter: what the coordinator has said of the work, and what the database counted when it was given. */
export function recommendationOf(
  thanks: Thanks,
  { answers }: Pick<Submission, 'answers'>,
  enrolment: Pick<Enrolment, 'from' | 'until'> | null,
): Recommendation {
  const { language, hours, deeds, people, issuedOn } = thanks;
  const text = (question: string): string => {
    const value = answers[question]?.value;
    return typeof value === 'string' ? value : '';
  };
  const skills = answers['skills']?.value;
  return {
    language,
    name: thanks.name ?? '—',
    project: thanks.projectName[language] ?? thanks.projectName.kk,
    organisation: thanks.organisationName[language] ?? thanks.organisationName.kk,
    service:
      enrolment === null ? { from: thanks.from, until: thanks.until } : serviceOf(enrolment, thanks.from, issuedOn),
    hours,
    deeds,
    people,
    work: text('work'),
    quality: [answers['quality']?.value].find(isChosen) ?? '',
    skills: Array.isArray(skills) ? skills.filter(isChosen) : [],
    ownWords: text('own_words'),
    signer: { name: text('signer'), position: text('position') },
    issuedOn,
  };
}

/**
 * From the first day to the last one, or to that of the letter while it goes on. What was done and confirmed of a day before
 * they joined counts, too.
 */
function serviceOf({ from, until }: Pick<Enrolment, 'from' | 'until'>, first: Day, on: Day): Recommendation['service'] {
  return { from: first < from ? first : from, until: until !== null && until < on ? until : on };
}

const isChosen = (value: unknown): value is Chosen =>
  typeof value === 'string' ||
  (typeof value === 'object' && value !== null && 'other' in value && typeof value.other === 'string');
