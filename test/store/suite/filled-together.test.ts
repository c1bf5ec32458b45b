import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changesOf, openAssessment, readAssessment } from '../../../src/store/centres/assessments.ts';
import { carryDraft, draftOf, saveAnswer, sendSubmission } from '../../../src/store/drafts.ts';
import type { Hold } from '../../../src/store/drafts.ts';
import { keepFormVersion } from '../../../src/store/form-versions.ts';
import { receiveUpdates } from '../../../src/store/talks.ts';
import { holder, noon, targets, writes } from './targets.ts';
import type { Opened } from './targets.ts';

/* A form that an organisation owns, and several of its people fill in: who may, and what becomes of answers at once. */

const rounds = 20;
const numbers = Array.from({ length: rounds }, (_, index) => index + 1);
const hash = 'd'.repeat(64);
const today = '2026-11-22';

describe.each(targets)('filled in together through $name', ({ open }) => {
  let db: Opened;
  beforeAll(async () => {
    db = await open();
    await keepFormVersion(db.store, { form: 'label-suite', hash, definition: { title: 'Бағалау' }, guards: [] }, noon);
  });
  afterAll(() => db.close());

  async function insert(table: string, row: object): Promise<number> {
    const { data, error } = await db.tables.from(table).insert(row).select('id').single();
    if (error) throw new Error(error.message);
    return Number(data['id']);
  }

  const centre = (parent: number | null = null): Promise<number> =>
    insert('organisations', {
      ...{ kind: 'youth-centre', parent_id: parent, programme: 'label', name: { kk: 'Орталық' } },
      made_at: noon.toISOString(),
    });

  let chats = 7_000_000;
  /** Somebody whose talk is held. */
  async function somebody(): Promise<{ talk: Hold; person: number }> {
    chats += 1;
    const [talk] = await receiveUpdates(db.store, db.channel, [writes(chats, `${chats}`)], holder(), noon);
    if (!talk?.person) throw new Error('no talk was taken');
    return { talk, person: talk.person.id };
  }
  type Somebody = Awaited<ReturnType<typeof somebody>>;

  const member = (person: number, organisation: number, more: object = {}): Promise<number> =>
    insert('memberships', {
      ...{ person_id: person, organisation_id: organisation, project_id: null, role: 'staff' },
      ...{ from_on: '2026-01-01', until_on: null, ...more },
    });

  async function staff(organisation: number, more: object = {}): Promise<Somebody> {
    const one = await somebody();
    await member(one.person, organisation, more);
    return one;
  }

  const opens = ({ talk, person }: Somebody, organisation: number, by: 'centre' | 'expert' = 'centre') => {
    const roles = by === 'centre' ? ['head', 'coordinator', 'staff'] : ['expert'];
    const asked = { person, organisation, by, stage: 'start', roles, form: 'label-suite', hash } as const;
    return openAssessment(db.store, talk, { ...asked, at: 'overview', within: ['q1'] }, noon);
  };

  async function begins(one: Somebody, organisation: number): Promise<number> {
    const opened = await opens(one, organisation);
    if (opened.is !== 'open') throw new Error(`it is ${opened.is}`);
    return opened.draft.id;
  }

  const answers = ({ talk, person }: Somebody, submission: number, question: string, value: unknown, rev = 0) =>
    saveAnswer(
      db.store,
      talk,
      { submission, person, question, value, complete: true, rev, next: 'overview', within: null },
      noon,
    );

  describe('who may fill it in', () => {
    const cases: [string, boolean, object][] = [
      ['staff', true, {}],
      ['a head', true, { role: 'head' }],
      ['a coordinator', true, { role: 'coordinator' }],
      ['staff on their last day', true, { until_on: today }],
      ['staff on their first day', true, { from_on: today }],
      ['staff of until yesterday', false, { until_on: '2026-11-21' }],
      ['staff from tomorrow on', false, { from_on: '2026-11-23' }],
      ['an expert', false, { role: 'expert' }],
      ['a volunteer', false, { role: 'volunteer' }],
    ];
    test.for(cases)('%s: %s', async ([, may, more]) => {
      const organisation = await centre();
      const submission = await begins(await staff(organisation), organisation);
      const one = await staff(organisation, more);
      expect((await opens(one, organisation)).is).toBe(may ? 'open' : 'gone');
      expect((await draftOf(db.store, submission, one.person, today)) !== null).toBe(may);
      expect((await answers(one, submission, 'q1', 'yes')).is).toBe(may ? 'saved' : 'closed');
      expect((await sendSubmission(db.store, one.talk, { submission, person: one.person, hash }, noon)).is).toBe(
        may ? 'sent' : 'closed',
      );
    });

    test('nobody from above, from elsewhere, or with a role in one project only', async () => {
      const above = await centre();
      const organisation = await centre(above);
      const submission = await begins(await staff(organisation), organisation);
      const words = { kk: 'Жоба' };
      const project = await insert('projects', {
        ...{ organisation_id: organisation, name: words, place: words, purpose: words, activities: words },
        ...{ direction: 'education', made_at: noon.toISOString() },
      });
      const others = [
        await staff(above, { role: 'head' }),
        await staff(await centre()),
        await staff(organisation, { project_id: project, role: 'coordinator' }),
      ];
      for (const one of others) expect(await answers(one, submission, 'q1', 'yes')).toEqual({ is: 'closed' });
      expect((await readAssessment(db.store, submission))?.answers).toEqual([]);
    });
  });

  test(`two open it at once, ${rounds} times: there is one, and both are in it`, async () => {
    for (const _ of numbers) {
      const organisation = await centre();
      const two = [await staff(organisation), await staff(organisation)];
      const opened = await Promise.all(two.map((one) => opens(one, organisation)));
      const ids = opened.map((one) => (one.is === 'open' ? one.draft.id : one.is));
      expect(new Set(ids).size).toBe(1);
      const { data } = await db.tables.from('fillers').select('person_id').eq('submission_id', Number(ids[0]));
      const there = new Set((data ?? []).map((row) => Number(row['person_id'])));
      expect(there).toEqual(new Set(two.map(({ person }) => person)));
    }
  });

  test(`two answer the same at once, ${rounds} times: one stands, the other is kept, and both can know`, async () => {
    const organisation = await centre();
    const [one, two] = [await staff(organisation), await staff(organisation)];
    const submission = await begins(one, organisation);
    await begins(two, organisation);
    for (const number of numbers) {
      const question = `q${number}`;
      const [first, second] = await Promise.all([
        answers(one, submission, question, 'yes'),
        answers(two, submission, question, 'no'),
      ]);
      const [stands, refused] = first.is === 'saved' ? ['yes', 'no'] : ['no', 'yes'];
      expect([first.is, second.is].toSorted()).toEqual(['conflict', 'saved']);
      const lost = first.is === 'saved' ? second : first;
      const winner = first.is === 'saved' ? one : two;
      expect(lost).toMatchObject({ is: 'conflict', value: stands, rev: 1, byId: winner.person });
      const changes = await changesOf(db.store, submission, question);
      expect(changes).toMatchObject([{ value: refused, refused: expect.any(Number) }]);
      const letters = await db.tables
        .from('outbox')
        .select('person_id, payload')
        .eq('kind', 'answer-differed')
        .like('key', `${submission} ${question} %`);
      // Which answer it was, not what it says.
      expect(letters.data).toEqual([
        { person_id: winner.person, payload: { submission, question, refused: changes[0]?.refused } },
      ]);
    }
    const whole = await readAssessment(db.store, submission);
    expect(whole?.answers.map(({ rev, complete }) => [rev, complete])).toEqual(numbers.map(() => [1, true]));
  });

  test(`two change the same at once, ${rounds} times: each change stands in the history once`, async () => {
    const organisation = await centre();
    const [one, two] = [await staff(organisation), await staff(organisation)];
    const submission = await begins(one, organisation);
    await begins(two, organisation);
    await answers(one, submission, 'q1', 'begun');
    for (const rev of numbers) {
      const both = await Promise.all([
        answers(one, submission, 'q1', `one ${rev}`, rev),
        answers(two, submission, 'q1', `two ${rev}`, rev),
      ]);
      expect(both.map(({ is }) => is).toSorted()).toEqual(['conflict', 'saved']);
    }
    const changes = await changesOf(db.store, submission, 'q1');
    expect(changes.filter(({ refused }) => refused)).toHaveLength(rounds);
    expect(new Set(changes.map(({ value }) => value)).size).toBe(2 * rounds);
    expect((await readAssessment(db.store, submission))?.answers).toMatchObject([{ rev: rounds + 1 }]);
  });

  test(`the same answer by both at once, ${rounds} times, is one and no conflict`, async () => {
    const organisation = await centre();
    const [one, two] = [await staff(organisation), await staff(organisation)];
    const submission = await begins(one, organisation);
    await begins(two, organisation);
    for (const number of numbers) {
      const both = await Promise.all([one, two].map((who) => answers(who, submission, `q${number}`, 'yes')));
      expect(both).toMatchObject([
        { is: 'saved', rev: 1 },
        { is: 'saved', rev: 1 },
      ]);
      expect(await changesOf(db.store, submission, `q${number}`)).toEqual([]);
    }
  });

  test(`one finishes while the other answers, ${rounds} times: it is in before the end, or not at all`, async () => {
    for (const _ of numbers) {
      const organisation = await centre();
      const [one, two] = [await staff(organisation), await staff(organisation)];
      const submission = await begins(one, organisation);
      await begins(two, organisation);
      const [sent, saved] = await Promise.all([
        sendSubmission(db.store, one.talk, { submission, person: one.person, hash }, noon),
        answers(two, submission, 'q1', 'yes'),
      ]);
      expect(sent).toEqual({ is: 'sent' });
      const whole = await readAssessment(db.store, submission);
      expect([whole?.status, whole?.answers.length]).toEqual(['submitted', saved.is === 'saved' ? 1 : 0]);
    }
  });

  test('each stands at a place of their own, and sees whose an answer is', async () => {
    const organisation = await centre();
    const [one, two] = [await staff(organisation), await staff(organisation)];
    const submission = await begins(one, organisation);
    await begins(two, organisation);
    const there = { submission, question: 'q1', value: 'yes', complete: true, rev: 0, within: ['q1', 'q2'] };
    await saveAnswer(db.store, one.talk, { ...there, person: one.person, next: 'q2' }, noon);
    const mine = await draftOf(db.store, submission, one.person, today);
    const theirs = await draftOf(db.store, submission, two.person, today);
    expect([mine?.at, mine?.within, theirs?.at, theirs?.within]).toEqual(['q2', ['q1', 'q2'], 'overview', ['q1']]);
    expect(theirs?.values).toEqual({
      q1: { value: 'yes', rev: 1, by: null, byId: one.person, at: expect.any(String) },
    });
    const expert = await staff(organisation, { role: 'expert' });
    const apart = await opens(expert, organisation, 'expert');
    expect(apart).toMatchObject({ is: 'open', draft: { values: {} } });
    expect(await draftOf(db.store, submission, expert.person, today)).toBeNull();
  });

  test('what a new version asks again is answered, and changed, like anything else; all of it is in the history', async () => {
    const newer = 'e'.repeat(64);
    await keepFormVersion(
      db.store,
      { form: 'label-suite', hash: newer, definition: { title: 'Жаңа' }, guards: [] },
      noon,
    );
    const organisation = await centre();
    const one = await staff(organisation);
    const submission = await begins(one, organisation);
    await answers(one, submission, 'q1', 'first');
    await answers(one, submission, 'q1', 'second', 1);
    const lift = { submission, person: one.person, hash: newer, again: ['q1'], at: 'q1', within: ['q1'] };
    expect(await carryDraft(db.store, one.talk, lift, noon)).toMatchObject({ is: 'carried', draft: { values: {} } });
    expect(await answers(one, submission, 'q1', 'third')).toMatchObject({ is: 'saved', rev: 3 });
    expect(await answers(one, submission, 'q1', 'fourth', 3)).toMatchObject({ is: 'saved', rev: 4 });
    const values = (await changesOf(db.store, submission, 'q1')).map(({ value }) => value);
    expect(new Set(values)).toEqual(new Set(['first', 'second', 'third']));
  });
});
