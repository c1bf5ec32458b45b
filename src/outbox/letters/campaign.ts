import { may } from '../../access/rights.ts';
import { campaignLines } from '../../announcing/card.ts';
import { today } from '../../context.ts';
import { readCampaign } from '../../store/campaigns/campaign.ts';
import { rolesOf } from '../../store/deadlines.ts';
import type { LetterKind } from '../letter.ts';

/** Asks a second coordinator to agree to an announcement that is for many; not if that is settled, or they may no longer. */
export const campaignAsked: LetterKind = {
  async write(birge, { person, payload, language }) {
    const campaign = await readCampaign(birge.store, Number(payload['asked']));
    if (campaign?.state !== 'asked' || person === null) return undefined;
    const roles = await rolesOf(birge.store, person, today(birge));
    const place = { organisations: campaign.above, project: campaign.project ?? undefined };
    if (!may(roles, 'announce', place)) return undefined;
    const say = birge.say(language);
    const by = campaign.authorName ?? say('ann-somebody');
    const to = (key: string, act: string) => ({ text: say(key), data: `ann:${campaign.id}:${act}` });
    return {
      screen: {
        text: [
          say('ann-asks', { by, number: Number(payload['total']) }),
          '',
          ...(await campaignLines(birge, campaign, language)),
        ].join('\n'),
        buttons: [
          [to('ann-preview-button', 'preview')],
          [to('ann-agree-button', 'agree'), to('ann-refuse-button', 'refuse')],
        ],
      },
    };
  },
};

/** Tells its author what the second coordinator said. */
export const campaignAnswered: LetterKind = {
  async write(birge, { payload, language }) {
    const campaign = await readCampaign(birge.store, Number(payload['answered']));
    if (campaign === null) return undefined;
    const say = birge.say(language);
    const agreed = payload['yes'] === true;
    const text = say(agreed ? 'ann-was-agreed' : 'ann-was-refused', { number: campaign.id });
    return { screen: { text, buttons: [[{ text: say('ann-open'), data: `ann:${campaign.id}` }]] } };
  },
};
