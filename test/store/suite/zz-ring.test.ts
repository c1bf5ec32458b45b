import { expect, test } from 'vitest';
import { freshDatabase } from '../../support/postgres.ts';
import { openAssessment } from '../../../src/store/centres/assessments.ts';
import { saveAnswer } from '../../../src/store/drafts.ts';
import { keepFormVersion } from '../../../src/store/form-versions.ts';
import { personalColumns } from '../../../src/privacy/columns.ts';
import { forgetPerson } from '../../../src/store/privacy.ts';
import { openChannel, receiveUpdates } from '../../../src/store/talks.ts';
import { holder, noon, writes } from './targets.ts';
test('ring', async () => {
  const db = await freshDatabase();
  const channel = await openChannel(db.store, 'web', 'x');
  const hash = 'd'.repeat(64);
  await keepFormVersion(db.store, { form: 'label-suite', hash, definition: {}, guards: [] }, noon);
  const errors: string[] = [];
  const outcomes: Record<string, number> = {};
  for (let n = 0; n < 60; n += 1) {
    const [o] = await db.sql<{ id: number }[]>`insert into organisations (kind, programme, name, made_at) values ('youth-centre', 'label', '{"kk": "x"}', now()) returning id::int`;
    const org = o!.id;
    const two = [];
    for (const c of [n * 2 + 1, n * 2 + 2]) {
      const [talk] = await receiveUpdates(db.store, channel, [writes(c, `${c}`)], holder(), noon);
      const person = talk!.person!.id;
      await db.sql`insert into memberships (person_id, organisation_id, role, from_on) values (${person}, ${org}, 'staff', '2026-01-01')`;
      two.push({ talk: talk!, person });
    }
    const [a, b] = two as [typeof two[0], typeof two[0]];
    let id = 0;
    for (const one of [a!, b!]) {
      const op = await openAssessment(db.store, one!.talk, { person: one!.person, organisation: org, by: 'centre', stage: 'start', roles: ['staff'], form: 'label-suite', hash, at: 'overview', within: [] }, noon);
      if (op.is === 'open') id = op.draft.id;
    }
    const say = (w: typeof a, q: string, v: string, rev = 0) => saveAnswer(db.store, w!.talk, { submission: id, person: w!.person, question: q, value: v, complete: true, rev, next: 'overview', within: null }, noon);
    for (let q = 0; q < 10; q += 1) await say(a, `q${q}`, 'yes');
    const res = await Promise.allSettled([
      forgetPerson(db.store, a!.person, personalColumns, false, noon),
      (async () => { for (let q = 0; q < 10; q += 1) { const r = await say(b, `q${q}`, 'no', q % 2); outcomes[r.is] = (outcomes[r.is] ?? 0) + 1; } })(),
    ]);
    for (const r of res) if (r.status === 'rejected') errors.push(String(r.reason) + String((r.reason as {reason?: string}).reason));
  }
  console.log(outcomes, errors.length, errors.slice(0, 5));
  expect(errors).toEqual([]);
  await db.close();
}, 60000);
