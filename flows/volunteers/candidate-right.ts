import { may } from '../../src/access/rights.ts';
import type { Action, Place } from '../../src/access/rights.ts';
import { today } from '../../src/context.ts';
import type { Birge, OuterCtx } from '../../src/context.ts';
import { questionnaire } from '../../src/filling/forms-by-name.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { readSubmission } from '../../src/store/submissions.ts';
import type { Submission } from '../../src/store/submissions.ts';
import { reviewOf } from '../../src/store/volunteers/candidates.ts';
import { readProject } from '../../src/store/volunteers/enrolments.ts';
import type { Talk } from '../../src/talks/talk.ts';
import { tell } from '../group-right.ts';
import { placeOfProject, refuse } from './right.ts';

/** A sent questionnaire of a candidate; undefined: there is none of this id, or it is a draft, or another form. */
export async function sentQuestionnaire({ store }: Birge, id: number): Promise<Submission | undefined> {
  const submission = await readSubmission(store, id);
  const sent = submission !== null && submission.form === questionnaire && submission.status !== 'draft';
  return sent ? submission : undefined;
}

/**
 * Where a questionnaire lies: with the project it is about. One for the pool lies nowhere, until somebody was accepted by it;
 * then with that project, whose coordinators now look after the volunteer.
 */
export async function placeOfQuestionnaire(birge: Birge, { id, about, above, status }: Submission): Promise<Place> {
  if (about?.kind === 'project') return { organisations: above, project: about.id };
  const review = about === null && status === 'accepted' ? await reviewOf(birge.store, id) : null;
  const into = review?.project ?? null;
  const project = into === null ? null : await readProject(birge.store, into, today(birge));
  return project === null ? { organisations: [] } : placeOfProject(project);
}

/** The questionnaire, if they may do this where it lies. */
export async function questionnaireIf(
  birge: Birge,
  { roles }: Talk,
  id: number,
  action: Action,
): Promise<Submission | undefined> {
  const submission = await sentQuestionnaire(birge, id);
  if (submission === undefined) return undefined;
  return may(roles, action, await placeOfQuestionnaire(birge, submission)) ? submission : undefined;
}

/** The candidate's questionnaire for whoever chooses volunteers there; others were told, and that they tried is noted. */
export async function candidateFor(birge: Birge, ctx: OuterCtx, id: number): Promise<Submission | undefined> {
  const submission = await questionnaireIf(birge, ctx.talk, id, 'choose-volunteers');
  if (submission !== undefined) return submission;
  if ((await readSubmission(birge.store, id)) === null) {
    // Erased meanwhile: an old button is no attempt at anything.
    await tell(birge, ctx, birge.say(languageOf(ctx.talk))('vol-cand-gone'), [allCandidates(birge, ctx.talk, 0)]);
  } else await refuse(birge, ctx, 'choose-volunteers', { kind: 'submission', id });
  return undefined;
}

/** The button that leads to the list of a project's candidates; 0: of all. */
export const allCandidates = (birge: Birge, talk: Talk, project: number) => [
  { text: birge.say(languageOf(talk))('vol-cand-all'), data: `vol:cand:${project}` },
];
