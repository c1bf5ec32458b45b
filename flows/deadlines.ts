import { maySomewhere, scopeOf } from '../src/access/rights.ts';
import { today } from '../src/context.ts';
import type { Birge, OuterCtx } from '../src/context.ts';
import { othersIn } from '../src/deadlines/card.ts';
import { buttonOf, lineOf, namedIn } from '../src/deadlines/lines.ts';
import { hourOf, whereIs } from '../src/deadlines/words.ts';
import { deadlinesFile } from '../src/documents/deadlines-ics.ts';
import { languageOf } from '../src/filling/opened.ts';
import { moveDay } from '../src/rules/dates.ts';
import { putFile } from '../src/screens/put-file.ts';
import { put } from '../src/screens/put.ts';
import type { ScreenButton } from '../src/screens/screen.ts';
import { deadlinesBelow, deadlinesOf } from '../src/store/deadlines.ts';

const perPage = 10;
/** As many of one's own as are read at once; nobody owes more. */
const most = 100;
/** Days ahead that the list of my people reaches. */
const ahead = 30;

/** `/deadlines`: what the person owes, soonest first, and the way to what their people owe. */
export async function showMine(birge: Birge, ctx: OuterCtx, offset: number): Promise<void> {
  const { talk } = ctx;
  if (talk.person === null || ctx.chatId === undefined) return;
  const language = languageOf(talk);
  const say = birge.say(language);
  const mine = await deadlinesOf(birge.store, talk.person.id, most, birge.now());
  const shown = mine.slice(offset, offset + perPage);
  const lines = shown.map((one, index) => lineOf(birge, language, one, offset + index + 1, 'owner'));
  const rows = shown.map((one, index) => buttonOf(birge, language, one, offset + index + 1, 'owner'));
  if (mine.length > offset + perPage)
    rows.push([{ text: say('due-further'), data: `go:deadlines:${offset + perPage}` }]);
  if (mine.length > 0) rows.push([{ text: say('due-calendar-file'), data: 'go:calendar-file' }]);
  rows.push(...(await wayToPeople(birge, ctx)), [{ text: say('menu-button'), data: 'go:menu' }]);
  const text = mine.length === 0 ? [say('due-none')] : [`<b>${say('due-mine')}</b>`, ...lines];
  await put(ctx.api, ctx.chatId, { text: text.join('\n\n'), buttons: rows });
}

/** The button to my people's deadlines, for those who may see them. */
async function wayToPeople(birge: Birge, { talk }: OuterCtx): Promise<ScreenButton[][]> {
  if (talk.person === null || !maySomewhere(talk.roles, 'see-deadlines')) return [];
  const scope = scopeOf(talk.roles, 'see-deadlines');
  const page = { until: moveDay(today(birge), { days: ahead }), offset: 0, limit: 0 };
  const { overdue } = await deadlinesBelow(birge.store, talk.person.id, scope, page, birge.now());
  return [[{ text: birge.say(languageOf(talk))('due-people-button', { overdue }), data: 'go:people' }]];
}

/** What my people owe, overdue first. */
export async function showMyPeople(birge: Birge, ctx: OuterCtx, offset: number): Promise<void> {
  const { talk } = ctx;
  if (talk.person === null || ctx.chatId === undefined) return;
  const language = languageOf(talk);
  const say = birge.say(language);
  if (!maySomewhere(talk.roles, 'see-deadlines')) {
    await put(ctx.api, ctx.chatId, {
      text: say('refused'),
      buttons: [[{ text: say('menu-button'), data: 'go:menu' }]],
    });
    return;
  }
  const scope = scopeOf(talk.roles, 'see-deadlines');
  // What somebody said is not theirs stands among the rows and not in the counts.
  const page = { until: moveDay(today(birge), { days: ahead }), offset, limit: perPage + 1 };
  const { overdue, open, rows: found } = await deadlinesBelow(birge.store, talk.person.id, scope, page, birge.now());
  const shown = found.slice(0, perPage);
  const lines = shown.map((one, index) => lineOf(birge, language, one, offset + index + 1, 'overseer'));
  const rows = shown.map((one, index) => buttonOf(birge, language, one, offset + index + 1, 'overseer'));
  if (found.length > perPage) rows.push([{ text: say('due-further'), data: `go:people:${offset + perPage}` }]);
  rows.push([{ text: say('due-all-mine'), data: 'go:deadlines' }], [{ text: say('menu-button'), data: 'go:menu' }]);
  const head = open === 0 ? say('due-people-none') : say('due-people', { overdue, open, ahead });
  const tellsOf = shown.flatMap((one) => othersIn(one, 'overseer'));
  await put(ctx.api, ctx.chatId, { text: [head, ...lines].join('\n\n'), buttons: rows, tellsOf });
}

/** All my deadlines as a file for the phone's calendar. */
export async function sendCalendarFile(birge: Birge, ctx: OuterCtx): Promise<void> {
  const { talk } = ctx;
  if (talk.person === null || ctx.chatId === undefined) return;
  const language = languageOf(talk);
  const say = birge.say(language);
  const mine = await deadlinesOf(birge.store, talk.person.id, most, birge.now());
  const menu: ScreenButton[][] = [[{ text: say('menu-button'), data: 'go:menu' }]];
  if (mine.length === 0) {
    await put(ctx.api, ctx.chatId, { text: say('due-none'), buttons: menu });
    return;
  }
  const entries = mine.map((one) => {
    const where = whereIs(one, language);
    const title = namedIn(birge, language, one);
    return {
      uid: `deadline-${one.id}@birge`,
      title: where === '' ? title : `${title} · ${where}`,
      why: birge.calendar.kinds.get(one.kind)?.why[language] ?? '',
      due: one.dueOn,
      ...(one.dueAt !== null && { time: hourOf(new Date(one.dueAt), birge.timeZone) }),
    };
  });
  const file = deadlinesFile(entries, { name: say('due-calendar-name') }, birge.now());
  await putFile(ctx.api, ctx.chatId, {
    as: 'document',
    bytes: new TextEncoder().encode(file),
    name: 'birge-deadlines.ics',
    caption: say('due-calendar-caption'),
    buttons: menu,
  });
}
