import type { Composer } from 'grammy';
import { today } from '../../src/context.ts';
import type { Birge, OuterCtx, Say } from '../../src/context.ts';
import { inWords } from '../../src/deadlines/words.ts';
import { monthHeading } from '../../src/diary/spans.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { dayInWords } from '../../src/rules/dates.ts';
import { isMonth, monthInWords, monthOf, moveMonth } from '../../src/rules/months.ts';
import type { Month } from '../../src/rules/months.ts';
import { escapeHtml } from '../../src/screens/html.ts';
import { shorten } from '../../src/screens/shorten.ts';
import type { ScreenButton } from '../../src/screens/screen.ts';
import { noteAudit } from '../../src/store/people.ts';
import { reportOf, reportsOf } from '../../src/store/volunteers/reports.ts';
import type { ReportStanding } from '../../src/store/volunteers/reports.ts';
import type { Language } from '../../src/store/talks.ts';
import { monthMeant } from '../../src/volunteers/report-month.ts';
import { tell } from '../group-right.ts';
import { dayOf, figures, readBlock } from './report-screen.ts';
import { enrolmentFor, projectFor } from './right.ts';

/** Who of a project's volunteers has reported of a month, for whoever looks after them. */
export function reportsRoutes(app: Composer<OuterCtx>, birge: Birge): void {
  app.callbackQuery(/^vol:reps:(\d{1,15})(?::(\d{4}-\d\d))?(?::(\d{1,3}))?$/, (ctx) =>
    showReports(birge, ctx, Number(ctx.match[1]), ctx.match[2], Number(ctx.match[3] ?? 0)),
  );
  app.callbackQuery(/^vol:reps:one:(\d{1,15}):(\d{4}-\d\d)$/, (ctx) =>
    showOne(birge, ctx, Number(ctx.match[1]), ctx.match[2] ?? ''),
  );
}

const perPage = 10;

async function showReports(birge: Birge, ctx: OuterCtx, id: number, asked: Month | undefined, offset: number) {
  const project = await projectFor(birge, ctx, id, 'look-after-volunteers');
  if (project === undefined) return;
  const language = languageOf(ctx.talk);
  const say = birge.say(language);
  const now = monthOf(today(birge));
  const month = asked !== undefined && isMonth(asked) && asked <= now ? asked : monthMeant(today(birge));
  const all = await reportsOf(birge.store, id, month);
  const missing = all.filter(({ sentAt }) => sentAt === null).length;
  const from = offset < all.length ? offset : 0;
  const shown = all.slice(from, from + perPage);
  const lines = shown.map((one) => lineOf(say, one));
  const head = [
    `<b>${say('vol-rep-all-title', { month: monthInWords(month, language) })}</b>`,
    escapeHtml(inWords(project.name, language)),
    all.length === 0 ? say('vol-rep-nobody') : say('vol-rep-counts', { missing, sent: all.length - missing }),
  ].join('\n');
  const rows: ScreenButton[][] = shown.map(({ enrolment, name, sentAt, person }) => [
    {
      text: shorten(`${sentAt === null ? '○' : '✓'} ${name ?? `№ ${person}`}`, 60),
      data: `vol:reps:one:${enrolment}:${month}`,
    },
  ]);
  if (all.length > from + perPage) {
    rows.push([{ text: say('vol-rep-further'), data: `vol:reps:${id}:${month}:${from + perPage}` }]);
  }
  const turn = (to: Month, words: string): ScreenButton => ({ text: words, data: `vol:reps:${id}:${to}` });
  const before = moveMonth(month, -1);
  const after = moveMonth(month, 1);
  rows.push([
    turn(before, `◂ ${monthHeading(before, language)}`),
    ...(after <= now ? [turn(after, `${monthHeading(after, language)} ▸`)] : []),
  ]);
  rows.push([{ text: say('vol-back-to-project'), data: `vol:p:${id}` }]);
  await tell(
    birge,
    ctx,
    [head, ...(lines.length === 0 ? [] : [lines.join('\n')])].join('\n\n'),
    rows,
    shown.map(({ person }) => person),
  );
}

/** Whoever has not reported stands there with what their diary says up to now. */
function lineOf(say: Say, one: ReportStanding): string {
  const name = `<b>${escapeHtml(shorten(one.name ?? `№ ${one.person}`, 60))}</b>`;
  if (one.sentAt === null) return `○ ${name}: ${say('vol-rep-missing')} (${figures(say, one)})`;
  return `✓ ${name}: ${figures(say, one)}`;
}

/** One report; that it was read stands in the audit. */
async function showOne(birge: Birge, ctx: OuterCtx, id: number, month: Month): Promise<void> {
  const enrolment = await enrolmentFor(birge, ctx, id, 'look-after-volunteers');
  const reader = ctx.talk.person?.id;
  if (enrolment === undefined || reader === undefined) return;
  const language = languageOf(ctx.talk);
  const say = birge.say(language);
  const { person, project, name } = enrolment;
  const list = (of: string): ScreenButton[][] => [[{ text: say('vol-rep-all'), data: `vol:reps:${project}${of}` }]];
  if (!isMonth(month) || month > monthOf(today(birge))) return tell(birge, ctx, say('vol-rep-no-month'), list(''));
  const subject = { kind: 'membership', id };
  await noteAudit(birge.store, { person: reader, action: 'read-report', subject, detail: { month } }, birge.now());
  const report = await reportOf(birge.store, { person, project, month });
  const text = [
    `<b>${escapeHtml(name ?? `№ ${person}`)}</b>\n${say('vol-rep-title', { month: monthInWords(month, language) })}`,
    ...(report.sentAt === null
      ? [`${say('vol-rep-not-yet')}\n${figures(say, report)}`]
      : [readBlock(say, report), sentOn(birge, language, report.sentAt)]),
  ].join('\n\n');
  const rows: ScreenButton[][] = [
    [
      { text: say('vol-their-diary'), data: `vol:vd:${id}` },
      { text: say('vol-rep-card'), data: `vol:v:${id}` },
    ],
    ...list(`:${month}`),
  ];
  await tell(birge, ctx, text, rows, [person]);
}

const sentOn = (birge: Birge, language: Language, sentAt: string): string =>
  birge.say(language)('vol-rep-sent-on', { day: dayInWords(dayOf(birge, sentAt), language) });
