import { formHash } from '../../../src/forms/index.ts';
import { makeAgreement, signAgreement } from '../../../src/store/volunteers/agreements.ts';
import { answerCandidate } from '../../../src/store/volunteers/candidates.ts';
import { askPapers, checkPaper, receivePaper } from '../../../src/store/volunteers/papers.ts';
import { sendReport, setReportLine } from '../../../src/store/volunteers/reports.ts';
import { giveThanks } from '../../../src/store/volunteers/thanks.ts';
import { plan } from '../../../src/obligations/plan.ts';
import type { Stage } from '../../support/dialogue.ts';
import type { Person } from '../../support/double/person.ts';
import { png } from '../../support/sent-files.ts';
import { idOf, newcomer, organisation, project } from '../people/scene.ts';
import { member, membershipOf, organisationOf } from '../roles/scene.ts';
import { sentBySql } from './candidates-scene.ts';
import { deedBySql } from './scene.ts';

/** Everybody who presses. A lies above B, whose projects are P1 and P2; C is another organisation with a project P3. */
export const people = {
  'the volunteer': 1,
  'another volunteer of P1': 2,
  'a volunteer of P2': 3,
  'coordinator of P1': 4,
  'coordinator of P2': 5,
  'coordinator of B': 6,
  'coordinator of A': 7,
  'coordinator of C': 8,
  'was coordinator of P1': 9,
  administrator: 10,
  'head of a centre': 11,
  'somebody new': 12,
} as const;
export type Who = keyof typeof people;
export const everybody = Object.keys(people) as Who[];

/** What of the volunteer, or of a candidate, nobody else must ever see. */
export const planted = [
  ...['Zerekhan', 'Qandidat', 'Havuzda', '5554433', '900514400123', 'Planted'],
  ...[
    'planted-health',
    'planted-diary',
    'planted-note',
    'planted-own',
    'planted-plan',
    'planted-line',
    'planted-employer',
  ],
  ...['planted-letter', 'planted-street', 'volunteers-agreement'],
];

export interface Scene {
  stage: Stage;
  person: Record<Who, Person>;
  /** Somebody who has opened the bot and agreed to nothing yet. */
  stranger: Person;
  P1: number;
  P2: number;
  B: number;
  /** The volunteer: their row, their enrolment, and what is theirs. */
  V: Awaited<ReturnType<typeof belongings>>;
  /** Enrolments of the other volunteers; of the one in P1 an agreement that waits to be signed. */
  W: number;
  X: number;
  unsigned: number;
  /** Questionnaires: of a candidate for P1, of one for the pool, and of the other volunteer, which came back. */
  candidate: number;
  pooled: number;
  returned: number;
  /** Forms that are begun and not sent: the volunteer's, and the preparation of P1 by its organisation. */
  draft: number;
  preparation: number;
  place: number;
}

/** Builds the scene on a stage: Sunday, 22 November 2026. */
export async function accessScene(stage: Stage): Promise<Scene> {
  const A = await organisation(stage, 'A');
  const B = await organisation(stage, 'B', A);
  const C = await organisation(stage, 'C');
  const [P1, P2] = [await project(stage, B, 'P1'), await project(stage, B, 'P2')];
  await project(stage, C, 'P3');
  const platform = await organisationOf(stage, 'platform', 'Birge');
  const centre = await organisationOf(stage, 'youth-centre', 'Centre');
  const who = (name: Who) => ({ id: people[name], name });
  const coordinator = (name: Who, where: { organisation: number; project?: number }) =>
    member(stage, who(name), 'coordinator', where);
  const volunteer = (name: Who, at: number) => member(stage, who(name), 'volunteer', { organisation: B, project: at });
  const person: Record<Who, Person> = {
    'the volunteer': await volunteer('the volunteer', P1),
    'another volunteer of P1': await volunteer('another volunteer of P1', P1),
    'a volunteer of P2': await volunteer('a volunteer of P2', P2),
    'coordinator of P1': await coordinator('coordinator of P1', { organisation: B, project: P1 }),
    'coordinator of P2': await coordinator('coordinator of P2', { organisation: B, project: P2 }),
    'coordinator of B': await coordinator('coordinator of B', { organisation: B }),
    'coordinator of A': await coordinator('coordinator of A', { organisation: A }),
    'coordinator of C': await coordinator('coordinator of C', { organisation: C }),
    'was coordinator of P1': await coordinator('was coordinator of P1', { organisation: B, project: P1 }),
    administrator: await member(stage, who('administrator'), 'administrator', { organisation: platform }),
    'head of a centre': await member(stage, who('head of a centre'), 'head', { organisation: centre }),
    'somebody new': await newcomer(stage, who('somebody new')),
  };
  const stranger = stage.double.person({ id: 30, first_name: 'Stranger' });
  await stranger.starts();
  await endsRole(stage, people['was coordinator of P1'], 'coordinator');
  const { sql } = stage.database;
  await sql`update memberships set from_on = '2026-06-01' where role = 'volunteer'`;
  const W = await membershipOf(stage, people['another volunteer of P1'], 'volunteer');
  const X = await membershipOf(stage, people['a volunteer of P2'], 'volunteer');
  const V = await belongings(stage, P1);
  const other = await idOf(stage, people['another volunteer of P1']);
  await person['the volunteer'].pressesData(`vol:br:${V.enrolment}:go`, person['the volunteer'].last());
  const about = { kind: 'project', id: P1 };
  const { id: unsigned } = await agreementOf(stage, other, P1, {});
  const returned = await sentBySql(stage, people['another volunteer of P1'], { project: P1 });
  const by = await idOf(stage, people['coordinator of P1']);
  const comes = { submission: returned, answer: 'returned', project: null, comment: 'Which days?', by } as const;
  await answerCandidate(stage.database.store, comes, stage.running.birge.now());
  return {
    ...{ stage, person, stranger, P1, P2, B, V, W, X, unsigned, returned },
    candidate: await candidateFor(stage, 20, 'Qandidat', P1),
    pooled: await candidateFor(stage, 21, 'Havuzda', null),
    draft: await formOf(stage, { person: V.id }, 'volunteer-paper', about, {}, 'draft'),
    preparation: await formOf(stage, { organisation: B }, 'project-preparation', about, {}, 'draft'),
    place: (await sql<{ id: number }[]>`select id::int from places order by id limit 1`)[0]?.id ?? 0,
  };
}

