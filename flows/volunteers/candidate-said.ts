import { may } from '../../src/access/rights.ts';
import { today } from '../../src/context.ts';
import type { Birge, Say } from '../../src/context.ts';
import { inWords } from '../../src/deadlines/words.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { shorten } from '../../src/screens/shorten.ts';
import type { Screen, ScreenButton } from '../../src/screens/screen.ts';
import type { ReviewAnswer } from '../../src/rules/volunteer-codes.ts';
import type { Submission } from '../../src/store/submissions.ts';
import { answerCandidate, candidatesIn } from '../../src/store/volunteers/candidates.ts';
import { readProject } from '../../src/store/volunteers/enrolments.ts';
import type { Talk } from '../../src/talks/talk.ts';
import { filterOf } from '../../src/volunteers/candidates.ts';
import { answerScreen } from './candidate-card.ts';
import { searchedIn } from './candidate-looking.ts';
import { allCandidates, sentQuestionnaire } from './candidate-right.ts';
import { candidateName } from './candidate-words.ts';
import { placeOfProject, refusal } from './right.ts';

interface Answer {
  answer: ReviewAnswer;
  /** Into which project; null: the one that the questionnaire is about, or none. */
  project: number | null;
  /** What is to be corrected; null unless it is returned. */
  comment: string | null;
}

/** Gives the answer, and says what happened; somebody else may have answered meanwhile. The caller has asked the right. */
export async function answered(birge: Birge, talk: Talk, submission: Submission, given: Answer): Promise<Screen> {
  if (talk.person === null) return refusal(birge, talk);
  const { id } = submission;
  const ended = await answerCandidate(birge.store, { submission: id, ...given, by: talk.person.id }, birge.now());
  if (ended.is === 'too-late') return tooLate(birge, talk, id);
  const project = given.project ?? (submission.about?.kind === 'project' ? submission.about.id : 0);
  return saidScreen(birge, talk, submission, given.answer, { project, enrolment: ended.enrolment });
}

async function tooLate(birge: Birge, talk: Talk, id: number): Promise<Screen> {
  const say = birge.say(languageOf(talk));
  const now = await sentQuestionnaire(birge, id);
  if (now !== undefined) {
    return answerScreen(birge, talk, now, now.status === 'submitted' ? undefined : say('vol-cand-meanwhile'));
  }
  return { text: say('vol-cand-gone'), buttons: [allCandidates(birge, talk, 0), menu(say)] };
}

/** What happened, with the ways on: the new volunteer's card, the next candidate, the list. */
async function saidScreen(
  birge: Birge,
  talk: Talk,
  submission: Submission,
  answer: ReviewAnswer,
  { project, enrolment }: { project: number; enrolment: number | null },
): Promise<Screen> {
  const language = languageOf(talk);
  const say = birge.say(language);
  const into = project === 0 ? null : await readProject(birge.store, project, today(birge));
  const looksAfter = into !== null && may(talk.roles, 'look-after-volunteers', placeOfProject(into));
  const volunteer: ScreenButton[][] =
    enrolment !== null && looksAfter ? [[{ text: say('vol-cand-volunteer'), data: `vol:v:${enrolment}` }]] : [];
  // The pool has no list of its own: the next one is of any project.
  const from = submission.about?.kind === 'project' ? submission.about.id : 0;
  const text = say('vol-cand-said', {
    answer,
    name: candidateName(submission),
    project: into === null ? '' : shorten(inWords(into.name, language), 120),
  });
  const buttons = [...volunteer, ...(await nextOne(birge, talk, from)), allCandidates(birge, talk, from), menu(say)];
  return { about: submission.id, text, buttons };
}

/** The newest one that still waits. */
async function nextOne(birge: Birge, talk: Talk, project: number): Promise<ScreenButton[][]> {
  const page = { before: null, limit: 1 };
  const [next] = await candidatesIn(birge.store, searchedIn(talk, project), filterOf({}, project), page, today(birge));
  const say = birge.say(languageOf(talk));
  return next === undefined ? [] : [[{ text: say('vol-cand-next'), data: `card:${next.id}` }]];
}

const menu = (say: Say): ScreenButton[] => [{ text: say('menu-button'), data: 'go:menu' }];
