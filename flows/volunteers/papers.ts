import type { Composer } from 'grammy';
import { today } from '../../src/context.ts';
import type { Birge, OuterCtx } from '../../src/context.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { paperKinds } from '../../src/rules/volunteer-codes.ts';
import type { PaperKind } from '../../src/rules/volunteer-codes.ts';
import { put } from '../../src/screens/put.ts';
import type { Screen, ScreenButton } from '../../src/screens/screen.ts';
import { noteAudit } from '../../src/store/people.ts';
import { askPapers, papersOf } from '../../src/store/volunteers/papers.ts';
import type { Enrolment } from '../../src/store/volunteers/enrolments.ts';
import type { Talk } from '../../src/talks/talk.ts';
import { isOver } from '../../src/volunteers/enrolment-at.ts';
import { paperName, papersForChildren, paperStanding } from '../../src/volunteers/papers.ts';
import { openPaper } from './paper-open.ts';
import { paperActs } from './paper-press.ts';
import { paperLine } from './paper-words.ts';
import { sendPaper } from './paper-send.ts';
import { enrolmentFor } from './right.ts';

const kinds = paperKinds.join('|');

/** Papers for work with children: coordinators ask for them and check them, volunteers send them. */
export function paperRoutes(app: Composer<OuterCtx>, birge: Birge): void {
  app.callbackQuery(/^vol:pap:(\d{1,15})$/, (ctx) => showPapers(birge, ctx, Number(ctx.match[1])));
  app.callbackQuery(/^vol:pap:all:(\d{1,15})$/, (ctx) => askAll(birge, ctx, Number(ctx.match[1])));
  app.callbackQuery(/^vol:pap:send:(\d{1,15})(:anew)?$/, (ctx) =>
    sendPaper(birge, ctx, Number(ctx.match[1]), ctx.match[2] !== undefined),
  );
  app.callbackQuery(new RegExp(`^vol:pap:(\\d{1,15}):(${kinds})$`), (ctx) =>
    paperActs.show(birge, ctx, topicIn(ctx.match[1], ctx.match[2]), ''),
  );
  app.callbackQuery(new RegExp(`^vol:pap:open:(\\d{1,15}):(${kinds})$`), (ctx) =>
    openPaper(birge, ctx, topicIn(ctx.match[1], ctx.match[2])),
  );
  app.callbackQuery(new RegExp(`^vol:pap:([a-z]+):(\\d{1,15}):(${kinds})(?::([\\w-]{1,15}))?$`), async (ctx, next) => {
    const [, act = '', enrolment, kind, with_ = ''] = ctx.match;
    if (!isAct(act)) return next();
    await paperActs[act](birge, ctx, topicIn(enrolment, kind), with_);
  });
}

const isAct = (act: string): act is keyof typeof paperActs => Object.hasOwn(paperActs, act);

/** What a button says: whose paper, and which. */
function topicIn(enrolment: string | undefined, written: string | undefined): { enrolment: number; kind: PaperKind } {
  return {
    enrolment: Number(enrolment),
    kind: paperKinds.find((kind) => kind === written) ?? 'recommendation',
  };
}

/** The checklist, for whoever may see papers there; that it was opened stands in the audit. */
async function showPapers(birge: Birge, ctx: OuterCtx, id: number): Promise<void> {
  const enrolment = await enrolmentFor(birge, ctx, id, 'see-papers');
  const { person } = ctx.talk;
  if (enrolment === undefined || person === null || ctx.chatId === undefined) return;
  const opened = { person: person.id, action: 'see-papers', subject: { kind: 'membership', id } };
  await noteAudit(birge.store, opened, birge.now());
  await put(ctx.api, ctx.chatId, await checklist(birge, ctx.talk, enrolment));
}

/** The five papers with how each stands. */
export async function checklist(birge: Birge, talk: Talk, enrolment: Enrolment, note?: string): Promise<Screen> {
  const language = languageOf(talk);
  const say = birge.say(language);
  const day = today(birge);
  const papers = await papersOf(birge.store, enrolment.person, enrolment.project);
  const paperOf = (kind: PaperKind) => papers.find((paper) => paper.kind === kind);
  const lines = paperKinds.map((kind) => paperLine(say, kind, paperOf(kind), { language, day }));
  const unasked = papersForChildren.some((kind) => paperStanding(paperOf(kind), day) === 'none');
  const rows: ScreenButton[][] = [
    ...paperKinds.map((kind) => [{ text: say(paperName[kind]), data: `vol:pap:${enrolment.id}:${kind}` }]),
    ...(unasked && !isOver(enrolment, day)
      ? [[{ text: say('vol-pap-all'), data: `vol:pap:all:${enrolment.id}` }]]
      : []),
    [{ text: say('vol-pap-to-volunteer'), data: `vol:v:${enrolment.id}` }],
    [{ text: say('menu-button'), data: 'go:menu' }],
  ];
  const name = enrolment.name ?? `№ ${enrolment.person}`;
  const text = [...(note === undefined ? [] : [note]), say('vol-pap-title', { name }), lines.join('\n')];
  return { text: text.join('\n\n'), buttons: rows, tellsOf: [enrolment.person] };
}

/** Asks for all that whoever works with children is asked for, as far as nobody has asked yet. */
async function askAll(birge: Birge, ctx: OuterCtx, id: number): Promise<void> {
  const enrolment = await enrolmentFor(birge, ctx, id, 'see-papers');
  const { person } = ctx.talk;
  if (enrolment === undefined || person === null || ctx.chatId === undefined) return;
  const say = birge.say(languageOf(ctx.talk));
  const asked = isOver(enrolment, today(birge)) ? 0 : await askRest(birge, enrolment, person.id);
  const note = asked > 0 ? say('vol-pap-asked-all', { count: asked }) : say('vol-pap-nothing-to-ask');
  await put(ctx.api, ctx.chatId, await checklist(birge, ctx.talk, enrolment, note));
}

/** Gives how many were asked. */
async function askRest(birge: Birge, { person, project }: Enrolment, by: number): Promise<number> {
  const papers = await papersOf(birge.store, person, project);
  const missing = papersForChildren.filter((kind) => papers.every((paper) => paper.kind !== kind));
  if (missing.length > 0) await askPapers(birge.store, { person, project, kinds: missing, by }, birge.now());
  return missing.length;
}
