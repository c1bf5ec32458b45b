import { afterEach, beforeEach, expect, test } from 'vitest';
import { personalColumns } from '../../src/privacy/columns.ts';
import { openAssessment, readAssessment } from '../../src/store/centres/assessments.ts';
import { carryDraft, saveAnswer, sendSubmission } from '../../src/store/drafts.ts';
import { keepFormVersion } from '../../src/store/form-versions.ts';
import { forgetPerson } from '../../src/store/privacy.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { openChannel, receiveUpdates } from '../../src/store/talks.ts';
import { freshDatabase } from '../support/postgres.ts';
import type { FreshDatabase } from '../support/postgres.ts';
import { holder, noon, writes } from './suite/targets.ts';

let db: FreshDatabase;
let channel: number;
beforeEach(async () => {
  db = await freshDatabase();
  channel = await openChannel(db.store, 'web', 'beside');
  for (const version of [hash, newer])
    await keepFormVersion(db.store, { form: 'label-suite', hash: version, definition: {}, guards: [] }, noon);
});
afterEach(() => db.close());

const rounds = 20;
const [hash, newer] = ['d'.repeat(64), 'e'.repeat(64)];
const questions = Array.from({ length: 8 }, (_, index) => `q${index}`);

let chats = 0;
/** Somebody who works in a centre and has opened its assessment. */
async function works(organisation: number) {
  chats += 1;
  const [talk] = await receiveUpdates(db.store, channel, [writes(chats, `${chats}`)], holder(), noon);
  if (!talk?.person) throw new Error('no talk was taken');
  const person = talk.person.id;
  await db.sql`insert into memberships (person_id, organisation_id, role, from_on)
    values (${person}, ${organisation}, 'staff', '2026-01-01')`;
  const asked = {
    person,
    organisation,
    by: 'centre',
    stage: 'start',
    roles: ['staff'],
    form: 'label-suite',
    hash,
  } as const;
  const opened = await openAssessment(db.store, talk, { ...asked, at: 'overview', within: [] }, noon);
  if (opened.is !== 'open') throw new Error(`it is ${opened.is}`);
  const submission = opened.draft.id;
  const answer = (question: string, value: string, rev: number) =>
    saveAnswer(
      db.store,
      talk,
      { submission, person, question, value, complete: true, rev, next: 'overview', within: null },
      noon,
    );
  return { talk, person, submission, answer };
}

test(`one is erased while colleagues answer, over it and beside it, lift and finish, ${rounds} times: nothing waits in a ring`, async () => {
  const rings: string[] = [];
  const counting = (error: unknown) => {
    if (!(error instanceof StoreError)) throw error;
    rings.push(`${error.message} ${error.reason}`);
  };
  for (let round = 0; round < rounds; round += 1) {
    const [row] = await db.sql<{ id: number }[]>`
      insert into organisations (kind, programme, name, made_at) values ('youth-centre', 'label', '{"kk": "Орталық"}', ${noon})
      returning id::int`;
    const organisation = row?.id ?? 0;
    const [leaving, one, two] = [await works(organisation), await works(organisation), await works(organisation)];
    const { submission } = one;
    for (const question of questions) await leaving.answer(question, 'yes', 0);
    await Promise.all([
      forgetPerson(db.store, leaving.person, personalColumns, false, noon).catch(counting),
      ...questions.map((question, index) => one.answer(question, 'no', index % 2).catch(counting)),
      ...questions.map((question) => leaving.answer(question, 'not_fully', 1).catch(counting)),
      (async () => {
        const lift = { submission, person: two.person, hash: newer, again: ['q6', 'q7'], at: 'overview', within: [] };
        await carryDraft(db.store, two.talk, lift, noon).catch(counting);
        await sendSubmission(db.store, two.talk, { submission, person: two.person, hash: newer }, noon).catch(counting);
      })(),
    ]);
    const named = await db.sql`
      select 'answers' as place from answers where by_person = ${leaving.person} union all
      select 'history' from answer_history where by_person = ${leaving.person} union all
      select 'refused' from refused_answers where by_person = ${leaving.person} union all
      select 'fillers' from fillers where person_id = ${leaving.person}`;
    expect(named).toEqual([]);
    expect((await readAssessment(db.store, submission))?.status).toBe('submitted');
  }
  expect(rings).toEqual([]);
}, 60_000);
