import type { openStage, Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import type { Language } from '../../../src/store/talks.ts';
import { appoint, idOf, newcomer, organisation, project } from '../people/scene.ts';
import { membershipOf, roleStage } from '../roles/scene.ts';

/** A stage with the project's own calendar in force; it is Sunday, 22 November 2026, eleven in the morning. */
export const volunteerStage = (options: Parameters<typeof openStage>[0] = {}): Promise<Stage> => roleStage(options);

/** An organisation of volunteers with one open project, of education unless said otherwise. */
export async function projectOf(
  stage: Stage,
  called: { organisation?: string; project?: string; direction?: string; region?: string } = {},
): Promise<{ organisation: number; project: number }> {
  const of = await organisation(stage, called.organisation ?? 'Мысал ұйымы');
  const id = await project(stage, of, called.project ?? 'Мысал жобасы');
  const { direction = 'education', region = 'almaty_region' } = called;
  await stage.database.sql`update projects set direction = ${direction} where id = ${id}`;
  await stage.database.sql`update organisations set region = ${region} where id = ${of}`;
  return { organisation: of, project: id };
}

/** Somebody ready to begin, who has said their name. */
async function named(stage: Stage, who: { id: number; name: string; language?: Language; bornOn?: string }) {
  const person = await newcomer(stage, who);
  await stage.database.sql`update people set name = ${who.name} where id = ${await idOf(stage, who.id)}`;
  return person;
}

/** A volunteer of the project, with the membership that stands in buttons. */
export async function volunteerOf(
  stage: Stage,
  who: { id: number; name: string; language?: Language; bornOn?: string },
  where: { organisation: number; project: number },
): Promise<{ person: Person; id: number; enrolment: number }> {
  const person = await named(stage, who);
  await appoint(stage, who.id, 'volunteer', where);
  return { person, id: await idOf(stage, who.id), enrolment: await membershipOf(stage, who.id, 'volunteer') };
}

/** A coordinator of the organisation, or with `project` of that project alone. */
export async function coordinatorOf(
  stage: Stage,
  who: { id: number; name: string; language?: Language },
  where: { organisation: number; project?: number },
): Promise<Person> {
  const person = await named(stage, who);
  await appoint(stage, who.id, 'coordinator', where);
  return person;
}

/** An entry of the diary as it stands in the database; confirmed ones have a coordinator's word. Gives its id. */
export async function deedBySql(
  stage: Stage,
  deed: {
    person: number;
    project?: number | null;
    on: string;
    hours?: number;
    activity?: string;
    people?: number;
    achieved?: string;
    confirmed?: boolean;
    planned?: boolean;
  },
): Promise<number> {
  const { person, project: of = null, on, hours = 2, activity = 'lesson', people = null, achieved = null } = deed;
  const [row] = await stage.database.sql<{ id: number }[]>`
    insert into deeds (person_id, project_id, state, on_day, direction, activity, hours, people, achieved, made_at, changed_at, confirmed_at)
    values (${person}, ${of}, ${deed.planned ? 'planned' : 'done'}, ${on}, 'education',
      case when ${deed.planned ?? false} then null else to_jsonb(${activity}::text) end,
      case when ${deed.planned ?? false} then null else ${hours}::numeric end, ${people}, ${achieved}, ${`${on}T12:00:00Z`}, ${`${on}T12:00:00Z`},
      case when ${deed.confirmed ?? false} then ${`${on}T13:00:00Z`}::timestamptz end)
    returning id::int`;
  return row?.id ?? 0;
}
