import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { personalColumns } from '../../../src/privacy/columns.ts';
import { forgetPerson } from '../../../src/store/privacy.ts';
import { StoreError } from '../../../src/store/store-error.ts';
import { makeAgreement } from '../../../src/store/volunteers/agreements.ts';
import { beginBriefing } from '../../../src/store/volunteers/briefings.ts';
import { planDeed, writeDeed } from '../../../src/store/volunteers/deeds.ts';
import { phonesOf } from '../../../src/store/volunteers/enrolments.ts';
import { askPapers, checkPaper } from '../../../src/store/volunteers/papers.ts';
import { sendReport, setReportLine } from '../../../src/store/volunteers/reports.ts';
import { noon, targets } from './targets.ts';
import type { Opened } from './targets.ts';
import { VolunteerScene } from './volunteer-scene.ts';

/* A volunteer is erased while buttons, forms and another one's words about them are still under way. */

describe.each(targets)('a volunteer who is forgotten, through $name', ({ open }) => {
  let db: Opened;
  let scene: VolunteerScene;
  beforeAll(async () => {
    db = await open();
    scene = await VolunteerScene.open(db);
  });
  afterAll(() => db.close());

  async function volunteer() {
    const project = await scene.project();
    const person = await scene.person('Мысал Волонтер');
    const by = await scene.person('Мысал Үйлестіруші');
    return { project: project.id, person, by, enrolment: await scene.member(person, project) };
  }
  const forgets = (person: number) => forgetPerson(db.store, person, personalColumns, false, noon);
  /** Why the database refuses; null: it did not. */
  const refusal = (call: Promise<unknown>): Promise<string | null> =>
    call.then(
      () => null,
      // lite has a code of its own for whatever a function raises.
      (error: unknown) => (error instanceof StoreError ? error.reason.replace(/^SUP$/, 'P0002') : String(error)),
    );
  const tables = ['deeds', 'volunteer_reports', 'papers', 'briefings', 'agreements', 'events', 'outbox', 'submissions'];
  /** Every table that has something of this person again. */
  async function left(person: number): Promise<string[]> {
    const found = await Promise.all(
      tables.map(async (table) => {
        const owner = table === 'submissions' ? 'owner_person' : 'person_id';
        const { data } = await db.tables.from(table).select('*').eq(owner, person);
        return data?.length === 0 ? [] : [table];
      }),
    );
    return found.flat();
  }

  const month = '2026-10';
  const said = {
    ...{ project: null, on: '2026-11-20', direction: 'education', activity: 'lesson', hours: 2 },
    ...{ people: 1, achieved: null, note: 'Құпия', photo: null },
  } as const;

  test('what comes late writes nothing down any more', async () => {
    const { project, person, by } = await volunteer();
    await forgets(person);
    // The form has gone with them; what it would have said is on its way.
    const written = { submission: 2_000_000_000, person, deed: null, said };
    expect(await writeDeed(db.store, written, noon)).toEqual({ is: 'gone' });
    await setReportLine(db.store, { person, project, month, line: 'Құпия' }, noon);
    await sendReport(db.store, { person, project, month }, noon);
    const asked = { person, project, kinds: ['criminal_record', 'narcological'], by } as const;
    expect(await askPapers(db.store, asked, noon)).toEqual([]);
    await checkPaper(db.store, { person, project, kind: 'criminal_record', expiresOn: null, by }, noon);
    expect(await left(person)).toEqual([]);
  });

  test('what has to give something back is refused: the person is no more', async () => {
    const { project, person } = await volunteer();
    const agreement = await scene.sent(person, 'volunteer-agreement', { kind: 'project', id: project });
    await forgets(person);
    const planned = { person, project: null, on: '2026-12-01', direction: 'education', idea: 'visit' };
    const begun = { person, project, version: 'v1', steps: ['card:a'] };
    expect([
      await refusal(planDeed(db.store, planned, noon)),
      await refusal(beginBriefing(db.store, begun, noon)),
      await refusal(makeAgreement(db.store, { submission: agreement, noticeDays: 14 }, noon)),
    ]).toEqual(['P0002', 'P0002', 'P0002']);
    expect(await left(person)).toEqual([]);
  });

  test.each(['draft', 'submitted', 'accepted', 'withdrawn'])(
    'what a coordinator has written about them goes, %s',
    async (status) => {
      const { by, enrolment } = await volunteer();
      const other = await volunteer();
      const letter = (id: number) =>
        scene.sent(by, 'recommendation', { kind: 'enrolment', id }, { words: 'Жақсы жұмыс істеді' }, { status });
      const about = await letter(enrolment);
      const another = await letter(other.enrolment);
      const [row] = await scene.rows('memberships', { id: enrolment });
      await forgets(Number(row?.['person_id']));
      expect(await scene.rows('submissions', { owner_person: by })).toMatchObject([{ id: another }]);
      expect((await db.tables.from('answers').select('question').eq('submission_id', about)).data).toEqual([]);
    },
  );

  test('a coordinator sees only the phones that were told to their project', async () => {
    const { project, person, enrolment } = await volunteer();
    const other = await volunteer();
    const tells = (whose: number, about: number | null, phone: string, more: object = {}) =>
      scene.sent(
        whose,
        'volunteer-questionnaire',
        about === null ? null : { kind: 'project', id: about },
        { phone },
        { status: 'accepted', ...more },
      );
    await tells(person, project, '+77010000001');
    // Newer, but for others.
    const newer = { submitted_at: '2026-11-22T08:00:00Z' };
    await tells(person, other.project, '+77010000002', newer);
    await tells(person, null, '+77010000003', newer);
    await tells(other.person, project, '+77010000004', { status: 'withdrawn' });
    expect(await phonesOf(db.store, project, [person, other.person])).toEqual(new Map([[person, '+77010000001']]));
    expect(await phonesOf(db.store, other.project, [person])).toEqual(new Map([[person, '+77010000002']]));
    // Out of the pool into a project: that questionnaire has come to it.
    const pool = await tells(other.person, null, '+77010000005');
    expect(await phonesOf(db.store, other.project, [other.person])).toEqual(new Map());
    const review = { submission_id: pool, answer: 'accepted', membership_id: other.enrolment, at: noon.toISOString() };
    await scene.insert('reviews', review);
    expect(await phonesOf(db.store, other.project, [other.person])).toEqual(new Map([[other.person, '+77010000005']]));
    expect(await phonesOf(db.store, project, [other.person])).toEqual(new Map());
    await forgets(person);
    expect(await phonesOf(db.store, project, [person])).toEqual(new Map());
    expect(await scene.rows('memberships', { id: enrolment })).toEqual([]);
  });
});
