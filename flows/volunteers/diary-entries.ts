import { today } from '../../src/context.ts';
import type { Birge, OuterCtx } from '../../src/context.ts';
import { entryButton, pageOf, turnPages } from '../../src/diary/lines.ts';
import { monthHeading } from '../../src/diary/spans.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { moveDay } from '../../src/rules/dates.ts';
import { daysOf, isMonth, monthOf } from '../../src/rules/months.ts';
import { deedsOf } from '../../src/store/volunteers/deeds.ts';
import { tell } from '../group-right.ts';

/**
 * The entries of a month of one's diary, a page of them, each a button that opens it. Those of the present month are followed
 * by what is planned for later ones: no calendar shows those yet.
 */
export async function showEntries(birge: Birge, ctx: OuterCtx, named: string, asked: number): Promise<void> {
  const { person } = ctx.talk;
  if (person === null) return;
  const language = languageOf(ctx.talk);
  const say = birge.say(language);
  const present = monthOf(today(birge));
  const month = isMonth(named) && named < present ? named : present;
  const { from, until } = daysOf(month);
  const last = month === present ? moveDay(until, { years: 2 }) : until;
  const { items, page, pages } = pageOf(await deedsOf(birge.store, person.id, { from, until: last }), asked);
  const heading = `<b>${monthHeading(month, language)}</b>${pages > 1 ? ` (${page} / ${pages})` : ''}`;
  await tell(birge, ctx, `${heading}\n\n${say(items.length > 0 ? 'vol-diary-entries-head' : 'vol-diary-nothing')}`, [
    ...items.map((deed) => [entryButton(birge, deed, language)]),
    ...turnPages(birge, { page, pages }, (other) => `vol:diary:${month}:${other}`, language),
    [{ text: say('vol-new-deed'), data: 'vol:new' }],
    [{ text: `◂ ${monthHeading(month, language)}`, data: `vol:diary:${month}` }],
  ]);
}
