import { z } from 'zod';
import { reviewAnswers } from '../../rules/volunteer-codes.ts';
import type { Day } from '../../rules/dates.ts';
import type { Scope } from '../organisations.ts';
import type { Store } from '../store.ts';
import { language, words } from '../talks.ts';

/** What a coordinator looks for among candidates; what is left out does not matter. Codes are those of the questionnaire. */
export interface CandidateFilter {
  project?: number;
  /** The project's direction, one of `directions`. */
  direction?: string;
  /** The region of the project's organisation. */
  region?: string;
  freeTime?: string;
  /** Whole years on the day; both ends count. */
  age?: { from: number; to: number };
  /** A quality that they rate 4 or 5 in themselves (annex 1, item 3). */
  quality?: string;
  /** An activity that they chose (annex 1, item 6). */
  activity?: string;
  /** A skill that they like, do well or can teach. */
  skill?: string;
  /** Also those that have been answered. */
  answered?: boolean;
}

const candidate = z.object({
  /** Of the questionnaire. */
  id: z.number(),
  name: z.string().nullable(),
  person: z.number(),
  bornOn: z.string().nullable(),
  /** Null: for the pool. */
  project: z.number().nullable(),
  projectName: words.nullable(),
  status: z.enum(['submitted', ...reviewAnswers]),
  submittedAt: z.string(),
});
export type Candidate = z.infer<typeof candidate>;

/** The newest questionnaire of each candidate for each project in the scope, newest first. 100 at most. */
export function candidatesIn(
  store: Store,
  scope: Scope,
  filter: CandidateFilter,
  page: { before: number | null; limit: number },
  day: Day,
): Promise<Candidate[]> {
  const args = {
    p_all: scope.all,
    p_organisations: scope.organisations,
    p_projects: scope.projects,
    p_filter: filter,
    p_before: page.before,
    p_limit: page.limit,
    p_on: day,
  };
  return store.call('candidates_within', args, z.array(candidate));
}

const answered = z.discriminatedUnion('is', [
  /** `enrolment`: of the accepted volunteer. */
  z.object({ is: z.literal('answered'), enrolment: z.number().nullable() }),
  /** Somebody answered before, or a newer questionnaire has come, or the person is gone. */
  z.object({ is: z.literal('too-late') }),
]);

/**
 * A coordinator's answer to a questionnaire that waits for one. Accepted: the person is a volunteer of the project from today
 * (`project` names one where the questionnaire is for the pool). Returned: with a comment; a new one begins with the old
 * answers. The volunteer hears of it at once. All in one transaction.
 */
export function answerCandidate(
  store: Store,
  review: {
    submission: number;
    answer: 'accepted' | 'returned' | 'declined';
    project: number | null;
    comment: string | null;
    by: number;
  },
  now: Date,
) {
  const args = {
    p_submission: review.submission,
    p_answer: review.answer,
    p_project: review.project,
    p_comment: review.comment,
    p_by: review.by,
    p_at: now.toISOString(),
  };
  return store.call('answer_candidate', args, answered);
}

const review = z.object({
  id: z.number(),
  submission: z.number(),
  person: z.number().nullable(),
  language: language.nullable(),
  answer: z.enum(reviewAnswers),
  comment: z.string().nullable(),
  project: z.number().nullable(),
  projectName: words.nullable(),
  enrolment: z.number().nullable(),
});
export type Review = z.infer<typeof review>;

/** The newest answer to a questionnaire; null: there is none. */
export function reviewOf(store: Store, submission: number): Promise<Review | null> {
  return store.call('review_of', { p_submission: submission }, review.nullable());
}

/** The comment with which the candidate's questionnaire before this one was returned; null: it was not. */
export function returnedBefore(store: Store, submission: number): Promise<string | null> {
  return store.call('returned_before', { p_submission: submission }, z.string().nullable());
}
