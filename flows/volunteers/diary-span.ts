import { today } from '../../src/context.ts';
import type { Birge, OuterCtx } from '../../src/context.ts';
import { isEmpty } from '../../src/diary/month.ts';
import { readSpan, spanPicture, spanText } from '../../src/diary/span.ts';
import { monthHeading, spanHeading } from '../../src/diary/spans.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { monthOf, moveMonth } from '../../src/rules/months.ts';
import type { ScreenButton } from '../../src/screens/screen.ts';
import { tell } from '../group-right.ts';
import { tellWithPicture } from './picture.ts';
import { home } from './right.ts';

/** The last three or six months of one's diary, the present one among them (annex 6: to follow 3 months or half a year). */
export async function showSpan(birge: Birge, ctx: OuterCtx, count: number): Promise<void> {
  const { person } = ctx.talk;
  if (person === null) return;
  const language = languageOf(ctx.talk);
  const say = birge.say(language);
  const present = monthOf(today(birge));
  const months = Array.from({ length: count }, (_, index) => moveMonth(present, index + 1 - count));
  const span = await readSpan(birge.store, person.id, months);
  const other =
    count === 3 ? { key: 'vol-diary-half', data: 'vol:span:6' } : { key: 'vol-diary-three', data: 'vol:span:3' };
  const ways: ScreenButton[][] = [
    [{ text: say('vol-new-deed'), data: 'vol:new' }],
    [
      { text: `◂ ${monthHeading(present, language)}`, data: `vol:diary:${present}` },
      { text: say(other.key), data: other.data },
    ],
    [{ text: say('vol-diary-table'), data: 'vol:xls' }],
    home(birge, ctx.talk),
  ];
  if (span.every(({ overview }) => isEmpty(overview))) {
    await tell(birge, ctx, `<b>${spanHeading(months, language)}</b>\n\n${say('vol-diary-nothing-then')}`, ways);
    return;
  }
  await tellWithPicture(
    birge,
    ctx,
    { text: spanText(birge, span, language), name: `birge-diary-${months[0] ?? present}-${present}.png`, ways },
    () => spanPicture(birge, span, language),
  );
}
