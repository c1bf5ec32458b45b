import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { confirmDay, confirmDeed, readDeed, removeDeed, writeDeed } from '../../../src/store/volunteers/deeds.ts';
import type { DeedSaid } from '../../../src/store/volunteers/deeds.ts';
import { confirmedWork, giveThanks, thanksOf, withdrawThanks } from '../../../src/store/volunteers/thanks.ts';
import { later, noon, targets } from './targets.ts';
import type { Opened } from './targets.ts';
import { VolunteerScene } from './volunteer-scene.ts';

/* Hours that are confirmed are those that somebody has seen, and only those are thanked for. */

const month = { from: '2026-11-01', until: '2026-11-30' };

describe.each(targets)('confirmed hours through $name', ({ open }) => {
  let db: Opened;
  let scene: VolunteerScene;
  let rounds = 0;
  beforeAll(async () => {
    db = await open();
    scene = await VolunteerScene.open(db);
  });
  afterAll(() => db.close());

  async function volunteer() {
    const project = await scene.project();
    const person = await scene.person();
    const [by, colleague] = [await scene.person('Мысал Үйлестіруші'), await scene.person('Мысал Әріптес')];
    return { project: project.id, person, by, colleague, enrolment: await scene.member(person, project) };
  }
  const lesson: DeedSaid = {
    ...{ project: null, on: '2026-11-20', direction: 'education', activity: 'lesson', hours: 2 },
    ...{ people: 3, achieved: 'Үйретті', note: null, photo: null },
  };
  /** Writes an entry as the form does; gives its id. */
  async function writes(person: number, changed: Partial<DeedSaid>, deed: number | null = null): Promise<number> {
    rounds += 1;
    const submission = await scene.sent(person, 'diary-entry', null, {}, { round: rounds });
    const written = await writeDeed(db.store, { submission, person, deed, said: { ...lesson, ...changed } }, noon);
    if (written.is !== 'written') throw new Error('it was not written');
    return written.id;
  }
  /** Confirms an entry as it stands now, or takes that back. */
  async function confirms(id: number, project: number, by: number, confirmed = true) {
    const { changedAt = '' } = (await readDeed(db.store, id)) ?? {};
    return confirmDeed(db.store, { id, project, confirmed, changedAt, by }, noon);
  }

  test('how many people were helped is confirmed, too: a change of it waits for a look anew', async () => {
    const { project, person, by } = await volunteer();
    const deed = await writes(person, { project });
    await confirms(deed, project, by);
    await writes(person, { project, achieved: 'Көп үйретті' }, deed);
    expect(await confirmedWork(db.store, { person, project, ...month })).toMatchObject({ hours: 2, people: 3 });
    await writes(person, { project, people: 3000 }, deed);
    expect(await confirmedWork(db.store, { person, project, ...month })).toMatchObject({ hours: 0, people: 0 });
    expect(await readDeed(db.store, deed)).toMatchObject({ people: 3000, confirmed: false });
  });

  test('what a colleague has confirmed nobody else takes back by an old button', async () => {
    const { project, person, by, colleague } = await volunteer();
    const deed = await writes(person, { project });
    await confirms(deed, project, by);
    expect(await confirms(deed, project, by, false)).toBe('noted');
    const { changedAt = '' } = (await readDeed(db.store, deed)) ?? {};
    const day = { project, on: lesson.on, deeds: [{ id: deed, changedAt }], by: colleague };
    expect(await confirmDay(db.store, day, noon)).toBe(1);
    expect(await confirms(deed, project, by, false)).toBe('gone');
    // Confirmed once more it is still theirs who did it first.
    await confirms(deed, project, by);
    expect(await scene.rows('deeds', { id: deed })).toMatchObject([{ confirmed_by: colleague }]);
    expect(await confirms(deed, project, colleague, false)).toBe('noted');
    expect(await readDeed(db.store, deed)).toMatchObject({ confirmed: false });
  });

  test('a photo that a draft is still picking outlives the entry that had it', async () => {
    const { project, person } = await volunteer();
    const photo = await scene.file(person);
    const deed = await writes(person, { photo });
    const picked = { picked: [{ file: String(photo), kind: 'photo' }] };
    const about = { kind: 'project', id: project };
    const draft = await scene.sent(person, 'volunteer-paper', about, { file: picked }, { status: 'draft' });
    expect(await removeDeed(db.store, deed, person, noon)).toBe(true);
    expect(await scene.rows('files', { id: photo })).toHaveLength(1);
    await db.tables.from('submissions').delete().eq('id', draft);
    await removeDeed(db.store, await writes(person, { photo }), person, noon);
    expect(await scene.rows('files', { id: photo })).toEqual([]);
  });

  describe('thanks', () => {
    let certificates = 0;
    const certificate = (of: { person: number; project: number; by: number }) => {
      certificates += 1;
      const number = `HRS-${of.person}-${certificates}`;
      const given = { kind: 'certificate', language: 'kk', number, submission: null, ...month } as const;
      return { ...given, person: of.person, project: of.project, by: of.by };
    };
    async function thanked() {
      const of = await volunteer();
      const deed = await writes(of.person, { project: of.project });
      await confirms(deed, of.project, of.by);
      return { ...of, deed };
    }
    const letters = (person: number) => scene.rows('outbox', { person_id: person, kind: 'thanks-given' });
    const chat = (person: number) =>
      scene.insert('chats', {
        ...{ channel_id: db.channel, external_id: `hours ${person}`, kind: 'private' },
        ...{ person_id: person, last_used_at: noon.toISOString() },
      });

    test('asked for by two coordinators at once, a certificate is one', async () => {
      const of = await thanked();
      const [one, other] = await Promise.all(
        [of.by, of.colleague].map((by) => giveThanks(db.store, certificate({ ...of, by }), noon)),
      );
      expect(one).toEqual(other);
      expect(await thanksOf(db.store, of.person)).toHaveLength(1);
    });

    test('another one is given in another language, for more hours, and after the first was withdrawn', async () => {
      const of = await thanked();
      const first = await giveThanks(db.store, certificate(of), noon);
      await giveThanks(db.store, { ...certificate(of), language: 'ru' }, noon);
      await confirms(await writes(of.person, { project: of.project, on: '2026-11-21' }), of.project, of.by);
      const more = await giveThanks(db.store, certificate(of), noon);
      const id = more.is === 'given' ? more.id : 0;
      expect(more).not.toEqual(first);
      await withdrawThanks(db.store, { id, withdrawn: true, by: of.by }, noon);
      await giveThanks(db.store, certificate(of), noon);
      expect(await thanksOf(db.store, of.person)).toHaveLength(4);
    });

    test('withdrawn before anybody heard of it and given back: the letter comes', async () => {
      const of = await thanked();
      await chat(of.person);
      const given = await giveThanks(db.store, certificate(of), noon);
      const thanks = { id: given.is === 'given' ? given.id : 0, by: of.by };
      await withdrawThanks(db.store, { ...thanks, withdrawn: true }, later({ seconds: 60 }));
      // What the outbox does with a letter that is not true any more.
      const [queued] = await letters(of.person);
      const over = { state: 'cancelled', settled_at: later({ seconds: 600 }).toISOString() };
      await db.tables.from('outbox').update(over).eq('id', queued?.['id']);
      const back = { ...thanks, withdrawn: false };
      await withdrawThanks(db.store, back, later({ seconds: 700 }));
      await withdrawThanks(db.store, back, later({ seconds: 710 }));
      const sent = await letters(of.person);
      expect(sent.map(({ state, payload }) => ({ state, payload }))).toEqual([
        { state: 'cancelled', payload: { thanks: thanks.id } },
        { state: 'queued', payload: { thanks: thanks.id } },
      ]);
      expect(new Date(String(sent[1]?.['due_at']))).toEqual(later({ seconds: 1300 }));
    });

    test('nothing to thank for yet: the words of the letter stay a draft', async () => {
      const of = await volunteer();
      await writes(of.person, { project: of.project });
      const about = { kind: 'enrolment', id: of.enrolment };
      const submission = await scene.sent(of.by, 'recommendation', about, { words: 'Рақмет!' });
      const letter = { ...certificate(of), kind: 'letter', number: null, submission } as const;
      expect(await giveThanks(db.store, letter, noon)).toEqual({ is: 'nothing' });
      expect(await scene.rows('submissions', { id: submission })).toMatchObject([
        { status: 'draft', submitted_at: null },
      ]);
      const { data } = await db.tables.from('answers').select('value').eq('submission_id', submission);
      expect(data).toEqual([{ value: 'Рақмет!' }]);
    });
  });
});
