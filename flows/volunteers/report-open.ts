import { today } from '../../src/context.ts';
import type { Birge } from '../../src/context.ts';
import { daysOf, isMonth } from '../../src/rules/months.ts';
import type { Month } from '../../src/rules/months.ts';
import { deedsOf } from '../../src/store/volunteers/deeds.ts';
import { readEnrolment } from '../../src/store/volunteers/enrolments.ts';
import type { Enrolment } from '../../src/store/volunteers/enrolments.ts';
import { reportOf } from '../../src/store/volunteers/reports.ts';
import type { Report } from '../../src/store/volunteers/reports.ts';
import { monthMeant, monthsOpen, summaryOf } from '../../src/volunteers/report-month.ts';
import type { MonthSummary } from '../../src/volunteers/report-month.ts';
import type { Talk } from '../../src/talks/talk.ts';

/** A volunteer's own report of a month, with what their diary says of it now. */
export interface OpenReport {
  enrolment: Enrolment;
  month: Month;
  /** The months that can be reported of. */
  open: { first: Month; last: Month };
  report: Report;
  now: MonthSummary;
}

/**
 * Opens one's own report. Without a month: the one that is meant today, or this month if that one was reported before.
 * `not-mine`: the enrolment is another one's; `no-month`: nothing can be reported of that month.
 */
export async function openReport(
  birge: Birge,
  { person }: Talk,
  id: number,
  asked?: Month,
): Promise<OpenReport | 'not-mine' | 'no-month'> {
  const enrolment = await readEnrolment(birge.store, id);
  if (enrolment === null || enrolment.person !== person?.id) return 'not-mine';
  const open = monthsOpen(enrolment, today(birge));
  if (asked !== undefined) {
    const isOpen = isMonth(asked) && asked >= open.first && asked <= open.last;
    return isOpen ? readMonth(birge, enrolment, open, asked) : 'no-month';
  }
  const meant = monthMeant(today(birge));
  const within = [open.first, meant, open.last].toSorted()[1] ?? open.last;
  const found = await readMonth(birge, enrolment, open, within);
  return found.report.sentAt !== null && within < open.last ? readMonth(birge, enrolment, open, open.last) : found;
}

async function readMonth(
  birge: Birge,
  enrolment: Enrolment,
  open: OpenReport['open'],
  month: Month,
): Promise<OpenReport> {
  const { person, project } = enrolment;
  const [report, deeds] = await Promise.all([
    reportOf(birge.store, { person, project, month }),
    deedsOf(birge.store, person, daysOf(month), project),
  ]);
  return { enrolment, month, open, report, now: summaryOf(deeds) };
}

/** Was it sent, and does the diary say something else by now? */
export const hasChanged = ({ report, now }: OpenReport): boolean =>
  report.sentAt !== null && (report.deeds !== now.deeds || report.hours !== now.hours || report.people !== now.people);
