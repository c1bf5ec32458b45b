import { formHash } from '../../../src/forms/index.ts';
import { formIdOf, indicatorQuestions } from '../../../src/label/form.ts';
import type { Marks } from '../../../src/label/level.ts';
import type { Assessor, CentreKind } from '../../../src/rules/label-codes.ts';
import type { Stage } from '../../../src/store/centres/assessments.ts';
import type { openStage, Stage as TestStage } from '../../support/dialogue.ts';
import { organisationOf, roleStage } from '../roles/scene.ts';

/** A stage with the project's own calendar in force; it is Sunday, 22 November 2026, eleven in the morning. */
export const labelStage = (options: Parameters<typeof openStage>[0] = {}): Promise<TestStage> => roleStage(options);

/** A youth centre that has been described; confirmed unless said otherwise. Gives its organisation's id. */
export async function centreOf(
  stage: TestStage,
  centre: { kind?: CentreKind; name?: string; parent?: number; confirmed?: boolean } = {},
): Promise<number> {
  const id = await organisationOf(stage, 'youth-centre', centre.name ?? 'Мысал орталығы', centre.parent ?? null);
  await stage.database.sql`update organisations set programme = 'label', region = 'almaty_region' where id = ${id}`;
  await stage.database.sql`
    insert into centres (organisation_id, kind, head, phone, email, address, described_at, confirmed_at)
    values (${id}, ${centre.kind ?? 'district'}, 'Мысал Басшы', '+77010000001', 'centre@example.org', 'Мысал көшесі, 1',
      '2026-01-01', ${centre.confirmed === false ? null : '2026-01-02'})`;
  return id;
}

/** An assessment with these marks and examples, all by one person or by nobody known. Gives its submission. */
export async function marksBySql(
  stage: TestStage,
  assessment: {
    organisation: number;
    by?: Assessor;
    stage?: Stage;
    cycle?: number;
    finished?: boolean;
    marks: Marks;
    examples?: Readonly<Record<number, string>>;
    person?: number;
    at?: string;
  },
): Promise<number> {
  const { sql } = stage.database;
  const { organisation, by = 'centre', person = null, at = '2026-11-01T06:00:00Z' } = assessment;
  const [centre] = await sql<{ kind: CentreKind }[]>`select kind from centres where organisation_id = ${organisation}`;
  const form = stage.running.birge.forms.get(formIdOf(centre?.kind ?? 'district'));
  if (form === undefined) throw new Error('there is no form for this kind of centre');
  const roles = by === 'centre' ? ['head', 'coordinator', 'staff'] : ['expert'];
  const [row] = await sql<{ id: number }[]>`
    insert into submissions (owner_organisation, filler_roles, form, form_hash, about_kind, about_id, round, status, opened_at, touched_at,
      submitted_at)
    values (${organisation}, ${roles}, ${form.id}, ${formHash(form)}, 'organisation', ${organisation},
      1 + (select count(*) from assessments where organisation_id = ${organisation}),
      ${assessment.finished ? 'submitted' : 'draft'}, ${at}, ${at}, ${assessment.finished ? at : null}) returning id::int`;
  const id = row?.id ?? 0;
  await sql`insert into assessments (submission_id, organisation_id, made_by, stage, cycle)
    values (${id}, ${organisation}, ${by}, ${assessment.stage ?? 'start'}, ${assessment.cycle ?? 1})`;
  const said = [
    ...Object.entries(assessment.marks).map(([number, mark]) => [indicatorQuestions(Number(number)).mark, mark]),
    ...Object.entries(assessment.examples ?? {}).map(([number, text]) => [
      indicatorQuestions(Number(number)).example,
      text,
    ]),
  ];
  for (const [question, value] of said) {
    await sql`insert into answers (submission_id, question, value, complete, by_person, at, rev)
      values (${id}, ${question ?? ''}, to_jsonb(${value ?? ''}::text), true, ${person}, ${at}, 1)`;
  }
  return id;
}
