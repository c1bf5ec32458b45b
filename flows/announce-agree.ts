import { stateInWords } from '../src/announcing/card.ts';
import type { Birge, OuterCtx } from '../src/context.ts';
import type { Screen } from '../src/screens/screen.ts';
import { readCampaign } from '../src/store/campaigns/campaign.ts';
import { answerCampaign } from '../src/store/campaigns/sending.ts';
import { noteAudit } from '../src/store/people.ts';
import { cardAnew, goesWhen, toCard, withMenu } from './announcement.ts';
import type { OpenCampaign } from './announcement.ts';

/** A second coordinator agrees to somebody else's announcement, or refuses it. */
export const pressAnswer =
  (yes: boolean) =>
  async (birge: Birge, _ctx: OuterCtx, open: OpenCampaign): Promise<Screen> => {
    const { campaign, person, language } = open;
    const say = birge.say(language);
    if (campaign.state !== 'asked') return settled(birge, open);
    const answered = await answerCampaign(birge.store, campaign.id, person, yes, birge.now());
    switch (answered) {
      case 'own': {
        const subject = { kind: 'campaign', id: campaign.id };
        await noteAudit(birge.store, { person, action: 'refused-announce', subject }, birge.now());
        return withMenu(birge, language, say('ann-own'), [toCard(birge, open)]);
      }
      case 'closed':
        return settled(birge, open);
      case 'draft':
        return withMenu(birge, language, say('ann-refused'), [toCard(birge, open)]);
      case 'planned':
        return withMenu(birge, language, `${say('ann-agreed')}\n${goesWhen(birge, open)}`, [toCard(birge, open)]);
    }
  };

/** Somebody has answered before, or it was taken back: what became of it. */
async function settled(birge: Birge, open: OpenCampaign): Promise<Screen> {
  const now = (await readCampaign(birge.store, open.campaign.id)) ?? open.campaign;
  const say = birge.say(open.language);
  return cardAnew(birge, open, say('ann-settled', { state: stateInWords(say, now.state) }));
}
