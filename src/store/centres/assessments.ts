import { z } from 'zod';
import { assessors, markCodes } from '../../rules/label-codes.ts';
import type { Assessor } from '../../rules/label-codes.ts';
import { draft } from '../talks.ts';
import type { Hold } from '../drafts.ts';
import type { Store } from '../store.ts';

const stages = ['start', 'end'] as const;
export type Stage = (typeof stages)[number];

const assessment = z.object({
  /** The submission's id. */
  id: z.number(),
  organisation: z.number(),
  by: z.enum(assessors),
  /** At the beginning of a cycle, or at its end. */
  stage: z.enum(stages),
  cycle: z.number(),
  form: z.string(),
  hash: z.string(),
  /** `submitted`: it is finished and stays as it is. */
  status: z.enum(['draft', 'submitted']),
  openedAt: z.string(),
  touchedAt: z.string(),
  submittedAt: z.string().nullable(),
  /** The marks by the indicators' numbers; what is not answered is absent. */
  marks: z.record(z.string(), z.enum(markCodes)),
});
export type Assessment = z.infer<typeof assessment>;

/** All assessments of a centre, newest cycle first, within it the end before the start; marks only, no texts. */
export function assessmentsOf(store: Store, organisation: number): Promise<Assessment[]> {
  return store.call('assessments_of', { p_organisation: organisation }, z.array(assessment));
}

const answered = z.object({
  question: z.string(),
  /** A code, a text, or a list of files; null: skipped. */
  value: z.unknown(),
  complete: z.boolean(),
  rev: z.number(),
  /** Who gave the answer that stands; null where the person is no longer known. */
  by: z.string().nullable(),
  byId: z.number().nullable(),
  at: z.string(),
});

const whole = assessment.extend({ answers: z.array(answered) });
export type WholeAssessment = z.infer<typeof whole>;

/** An assessment with all its answers, each with whose it is; null: there is none of this id. Rights are the caller's matter. */
export function readAssessment(store: Store, submission: number): Promise<WholeAssessment | null> {
  return store.call('read_assessment', { p_submission: submission }, whole.nullable());
}

const change = z.object({
  value: z.unknown(),
  by: z.string().nullable(),
  at: z.string(),
  /** It did not stand at any time, because somebody else had answered meanwhile: its id. Null: it stood. */
  refused: z.number().nullable(),
});

/** What was answered to a question before, newest first, 50 at most: what stood there, and what was refused. */
export function changesOf(store: Store, submission: number, question: string): Promise<z.infer<typeof change>[]> {
  return store.call('answer_changes', { p_submission: submission, p_question: question }, z.array(change));
}

const opened = z.discriminatedUnion('is', [
  z.object({ is: z.literal('open'), draft }),
  /** It is finished. */
  z.object({ is: z.literal('sent'), id: z.number(), at: z.string() }),
  /** The centre is closed, or the person has no such role there. */
  z.object({ is: z.literal('gone') }),
  z.object({ is: z.literal('stale') }),
]);

/**
 * Opens an assessment of the centre's present cycle, or begins it. The centre's own at the end of a cycle begins with the
 * answers of its start, each with whose it was. `roles`: whose holders in the centre fill it in. `within`: the questions among which the person walks, `at` the first.
 */
export function openAssessment(
  store: Store,
  hold: Hold,
  open: {
    person: number;
    organisation: number;
    by: Assessor;
    stage: Stage;
    roles: readonly string[];
    form: string;
    hash: string;
    at: string;
    within: readonly string[];
  },
  now: Date,
) {
  const args = {
    p_chat: hold.chat,
    p_token: hold.token,
    p_seq: hold.seq,
    p_person: open.person,
    p_organisation: open.organisation,
    p_by: open.by,
    p_stage: open.stage,
    p_roles: open.roles,
    p_form: open.form,
    p_hash: open.hash,
    p_question: open.at,
    p_within: open.within,
    p_at: now.toISOString(),
  };
  return store.call('open_assessment', args, opened);
}
