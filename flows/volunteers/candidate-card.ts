import { may } from '../../src/access/rights.ts';
import type { Birge, Say } from '../../src/context.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { escapeHtml } from '../../src/screens/html.ts';
import type { Screen, ScreenButton } from '../../src/screens/screen.ts';
import type { Submission } from '../../src/store/submissions.ts';
import { returnedBefore, reviewOf } from '../../src/store/volunteers/candidates.ts';
import type { Review } from '../../src/store/volunteers/candidates.ts';
import type { Language } from '../../src/store/talks.ts';
import type { Talk } from '../../src/talks/talk.ts';
import { newerThan } from '../../src/volunteers/candidates-newer.ts';
import { allCandidates, placeOfQuestionnaire } from './candidate-right.ts';
import { ageIn, candidateName, projectIn } from './candidate-words.ts';

/** What stands with a questionnaire, and what whoever chooses volunteers there can do with it; others get nothing. */
export async function answerPart(
  birge: Birge,
  talk: Talk,
  submission: Submission,
): Promise<{ text: string; rows: ScreenButton[][] } | undefined> {
  const place = await placeOfQuestionnaire(birge, submission);
  if (!may(talk.roles, 'choose-volunteers', place)) return undefined;
  const language = languageOf(talk);
  const say = birge.say(language);
  const { id, status } = submission;
  const head = headOfCandidate(birge, submission, language);
  const list = allCandidates(birge, talk, place.project ?? 0);
  const newer = status === 'submitted' ? await newerThan(birge.store, submission) : undefined;
  if (newer !== undefined) {
    const open = [{ text: say('vol-cand-open-newer'), data: `card:${newer}` }];
    return { text: `${head}\n${say('vol-cand-newer-came')}`, rows: [open, list] };
  }
  if (status === 'submitted') {
    const to = (key: string, act: string): ScreenButton => ({ text: say(key), data: `vol:ans:${id}:${act}` });
    const acts = [[to('vol-cand-accept', 'in')], [to('vol-cand-return', 'back'), to('vol-cand-decline', 'no')]];
    const asked = await returnedBefore(birge.store, id);
    const corrected = asked === null ? [] : [say('vol-cand-corrected', { comment: asked })];
    return { text: [head, ...corrected, say('vol-cand-waits')].join('\n'), rows: [...acts, list] };
  }
  const review = await reviewOf(birge.store, id);
  const said = review === null ? say('vol-cand-state', { answer: status }) : answerIn(say, review, language);
  const enrolment = review?.enrolment ?? null;
  const looksAfter = may(talk.roles, 'look-after-volunteers', place);
  const volunteer =
    looksAfter && enrolment !== null ? [[{ text: say('vol-cand-volunteer'), data: `vol:v:${enrolment}` }]] : [];
  return { text: `${head}\n${said}`, rows: [...volunteer, list] };
}

/** The same as a screen of its own, with something said before. */
export async function answerScreen(birge: Birge, talk: Talk, submission: Submission, note?: string): Promise<Screen> {
  const say = birge.say(languageOf(talk));
  const part = await answerPart(birge, talk, submission);
  const text = [note, part?.text].filter((one) => one !== undefined).join('\n\n');
  const card = { text: say('vol-open-questionnaire'), data: `card:${submission.id}` };
  const menu = { text: say('menu-button'), data: 'go:menu' };
  return {
    about: submission.id,
    text: text === '' ? say('vol-refused') : text,
    buttons: [...(part?.rows ?? []), [card], [menu]],
  };
}

/** The candidate with their age, and the project. */
export function headOfCandidate(birge: Birge, submission: Submission, language: Language): string {
  const say = birge.say(language);
  const name = `<b>${escapeHtml(candidateName(submission))}</b>${ageIn(birge, say, submission.bornOn)}`;
  return `${name}\n${projectIn(say, submission.project?.name ?? null, language)}`;
}

/** What was answered, in words. */
function answerIn(say: Say, { answer, comment, projectName }: Review, language: Language): string {
  if (answer === 'accepted') {
    return projectName === null
      ? say('vol-cand-state', { answer })
      : `${say('vol-cand-was-accepted')} ${projectIn(say, projectName, language)}`;
  }
  return answer === 'returned'
    ? say('vol-cand-was-returned', { comment: comment ?? '' })
    : say('vol-cand-was-declined');
}
