import type { Composer } from 'grammy';
import { today } from '../../src/context.ts';
import type { Birge, OuterCtx } from '../../src/context.ts';
import { readObligation } from '../../src/store/deadlines.ts';
import { enrolmentsOf } from '../../src/store/volunteers/enrolments.ts';
import { openBriefing, showStanding } from './briefing-mine.ts';
import type { Mine } from './briefing-mine.ts';
import { readCard, showCards } from './briefing-reading.ts';
import { goOn, pressAnswer, pressClear } from './briefing-walk.ts';

/**
 * A volunteer's own safety briefing: where it stands, its steps one by one, and its cards to be read again. The first
 * number of a button is the enrolment; those of a step carry the briefing and the step's number (from 0), too.
 */
export function briefingRoutes(app: Composer<OuterCtx>, birge: Birge): void {
  const on = (pattern: RegExp, act: (birge: Birge, ctx: OuterCtx, mine: Mine, said: string[]) => Promise<void>) =>
    app.callbackQuery(pattern, async (ctx) => {
      const [, enrolment, ...said] = ctx.match;
      const mine = await openBriefing(birge, ctx, Number(enrolment));
      if (mine !== undefined) await act(birge, ctx, mine, said);
    });
  app.callbackQuery(/^vol:br:due:(\d{1,15})$/, (ctx) => showOwed(birge, ctx, Number(ctx.match[1])));
  on(/^vol:br:(\d{1,15})$/, showStanding);
  on(/^vol:br:(\d{1,15}):go$/, goOn);
  on(/^vol:br:(\d{1,15}):s:(\d{1,15}):(\d{1,3})$/, (_, ctx, mine, [id, step]) =>
    pressClear(birge, ctx, mine, { id: Number(id), step: Number(step) }),
  );
  on(/^vol:br:(\d{1,15}):a:(\d{1,15}):(\d{1,3}):(\d):([\da-f]{4})$/, (_, ctx, mine, [id, step, option, mark = '']) =>
    pressAnswer(birge, ctx, mine, { id: Number(id), step: Number(step) }, { option: Number(option), mark }),
  );
  on(/^vol:br:(\d{1,15}):read:(\d{1,2})$/, (_, ctx, mine, [page]) => showCards(birge, ctx, mine, Number(page)));
  on(/^vol:br:(\d{1,15}):r:([a-z]{3,5}:[a-z_]{1,20})$/, (_, ctx, mine, [step = '']) =>
    readCard(birge, ctx, mine, step),
  );
}

/** The briefing that a deadline stands for: that of the enrolment in its project. */
async function showOwed(birge: Birge, ctx: OuterCtx, id: number): Promise<void> {
  const person = ctx.talk.person?.id;
  const owed = await readObligation(birge.store, id);
  const enrolments =
    person === undefined || owed?.person !== person ? [] : await enrolmentsOf(birge.store, person, today(birge));
  const enrolment = enrolments.find(({ project }) => project === owed?.project);
  // Whoever has no such enrolment hears the same as with another one's button.
  const mine = await openBriefing(birge, ctx, enrolment?.id ?? 0);
  if (mine !== undefined) await showStanding(birge, ctx, mine);
}
