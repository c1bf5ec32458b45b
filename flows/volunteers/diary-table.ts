import { today } from '../../src/context.ts';
import type { Birge, OuterCtx } from '../../src/context.ts';
import { diarySheet } from '../../src/diary/sheet.ts';
import { doneBetween, everSince } from '../../src/diary/whole.ts';
import { workbook } from '../../src/documents/table.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { putFile } from '../../src/screens/put-file.ts';
import { tell } from '../group-right.ts';
import { home } from './right.ts';

/** One's diary as a table: of one year (`2026`) or of all (`all`); without a period it asks which one. */
export async function sendTable(birge: Birge, ctx: OuterCtx, period: string | undefined): Promise<void> {
  const { talk } = ctx;
  if (talk.person === null || ctx.chatId === undefined) return;
  const language = languageOf(talk);
  const say = birge.say(language);
  const now = today(birge);
  const year = now.slice(0, 4);
  const diary = [{ text: say('vol-diary'), data: 'vol:diary' }];
  if (period === undefined) {
    await tell(birge, ctx, say('vol-diary-table-ask'), [
      [{ text: say('vol-diary-table-year', { year }), data: `vol:xls:${year}` }],
      [{ text: say('vol-diary-table-all'), data: 'vol:xls:all' }],
      diary,
    ]);
    return;
  }
  const days =
    period === 'all' ? { from: everSince, until: now } : { from: `${period}-01-01`, until: `${period}-12-31` };
  const deeds = await doneBetween(birge.store, talk.person.id, days);
  if (deeds.length === 0) {
    await tell(birge, ctx, say('vol-diary-table-none'), [[{ text: say('vol-new-deed'), data: 'vol:new' }], diary]);
    return;
  }
  await putFile(ctx.api, ctx.chatId, {
    as: 'document',
    bytes: await workbook(diarySheet(birge, deeds, language)),
    name: period === 'all' ? 'birge-diary.xlsx' : `birge-diary-${period}.xlsx`,
    caption: say('vol-diary-table-caption', { deeds: deeds.length }),
    buttons: [diary, home(birge, talk), [{ text: say('menu-button'), data: 'go:menu' }]],
  });
}
