import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  signAgreement,
  makeAgreement,
  readAgreement,
  unsignAgreement,
} from '../../../src/store/volunteers/agreements.ts';
import { beginBriefing, passStep } from '../../../src/store/volunteers/briefings.ts';
import { answerCandidate, candidatesIn, reviewOf } from '../../../src/store/volunteers/candidates.ts';
import type { CandidateFilter } from '../../../src/store/volunteers/candidates.ts';
import { readEnrolment, readProject, setLastDay, volunteersIn } from '../../../src/store/volunteers/enrolments.ts';
import { askPapers, checkPaper, erasePaper, papersOf, receivePaper } from '../../../src/store/volunteers/papers.ts';
import { noon, targets } from './targets.ts';
import type { Opened } from './targets.ts';
import { VolunteerScene } from './volunteer-scene.ts';

/* A volunteer's way as the database keeps it: candidate, papers, agreement, briefing, leaving. */

const today = '2026-11-22';
const page = { before: null, limit: 50 };

describe.each(targets)('volunteers through $name', ({ open }) => {
  let db: Opened;
  let scene: VolunteerScene;
  beforeAll(async () => {
    db = await open();
    scene = await VolunteerScene.open(db);
  });
  afterAll(() => db.close());

  const scopeOf = (project: number) => ({ all: false, organisations: [], projects: [project] });
  const found = async (project: number, filter: CandidateFilter) =>
    (await candidatesIn(db.store, scopeOf(project), filter, page, today)).map(({ id }) => id);

  describe('candidates', () => {
    const answers = {
      full_name: 'Мысал Айгерім',
      free_time: 'evenings',
      patience: 4,
      persuasion: 3,
      activities: ['lessons', { other: 'Ән' }],
    };
    const cases: [CandidateFilter, boolean][] = [
      [{}, true],
      [{ direction: 'education' }, true],
      [{ direction: 'health' }, false],
      [{ region: 'almaty_region' }, true],
      [{ region: 'abai_region' }, false],
      [{ freeTime: 'evenings' }, true],
      [{ freeTime: 'weekends' }, false],
      [{ freeTime: 'other' }, false],
      [{ quality: 'patience' }, true],
      [{ quality: 'persuasion' }, false],
      [{ quality: 'planning' }, false],
      [{ activity: 'lessons' }, true],
      [{ activity: 'events' }, false],
      [{ skill: 'law' }, true],
      [{ skill: 'music' }, false],
      [{ age: { from: 25, to: 35 } }, true],
      [{ age: { from: 18, to: 24 } }, false],
      [{ freeTime: 'evenings', quality: 'patience', age: { from: 25, to: 25 } }, true],
      [{ freeTime: 'evenings', quality: 'persuasion' }, false],
    ];

    test('are found by what a coordinator looks for', async () => {
      const project = await scene.project('education', 'almaty_region');
      const person = await scene.person('Мысал Айгерім', '2001-05-14');
      await scene.insert('skills', { person_id: person, column_name: 'well', skill: 'law' });
      await scene.insert('skills', { person_id: person, column_name: 'learn', skill: 'music' });
      const id = await scene.sent(person, 'volunteer-questionnaire', { kind: 'project', id: project.id }, answers);
      for (const [filter, fits] of cases)
        expect([filter, await found(project.id, filter)]).toEqual([filter, fits ? [id] : []]);
    });

    test('only the newest questionnaire waits, and one of another project or the pool is not seen', async () => {
      const project = await scene.project();
      const other = await scene.project();
      const person = await scene.person();
      const about = { kind: 'project', id: project.id };
      await scene.sent(person, 'volunteer-questionnaire', about, {}, { status: 'returned' });
      const second = await scene.sent(person, 'volunteer-questionnaire', about, {}, { round: 2 });
      await scene.sent(person, 'volunteer-questionnaire', { kind: 'project', id: other.id });
      await scene.sent(person, 'volunteer-questionnaire', null);
      expect(await found(project.id, { answered: true })).toEqual([second]);
    });

    test('two coordinators at once: one answer counts, and the candidate is a volunteer once', async () => {
      const project = await scene.project();
      const person = await scene.person();
      const by = await scene.person('Мысал Үйлестіруші');
      const id = await scene.sent(person, 'volunteer-questionnaire', { kind: 'project', id: project.id });
      const review = { submission: id, project: null, comment: null, by };
      const answered = await Promise.all([
        answerCandidate(db.store, { ...review, answer: 'accepted' }, noon),
        answerCandidate(db.store, { ...review, answer: 'accepted' }, noon),
        answerCandidate(db.store, { ...review, answer: 'declined' }, noon),
      ]);
      expect(answered.filter(({ is }) => is === 'answered')).toHaveLength(1);
      expect(await scene.rows('reviews', { submission_id: id })).toHaveLength(1);
      const review1 = await reviewOf(db.store, id);
      const members = await scene.rows('memberships', { person_id: person });
      expect(members).toHaveLength(review1?.answer === 'accepted' ? 1 : 0);
    });

    test('from the pool into the project that is named; to be corrected with a comment', async () => {
      const project = await scene.project();
      const person = await scene.person();
      const by = await scene.person();
      const pool = await scene.sent(person, 'volunteer-questionnaire', null);
      const review = { submission: pool, project: project.id, comment: null, by, answer: 'accepted' } as const;
      const answered = await answerCandidate(db.store, review, noon);
      expect(answered).toEqual({ is: 'answered', enrolment: expect.any(Number) });
      const enrolment = answered.is === 'answered' ? await readEnrolment(db.store, answered.enrolment ?? 0) : null;
      expect(enrolment).toMatchObject({ person, project: project.id, from: today, until: null, questionnaire: pool });
      const again = await scene.sent(person, 'volunteer-questionnaire', { kind: 'project', id: project.id });
      const comment = 'Телефоныңызды тексеріңізші.';
      await answerCandidate(db.store, { submission: again, answer: 'returned', project: null, comment, by }, noon);
      expect(await reviewOf(db.store, again)).toMatchObject({ answer: 'returned', comment, project: project.id });
      expect((await scene.rows('submissions', { id: again }))[0]?.['status']).toBe('returned');
    });
  });

  test('volunteers by name, page by page, and by skill', async () => {
    const project = await scene.project();
    for (const name of ['Вера', 'асель', 'Болат', 'Әлия'])
      await scene.member(await scene.person(`Мысал ${name}`), project);
    const skilled = await scene.person('Мысал Ғалия');
    await scene.insert('skills', { person_id: skilled, column_name: 'like', skill: 'music' });
    await scene.member(skilled, project);
    await scene.member(await scene.person('Мысал Кеткен'), project, 'volunteer', { until_on: '2026-11-21' });
    const read = (after: number | null, skill?: string) =>
      volunteersIn(db.store, scopeOf(project.id), { project: project.id, skill }, { after, limit: 3 }, today);
    const first = await read(null);
    const second = await read(first.at(-1)?.id ?? null);
    const names = [...first, ...second].map(({ name }) => name);
    expect(names).toHaveLength(5);
    expect(new Set(names).size).toBe(5);
    expect(names).not.toContain('Мысал Кеткен');
    expect((await read(null, 'music')).map(({ person }) => person)).toEqual([skilled]);
    expect(await readProject(db.store, project.id, today)).toMatchObject({ volunteers: 5, waiting: 0, unconfirmed: 0 });
  });

  test('a paper is asked, received, checked, taken away; asked again it begins anew', async () => {
    const project = await scene.project();
    const person = await scene.person();
    const by = await scene.person();
    const about = { kind: 'project', id: project.id };
    const file = await scene.file(person);
    const answers = { kind: 'narcological', file: [{ file: String(file), kind: 'photo' }] };
    const early = await scene.sent(person, 'volunteer-paper', about, answers);
    const paper = { person, project: project.id, kind: 'narcological' } as const;
    expect(await receivePaper(db.store, { submission: early, ...paper }, noon)).toBe('not-asked');
    expect(await scene.rows('files', { id: file })).toEqual([]);
    const asks = async () =>
      (await askPapers(db.store, { person, project: project.id, kinds: ['narcological'], by }, noon))[0] ?? 0;
    const id = await asks();
    expect(await asks()).toBe(id);
    const other = await scene.file(person);
    const said = { kind: 'narcological', file: [{ file: String(other), kind: 'photo' }] };
    const submission = await scene.sent(person, 'volunteer-paper', about, said, { round: 2 });
    expect(await receivePaper(db.store, { submission, ...paper }, noon)).toBe('received');
    await erasePaper(db.store, id, noon);
    expect(await scene.rows('files', { id: other })).toHaveLength(1);
    await checkPaper(db.store, { ...paper, expiresOn: '2027-11-22', by }, noon);
    await erasePaper(db.store, id, noon);
    expect(await scene.rows('files', { id: other })).toEqual([]);
    expect(await papersOf(db.store, person, project.id)).toEqual([
      {
        ...{ id, ...paper, askedOn: today, submission: null, receivedOn: today },
        ...{ checkedOn: today, expiresOn: '2027-11-22' },
      },
    ]);
    await asks();
    expect(await papersOf(db.store, person, project.id)).toMatchObject([{ id, checkedOn: null, receivedOn: null }]);
  });

  test('an agreement is made anew until it is signed, and a signature can be taken back', async () => {
    const project = await scene.project();
    const person = await scene.person();
    const by = await scene.person();
    const enrolment = await scene.member(person, project);
    const about = { kind: 'project', id: project.id };
    const first = await scene.sent(person, 'volunteer-agreement', about);
    const old = await makeAgreement(db.store, { submission: first, noticeDays: 14 }, noon);
    expect(await makeAgreement(db.store, { submission: first, noticeDays: 14 }, noon)).toBe(old);
    const second = await scene.sent(person, 'volunteer-agreement', about, {}, { round: 2 });
    const id = await makeAgreement(db.store, { submission: second, noticeDays: 7 }, noon);
    expect(await readAgreement(db.store, old)).toBeNull();
    expect(await scene.rows('submissions', { id: first })).toEqual([]);
    const signed = { id, on: today, how: 'paper', due: [], by } as const;
    expect(await signAgreement(db.store, signed, noon)).toBe('signed');
    expect(await signAgreement(db.store, signed, noon)).toBe('gone');
    const events = () => scene.rows('events', { person_id: person, event: 'agreement-signed' });
    expect(await events()).toMatchObject([{ about_project: project.id, undone_at: null }]);
    expect(await readEnrolment(db.store, enrolment)).toMatchObject({
      agreement: { id, signedOn: today, noticeDays: 7 },
    });
    await unsignAgreement(db.store, id, by, noon);
    expect((await events())[0]?.['undone_at']).not.toBeNull();
    expect(await readAgreement(db.store, id)).toMatchObject({ signedOn: null, signedHow: null });
  });

  test('steps of a briefing count once each, and the last one passes it', async () => {
    const project = await scene.project();
    const person = await scene.person();
    const begun = { person, project: project.id, version: 'v1', steps: ['card:a', 'card:b', 'ask:a'] };
    const { id } = await beginBriefing(db.store, begun, noon);
    expect((await beginBriefing(db.store, begun, noon)).id).toBe(id);
    await Promise.all([1, 2, 3].map(() => passStep(db.store, { id, step: 0 }, noon)));
    expect(await passStep(db.store, { id, step: 0 }, noon)).toMatchObject({ done: 1, passedOn: null });
    expect(await passStep(db.store, { id, step: 2 }, noon)).toMatchObject({ done: 1 });
    await passStep(db.store, { id, step: 1 }, noon);
    expect(await passStep(db.store, { id, step: 2 }, noon)).toMatchObject({ done: 3, passedOn: today });
    expect((await beginBriefing(db.store, { ...begun, version: 'v2' }, noon)).id).not.toBe(id);
  });

  test('a last day is set, moved and taken back, by whoever is asked; not once it has passed', async () => {
    const project = await scene.project();
    const person = await scene.person();
    const enrolment = await scene.member(person, project);
    const last = { enrolment, agreed: false, by: person };
    expect(await setLastDay(db.store, { ...last, on: '2026-11-21' }, noon)).toBe('gone');
    expect(await setLastDay(db.store, { ...last, on: '2026-12-06' }, noon)).toBe('set');
    expect(await readEnrolment(db.store, enrolment)).toMatchObject({ until: '2026-12-06' });
    expect(await setLastDay(db.store, { ...last, on: null }, noon)).toBe('set');
    const ended = { enrolment, agreed: false, by: await scene.person('Мысал Үйлестіруші'), on: '2026-12-01' };
    expect(await setLastDay(db.store, ended, noon)).toBe('set');
    // What a coordinator has ended the volunteer does not prolong, but may end sooner.
    for (const on of [null, '2026-12-02']) expect(await setLastDay(db.store, { ...last, on }, noon)).toBe('gone');
    expect(await setLastDay(db.store, { ...last, on: today }, noon)).toBe('set');
    const tomorrow = new Date(noon.getTime() + 86_400_000);
    expect(await setLastDay(db.store, { ...last, on: null }, tomorrow)).toBe('gone');
  });
});
