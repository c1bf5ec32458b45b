import { standingScreen } from '../src/announcing/running.ts';
import type { Birge } from '../src/context.ts';
import { languageOf } from '../src/filling/opened.ts';
import type { Screen } from '../src/screens/screen.ts';
import type { Campaign } from '../src/store/campaigns/campaign.ts';
import { countCampaign, heardProgress } from '../src/store/campaigns/sending.ts';
import type { Talk } from '../src/talks/talk.ts';

/** How far a confirmed campaign is at this moment, with what can be done about it. The right to see it was asked before. */
export async function runningScreen(
  birge: Birge,
  talk: Talk,
  { id, sendAt }: Pick<Campaign, 'id' | 'sendAt'>,
): Promise<Screen> {
  const counts = await countCampaign(birge.store, id, birge.now());
  const asks = talk.kind === 'whatsapp';
  // Messages stay there as they are: the same is not said twice.
  if (asks) await heardProgress(birge.store, id, counts, talk);
  return standingScreen(birge, { id, counts, language: languageOf(talk), asks, sendAt });
}
