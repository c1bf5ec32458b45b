import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  confirmDay,
  confirmDeed,
  deedsOf,
  deedsToConfirm,
  diaryOverview,
  moveDeed,
  planDeed,
  questionDeed,
  readDeed,
  removeDeed,
  writeDeed,
} from '../../../src/store/volunteers/deeds.ts';
import type { DeedSaid } from '../../../src/store/volunteers/deeds.ts';
import { reportOf, reportsOf, sendReport, setReportLine } from '../../../src/store/volunteers/reports.ts';
import { skillsOf, writeSkills } from '../../../src/store/volunteers/skills.ts';
import {
  checkCertificate,
  confirmedWork,
  giveThanks,
  readThanks,
  withdrawThanks,
} from '../../../src/store/volunteers/thanks.ts';
import { noon, targets } from './targets.ts';
import type { Opened } from './targets.ts';
import { VolunteerScene } from './volunteer-scene.ts';

/* The diary of good deeds and what is made from it: confirmed hours, reports, thanks. */

describe.each(targets)('the diary through $name', ({ open }) => {
  let db: Opened;
  let scene: VolunteerScene;
  beforeAll(async () => {
    db = await open();
    scene = await VolunteerScene.open(db);
  });
  afterAll(() => db.close());

  const lesson: DeedSaid = {
    ...{ project: null, on: '2026-11-21', direction: 'education', activity: 'lesson', hours: 2.5 },
    ...{ people: 12, achieved: null, note: null, photo: null },
  };
  let rounds = 0;
  /** Writes an entry as the form does. */
  async function writes(person: number, said: Partial<DeedSaid> = {}, deed: number | null = null): Promise<number> {
    rounds += 1;
    const submission = await scene.sent(person, 'diary-entry', null, {}, { round: rounds });
    const written = await writeDeed(db.store, { submission, person, deed, said: { ...lesson, ...said } }, noon);
    if (written.is !== 'written') throw new Error('it was not written');
    return written.id;
  }
  async function volunteer() {
    const project = await scene.project();
    const person = await scene.person();
    const by = await scene.person('Мысал Үйлестіруші');
    const enrolment = await scene.member(person, project);
    return { project: project.id, person, by, enrolment };
  }

  test('an entry is written once, and its form goes; a change is the same entry', async () => {
    const person = await scene.person();
    const submission = await scene.sent(person, 'diary-entry', null);
    const written = { submission, person, deed: null, said: lesson };
    const both = await Promise.all([writeDeed(db.store, written, noon), writeDeed(db.store, written, noon)]);
    expect(both[0]).toEqual(both[1]);
    expect(await scene.rows('submissions', { id: submission })).toEqual([]);
    const [deed] = await deedsOf(db.store, person, { from: '2026-11-01', until: '2026-11-30' });
    expect(deed).toMatchObject({ state: 'done', hours: 2.5, people: 12, activity: 'lesson', confirmed: false });
    await writes(person, { hours: 3, activity: { other: 'Ертегі оқу' } }, deed?.id ?? 0);
    expect(await readDeed(db.store, deed?.id ?? 0)).toMatchObject({ hours: 3, activity: { other: 'Ертегі оқу' } });
  });

  test('nobody changes or removes another one’s entry', async () => {
    const one = await scene.person();
    const other = await scene.person();
    const deed = await writes(one);
    const submission = await scene.sent(other, 'diary-entry', { kind: 'deed', id: deed });
    expect(await writeDeed(db.store, { submission, person: other, deed, said: lesson }, noon)).toEqual({ is: 'gone' });
    expect(await removeDeed(db.store, deed, other, noon)).toBe(false);
    expect(await removeDeed(db.store, deed, one, noon)).toBe(true);
    expect(await readDeed(db.store, deed)).toBeNull();
  });

  test('a photo goes with its entry, and stays where another entry has it', async () => {
    const person = await scene.person();
    const photo = await scene.file(person);
    const first = await writes(person, { photo });
    const second = await writes(person, { photo });
    await removeDeed(db.store, first, person, noon);
    expect(await scene.rows('files', { id: photo })).toHaveLength(1);
    await writes(person, { photo: null }, second);
    expect(await scene.rows('files', { id: photo })).toEqual([]);
  });

  test('hours are confirmed by somebody else, a day at once only what was shown; a change takes it away', async () => {
    const { project, person, by } = await volunteer();
    const [one, two, late] = [
      await writes(person, { project }),
      await writes(person, { project }),
      await writes(person, { project }),
    ];
    expect((await deedsToConfirm(db.store, project, { after: null, limit: 2 })).map(({ id }) => id)).toEqual([
      one,
      two,
    ]);
    expect((await deedsToConfirm(db.store, project, { after: two, limit: 2 })).map(({ id }) => id)).toEqual([late]);
    const seen = async (...ids: number[]) =>
      (await deedsToConfirm(db.store, project, { after: null, limit: 50 })).filter(({ id }) => ids.includes(id));
    const confirms = async (id: number, by_: number, of = project) =>
      confirmDeed(
        db.store,
        { id, project: of, confirmed: true, changedAt: (await readDeed(db.store, id))?.changedAt ?? '', by: by_ },
        noon,
      );
    expect(await confirms(one, person)).toBe('gone');
    expect(
      await confirmDay(db.store, { project, on: '2026-11-21', deeds: await seen(one, two), by: person }, noon),
    ).toBe(0);
    expect(await confirmDay(db.store, { project, on: '2026-11-21', deeds: await seen(one, two), by }, noon)).toBe(2);
    expect(await readDeed(db.store, late)).toMatchObject({ confirmed: false });
    await writes(person, { project, note: 'Жақсы болды' }, one);
    expect(await readDeed(db.store, one)).toMatchObject({ confirmed: true });
    await writes(person, { project, hours: 9 }, one);
    expect(await readDeed(db.store, one)).toMatchObject({ confirmed: false });
    expect(await questionDeed(db.store, { id: two, project, by }, noon)).toBe('noted');
    expect(await readDeed(db.store, two)).toMatchObject({ confirmed: false, questioned: true });
    expect(await confirms(two, by, project + 1)).toBe('gone');
    const unseen = { id: two, project, confirmed: true, changedAt: '2026-11-22T06:59:00Z', by };
    expect(await confirmDeed(db.store, unseen, noon)).toBe('gone');
  });

  test('a month at a glance, with what is planned', async () => {
    const person = await scene.person();
    await writes(person, { on: '2026-10-31' });
    await writes(person, { on: '2026-11-01', hours: 1 });
    await writes(person, { on: '2026-11-30', hours: 0.25, direction: 'elderly' });
    await planDeed(db.store, { person, project: null, on: '2026-11-30', direction: 'health', idea: 'x' }, noon);
    expect(await diaryOverview(db.store, person, { from: '2026-11-01', until: '2026-11-30' })).toEqual({
      ...{ deeds: 2, hours: 1.25, confirmedHours: 0, people: 24 },
      days: [
        { on: '2026-11-01', hours: 1, done: 1, planned: 0 },
        { on: '2026-11-30', hours: 0.25, done: 1, planned: 1 },
      ],
      directions: [
        { direction: 'education', hours: 1, deeds: 1 },
        { direction: 'elderly', hours: 0.25, deeds: 1 },
      ],
    });
  });

  test('what is planned is planned once, moved, and done by writing it down', async () => {
    const person = await scene.person();
    const planned = { person, project: null, on: '2026-11-25', direction: 'health', idea: 'visit' };
    const [id, same] = await Promise.all([planDeed(db.store, planned, noon), planDeed(db.store, planned, noon)]);
    expect(same).toBe(id);
    expect(await moveDeed(db.store, { id, person: person + 1, on: '2026-11-28' }, noon)).toBe(false);
    expect(await moveDeed(db.store, { id, person, on: '2026-11-28' }, noon)).toBe(true);
    await writes(person, { on: '2026-11-22' }, id);
    expect(await readDeed(db.store, id)).toMatchObject({ state: 'done', on: '2026-11-22', idea: 'visit' });
    expect(await moveDeed(db.store, { id, person, on: '2026-11-29' }, noon)).toBe(false);
  });

  test('a report keeps what the diary said when it was sent; who has not reported stands first', async () => {
    const { project, person } = await volunteer();
    const of = { person, project, month: '2026-11' };
    await writes(person, { project });
    expect(await reportOf(db.store, of)).toMatchObject({ deeds: 1, hours: 2.5, people: 12, sentAt: null, line: null });
    await setReportLine(db.store, { ...of, line: 'Бәрі жақсы' }, noon);
    await sendReport(db.store, of, noon);
    await writes(person, { project });
    expect(await reportOf(db.store, of)).toMatchObject({ deeds: 1, hours: 2.5, line: 'Бәрі жақсы' });
    await sendReport(db.store, of, noon);
    expect(await reportOf(db.store, of)).toMatchObject({ deeds: 2, hours: 5 });
    expect(await reportsOf(db.store, project, '2026-11')).toMatchObject([{ person, deeds: 2 }]);
    // Without a signed agreement nothing is owed.
    expect(await reportsOf(db.store, project, '2026-10')).toEqual([]);
  });

  test('only confirmed hours are thanked for; a withdrawn number does not hold', async () => {
    const { project, person, by } = await volunteer();
    const given = {
      ...({ kind: 'certificate', language: 'kk' } as const),
      ...{ person, project, number: `BRG-${person}`, submission: null, by },
      ...{ from: '2026-11-01', until: '2026-11-30' },
    };
    const deed = await writes(person, { project });
    await writes(person, { project, hours: 4 });
    expect(await giveThanks(db.store, given, noon)).toEqual({ is: 'nothing' });
    const { changedAt = '' } = (await readDeed(db.store, deed)) ?? {};
    await confirmDeed(db.store, { id: deed, project, confirmed: true, changedAt, by }, noon);
    const [one, same] = await Promise.all([giveThanks(db.store, given, noon), giveThanks(db.store, given, noon)]);
    expect(one).toEqual(same);
    const id = one.is === 'given' ? one.id : 0;
    expect(await readThanks(db.store, id)).toMatchObject({ hours: 2.5, deeds: 1, people: 12, withdrawn: false });
    const work = {
      from: '2026-11-21',
      until: '2026-11-21',
      activities: [{ activity: 'lesson', own: null, hours: 2.5 }],
    };
    expect(await confirmedWork(db.store, given)).toMatchObject(work);
    expect(await checkCertificate(db.store, given.number)).toEqual({
      ...{ name: 'Мысал Аты', hours: 2.5, from: '2026-11-01', until: '2026-11-30' },
    });
    await withdrawThanks(db.store, { id, withdrawn: true, by }, noon);
    expect(await checkCertificate(db.store, given.number)).toBeNull();
    await withdrawThanks(db.store, { id, withdrawn: false, by }, noon);
    expect(await checkCertificate(db.store, given.number)).not.toBeNull();
    expect(await checkCertificate(db.store, `${given.number}0`)).toBeNull();
  });

  test('the table of skills is written anew as a whole, by each form once', async () => {
    const person = await scene.person();
    const table = [
      { column: 'like', skill: 'music', own: null },
      { column: 'learn', skill: null, own: 'Домбыра' },
    ] as const;
    const first = await scene.sent(person, 'diary-entry', null);
    await writeSkills(db.store, { submission: first, person, skills: table }, noon);
    expect(await skillsOf(db.store, person)).toEqual(table);
    await writeSkills(db.store, { submission: first, person, skills: [] }, noon);
    expect(await skillsOf(db.store, person)).toEqual(table);
    const second = await scene.sent(person, 'diary-entry', null);
    await writeSkills(db.store, { submission: second, person, skills: table.slice(1) }, noon);
    expect(await skillsOf(db.store, person)).toEqual(table.slice(1));
  });
});
