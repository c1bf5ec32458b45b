import { z } from 'zod';
import type { Day } from '../../rules/dates.ts';
import type { Scope } from '../organisations.ts';
import type { Store } from '../store.ts';
import { language, words } from '../talks.ts';

const enrolment = z.object({
  /** The membership by which somebody is a volunteer of a project. */
  id: z.number(),
  person: z.number(),
  /** Null: never said. */
  name: z.string().nullable(),
  language,
  bornOn: z.string().nullable(),
  project: z.number(),
  projectName: words,
  direction: z.string(),
  organisation: z.number(),
  organisationName: words,
  /** The organisation itself and all above it. */
  above: z.array(z.number()),
  from: z.string(),
  /** The last day; null: it goes on. */
  until: z.string().nullable(),
  /** Somebody else has set that last day: the volunteer does not take it back. */
  endedByOther: z.boolean(),
  /** The questionnaire by which they were accepted, or the newest one sent for the project; null: came by a link. */
  questionnaire: z.number().nullable(),
  /** The agreement of the present term: made, and signed on a day or not yet. Null: none was made. */
  agreement: z.object({ id: z.number(), signedOn: z.string().nullable(), noticeDays: z.number() }).nullable(),
  /** The day on which the safety briefing was passed last; null: never. */
  briefedOn: z.string().nullable(),
});
/** Somebody's time as a volunteer of a project. */
export type Enrolment = z.infer<typeof enrolment>;

/** One enrolment, also one that is over; null: none of this id, or no volunteer's. Rights are the caller's matter. */
export function readEnrolment(store: Store, id: number): Promise<Enrolment | null> {
  return store.call('read_enrolment', { p_enrolment: id }, enrolment.nullable());
}

/** The enrolments of a person on a day, the newest first. */
export function enrolmentsOf(store: Store, person: number, day: Day): Promise<Enrolment[]> {
  return store.call('enrolments_of', { p_person: person, p_on: day }, z.array(enrolment));
}

const listed = z.object({
  id: z.number(),
  person: z.number(),
  name: z.string().nullable(),
  project: z.number(),
  projectName: words,
  from: z.string(),
  until: z.string().nullable(),
  agreementSignedOn: z.string().nullable(),
  briefedOn: z.string().nullable(),
});
export type ListedVolunteer = z.infer<typeof listed>;

/**
 * Volunteers of open projects in the scope on a day, by name; `former`: those whose time there is over by then. `skill`: only
 * who does it well, likes it or can teach it.
 * `after` is the last id of the page before (its place in the order is looked up). 500 at most.
 */
export function volunteersIn(
  store: Store,
  scope: Scope,
  filter: { project?: number | undefined; skill?: string | undefined; former?: boolean },
  page: { after: number | null; limit: number },
  day: Day,
): Promise<ListedVolunteer[]> {
  const args = {
    p_all: scope.all,
    p_organisations: scope.organisations,
    p_projects: scope.projects,
    p_project: filter.project ?? null,
    p_skill: filter.skill ?? null,
    p_former: filter.former ?? false,
    p_after: page.after,
    p_limit: page.limit,
    p_on: day,
  };
  return store.call('volunteers_within', args, z.array(listed));
}

/** The phones in the questionnaires by which these volunteers, 500 at most, came to the project; others have told it none. */
export async function phonesOf(store: Store, project: number, people: readonly number[]): Promise<Map<number, string>> {
  const args = { p_project: project, p_people: people };
  const phones = await store.call('phones_of', args, z.record(z.string(), z.string()));
  return new Map(Object.entries(phones).map(([person, phone]) => [Number(person), phone]));
}

const project = z.object({
  id: z.number(),
  name: words,
  direction: z.string(),
  organisation: z.number(),
  organisationName: words,
  region: z.string().nullable(),
});
export type ListedProject = z.infer<typeof project>;

/** Open projects in the scope, newest first; 100 at most. */
export function projectsIn(store: Store, scope: Scope, limit: number): Promise<ListedProject[]> {
  const args = {
    p_all: scope.all,
    p_organisations: scope.organisations,
    p_projects: scope.projects,
    p_limit: limit,
  };
  return store.call('projects_within', args, z.array(project));
}

const whole = project.extend({
  above: z.array(z.number()),
  purpose: words,
  place: words,
  activities: words,
  /** Questionnaires that nobody has answered yet. */
  waiting: z.number(),
  /** Volunteers now. */
  volunteers: z.number(),
  /** Entries of the diary whose hours wait for a coordinator. */
  unconfirmed: z.number(),
});
export type ProjectCard = z.infer<typeof whole>;

/** An open project with what waits there on a day; null: none of this id, or it is closed. */
export function readProject(store: Store, id: number, day: Day): Promise<ProjectCard | null> {
  return store.call('read_project', { p_project: id, p_on: day }, whole.nullable());
}

/**
 * Sets the last day of an enrolment, or with null takes a day that is still to come back. Coordinators hear of it when the
 * volunteer leaves, and the volunteer when a coordinator ends it; a volunteer does not prolong what a coordinator has ended. `agreed`: the notice was agreed to be shorter.
 */
export async function setLastDay(
  store: Store,
  last: { enrolment: number; on: Day | null; agreed: boolean; by: number },
  now: Date,
): Promise<'set' | 'gone'> {
  const args = {
    p_enrolment: last.enrolment,
    p_last: last.on,
    p_agreed: last.agreed,
    p_by: last.by,
    p_at: now.toISOString(),
  };
  return (await store.call('set_last_day', args, z.object({ is: z.enum(['set', 'gone']) }))).is;
}
