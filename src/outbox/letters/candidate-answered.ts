import { today } from '../../context.ts';
import type { Birge, Say } from '../../context.ts';
import { inWords } from '../../deadlines/words.ts';
import { escapeHtml } from '../../screens/html.ts';
import { shorten } from '../../screens/shorten.ts';
import type { ScreenButton } from '../../screens/screen.ts';
import { readSubmission } from '../../store/submissions.ts';
import type { Language, Words } from '../../store/talks.ts';
import { reviewOf } from '../../store/volunteers/candidates.ts';
import type { Review } from '../../store/volunteers/candidates.ts';
import { readEnrolment } from '../../store/volunteers/enrolments.ts';
import { newerThan } from '../../volunteers/candidates-newer.ts';
import type { LetterKind } from '../letter.ts';

/**
 * Tells a candidate what was answered to their questionnaire, and what they can do now. Not if they are no volunteer any
 * more by then, or have sent the questionnaire anew.
 */
export const candidateAnswered: LetterKind = {
  async write(birge, { person, payload, language }) {
    const review = await reviewOf(birge.store, Number(payload['submission']));
    if (review === null || review.id !== Number(payload['review']) || review.person !== person) return undefined;
    if (!(await stillTrue(birge, review))) return undefined;
    const say = birge.say(language);
    const menu = { text: say('menu-button'), data: 'go:menu' };
    const text = answeredWords(say, review, language);
    return { screen: { about: review.submission, text, buttons: [...waysOn(say, review), [menu]] } };
  },
};

async function stillTrue(birge: Birge, { answer, submission, enrolment }: Review): Promise<boolean> {
  if (answer === 'declined') return true;
  if (answer === 'returned') {
    const whole = await readSubmission(birge.store, submission);
    return whole !== null && (await newerThan(birge.store, whole)) === undefined;
  }
  const theirs = enrolment === null ? null : await readEnrolment(birge.store, enrolment);
  return theirs !== null && (theirs.until === null || theirs.until >= today(birge));
}

/** What the candidate reads, in Telegram's HTML; the coordinator's comment is escaped. */
export function answeredWords(say: Say, { answer, comment, projectName }: Review, language: Language): string {
  if (answer === 'declined') return declinedWords(say, projectName, language);
  const where = placeLine(say, projectName, language);
  if (answer === 'accepted') return `${say('vol-cand-letter-accepted')}\n${where}\n\n${say('vol-cand-letter-next')}`;
  const said = `<blockquote>${escapeHtml(comment ?? '')}</blockquote>`;
  return `${say('vol-cand-letter-returned')}\n${where}\n\n${said}\n\n${say('vol-cand-letter-correct')}`;
}

/** What a candidate reads who was declined; the coordinator sees it before. */
export const declinedWords = (say: Say, project: Words | null, language: Language): string =>
  `${say('vol-cand-letter-declined')}\n${placeLine(say, project, language)}\n\n${say('vol-cand-letter-others')}`;

const placeLine = (say: Say, project: Words | null, language: Language): string =>
  project === null
    ? say('vol-cand-letter-pool')
    : say('vol-cand-letter-project', { project: shorten(inWords(project, language), 150) });

function waysOn(say: Say, { answer, submission, enrolment }: Review): ScreenButton[][] {
  switch (answer) {
    case 'accepted':
      return [[{ text: say('vol-cand-own-project'), data: `vol:e:${enrolment}` }]];
    case 'returned':
      return [[{ text: say('vol-cand-correct'), data: `vol:again:${submission}` }]];
    case 'declined':
      return [
        [{ text: say('vol-cand-other-projects'), data: 'go:projects' }],
        [{ text: say('vol-ideas'), data: 'vol:idea' }],
      ];
  }
}
