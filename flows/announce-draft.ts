import type { Birge, OuterCtx } from '../src/context.ts';
import type { Screen } from '../src/screens/screen.ts';
import { rewriteCampaign } from '../src/store/campaigns/campaign.ts';
import { turnCampaign } from '../src/store/campaigns/sending.ts';
import { noteAudit } from '../src/store/people.ts';
import { cardAnew, overCard, toCard, withMenu } from './announcement.ts';
import type { OpenCampaign } from './announcement.ts';

/** Opens the words once more, where the overview of the form stands; only their author walks through them. */
export async function pressText(birge: Birge, ctx: OuterCtx, open: OpenCampaign): Promise<Screen | undefined> {
  const { campaign, person, language } = open;
  if (campaign.author !== person)
    return withMenu(birge, language, birge.say(language)('ann-text-others'), [toCard(birge, open)]);
  const submission = await rewriteCampaign(birge.store, campaign.id, birge.now());
  if (submission === null) return cardAnew(birge, open, birge.say(language)('ann-no-draft'));
  ctx.talk.draft = null;
  await ctx.conversation.enter('form', submission);
  return undefined;
}

/** Asks before a draft is dropped, and drops it (`yes`); one that waits for a second coordinator, too. */
export async function pressDrop(birge: Birge, _ctx: OuterCtx, open: OpenCampaign, rest: string): Promise<Screen> {
  const { campaign, person, language } = open;
  const say = birge.say(language);
  if (campaign.state !== 'draft' && (campaign.state !== 'asked' || campaign.author !== person))
    return overCard(birge, open);
  if (rest !== 'yes')
    return {
      text: say('ann-drop-ask'),
      buttons: [[{ text: say('ann-drop-yes'), data: `ann:${campaign.id}:drop:yes` }], toCard(birge, open)],
    };
  const subject = { kind: 'campaign', id: campaign.id };
  await noteAudit(birge.store, { person, action: 'cancelled-announcement', subject }, birge.now());
  await turnCampaign(birge.store, campaign.id, 'cancelled', birge.now());
  return withMenu(birge, language, say('ann-dropped'));
}
