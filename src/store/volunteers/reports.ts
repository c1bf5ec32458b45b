import { z } from 'zod';
import type { Store } from '../store.ts';
import { language } from '../talks.ts';

const report = z.object({
  person: z.number(),
  name: z.string().nullable(),
  project: z.number(),
  /** `YYYY-MM` */
  month: z.string(),
  /** What the volunteer adds; null: nothing. */
  line: z.string().nullable(),
  /** What was added when it was sent last: coordinators read this one. */
  sentLine: z.string().nullable(),
  /** From the diary, as it was when the report was sent; until then as it is now. */
  deeds: z.number(),
  hours: z.number(),
  people: z.number(),
  /** Null: not sent yet. */
  sentAt: z.string().nullable(),
});
/** A volunteer's report of a month (volunteering-manual-birgemiz-bilim, annex 2, item 6.1). */
export type Report = z.infer<typeof report>;

/** The report of a month as it stands, begun or not. */
export function reportOf(store: Store, of: { person: number; project: number; month: string }): Promise<Report> {
  return store.call('report_of', { p_person: of.person, p_project: of.project, p_month: of.month }, report);
}

/** Keeps the line that the volunteer adds; null takes it away. It goes to the coordinators when the report is sent (again). */
export async function setReportLine(
  store: Store,
  of: { person: number; project: number; month: string; line: string | null },
  now: Date,
): Promise<void> {
  const args = {
    p_person: of.person,
    p_project: of.project,
    p_month: of.month,
    p_line: of.line,
    p_at: now.toISOString(),
  };
  await store.call('set_report_line', args, z.object({ is: z.literal('kept') }));
}

/** Sends the report with what the diary says now; what the volunteer owes for that month is done. */
export async function sendReport(
  store: Store,
  of: { person: number; project: number; month: string },
  now: Date,
): Promise<void> {
  const args = { p_person: of.person, p_project: of.project, p_month: of.month, p_at: now.toISOString() };
  await store.call('send_report', args, z.object({ is: z.literal('sent') }));
}

const standing = report.extend({
  /** Of the volunteer's enrolment. */
  enrolment: z.number(),
  language,
});
/** A volunteer of a project with their report of a month. */
export type ReportStanding = z.infer<typeof standing>;

/** Everybody who was a volunteer of the project in that month with a signed agreement, or has reported: who has not first. */
export function reportsOf(store: Store, project: number, month: string): Promise<ReportStanding[]> {
  return store.call('reports_of', { p_project: project, p_month: month }, z.array(standing));
}
