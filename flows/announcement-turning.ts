import type { OuterCtx } from '../src/context.ts';
import { languageOf } from '../src/filling/opened.ts';
import type { Screen } from '../src/screens/screen.ts';
import { turnCampaign } from '../src/store/campaigns/sending.ts';
import { noteAudit } from '../src/store/people.ts';
import type { Act } from './announcement.ts';
import { runningScreen } from './announcement-running.ts';

/** What it is called in the audit when a campaign is turned. */
const audited = {
  paused: 'paused-announcement',
  sending: 'resumed-announcement',
  cancelled: 'cancelled-announcement',
} as const;

/** How far it is now, in place of the message whose button was pressed. */
export const showState: Act = (birge, ctx, { campaign }) => runningScreen(birge, ctx, campaign);

/** Pauses a campaign, lets it go on or cancels it, and shows how far it is; what is over already stays as it is. */
export const turn =
  (to: keyof typeof audited): Act =>
  async (birge, ctx, { campaign, person }) => {
    if (campaign.state !== to && (await turnCampaign(birge.store, campaign.id, to, birge.now()))) {
      const subject = { kind: 'campaign', id: campaign.id };
      await noteAudit(birge.store, { person, action: audited[to], subject }, birge.now());
    }
    return runningScreen(birge, ctx, campaign);
  };

/** Cancelling can not be taken back, so it is asked once more; the message that tells how far it is stays as it is. */
export const askCancel: Act = (birge, ctx, { campaign: { id, state } }) => {
  const say = birge.say(languageOf(ctx.talk));
  if (state === 'done' || state === 'cancelled') return runningScreen(birge, ctx, { id, sendAt: null });
  return Promise.resolve({
    text: say('ann-run-cancel-ask', { id }),
    buttons: [
      [{ text: say('ann-run-cancel-yes'), data: `ann:${id}:canceled-yes` }],
      [{ text: say('form-back'), data: `ann:${id}:state` }],
    ],
  });
};

/** A screen takes the place of the message whose button led to it. */
export function replacing(ctx: OuterCtx, screen: Screen): Screen {
  const pressed = ctx.callbackQuery?.message?.message_id;
  return pressed === undefined ? screen : { ...screen, replaces: pressed };
}
