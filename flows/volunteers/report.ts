import type { Composer } from 'grammy';
import { today } from '../../src/context.ts';
import type { Birge, OuterCtx } from '../../src/context.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { isMonth } from '../../src/rules/months.ts';
import type { Month } from '../../src/rules/months.ts';
import type { Screen } from '../../src/screens/screen.ts';
import { readObligation } from '../../src/store/deadlines.ts';
import { enrolmentsOf } from '../../src/store/volunteers/enrolments.ts';
import { sendReport, setReportLine } from '../../src/store/volunteers/reports.ts';
import { tell } from '../group-right.ts';
import { lineTopic } from './report-line.ts';
import { openReport } from './report-open.ts';
import type { OpenReport } from './report-open.ts';
import { reportScreen, sentScreen } from './report-screen.ts';
import { home } from './right.ts';

/** A volunteer's own report of a month (volunteering-manual-birgemiz-bilim, annex 2, item 6.1). */
export function reportRoutes(app: Composer<OuterCtx>, birge: Birge): void {
  app.callbackQuery(/^vol:rep:(\d{1,15})(?::(\d{4}-\d\d))?$/, (ctx) =>
    showReport(birge, ctx, Number(ctx.match[1]), ctx.match[2]),
  );
  app.callbackQuery(/^vol:rep:due:(\d{1,15})$/, (ctx) => showOwed(birge, ctx, Number(ctx.match[1])));
  app.callbackQuery(/^vol:rep:(send|line|drop):(\d{1,15}):(\d{4}-\d\d)$/, async (ctx) => {
    const opened = await open(birge, ctx, Number(ctx.match[2]), ctx.match[3]);
    if (opened === undefined) return;
    if (ctx.match[1] === 'send') await send(birge, ctx, opened);
    else if (ctx.match[1] === 'drop') await dropLine(birge, ctx, opened);
    else await askLine(ctx, opened);
  });
}

/** One's own report; undefined: it was said why there is none. */
async function open(birge: Birge, ctx: OuterCtx, id: number, month?: Month): Promise<OpenReport | undefined> {
  const say = birge.say(languageOf(ctx.talk));
  const opened = await openReport(birge, ctx.talk, id, month);
  if (opened === 'not-mine') await tell(birge, ctx, say('vol-refused'), [home(birge, ctx.talk)]);
  else if (opened === 'no-month') {
    await tell(birge, ctx, say('vol-rep-no-month'), [[{ text: say('vol-report'), data: `vol:rep:${id}` }]]);
  }
  return typeof opened === 'string' ? undefined : opened;
}

async function showReport(birge: Birge, ctx: OuterCtx, id: number, month?: Month, note?: string): Promise<void> {
  const opened = await open(birge, ctx, id, month);
  if (opened) await put(birge, ctx, reportScreen(birge, languageOf(ctx.talk), opened, note));
}

/** The report that a deadline stands for; it is its owner's alone. */
async function showOwed(birge: Birge, ctx: OuterCtx, obligation: number): Promise<void> {
  const { person } = ctx.talk;
  const say = birge.say(languageOf(ctx.talk));
  const owed = await readObligation(birge.store, obligation);
  const mine = person !== null && owed !== null && owed.person === person.id && isMonth(owed.period);
  const enrolments = mine ? await enrolmentsOf(birge.store, person.id, today(birge)) : [];
  const enrolment = enrolments.find(({ project }) => project === owed?.project);
  if (enrolment && owed) await showReport(birge, ctx, enrolment.id, owed.period);
  else await tell(birge, ctx, say(mine ? 'due-over' : 'vol-refused'), [home(birge, ctx.talk)]);
}

async function send(birge: Birge, ctx: OuterCtx, opened: OpenReport): Promise<void> {
  // Of an empty month the coordinator wants to know why.
  if (opened.now.deeds === 0 && opened.report.line === null) return askLine(ctx, opened);
  const { enrolment, month } = opened;
  const { id, person, project } = enrolment;
  await sendReport(birge.store, { person, project, month }, birge.now());
  const sent = await open(birge, ctx, id, month);
  if (sent) await put(birge, ctx, sentScreen(birge, languageOf(ctx.talk), sent));
}

async function dropLine(birge: Birge, ctx: OuterCtx, opened: OpenReport): Promise<void> {
  const { enrolment, month, now, report } = opened;
  const { id, person, project } = enrolment;
  const say = birge.say(languageOf(ctx.talk));
  if (report.line === null || now.deeds === 0) return showReport(birge, ctx, id, month);
  await setReportLine(birge.store, { person, project, month, line: null }, birge.now());
  await showReport(birge, ctx, id, month, say('vol-rep-dropped'));
}

const askLine = (ctx: OuterCtx, { enrolment, month }: OpenReport): Promise<void> =>
  ctx.conversation.enter('volunteer-report-line', lineTopic(enrolment.id, month));

const put = (birge: Birge, ctx: OuterCtx, { text, buttons = [] }: Screen): Promise<void> =>
  tell(birge, ctx, text, buttons);
