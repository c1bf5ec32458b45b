import type { Birge, Say } from '../src/context.ts';
import { languageOf } from '../src/filling/opened.ts';
import { escapeHtml } from '../src/screens/html.ts';
import { shorten } from '../src/screens/shorten.ts';
import type { Screen, ScreenButton } from '../src/screens/screen.ts';
import { messagesOfCampaign, repeatCampaign } from '../src/store/campaigns/sending.ts';
import { noteAudit } from '../src/store/people.ts';
import type { Talk } from '../src/talks/talk.ts';
import { cardOf } from './announcement.ts';
import type { Act, OpenCampaign } from './announcement.ts';
import { runningScreen } from './announcement-running.ts';
import { askCancel, replacing, showState, turn } from './announcement-turning.ts';

type Missed = Awaited<ReturnType<typeof messagesOfCampaign>>[number];

/** Lines on a page; unknown ones have a button each. */
const perPage = { failed: 20, unknown: 8 } as const;

/** Who did not get it and why, page by page; `rest` is the last key of the page before. */
const showFailed: Act = async (birge, ctx, { campaign, language }, rest) => {
  const say = birge.say(language);
  const { shown, next } = await pageOf(birge, say, campaign.id, 'failed', Number(rest));
  const lines = shown.map((missed) => `• ${nameOf(say, missed)} – ${whyOf(say, missed)}`);
  const text =
    shown.length > 0 ? [say('ann-failed-title', { id: campaign.id }), '', ...lines].join('\n') : say('ann-failed-none');
  const screen = { text, buttons: [...next, back(say, campaign.id)] };
  return rest === '' ? screen : replacing(ctx, screen);
};

/** Of whom nobody knows whether they got it, each with a button of its own, because sending again may be once too often. */
const showUnknown: Act = async (birge, ctx, open, rest) => {
  const screen = await unknownScreen(birge, open, Number(rest));
  return rest === '' ? screen : replacing(ctx, screen);
};

/** Sends again: all failed ones, or the one of this row whose fate is unknown. */
const again: Act = async (birge, ctx, open, rest) => {
  const { campaign, person } = open;
  const one = rest === '' ? null : Number(rest);
  const queued = await repeatCampaign(birge.store, campaign.id, one, birge.now());
  if (queued > 0) {
    const detail = one === null ? { failed: String(queued) } : { message: String(one) };
    const subject = { kind: 'campaign', id: campaign.id };
    await noteAudit(birge.store, { person, action: 'repeated-announcement', subject, detail }, birge.now());
  }
  if (one !== null) return replacing(ctx, noted(birge, ctx.talk, queued, await unknownScreen(birge, open, 0)));
  const now = await runningScreen(birge, ctx, campaign);
  return queued > 0 ? now : noted(birge, ctx.talk, 0, now);
};

async function unknownScreen(birge: Birge, { campaign, language }: OpenCampaign, after: number): Promise<Screen> {
  const say = birge.say(language);
  const { shown, next } = await pageOf(birge, say, campaign.id, 'unknown', after);
  const repeatable = campaign.state === 'sending' || campaign.state === 'done';
  const buttons = shown
    .filter(({ gone }) => repeatable && !gone)
    .map((missed): ScreenButton[] => {
      const text = shorten(`${say('ann-unknown-again')}: ${plainName(say, missed)}`, 60);
      return [{ text, data: `ann:${campaign.id}:again:${missed.id}` }];
    });
  const lines = shown.map((missed) => `• ${nameOf(say, missed)}`);
  const text =
    shown.length > 0
      ? [say('ann-unknown-title', { id: campaign.id }), '', ...lines, '', say('ann-unknown-why')].join('\n')
      : say('ann-unknown-none');
  return { text, buttons: [...buttons, ...next, back(say, campaign.id)] };
}

/** What came of a press stands above. */
function noted(birge: Birge, talk: Talk, queued: number, screen: Screen): Screen {
  const say = birge.say(languageOf(talk));
  return { ...screen, text: `${say(queued > 0 ? 'ann-again-queued' : 'ann-again-none')}\n\n${screen.text}` };
}

/** A page of messages with the button to the next one, if there are more. */
async function pageOf(
  birge: Birge,
  say: Say,
  campaign: number,
  state: 'failed' | 'unknown',
  after: number,
): Promise<{ shown: Missed[]; next: ScreenButton[][] }> {
  const most = perPage[state];
  const found = await messagesOfCampaign(birge.store, campaign, state, after, most + 1);
  const shown = found.slice(0, most);
  const last = found.length > most ? shown.at(-1) : undefined;
  return { shown, next: last ? [[{ text: say('ann-list-next'), data: `ann:${campaign}:${state}:${last.id}` }]] : [] };
}

const back = (say: Say, campaign: number): ScreenButton[] => [
  { text: say('form-back'), data: `ann:${campaign}:state` },
];

const plainName = (say: Say, { group, name }: Missed): string => group ?? name ?? say('ann-nobody');
const nameOf = (say: Say, missed: Missed): string => escapeHtml(shorten(plainName(say, missed), 60));

/** The reason of a failure in words; a messenger's own refusal is quoted. */
function whyOf(say: Say, { gone, group, reason }: Missed): string {
  if (gone) return say(group === null ? 'ann-why-blocked' : 'ann-why-left');
  if (reason === null) return say('ann-why-unreachable');
  if (reason === 'too long') return say('ann-why-long');
  if (reason === 'limited') return say('ann-why-limited');
  return /^(?:Bad Request|Forbidden)/.test(reason) ? say('ann-why-refused', { reason }) : say('ann-why-unreachable');
}

/** The same for a campaign that is confirmed; of any other its card is shown. */
const ofConfirmed =
  (act: Act): Act =>
  (birge, ctx, open, rest) =>
    open.campaign.state === 'draft' || open.campaign.state === 'asked'
      ? cardOf(birge, open)
      : act(birge, ctx, open, rest);

/** What can be pressed on a confirmed campaign. */
export const runningActs = {
  state: ofConfirmed(showState),
  pause: ofConfirmed(turn('paused')),
  resume: ofConfirmed(turn('sending')),
  cancel: ofConfirmed(askCancel),
  'canceled-yes': ofConfirmed(turn('cancelled')),
  failed: ofConfirmed(showFailed),
  unknown: ofConfirmed(showUnknown),
  again: ofConfirmed(again),
} satisfies Record<string, Act>;
