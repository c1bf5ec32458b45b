import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { personalColumns } from '../../../src/privacy/columns.ts';
import { readObligation, waiveObligation } from '../../../src/store/deadlines.ts';
import { countDifferences } from '../../../src/store/obligations.ts';
import { unsignAgreement } from '../../../src/store/volunteers/agreements.ts';
import { enrolmentsOf, readEnrolment, volunteersIn } from '../../../src/store/volunteers/enrolments.ts';
import { sendReport } from '../../../src/store/volunteers/reports.ts';
import { noonOf, TermsScene } from './volunteer-terms-scene.ts';
import type { Volunteering } from './volunteer-terms-scene.ts';
import { targets } from './targets.ts';
import type { Opened } from './targets.ts';

/* What a volunteer owes belongs to one time in one project, and agrees with what has happened, in whatever order it did. */

const november = '2026-11';

describe.each(targets)('what volunteers owe, through $name', ({ open }) => {
  let db: Opened;
  let scene: TermsScene;
  beforeAll(async () => {
    db = await open();
    scene = await TermsScene.open(db);
  });
  afterAll(() => db.close());

  const reports = ({ person, project }: Volunteering, on: string) =>
    sendReport(db.store, { person, project: project.id, month: november }, noonOf(on));
  const leaves = async ({ person }: Volunteering, on: string) => {
    const [enrolment] = await enrolmentsOf(db.store, person, on);
    const args = { p_membership: enrolment?.id, p_at: noonOf(on).toISOString() };
    await db.store.call('end_membership', args, z.object({ is: z.literal('ended') }));
  };

  describe('a report', () => {
    test('is owed with the agreement, and done by sending it', async () => {
      const of = await scene.volunteer('2026-01-01');
      expect(await scene.owes(of)).toEqual([]);
      await scene.agreesAndSigns(of, '2026-11-20');
      expect(await scene.owes(of)).toEqual(['safety-briefing open', 'volunteer-report 2026-11 open']);
      await reports(of, '2026-11-21');
      expect(await scene.owes(of)).toContain('volunteer-report 2026-11 fulfilled');
      expect(await countDifferences(db.store)).toBe(0);
    });

    test('sent before the agreement is signed, it is behind them', async () => {
      const of = await scene.volunteer('2026-01-01');
      const agreement = await scene.agrees(of, '2026-11-10');
      await reports(of, '2026-11-21');
      await scene.signs(agreement, of.by, '2026-11-22');
      expect(await scene.owes(of)).toContain('volunteer-report 2026-11 fulfilled');
      expect(await countDifferences(db.store)).toBe(0);
    });

    test('sent while a signature was taken back, it is behind them', async () => {
      const of = await scene.volunteer('2026-01-01');
      const agreement = await scene.agreesAndSigns(of, '2026-11-20');
      await unsignAgreement(db.store, agreement, of.by, noonOf('2026-11-20'));
      expect(await scene.owes(of)).toEqual(['safety-briefing closed', 'volunteer-report 2026-11 closed']);
      await reports(of, '2026-11-21');
      await scene.signs(agreement, of.by, '2026-11-22');
      expect(await scene.owes(of)).toContain('volunteer-report 2026-11 fulfilled');
      expect(await countDifferences(db.store)).toBe(0);
    });

    test('sent by somebody who had said that it is not theirs, it is not owed again when that is taken back', async () => {
      const of = await scene.volunteer('2026-01-01');
      await scene.agreesAndSigns(of, '2026-11-20');
      const [owed] = await scene.owing.owes({ person: of.person }, november);
      const id = owed?.id ?? 0;
      const waives = (waived: boolean) => waiveObligation(db.store, id, of.person, waived, noonOf('2026-11-21'));
      await waives(true);
      await reports(of, '2026-11-21');
      await waives(false);
      expect(await readObligation(db.store, id)).toMatchObject({ fulfilled: true, closed: false });
      expect(await scene.owing.owes({ person: of.person }, november)).toMatchObject([{ waits: false }]);
      expect(await countDifferences(db.store)).toBe(0);
    });
  });

  describe('a time begun anew', () => {
    /** Agreed and briefed in spring, left in June; gives what stands then. */
    async function formerly(): Promise<Volunteering> {
      const of = await scene.volunteer('2026-01-05');
      await scene.agreesAndSigns(of, '2026-01-05');
      await scene.briefs(of, '2026-01-06');
      await leaves(of, '2026-06-01');
      expect(await scene.owes(of)).toEqual(['safety-briefing fulfilled']);
      return of;
    }

    test('owes nothing before it is agreed, and is not shown as agreed or briefed', async () => {
      const of = await formerly();
      const enrolment = await scene.accepts(of, '2026-11-20');
      await scene.owing.review(noonOf('2026-11-21'));
      expect(await scene.owes(of)).toEqual(['safety-briefing fulfilled']);
      expect(await readEnrolment(db.store, enrolment)).toMatchObject({
        ...{ from: '2026-11-20', agreement: null, briefedOn: null },
      });
      const scope = { all: false, organisations: [], projects: [of.project.id] };
      const listed = await volunteersIn(db.store, scope, {}, { after: null, limit: 9 }, '2026-11-21');
      expect(listed).toMatchObject([{ id: enrolment, agreementSignedOn: null, briefedOn: null }]);
    });

    test('agreed anew, it owes the report and a briefing of its own', async () => {
      const of = await formerly();
      await scene.accepts(of, '2026-11-20');
      await scene.agreesAndSigns(of, '2026-11-21');
      const before = 'safety-briefing fulfilled';
      expect(await scene.owes(of)).toEqual([before, 'safety-briefing open', 'volunteer-report 2026-11 open']);
      await scene.briefs(of, '2026-11-22');
      expect(await scene.owes(of)).toEqual([before, before, 'volunteer-report 2026-11 open']);
      expect(await countDifferences(db.store)).toBe(0);
    });

    test('a briefing passed in this time before the agreement counts', async () => {
      const of = await formerly();
      await scene.accepts(of, '2026-11-20');
      await scene.briefs(of, '2026-11-20');
      await scene.agreesAndSigns(of, '2026-11-21');
      expect(await scene.owes(of)).not.toContain('safety-briefing open');
      expect(await countDifferences(db.store)).toBe(0);
    });
  });

  describe('a closed project', () => {
    const closes = ({ project }: Volunteering, on: string) =>
      scene.owing.change('projects', { closed_at: noonOf(on).toISOString() }, { id: project.id });

    test('asks nothing any more; what was done stays done', async () => {
      const of = await scene.volunteer('2026-01-01');
      await scene.agreesAndSigns(of, '2026-11-20');
      await scene.briefs(of, '2026-11-20');
      await closes(of, '2026-11-22');
      expect(await scene.owing.owes({ person: of.person })).toMatchObject([
        { kind: 'safety-briefing', is: 'fulfilled', waits: false },
        { kind: 'volunteer-report', is: 'closed', waits: false },
      ]);
      expect(await countDifferences(db.store)).toBe(0);
    });

    test('opens nothing, neither a month nor for whoever is looked at later', async () => {
      const of = await scene.volunteer('2026-01-01');
      const open = await scene.volunteer('2026-01-01');
      for (const one of [of, open]) await scene.agreesAndSigns(one, '2026-11-20');
      await closes(of, '2026-11-22');
      const december = `2026-12 of ${of.person}`;
      await scene.opens(december, { from: '2026-12-01', due: '2026-12-31' });
      await scene.owing.review(noonOf('2026-12-02'));
      expect(await scene.owes(of)).toEqual(['safety-briefing closed', 'volunteer-report 2026-11 closed']);
      expect(await scene.owes(open)).toContain(`volunteer-report ${december} open`);
    });

    test('leaves alone what the same volunteer owes elsewhere', async () => {
      const of = await scene.volunteer('2026-01-01');
      const elsewhere = { ...of, project: await scene.volunteers.project() };
      await scene.volunteers.member(of.person, elsewhere.project);
      for (const one of [of, elsewhere]) await scene.agreesAndSigns(one, '2026-11-20');
      await closes(of, '2026-11-22');
      const reportsOwed = await scene.owing.standing({ person: of.person }, november);
      expect(reportsOwed.toSorted()).toEqual(['closed', 'open']);
    });
  });

  describe('of two who become one', () => {
    /** Two who are volunteers of one project since spring, unless other days are said of the first. */
    async function pair(from = '2026-03-01', until: string | null = null) {
      const stays = await scene.volunteer('2026-03-01');
      const person = await scene.volunteers.person();
      await scene.volunteers.member(person, stays.project, 'volunteer', { from_on: from, until_on: until });
      return { goes: { ...stays, person }, stays };
    }
    const merge = (goes: Volunteering, stays: Volunteering) => {
      const at = noonOf('2026-11-22').toISOString();
      const args = { p_from: goes.person, p_into: stays.person, p_columns: personalColumns, p_at: at };
      return db.store.call('merge_people', args, z.object({ is: z.literal('merged') }));
    };

    test.each(['goes', 'stays'] as const)('what the one who %s has done neither owes', async (who) => {
      const two = await pair();
      for (const one of [two.goes, two.stays]) await scene.agreesAndSigns(one, '2026-11-20');
      await scene.briefs(two[who], '2026-11-21');
      await reports(two[who], '2026-11-21');
      await merge(two.goes, two.stays);
      expect((await scene.owes(two.stays)).filter((line) => !line.endsWith('fulfilled'))).toEqual([]);
      expect(await countDifferences(db.store)).toBe(0);
    });

    test.each([
      ['goes', 'stays'],
      ['stays', 'goes'],
    ] as const)(
      'only who %s has agreed, only who %s was briefed: nothing is owed but the report',
      async (one, other) => {
        const two = await pair();
        await scene.agreesAndSigns(two[one], '2026-11-20');
        await scene.briefs(two[other], '2026-11-21');
        await merge(two.goes, two.stays);
        expect(await scene.owes(two.stays)).toEqual(['safety-briefing fulfilled', 'volunteer-report 2026-11 open']);
        expect(await countDifferences(db.store)).toBe(0);
      },
    );

    test('a briefing of an earlier time there does not count for the present one', async () => {
      const two = await pair('2025-03-01', '2025-06-30');
      await scene.briefs(two.goes, '2025-03-02');
      await scene.agreesAndSigns(two.stays, '2026-11-20');
      await merge(two.goes, two.stays);
      expect(await scene.owes(two.stays)).toEqual(['safety-briefing open', 'volunteer-report 2026-11 open']);
    });
  });
});
