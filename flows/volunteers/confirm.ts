import type { Composer } from 'grammy';
import type { Birge, OuterCtx } from '../../src/context.ts';
import { inWords } from '../../src/deadlines/words.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { isDay } from '../../src/rules/dates.ts';
import { escapeHtml } from '../../src/screens/html.ts';
import type { ScreenButton } from '../../src/screens/screen.ts';
import { deedsToConfirm } from '../../src/store/volunteers/deeds.ts';
import type { Deed } from '../../src/store/volunteers/deeds.ts';
import { tell } from '../group-right.ts';
import { confirmDayShown, undoDay } from './confirm-day.ts';
import { pressEntry } from './confirm-press.ts';
import type { Before, ConfirmAct } from './confirm-words.ts';
import { pageOf } from './confirm-words.ts';
import { projectFor } from './right.ts';

/** Confirming the hours that volunteers have written down; the right is asked at every press. */
export function confirmRoutes(app: Composer<OuterCtx>, birge: Birge): void {
  app.callbackQuery(/^vol:conf:(\d{1,15})(?::(\d{1,15}))?$/, (ctx) =>
    showWaiting(birge, ctx, Number(ctx.match[1]), { after: Number(ctx.match[2] ?? 0) }),
  );
  for (const act of ['ok', 'ask', 'q', 'un'] as const satisfies ConfirmAct[]) {
    app.callbackQuery(new RegExp(`^vol:conf:${act}:(\\d{1,15}):([\\w-]{4}):(\\d{1,15})$`), async (ctx) => {
      const pressed = { id: Number(ctx.match[1]), mark: ctx.match[2] ?? '', after: Number(ctx.match[3]) };
      const shown = await pressEntry(birge, ctx, act, pressed);
      if (shown) await showWaiting(birge, ctx, shown.project, { ...shown, after: pressed.after });
    });
  }
  app.callbackQuery(/^vol:conf:d:(\d{1,15}):(\d{4}-\d\d-\d\d):(\d)([\w-]{4,32})$/, async (ctx, next) => {
    const day = ctx.match[2] ?? '';
    if (!isDay(day)) return next();
    const project = Number(ctx.match[1]);
    const shown = { day, before: Number(ctx.match[3]), marks: ctx.match[4] ?? '' };
    const done = await confirmDayShown(birge, ctx, project, shown);
    if (done) await showWaiting(birge, ctx, project, done);
  });
  app.callbackQuery(/^vol:conf:ud:(\d{1,15}):([0-9a-z.]{1,50})$/, async (ctx) => {
    const project = Number(ctx.match[1]);
    const done = await undoDay(birge, ctx, project, ctx.match[2] ?? '');
    if (done) await showWaiting(birge, ctx, project, done);
  });
}

/** Entries on a page: with a button for each day it still fits on an old phone. */
const perPage = 8;

/** The entries that wait, the oldest day first, as they are shown: nothing else is confirmed by a press. */
async function showWaiting(
  birge: Birge,
  ctx: OuterCtx,
  id: number,
  { note, tellsOf = [], rows, after = 0 }: Before,
): Promise<void> {
  const project = await projectFor(birge, ctx, id, 'confirm-hours');
  if (project === undefined || ctx.talk.person === null) return;
  const language = languageOf(ctx.talk);
  const say = birge.say(language);
  let from = after;
  let found = await nextPage(birge, id, from);
  // An old button's page: what stood there is done.
  if (found.length === 0 && from !== 0) found = await nextPage(birge, id, (from = 0));
  const shown = found.slice(0, perPage);
  const page = pageOf(birge, shown, ctx.talk.person.id, from, language);
  const further: ScreenButton[][] = [
    ...(found.length > perPage
      ? [[{ text: say('vol-conf-more'), data: `vol:conf:${id}:${shown.at(-1)?.id ?? 0}` }]]
      : []),
    ...(from === 0 ? [] : [[{ text: say('vol-conf-first'), data: `vol:conf:${id}` }]]),
  ];
  const head = say(shown.length === 0 ? 'vol-conf-none' : 'vol-conf-title', { count: project.unconfirmed });
  const text = [
    ...(note === undefined ? [] : [`${note}\n`]),
    `<b>${escapeHtml(inWords(project.name, language))}</b>`,
    head,
    ...page.lines,
  ].join('\n');
  const back = [{ text: say('vol-back-to-project'), data: `vol:p:${id}` }];
  const told = [...new Set([...tellsOf, ...shown.map(({ person }) => person)])];
  await tell(birge, ctx, text, [...(rows ?? []), ...page.rows, ...further, back], told);
}

const nextPage = ({ store }: Birge, project: number, after: number): Promise<Deed[]> =>
  deedsToConfirm(store, project, { after: after === 0 ? null : after, limit: perPage + 1 });
