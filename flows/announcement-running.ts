import { standingScreen } from '../src/announcing/running.ts';
import type { Birge, OuterCtx } from '../src/context.ts';
import { languageOf } from '../src/filling/opened.ts';
import type { Screen } from '../src/screens/screen.ts';
import type { Campaign } from '../src/store/campaigns/campaign.ts';
import { countCampaign, heardProgress } from '../src/store/campaigns/sending.ts';

/**
 * How far a confirmed campaign is at this moment, with what can be done about it, in place of the message whose button was
 * pressed: for its author that message tells it from now on. The right to see it was asked before.
 */
export async function runningScreen(
  birge: Birge,
  ctx: OuterCtx,
  { id, sendAt }: Pick<Campaign, 'id' | 'sendAt'>,
): Promise<Screen> {
  const { talk } = ctx;
  const language = languageOf(talk);
  const counts = await countCampaign(birge.store, id, birge.now());
  const asks = talk.kind === 'whatsapp';
  const message = asks ? null : (ctx.callbackQuery?.message?.message_id ?? null);
  if (asks || message !== null) {
    const { channel, external } = talk;
    const before = await heardProgress(birge.store, id, counts, { channel, external, message });
    if (before !== null && ctx.chatId !== undefined) {
      // Two messages that tell the same would soon disagree.
      await ctx.api.editMessageText(ctx.chatId, before, birge.say(language)('ann-run-below', { id })).catch(() => true);
    }
  }
  const screen = await standingScreen(birge, { id, counts, language, asks, sendAt });
  return message === null ? screen : { ...screen, replaces: message };
}