async function candidateFor(stage: Stage, account: number, name: string, to: number | null): Promise<number> {
  await newcomer(stage, { id: account, name });
  await stage.database.sql`update people set name = ${name} where id = ${await idOf(stage, account)}`;
  return sentBySql(stage, account, { project: to, answers: { full_name: name } });
}

/** Somebody's role is over since yesterday. */
export async function endsRole(stage: Stage, account: number, role: string): Promise<void> {
  await stage.database.sql`
    update memberships set from_on = '2026-01-01', until_on = '2026-11-21' where role = ${role} and person_id = ${await idOf(stage, account)}`;
}

/** A form as it stands in the database; gives its id. */
export async function formOf(
  stage: Stage,
  owner: { person: number } | { organisation: number },
  id: string,
  about: { kind: string; id: number } | null,
  answers: Record<string, unknown>,
  status = 'submitted',
): Promise<number> {
  const form = stage.running.birge.forms.get(id);
  if (form === undefined) throw new Error(`there is no form ${id}`);
  const person = 'person' in owner ? owner.person : null;
  const of = 'organisation' in owner ? owner.organisation : null;
  const roles = of === null ? null : ['coordinator'];
  const at = '2026-11-20T06:00:00Z';
  const [row] = await stage.database.sql<{ id: number }[]>`
    insert into submissions (owner_person, owner_organisation, filler_roles, form, form_hash, about_kind, about_id, status, opened_at,
      touched_at, submitted_at)
    values (${person}, ${of}, ${roles}, ${id}, ${formHash(form)}, ${about?.kind ?? null}, ${about?.id ?? null}, ${status}, ${at}, ${at},
      ${status === 'draft' ? null : at}) returning id::int`;
  await stage.database.sql`
    insert into answers (submission_id, question, value, complete, by_person, at, rev)
    select ${row?.id ?? 0}, a.key, a.value, true, ${person}, ${at}, 1 from jsonb_each(${JSON.stringify(answers)}::text::jsonb) a`;
  return row?.id ?? 0;
}

async function agreementOf(stage: Stage, person: number, at: number, answers: object) {
  const usual = { language: 'en', full_name: 'Somebody', card_known: false, phone: '+77010000000', hours: 4 };
  const about = { kind: 'project', id: at };
  const submission = await formOf(stage, { person }, 'volunteer-agreement', about, { ...usual, ...answers });
  const id = await makeAgreement(stage.database.store, { submission, noticeDays: 14 }, stage.running.birge.now());
  return { id, submission };
}

