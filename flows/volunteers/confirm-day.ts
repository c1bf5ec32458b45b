import type { Birge, OuterCtx } from '../../src/context.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { dayInWords } from '../../src/rules/dates.ts';
import type { Day } from '../../src/rules/dates.ts';
import { confirmDay, confirmDeed, readDeed } from '../../src/store/volunteers/deeds.ts';
import { markOf, marksIn } from '../../src/volunteers/deed-mark.ts';
import { inBulk, waitingUntil } from '../../src/volunteers/waiting.ts';
import type { Before } from './confirm-words.ts';
import { projectFor } from './right.ts';

/** Telegram's limit of a button's data. */
const longestData = 64;

/** A day as its button has it: marks of its entries, and how many entries stood before them on the page. */
interface ShownDay {
  day: Day;
  before: number;
  marks: string;
}

/**
 * Confirms the entries of a day that were shown: those that still say what they said then, known by their marks. What came
 * later or was changed since waits. Gives what the list says next; undefined: it was refused.
 */
export async function confirmDayShown(
  birge: Birge,
  ctx: OuterCtx,
  id: number,
  { day, before, marks }: ShownDay,
): Promise<Before | undefined> {
  const project = await projectFor(birge, ctx, id, 'confirm-hours');
  const by = ctx.talk.person?.id;
  if (project === undefined || by === undefined) return undefined;
  const language = languageOf(ctx.talk);
  const say = birge.say(language);
  const seen = marksIn(marks);
  const waiting = await waitingUntil(birge.store, id, day);
  const chosen = inBulk(waiting, by).filter((deed) => deed.on === day && seen.includes(markOf(deed)));
  const ids = chosen.map((deed) => deed.id);
  const count =
    chosen.length === 0 ? 0 : await confirmDay(birge.store, { project: id, on: day, deeds: chosen, by }, birge.now());
  // The same page is shown again: what stood on it before the day is still to be looked at. Where entries were changed, the
  // list begins anew, so that none of them is passed over.
  const first = chosen.length < seen.length ? 0 : waiting.findIndex((deed) => deed === chosen[0]);
  const after = waiting[first - before - 1]?.id ?? 0;
  if (count === 0) return { after, note: say('vol-conf-day-none') };
  const rest = seen.length - count;
  const note = [
    say('vol-conf-day-done', { count, day: dayInWords(day, language) }),
    ...(rest > 0 ? [say('vol-conf-day-rest', { count: rest })] : []),
  ].join('\n');
  const data = `vol:conf:ud:${id}:${ids.map((one) => one.toString(36)).join('.')}`;
  const rows = data.length > longestData ? [] : [[{ text: say('vol-conf-day-undo', { count }), data }]];
  return { after, note, rows };
}

/** What was confirmed by one press waits again; `ids` as they stand in the button. */
export async function undoDay(birge: Birge, ctx: OuterCtx, id: number, ids: string): Promise<Before | undefined> {
  const project = await projectFor(birge, ctx, id, 'confirm-hours');
  const by = ctx.talk.person?.id;
  if (project === undefined || by === undefined) return undefined;
  let undone = 0;
  for (const one of ids.split('.').map((written) => Number.parseInt(written, 36))) {
    const deed = Number.isSafeInteger(one) ? await readDeed(birge.store, one) : null;
    if (deed === null) continue;
    const back = { id: one, project: id, confirmed: false, changedAt: deed.changedAt, by };
    if (deed.confirmed && (await confirmDeed(birge.store, back, birge.now())) === 'noted') undone += 1;
  }
  return { note: birge.say(languageOf(ctx.talk))(undone > 0 ? 'vol-conf-undone' : 'vol-conf-waits-already') };
}
