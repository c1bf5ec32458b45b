import { openPeriods, writeCalendar } from '../../../src/store/obligations.ts';
import type { Rule } from '../../../src/store/obligations.ts';
import { makeAgreement, signAgreement } from '../../../src/store/volunteers/agreements.ts';
import { beginBriefing, passStep } from '../../../src/store/volunteers/briefings.ts';
import { answerCandidate } from '../../../src/store/volunteers/candidates.ts';
import { ObligationScene } from './obligation-scene.ts';
import type { Opened } from './targets.ts';
import { VolunteerScene } from './volunteer-scene.ts';

const rule = (kind: string, more: Partial<Rule>): Rule => ({
  ...{ kind, hash: '1', owner: 'person', role: 'volunteer', organisationKinds: ['volunteer-organisation'] },
  ...{ having: null, dueEvent: null, fulfilledEvent: null, fulfilledHours: null, fulfilledForm: null },
  ...{ tell: [], list: [], steps: [{ audience: 'owner', step: '0d', days: 0, minute: 600, hours: null }] },
  ...more,
});

/** What the calendar says of volunteers, with one rung. */
const rules: Rule[] = [
  rule('volunteer-report', { having: 'agreement-signed', fulfilledEvent: 'volunteer-reported' }),
  rule('safety-briefing', { dueEvent: 'agreement-signed', fulfilledEvent: 'safety-briefed' }),
];

/** A project, and somebody in it. */
export interface Volunteering {
  project: { id: number; organisation: number };
  person: number;
  /** Who coordinates it. */
  by: number;
}

/** Volunteers with what they owe; days as `YYYY-MM-DD`, each at noon of Almaty. */
export class TermsScene {
  readonly db: Opened;
  readonly volunteers: VolunteerScene;
  readonly owing: ObligationScene;
  #round = 0;

  private constructor(db: Opened, volunteers: VolunteerScene, owing: ObligationScene) {
    this.db = db;
    this.volunteers = volunteers;
    this.owing = owing;
  }

  static async open(db: Opened): Promise<TermsScene> {
    const scene = new TermsScene(db, await VolunteerScene.open(db), await ObligationScene.open(db));
    await writeCalendar(db.store, rules);
    await scene.opens('2026-11', { from: '2026-11-01', due: '2026-11-30' });
    return scene;
  }

  /** A month of reports, from its first day on. */
  opens(month: string, days: { from: string; due: string }): Promise<void> {
    const period = { kind: 'volunteer-report', period: month, opensOn: days.from, dueOn: days.due, dueAt: null };
    return openPeriods(this.db.store, [period], noonOf(days.from));
  }

  /** Somebody of a new project, from that day on if one is given. */
  async volunteer(from?: string, until: string | null = null): Promise<Volunteering> {
    const project = await this.volunteers.project();
    const [person, by] = [await this.volunteers.person(), await this.volunteers.person('Мысал Үйлестіруші')];
    if (from !== undefined)
      await this.volunteers.member(person, project, 'volunteer', { from_on: from, until_on: until });
    return { project, person, by };
  }

  /** A coordinator accepts their questionnaire on that day; gives the enrolment. */
  async accepts({ project, person, by }: Volunteering, on: string): Promise<number> {
    const submission = await this.#sent(person, 'volunteer-questionnaire', project.id);
    const answered = await answerCandidate(
      this.db.store,
      { submission, answer: 'accepted', project: null, comment: null, by },
      noonOf(on),
    );
    if (answered.is !== 'answered' || answered.enrolment === null) throw new Error('nobody was accepted');
    return answered.enrolment;
  }

  /** Makes an agreement that day; gives its id. */
  async agrees({ project, person }: Volunteering, on: string): Promise<number> {
    const submission = await this.#sent(person, 'volunteer-agreement', project.id);
    return makeAgreement(this.db.store, { submission, noticeDays: 14 }, noonOf(on));
  }

  /** It is signed that day, and the briefing is due a week later. */
  async signs(id: number, by: number, on: string): Promise<void> {
    const due = [{ kind: 'safety-briefing', dueOn: noonOf(on, 7).toISOString().slice(0, 10) }];
    const is = await signAgreement(this.db.store, { id, on, how: 'paper', due, by }, noonOf(on));
    if (is !== 'signed') throw new Error('it was not signed');
  }

  /** Agreed and signed on one day; gives the agreement. */
  async agreesAndSigns(of: Volunteering, on: string): Promise<number> {
    const id = await this.agrees(of, on);
    await this.signs(id, of.by, on);
    return id;
  }

  /** Goes through the whole briefing that day. */
  async briefs({ project, person }: Volunteering, on: string): Promise<void> {
    const begun = { person, project: project.id, version: 'v1', steps: ['card:a'] };
    const { id } = await beginBriefing(this.db.store, begun, noonOf(on));
    await passStep(this.db.store, { id, step: 0 }, noonOf(on));
  }

  /** What somebody owes, in order: `volunteer-report 2026-11 open`; what is counted from an event has no period. */
  async owes({ person }: Pick<Volunteering, 'person'>): Promise<string[]> {
    const all = await this.owing.owes({ person });
    const named = all.map(({ kind, period, is }) => [kind, ...(/^\d+$/.test(period) ? [] : [period]), is]);
    return named.map((words) => words.join(' ')).toSorted();
  }

  async #sent(person: number, form: string, project: number): Promise<number> {
    this.#round += 1;
    return this.volunteers.sent(person, form, { kind: 'project', id: project }, {}, { round: this.#round });
  }
}

/** Noon of that day in Almaty, or of one so many days later. */
export const noonOf = (day: string, later = 0): Date =>
  new Date(new Date(`${day}T12:00:00+05:00`).getTime() + later * 86_400_000);
