import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { personalColumns } from '../../../src/privacy/columns.ts';
import { readDeed } from '../../../src/store/volunteers/deeds.ts';
import { readEnrolment } from '../../../src/store/volunteers/enrolments.ts';
import { papersOf } from '../../../src/store/volunteers/papers.ts';
import { reportOf, sendReport, setReportLine } from '../../../src/store/volunteers/reports.ts';
import { noon, targets } from './targets.ts';
import type { Opened } from './targets.ts';
import { VolunteerScene } from './volunteer-scene.ts';

/* Somebody has volunteered in two messengers, and turns out to be one person: nothing that either had is lost. */

const now = noon.toISOString();

describe.each(targets)('two volunteers become one, through $name', ({ open }) => {
  let db: Opened;
  let scene: VolunteerScene;
  beforeAll(async () => {
    db = await open();
    scene = await VolunteerScene.open(db);
  });
  afterAll(() => db.close());

  /** Who goes, who stays, and who coordinates the project of both. */
  async function pair() {
    const project = await scene.project();
    const [goes, stays, by] = [
      await scene.person('Мысал Кетер'),
      await scene.person('Мысал Қалар'),
      await scene.person('Мысал Үйлестіруші'),
    ];
    return { project, goes, stays, by };
  }
  const merge = ({ goes, stays }: { goes: number; stays: number }) => {
    const args = { p_from: goes, p_into: stays, p_columns: personalColumns, p_at: now };
    return db.store.call('merge_people', args, z.object({ is: z.literal('merged') }));
  };
  const chat = (person: number): Promise<number> =>
    scene.insert('chats', {
      ...{ channel_id: db.channel, external_id: `one ${person}`, kind: 'private' },
      ...{ person_id: person, last_used_at: now },
    });
  /** A letter that waits to be sent. */
  const letter = async (person: number, kind: string, payload: object): Promise<number> =>
    scene.insert('outbox', {
      ...{ channel_id: db.channel, chat_id: await chat(person), person_id: person, kind, payload },
      ...{ key: `of ${person}`, priority: 1, wanted_at: now, due_at: now },
    });

  describe('papers', () => {
    /** A paper of somebody with the form and the file that were sent for it. */
    async function paper(person: number, project: number, is: 'asked' | 'received' | 'checked') {
      const row = { person_id: person, project_id: project, kind: 'criminal_record', asked_at: now };
      if (is === 'asked') return { id: await scene.insert('papers', row), form: 0, file: 0 };
      const file = await scene.file(person);
      const answers = { file: [{ file: String(file), kind: 'photo' }] };
      const about = { kind: 'project', id: project };
      const form = await scene.sent(person, 'volunteer-paper', about, answers, { status: 'accepted' });
      const sent = { ...row, submission_id: form, received_at: now };
      return { id: await scene.insert('papers', is === 'checked' ? { ...sent, checked_at: now } : sent), form, file };
    }

    test.each([
      ['checked', 'asked', 'goes'],
      ['asked', 'checked', 'stays'],
      ['checked', 'received', 'goes'],
      ['received', 'checked', 'stays'],
      ['received', 'asked', 'goes'],
      ['asked', 'received', 'stays'],
      ['checked', 'checked', 'stays'],
    ] as const)('%s of who goes, %s of who stays: that of who %s is kept', async (first, second, kept) => {
      const two = await pair();
      const both = {
        goes: await paper(two.goes, two.project.id, first),
        stays: await paper(two.stays, two.project.id, second),
      };
      await merge(two);
      const stays = both[kept];
      const gone = both[kept === 'goes' ? 'stays' : 'goes'];
      expect(await papersOf(db.store, two.stays, two.project.id)).toMatchObject([
        { id: stays.id, submission: stays.form, checkedOn: [first, second].includes('checked') ? '2026-11-22' : null },
      ]);
      expect(await scene.rows('files', { owner_person: two.stays })).toMatchObject([{ id: stays.file }]);
      expect(await scene.rows('submissions', { id: gone.form })).toEqual([]);
      expect(await scene.rows('files', { id: gone.file })).toEqual([]);
    });

    test('papers of other kinds and of other projects are all kept', async () => {
      const two = await pair();
      const other = await scene.project();
      await paper(two.goes, two.project.id, 'received');
      await paper(two.stays, other.id, 'checked');
      await merge(two);
      expect(await scene.rows('papers', { person_id: two.stays })).toHaveLength(2);
    });
  });

  describe('reports', () => {
    test.each(['goes', 'stays'] as const)('sent by who %s, begun by the other: the sent one stands', async (sender) => {
      const two = await pair();
      const of = (who: 'goes' | 'stays') => ({ person: two[who], project: two.project.id, month: '2026-10' });
      await setReportLine(db.store, { ...of(sender), line: 'Жіберілді' }, noon);
      await sendReport(db.store, of(sender), noon);
      await setReportLine(db.store, { ...of(sender === 'goes' ? 'stays' : 'goes'), line: 'Басталды' }, noon);
      await merge(two);
      const report = await reportOf(db.store, of('stays'));
      expect(report).toMatchObject({ line: 'Жіберілді', sentLine: 'Жіберілді', sentAt: expect.any(String) });
    });

    test('only begun: a line is not lost for a row without one', async () => {
      const two = await pair();
      const month = { project: two.project.id, month: '2026-10' };
      await setReportLine(db.store, { ...month, person: two.goes, line: 'Басталды' }, noon);
      await setReportLine(db.store, { ...month, person: two.stays, line: null }, noon);
      await merge(two);
      expect(await reportOf(db.store, { ...month, person: two.stays })).toMatchObject({ line: 'Басталды' });
    });
  });

  describe('an enrolment in the same project on both sides', () => {
    /** Both are volunteers there; who goes was so later, by a questionnaire for no project. */
    async function enrolled(later: object = {}, earlier: object = {}) {
      const two = await pair();
      const goes = await scene.member(two.goes, two.project, 'volunteer', { from_on: '2026-03-01', ...later });
      const stays = await scene.member(two.stays, two.project, 'volunteer', earlier);
      return { ...two, enrolment: { goes, stays } };
    }
    const draft = (by: number, enrolment: number) =>
      scene.sent(by, 'recommendation', { kind: 'enrolment', id: enrolment }, {}, { status: 'draft' });

    test('becomes one from the first day on, with the questionnaire by which it came', async () => {
      const two = await enrolled();
      const pool = await scene.sent(two.goes, 'volunteer-questionnaire', null, {}, { status: 'accepted' });
      const review = { submission_id: pool, answer: 'accepted', membership_id: two.enrolment.goes, at: now };
      await scene.insert('reviews', review);
      await merge(two);
      expect(await readEnrolment(db.store, two.enrolment.goes)).toBeNull();
      expect(await readEnrolment(db.store, two.enrolment.stays)).toMatchObject({
        ...{ person: two.stays, from: '2026-01-01', until: null, questionnaire: pool },
      });
    });

    test('what a coordinator is writing about the one is about the other', async () => {
      const two = await enrolled();
      const begun = await draft(two.by, two.enrolment.goes);
      await merge(two);
      expect(await scene.rows('submissions', { id: begun })).toMatchObject([
        { about_id: two.enrolment.stays, status: 'draft' },
      ]);
    });

    test('begun about both, one draft is gone on with; what was sent of either is kept', async () => {
      const two = await enrolled();
      const sent: number[] = [];
      for (const id of [two.enrolment.goes, two.enrolment.stays])
        sent.push(await scene.sent(two.by, 'recommendation', { kind: 'enrolment', id }, {}, { status: 'accepted' }));
      await draft(two.by, two.enrolment.goes);
      const kept = await draft(two.by, two.enrolment.stays);
      await merge(two);
      const about = await scene.rows('submissions', { about_kind: 'enrolment', about_id: two.enrolment.stays });
      expect(about.map(({ id }) => id)).toEqual([...sent, kept]);
    });

    test.each([
      ['the volunteer', 'enrolment-ended', 'goes'],
      ['a coordinator', 'volunteer-leaves', 'by'],
    ] as const)('a letter to %s that waits speaks of the one that stays', async (_reader, kind, to) => {
      const last = { until_on: '2026-12-10' };
      const two = await enrolled(last, last);
      await scene.member(two.by, two.project, 'coordinator');
      const id = await letter(two[to], kind, { enrolment: two.enrolment.goes, on: '2026-12-10' });
      await merge(two);
      const [waits] = await scene.rows('outbox', { id });
      expect(waits?.['payload']).toEqual({ enrolment: two.enrolment.stays, on: '2026-12-10' });
    });

    test('who has set the last day is known with the day that holds', async () => {
      const two = await pair();
      const ended = { until_on: '2026-12-20', last_day_by: two.by, from_on: '2026-03-01' };
      await scene.member(two.goes, two.project, 'volunteer', ended);
      const own = { until_on: '2026-12-10', last_day_by: two.stays };
      const enrolment = await scene.member(two.stays, two.project, 'volunteer', own);
      await merge(two);
      expect(await readEnrolment(db.store, enrolment)).toMatchObject({ until: '2026-12-20', endedByOther: true });
    });

    test('the last day that one of them has set is still their own', async () => {
      const two = await pair();
      const own = { until_on: '2026-12-20', last_day_by: two.goes, from_on: '2026-03-01' };
      await scene.member(two.goes, two.project, 'volunteer', own);
      const ended = { until_on: '2026-12-10', last_day_by: two.by };
      const enrolment = await scene.member(two.stays, two.project, 'volunteer', ended);
      await merge(two);
      expect(await readEnrolment(db.store, enrolment)).toMatchObject({ until: '2026-12-20', endedByOther: false });
    });
  });

  test('the same photo in both diaries is one file, and both entries show it', async () => {
    const two = await pair();
    const sha = `same of ${two.goes}`;
    const photo = (person: number) =>
      scene.insert('files', { owner_person: person, sha256: sha, mime: 'image/png', bytes: 4, path: sha, at: now });
    const deed = async (person: number) =>
      scene.insert('deeds', {
        ...{ person_id: person, state: 'done', on_day: '2026-11-01', direction: 'education', activity: 'lesson' },
        ...{ hours: 1, photo_id: await photo(person), made_at: now, changed_at: now },
      });
    const [first, second] = [await deed(two.goes), await deed(two.stays)];
    await merge(two);
    const files = await scene.rows('files', { sha256: sha });
    expect(files).toMatchObject([{ owner_person: two.stays }]);
    for (const id of [first, second])
      expect(await readDeed(db.store, id)).toMatchObject({ person: two.stays, photo: files[0]?.['id'] });
  });
});