/** Everything that a volunteer's year leaves behind, each with something planted in it. */
async function belongings(stage: Stage, P1: number) {
  const { store, sql } = stage.database;
  const { birge } = stage.running;
  const now = birge.now();
  const account = people['the volunteer'];
  const id = await idOf(stage, account);
  const by = await idOf(stage, people['coordinator of P1']);
  const enrolment = await membershipOf(stage, account, 'volunteer');
  const about = { kind: 'project', id: P1 };
  // Messengers call them something else.
  await sql`update people set name = 'Zerekhan' where id = ${id}`;

  const health = { health_limits: true, health_details: 'planted-health' };
  const asked = { full_name: 'Zerekhan Planted', phone: '+77015554433', ...health };
  const questionnaire = await sentBySql(stage, account, { project: P1, answers: asked });
  const accepted = { submission: questionnaire, answer: 'accepted', project: null, comment: null, by } as const;
  await answerCandidate(store, accepted, now);

  const card = { card_known: true, id_card: '900514400123', card_issued: '2020-02-01', card_issuer: 'justice' };
  const agreed = { full_name: 'Zerekhan Planted', phone: '+77015554433', address: 'planted-street', ...card };
  const { id: agreement, submission: agreementForm } = await agreementOf(stage, id, P1, agreed);
  await signAgreement(store, { id: agreement, on: '2026-06-01', how: 'paper', due: [], by }, now);
  await plan(birge);

  const photo = async (size: number) => {
    const bytes = png(size);
    const path = await birge.files.put(bytes, 'image/png');
    const [row] = await sql<{ id: number }[]>`
      insert into files (owner_person, sha256, mime, bytes, path, at)
      values (${id}, ${path}, 'image/png', ${bytes.length}, ${path}, '2026-11-20') returning id::int`;
    return row?.id ?? 0;
  };
  const sends = async (kind: 'criminal_record' | 'last_employer', answers: object) => {
    const [paper = 0] = await askPapers(store, { person: id, project: P1, kinds: [kind], by }, now);
    const submission = await formOf(stage, { person: id }, 'volunteer-paper', about, { kind, ...answers });
    await receivePaper(store, { submission, person: id, project: P1, kind }, now);
    return { paper, submission };
  };
  const received = await sends('criminal_record', { file: [{ file: String(await photo(700)), kind: 'photo' }] });
  const checked = await sends('last_employer', { employer: 'planted-employer' });
  await checkPaper(store, { person: id, project: P1, kind: 'last_employer', expiresOn: null, by }, now);
  const [waiting = 0] = await askPapers(store, { person: id, project: P1, kinds: ['narcological'], by }, now);

  const deed = await deedBySql(stage, { person: id, project: P1, on: '2026-11-20', achieved: 'planted-diary' });
  await sql`update deeds set note = 'planted-note', photo_id = ${await photo(800)} where id = ${deed}`;
  const confirmed = await deedBySql(stage, { person: id, project: P1, on: '2026-10-10', hours: 7, confirmed: true });
  const own = await deedBySql(stage, { person: id, on: '2026-11-19', achieved: 'planted-own' });
  const planned = await deedBySql(stage, { person: id, project: P1, on: '2026-12-01', planned: true });
  await sql`update deeds set idea = 'bilim-workshop', note = 'planted-plan' where id = ${planned}`;

  const reported = { person: id, project: P1, month: '2026-10' };
  await setReportLine(store, { ...reported, line: 'planted-line of October' }, now);
  await sendReport(store, reported, now);
  await setReportLine(store, { ...reported, month: '2026-11', line: 'planted-line of November' }, now);

  const days = { from: '2026-10-10', until: '2026-10-10' };
  const thanked = { person: id, project: P1, language: 'en', ...days, by } as const;
  const number = 'BRG-2222-3333-4444-5555-6666';
  const certificate = await giveThanks(store, { ...thanked, kind: 'certificate', number, submission: null }, now);
  const said = {
    letter_language: 'en',
    work: 'lessons',
    quality: 'reliable',
    own_words: 'planted-letter',
    signer: 'Somebody',
  };
  const submission = await formOf(stage, { person: by }, 'recommendation', { kind: 'enrolment', id: enrolment }, said);
  const letter = await giveThanks(store, { ...thanked, kind: 'letter', number: null, submission }, now);
  if (certificate.is !== 'given' || letter.is !== 'given') throw new Error('nothing was given');

  await sql`insert into skills (person_id, column_name, skill, own) values (${id}, 'like', null, 'planted-own')`;
  const [owed] = await sql<{ id: number }[]>`
    select id::int from obligations where person_id = ${id} and kind = 'volunteer-report' order by id limit 1`;
  return {
    ...{ id, enrolment, questionnaire, agreement, deed, confirmed, own, planned, waiting, received, checked },
    ...{ certificate: certificate.id, letter: letter.id, owed: owed?.id ?? 0, agreementForm, letterForm: submission },
  };
}
