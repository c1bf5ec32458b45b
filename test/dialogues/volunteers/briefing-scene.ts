import type { SafetyBriefing } from '../../../src/volunteers/briefing-shape.ts';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';

/** What a coordinator has chosen for a project, as it stands in the database. */
export async function planBySql(stage: Stage, project: number, topics: string[], tutors = false): Promise<void> {
  await stage.database.sql`
    insert into briefing_plans (project_id, topics, tutors, set_at) values (${project}, ${topics}, ${tutors}, '2026-11-01')
    on conflict (project_id) do update set topics = excluded.topics, tutors = excluded.tutors`;
}

/** The briefings of a project as they stand. */
export const briefingsIn = async (stage: Stage, project: number) =>
  await stage.database.sql<{ id: number; steps: string[]; done: number; version: string; passed: string | null }[]>`
    select id::int, steps, done, version, passed_on::text as passed from briefings where project_id = ${project} order by id`;

/** Another content of the briefing is in force, as after a release; `restart` puts the project's own back. */
export function edits(stage: Stage, edit: (topics: SafetyBriefing['topics']) => SafetyBriefing['topics']): void {
  const { birge } = stage.running;
  const { briefing } = birge.volunteering;
  birge.volunteering = { ...birge.volunteering, briefing: { ...briefing, topics: edit(briefing.topics) } };
}

/** What the buttons of the last message carry. */
export const datas = (person: Person): string[] =>
  (person.last().message.reply_markup?.inline_keyboard ?? [])
    .flat()
    .map((button) => ('callback_data' in button ? button.callback_data : ''));

/** The data of the right option of the question that stands there, or of the first wrong one. */
export function optionOf(stage: Stage, person: Person, right: boolean): string {
  const { topics } = stage.running.birge.volunteering.briefing;
  const { text } = person.last();
  const languages = ['kk', 'ru', 'en'] as const;
  const asked = topics.find(({ question }) => languages.some((language) => text.endsWith(question.text[language])));
  const index = asked?.question.options.findIndex((option) => (option.right ?? false) === right) ?? -1;
  const found = datas(person).find((data) => new RegExp(String.raw`:a:\d+:\d+:${index}:`).test(data));
  if (found === undefined) throw new Error(`no question stands there: ${text}`);
  return found;
}
