import type { Composer } from 'grammy';
import { today } from '../../src/context.ts';
import type { Birge, OuterCtx, Say } from '../../src/context.ts';
import { everSince } from '../../src/diary/whole.ts';
import { isEmpty, monthPicture, monthText } from '../../src/diary/month.ts';
import { monthHeading } from '../../src/diary/spans.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { moveDay } from '../../src/rules/dates.ts';
import { daysOf, isMonth, monthOf, moveMonth } from '../../src/rules/months.ts';
import type { Month } from '../../src/rules/months.ts';
import type { ScreenButton } from '../../src/screens/screen.ts';
import { diaryOverview } from '../../src/store/volunteers/deeds.ts';
import { tell } from '../group-right.ts';
import { showEntries } from './diary-entries.ts';
import { showSpan } from './diary-span.ts';
import { sendTable } from './diary-table.ts';
import { tellWithPicture } from './picture.ts';
import { home } from './right.ts';
import { shareRoutes } from './share.ts';
import { showTheirs } from './their-diary.ts';

/** The diary as it is looked at: months, entries, sharing, a table; and a coordinator's part of somebody's diary. */
export function diaryRoutes(app: Composer<OuterCtx>, birge: Birge): void {
  app.command('diary', (ctx) => showMonth(birge, ctx, undefined));
  app.callbackQuery(/^vol:diary(?::(\d{4}-\d{2}))?$/, (ctx) => showMonth(birge, ctx, ctx.match[1]));
  app.callbackQuery(/^vol:diary:(\d{4}-\d{2}):(\d{1,3})$/, (ctx) =>
    showEntries(birge, ctx, ctx.match[1] ?? '', Number(ctx.match[2])),
  );
  app.callbackQuery(/^vol:span:([36])$/, (ctx) => showSpan(birge, ctx, Number(ctx.match[1])));
  app.callbackQuery(/^vol:xls(?::(all|\d{4}))?$/, (ctx) => sendTable(birge, ctx, ctx.match[1]));
  app.callbackQuery(/^vol:vd:(\d{1,15})(?::(\d{4}-\d{2})(?::(\d{1,3}))?)?$/, (ctx) => {
    const [, id, month, page] = ctx.match;
    return showTheirs(birge, ctx, Number(id), month, Number(page ?? 1));
  });
  shareRoutes(app, birge);
}

/** A month of one's diary: a calendar with what it comes to; the present month if none is named. */
async function showMonth(birge: Birge, ctx: OuterCtx, named: string | undefined): Promise<void> {
  const { person } = ctx.talk;
  if (person === null) return;
  const language = languageOf(ctx.talk);
  const say = birge.say(language);
  const present = monthOf(today(birge));
  const month = named !== undefined && isMonth(named) ? named : present;
  if (month > present) {
    await tell(birge, ctx, say('vol-diary-ahead'), [[toPresent(say, present)]]);
    return;
  }
  const overview = await diaryOverview(birge.store, person.id, daysOf(month));
  const ways = waysOn(birge, ctx, month, isEmpty(overview));
  if (!isEmpty(overview)) {
    const text = monthText(say, overview, month, language);
    await tellWithPicture(birge, ctx, { text, name: `birge-diary-${month}.png`, ways }, () =>
      monthPicture(birge, overview, month, language),
    );
  } else if (await beginsNow(birge, person.id)) {
    await tell(birge, ctx, say('vol-diary-begin'), [[{ text: say('vol-new-deed'), data: 'vol:new' }]]);
  } else {
    await tell(birge, ctx, `<b>${monthHeading(month, language)}</b>\n\n${say('vol-diary-nothing')}`, ways);
  }
}

/** Has nothing ever been written or planned? Only an empty month asks. */
const beginsNow = async (birge: Birge, person: number): Promise<boolean> =>
  isEmpty(await diaryOverview(birge.store, person, { from: everSince, until: moveDay(today(birge), { years: 10 }) }));

function waysOn(birge: Birge, { talk }: OuterCtx, month: Month, empty: boolean): ScreenButton[][] {
  const language = languageOf(talk);
  const say = birge.say(language);
  const present = monthOf(today(birge));
  const [before, after] = [moveMonth(month, -1), moveMonth(month, 1)];
  const to = (other: Month, text: string): ScreenButton => ({ text, data: `vol:diary:${other}` });
  return [
    [{ text: say('vol-new-deed'), data: 'vol:new' }],
    // What is planned for later months stands among the entries of the present one.
    ...(empty && month !== present ? [] : [[{ text: say('vol-diary-entries'), data: `vol:diary:${month}:1` }]]),
    [
      to(before, `◂ ${monthHeading(before, language)}`),
      ...(after > present ? [] : [to(after, `${monthHeading(after, language)} ▸`)]),
    ],
    [
      { text: say('vol-diary-three'), data: 'vol:span:3' },
      { text: say('vol-diary-half'), data: 'vol:span:6' },
    ],
    [{ text: say('vol-diary-table'), data: 'vol:xls' }],
    home(birge, talk),
  ];
}

const toPresent = (say: Say, month: Month): ScreenButton => ({
  text: say('vol-diary-month-button'),
  data: `vol:diary:${month}`,
});
