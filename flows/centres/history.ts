import { historyOf } from '../../src/centres/history.ts';
import { toCentre, toResult } from '../../src/centres/words.ts';
import type { Birge, OuterCtx } from '../../src/context.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { put } from '../../src/screens/put.ts';
import type { ScreenButton } from '../../src/screens/screen.ts';
import { assessedFor } from './assessed-for.ts';
import { refuse } from './centre-right.ts';
import { toChange } from './change-button.ts';

/** Who answered an indicator with what and when: what stands, what stood before, and what was not taken; its example. */
export async function showHistory(birge: Birge, ctx: OuterCtx, submission: number, indicator: number): Promise<void> {
  const assessed = await assessedFor(birge, ctx, submission);
  if (assessed === undefined || ctx.chatId === undefined) return;
  const language = languageOf(ctx.talk);
  const say = birge.say(language);
  const history = await historyOf(birge, assessed, indicator, language);
  if (history === undefined) return refuse(birge, ctx);
  const { text, criterion, files, cut } = history;
  const to = (label: string, data: string): ScreenButton[] => [{ text: label, data }];
  await put(ctx.api, ctx.chatId, {
    text,
    buttons: [
      ...toChange(say, ctx.talk, assessed, 'jb-res-change-button', indicator),
      ...(files > 0 ? [to(say('jb-res-evidence-button', { count: files }), `jb:ev:${submission}:${indicator}`)] : []),
      ...(cut ? [to(say('jb-res-report-button'), `jb:rep:${submission}`)] : []),
      to(say('jb-res-answers-back'), `jb:ans:${submission}:${criterion}`),
      toResult(say, assessed),
      toCentre(say, assessed.centre.id),
    ],
  });
}
