import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { carryDraft, draftOf, moveTo, openSubmission, saveAnswer, sendSubmission } from '../../../src/store/drafts.ts';
import { keepFormVersion, readFormVersion } from '../../../src/store/form-versions.ts';
import { readSubmission, submissionsOf } from '../../../src/store/submissions.ts';
import type { Hold } from '../../../src/store/drafts.ts';
import { closeTalk, receiveUpdates } from '../../../src/store/talks.ts';
import type { TakenTalk } from '../../../src/store/talks.ts';
import { holder, noon, targets, writes } from './targets.ts';
import type { Opened } from './targets.ts';

const stale = { is: 'stale' };

describe.each(targets)('answers through $name', ({ open, bareValues }) => {
  let db: Opened;
  const hash = 'a'.repeat(64);
  const form = { form: 'suite', hash };
  beforeAll(async () => {
    db = await open();
    await keepFormVersion(db.store, { ...form, definition: { title: 'Сауалнама' }, guards: ['health'] }, noon);
  });
  afterAll(() => db.close());

  let people = 100;
  /** Somebody whose talk is held and who has begun a form. */
  async function begins(form = 'suite') {
    people += 1;
    const [talk] = await receiveUpdates(db.store, db.channel, [writes(people, `${people}`)], holder(), noon);
    if (!talk?.person) throw new Error('no talk was taken');
    const person = talk.person.id;
    const opened = await openSubmission(
      db.store,
      talk,
      { person, form, hash, about: null, first: 'name', anew: false },
      noon,
    );
    if (opened.is !== 'open') throw new Error(`the form is ${opened.is}`);
    return { talk, person, draft: opened.draft, submission: opened.draft.id };
  }
  type Begun = Awaited<ReturnType<typeof begins>>;
  const answer = ({ talk, person, submission }: Begun, question: string, value: unknown, rev = 0, hold: Hold = talk) =>
    saveAnswer(
      db.store,
      hold,
      { submission, person, question, value, complete: true, rev, next: 'next', within: null },
      noon,
    );
  const other = (talk: TakenTalk): Hold => ({ ...talk, token: holder() });

  test('an answer is stored with the next place, and each change counts up and keeps what stood there', async () => {
    const begun = await begins();
    const values = [
      'Айгерім',
      { other: 'сөз "тырнақша" \\' },
      null,
      ...(bareValues ? [true, 3] : []),
      ['a', { other: 'b' }],
      'Айгерім',
    ];
    const revisions: unknown[] = [];
    for (const [rev, value] of values.entries()) revisions.push(await answer(begun, 'name', value, rev));
    expect(revisions).toEqual(values.map((_, index) => ({ is: 'saved', rev: index + 1, values: {} })));
    const history = await db.tables
      .from('answer_history')
      .select('rev, value')
      .eq('submission_id', begun.submission)
      .order('rev');
    expect(history.data).toEqual(values.slice(0, -1).map((value, index) => ({ rev: index + 1, value })));
    expect((await readSubmission(db.store, begun.submission))?.answers).toEqual({
      name: { value: 'Айгерім', rev: values.length, complete: true },
    });
  });

  test('the same answer again is no change; another one on an old revision is a conflict that shows what stands', async () => {
    const begun = await begins();
    await answer(begun, 'name', 'first');
    expect([
      await answer(begun, 'name', 'first'),
      await answer(begun, 'name', 'second', 0),
      await answer(begun, 'name', 'second', 1),
      await answer(begun, 'name', 'third', 1),
      await answer(begun, 'name', 'third', 7),
    ]).toEqual([
      { is: 'saved', rev: 1, values: {} },
      { is: 'conflict', value: 'first', rev: 1 },
      { is: 'saved', rev: 2, values: {} },
      { is: 'conflict', value: 'second', rev: 2 },
      { is: 'conflict', value: 'second', rev: 2 },
    ]);
    expect((await draftOf(db.store, begun.submission, begun.person, '2026-11-22'))?.at).toBe('name');
  });

  test('the answer of the next question comes back with the one that is stored', async () => {
    const begun = await begins();
    await answer(begun, 'next', 'there');
    expect(await answer(begun, 'name', 'here')).toEqual({
      is: 'saved',
      rev: 1,
      values: { next: { value: 'there', rev: 1 } },
    });
  });

  test('a draft carries only the values that decide, and the place', async () => {
    const begun = await begins();
    await answer(begun, 'health', ['yes']);
    await answer(begun, 'why', 'x'.repeat(3000));
    const draft = await draftOf(db.store, begun.submission, begun.person, '2026-11-22');
    expect([draft?.at, draft?.values, [...(draft?.answered ?? [])].toSorted()]).toEqual([
      'next',
      { health: { value: ['yes'], rev: 1 } },
      ['health', 'why'],
    ]);
    expect(await draftOf(db.store, begun.submission, begun.person + 1, '2026-11-22')).toBeNull();
  });

  test('without the token in force nothing is written by any function', async () => {
    const begun = await begins();
    const { talk, person, submission } = begun;
    const lost = other(talk);
    expect([
      await answer(begun, 'name', 'x', 0, lost),
      await moveTo(db.store, lost, { submission, person, question: 'why', within: null }, noon),
      await carryDraft(
        db.store,
        lost,
        { submission, person, hash: form.hash, again: [], at: 'why', within: null },
        noon,
      ),
      await sendSubmission(db.store, lost, { submission, person, hash: form.hash }, noon),
      await openSubmission(
        db.store,
        lost,
        { person, form: 'suite', hash: form.hash, about: null, first: 'name', anew: true },
        noon,
      ),
    ]).toEqual([stale, stale, stale, stale, stale]);
    await closeTalk(db.store, { ...talk, state: null, page: [], unreached: false }, noon);
    expect(await answer(begun, 'name', 'x')).toEqual(stale);
    expect(await readSubmission(db.store, submission)).toMatchObject({ status: 'draft', answers: {} });
  });

  test('nobody writes into a form that is not theirs, or that was sent', async () => {
    const [one, two] = [await begins(), await begins()];
    const closed = { is: 'closed' };
    expect(await answer({ ...one, submission: two.submission }, 'name', 'x')).toEqual(closed);
    const { talk, person, submission } = one;
    const send = () => sendSubmission(db.store, talk, { submission, person, hash: form.hash }, noon);
    expect([
      await sendSubmission(db.store, talk, { submission: two.submission, person, hash: form.hash }, noon),
      await sendSubmission(db.store, talk, { submission, person, hash: 'b'.repeat(64) }, noon),
      await send(),
      await send(),
      await answer(one, 'name', 'late'),
      await moveTo(db.store, talk, { submission, person, question: 'name', within: null }, noon),
    ]).toEqual([closed, closed, { is: 'sent' }, { is: 'sent' }, closed, closed]);
    const jobs = await db.tables
      .from('jobs')
      .select('kind')
      .eq('key', String(submission))
      .eq('kind', 'submission-card');
    expect(jobs.data).toEqual([{ kind: 'submission-card' }]);
  });

  test('one draft at a time; a sent form is begun anew only when asked, as a new round', async () => {
    const { talk, person, submission } = await begins();
    const begin = (anew: boolean) =>
      openSubmission(
        db.store,
        talk,
        { person, form: 'suite', hash: form.hash, about: null, first: 'name', anew },
        noon,
      );
    const again = await begin(true);
    await sendSubmission(db.store, talk, { submission, person, hash: form.hash }, noon);
    const sent = await begin(false);
    const anew = await begin(true);
    expect([again.is === 'open' && again.draft.id, sent.is === 'sent' && sent.id, anew.is]).toEqual([
      submission,
      submission,
      'open',
    ]);
    const own = await submissionsOf(db.store, person, null, 10);
    expect(own.map(({ status }) => status)).toEqual(['draft', 'submitted']);
    expect((await submissionsOf(db.store, person, own[0]?.id ?? 0, 10)).map(({ id }) => id)).toEqual([submission]);
  });

  test('a nameless person gets the name from the volunteer questionnaire that they send, from no other form', async () => {
    const definition = { title: 'Сауалнама' };
    await keepFormVersion(db.store, { form: 'volunteer-questionnaire', hash, definition, guards: [] }, noon);
    const names: unknown[] = [];
    for (const id of ['suite', 'volunteer-questionnaire']) {
      const begun = await begins(id);
      await answer(begun, 'full_name', 'Серікова Айгерім');
      const { talk, person, submission } = begun;
      expect(await sendSubmission(db.store, talk, { submission, person, hash }, noon)).toEqual({ is: 'sent' });
      const { data } = await db.tables.from('people').select('name').eq('id', person).single();
      names.push(data?.['name']);
    }
    expect(names).toEqual([null, 'Серікова Айгерім']);
  });

  test('a draft is lifted into a new version once; what is asked again goes to the history', async () => {
    const begun = await begins();
    const { talk, person, submission } = begun;
    const hash = 'c'.repeat(64);
    await keepFormVersion(db.store, { form: 'suite', hash, definition: { title: 'Жаңа' }, guards: [] }, noon);
    await answer(begun, 'name', 'kept');
    await answer(begun, 'sex', 'gone');
    const carry = () =>
      carryDraft(db.store, talk, { submission, person, hash, again: ['sex'], at: 'sex', within: null }, noon);
    const [first, second] = [await carry(), await carry()];
    expect([
      first.is === 'carried' && [first.draft.hash, first.draft.at, [...first.draft.answered]],
      second.is,
    ]).toEqual([[hash, 'sex', ['name']], 'closed']);
    expect(await readFormVersion(db.store, 'suite', form.hash)).toEqual({ title: 'Сауалнама' });
    const history = await db.tables.from('answer_history').select('question, value').eq('submission_id', submission);
    expect(history.data).toEqual([{ question: 'sex', value: 'gone' }]);
  });
});
