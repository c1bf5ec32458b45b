import type { Birge, OuterCtx } from '../../src/context.ts';
import { questionnaire } from '../../src/filling/forms-by-name.ts';
import { factsOf, languageOf } from '../../src/filling/opened.ts';
import { carry, isFinished } from '../../src/forms/index.ts';
import type { Value } from '../../src/forms/index.ts';
import { answeredWords } from '../../src/outbox/letters/candidate-answered.ts';
import type { ScreenButton } from '../../src/screens/screen.ts';
import { readSubmission } from '../../src/store/submissions.ts';
import type { Submission } from '../../src/store/submissions.ts';
import { reviewOf } from '../../src/store/volunteers/candidates.ts';
import type { Language } from '../../src/store/talks.ts';
import { newerThan } from '../../src/volunteers/candidates-newer.ts';
import { tell } from '../group-right.ts';
import { openForm } from '../questionnaire.ts';

/**
 * Opens a new questionnaire about the same project for one that came back. It begins with all old answers that still fit,
 * so that only what is to be corrected is changed.
 */
export async function correctAgain(birge: Birge, ctx: OuterCtx, id: number): Promise<void> {
  const { talk } = ctx;
  const language = languageOf(talk);
  const say = birge.say(language);
  const mine = [{ text: say('menu-my-forms'), data: 'go:forms' }];
  const submission = await readSubmission(birge.store, id);
  const own = submission !== null && submission.owner !== null && submission.owner === talk.person?.id;
  if (!own || submission.form !== questionnaire) {
    return tell(birge, ctx, say('form-not-found'), [mine]);
  }
  const newer = await newerThan(birge.store, submission);
  if (newer !== undefined) {
    const view = [{ text: say('form-view'), data: `go:view:${newer}` }];
    return tell(birge, ctx, say('vol-cand-again-newer'), [view, mine]);
  }
  if (submission.status !== 'returned') return tell(birge, ctx, say('vol-cand-again-not'), [mine]);
  await openForm(birge, ctx, questionnaire, submission.about, true, { answers: carried(birge, submission, language) });
}

/** The finished answers that hold under today's questionnaire; the others are asked again. */
function carried(birge: Birge, { answers, project }: Submission, language: Language): Record<string, Value> {
  const form = birge.forms.get(questionnaire);
  if (form === undefined) return {};
  const whole = Object.entries(answers).filter(([, { complete }]) => complete);
  const values = Object.fromEntries(whole.map(([question, { value }]) => [question, value as Value]));
  const { kept } = carry(form, values, factsOf(birge, project, language));
  return Object.fromEntries(Object.entries(kept).filter(([, value]) => isFinished(value)));
}

/** What was answered to one's own questionnaire, and "Correct" where it came back; nothing for what waits or is another form. */
export async function answeredToMe(
  birge: Birge,
  submission: Submission,
  language: Language,
): Promise<{ text: string; rows: ScreenButton[][] } | undefined> {
  if (submission.form !== questionnaire) return undefined;
  const review = await reviewOf(birge.store, submission.id);
  if (review === null) return undefined;
  const say = birge.say(language);
  const correct = { text: say('vol-cand-correct'), data: `vol:again:${submission.id}` };
  const open = review.answer === 'returned' && (await newerThan(birge.store, submission)) === undefined;
  const rows = open ? [[correct]] : [];
  return { text: answeredWords(say, review, language), rows };
}
