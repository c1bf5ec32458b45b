import { formHash } from '../../../src/forms/index.ts';
import { plan } from '../../../src/obligations/plan.ts';
import { signAgreement } from '../../../src/store/volunteers/agreements.ts';
import type { Stage } from '../../support/dialogue.ts';

/** A volunteer has signed an agreement on a day, and what they owe by it is opened. */
export async function signs(stage: Stage, person: number, project: number, on: string): Promise<void> {
  const { sql, store } = stage.database;
  const { birge } = stage.running;
  const form = birge.forms.get('volunteer-agreement');
  if (form === undefined) throw new Error('there is no form of the agreement');
  // Whoever signs has been a volunteer by then.
  await sql`update memberships set from_on = least(from_on, ${on}) where person_id = ${person} and project_id = ${project}`;
  const [row] = await sql<{ id: number }[]>`
    with s as (
      insert into submissions (owner_person, form, form_hash, status, opened_at, touched_at, submitted_at)
      values (${person}, ${form.id}, ${formHash(form)}, 'submitted', ${on}, ${on}, ${on}) returning id
    )
    insert into agreements (person_id, project_id, submission_id, notice_days, made_at)
    select ${person}, ${project}, s.id, 14, ${on} from s returning id::int`;
  const signed = { id: row?.id ?? 0, on, how: 'paper', due: [], by: person } as const;
  await signAgreement(store, signed, birge.now());
  await plan(birge);
}

/** What a volunteer owes by the month, with what became of it. */
export const monthsOwed = async (stage: Stage, person: number) =>
  await stage.database.sql<{ id: number; period: string; fulfilled: boolean }[]>`
    select id::int, period, fulfilled_at is not null as fulfilled from obligations
    where person_id = ${person} and kind = 'volunteer-report' order by period`;
