import { z } from 'zod';
import type { Store } from '../store.ts';

const plan = z.object({
  /** Ids of topics in `content/safety-briefing.yaml`; empty: nobody has chosen yet. */
  topics: z.array(z.string()),
  /** Also what tutors may and may not do (items 2.8, 2.9). */
  tutors: z.boolean(),
  chosen: z.boolean(),
});
export type BriefingPlan = z.infer<typeof plan>;

/** What the coordinator has chosen for a project. */
export function briefingPlanOf(store: Store, project: number): Promise<BriefingPlan> {
  return store.call('briefing_plan_of', { p_project: project }, plan);
}

/** Sets the topics of a project; briefings that are under way go on with those they began with. */
export async function chooseTopics(
  store: Store,
  chosen: { project: number; topics: readonly string[]; tutors: boolean; by: number },
  now: Date,
): Promise<void> {
  const args = {
    p_project: chosen.project,
    p_topics: chosen.topics,
    p_tutors: chosen.tutors,
    p_by: chosen.by,
    p_at: now.toISOString(),
  };
  await store.call('choose_topics', args, z.object({ is: z.literal('chosen') }));
}

const briefing = z.object({
  id: z.number(),
  person: z.number(),
  project: z.number(),
  /** Which wording of the cards and questions it is: a hash of what is shown. */
  version: z.string(),
  /** What is gone through, in order: `card:<topic>`, `tutor:may`, `tutor:not`, `ask:<topic>`. */
  steps: z.array(z.string()),
  /** How many of them are behind. */
  done: z.number(),
  /** The day on which it was passed; null: under way. */
  passedOn: z.string().nullable(),
});
export type Briefing = z.infer<typeof briefing>;

/** The newest briefing of a volunteer for a project; null: none was begun. */
export function briefingOf(store: Store, person: number, project: number): Promise<Briefing | null> {
  return store.call('briefing_of', { p_person: person, p_project: project }, briefing.nullable());
}

/** Begins a briefing; one that is under way with the same version and steps is gone on with, another one gives way. */
export function beginBriefing(
  store: Store,
  begun: { person: number; project: number; version: string; steps: readonly string[] },
  now: Date,
): Promise<Briefing> {
  const args = {
    p_person: begun.person,
    p_project: begun.project,
    p_version: begun.version,
    p_steps: begun.steps,
    p_at: now.toISOString(),
  };
  return store.call('begin_briefing', args, briefing);
}

/**
 * The step with this number (from 0) is behind; pressed twice it counts once. After the last one the briefing is passed today
 * and what the volunteer owes by it is done. Gives the briefing as it is then.
 */
export function passStep(store: Store, passed: { id: number; step: number }, now: Date): Promise<Briefing> {
  const args = { p_briefing: passed.id, p_step: passed.step, p_at: now.toISOString() };
  return store.call('pass_step', args, briefing);
}
