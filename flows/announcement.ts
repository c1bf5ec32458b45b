import { campaignLines, draftCard, momentOf } from '../src/announcing/card.ts';
import { dayAndTime } from '../src/announcing/moments.ts';
import { mayAnnounce } from '../src/announcing/right.ts';
import type { Birge, OuterCtx } from '../src/context.ts';
import { languageOf } from '../src/filling/opened.ts';
import { isQuiet, localTime } from '../src/rules/announcing/local-time.ts';
import { put } from '../src/screens/put.ts';
import type { Screen, ScreenButton } from '../src/screens/screen.ts';
import { changeCampaign, makeCampaign, readCampaign } from '../src/store/campaigns/campaign.ts';
import type { Campaign } from '../src/store/campaigns/campaign.ts';
import { placeOf } from '../src/store/organisations.ts';
import type { Submission } from '../src/store/submissions.ts';
import type { Language } from '../src/store/talks.ts';
import type { Talk } from '../src/talks/talk.ts';

/** A campaign before somebody who may announce there. */
export interface OpenCampaign {
  campaign: Campaign;
  person: number;
  language: Language;
}

/** Opens a campaign for whoever may announce there; otherwise gives the words of refusal, and the audit has it. */
export async function openCampaign(birge: Birge, talk: Talk, id: number): Promise<OpenCampaign | { refusal: Screen }> {
  const language = languageOf(talk);
  const campaign = await readCampaign(birge.store, id);
  const place = { organisations: campaign?.above ?? [], project: campaign?.project ?? undefined };
  const allowed = await mayAnnounce(birge, talk, place, { kind: 'campaign', id });
  if (!allowed || talk.person === null) return { refusal: refusedScreen(birge, language) };
  if (campaign === null) return { refusal: withMenu(birge, language, birge.say(language)('ann-not-there')) };
  return { campaign, person: talk.person.id, language };
}

/** Somebody may not announce there: what they can do instead. */
export const refusedScreen = (birge: Birge, language: Language): Screen =>
  withMenu(birge, language, birge.say(language)('refused'));

/** Words with the menu below, after these buttons. */
export const withMenu = (birge: Birge, language: Language, text: string, rows: ScreenButton[][] = []): Screen => ({
  text,
  buttons: [...rows, [{ text: birge.say(language)('menu-button'), data: 'go:menu' }]],
});

/** The button that leads back to a campaign's card. */
export const toCard = (birge: Birge, { campaign, language }: OpenCampaign): ScreenButton[] => [
  { text: birge.say(language)('ann-back'), data: `ann:${campaign.id}` },
];

/** When a confirmed one goes, in words. */
export function goesWhen(birge: Birge, { campaign, language }: OpenCampaign): string {
  const say = birge.say(language);
  const at = momentOf(birge, campaign);
  const waits = campaign.urgentReason === null && isQuiet(localTime(at, birge.timeZone));
  const lines = at > birge.now() ? [say('ann-planned-at', dayAndTime(birge, at, language))] : [say('ann-planned-now')];
  return (waits ? [say('ann-planned'), say('ann-when-quiet')] : lines).join('\n');
}

/** What a button of a campaign does; `rest` is what stands behind the act in its data. Undefined: all is said already. */
export type Act = (birge: Birge, ctx: OuterCtx, open: OpenCampaign, rest: string) => Promise<Screen | undefined>;

/** Does an act for whoever may, and says what comes of it. */
export async function pressCampaign(birge: Birge, ctx: OuterCtx, id: number, act: Act, rest: string): Promise<void> {
  if (ctx.chatId === undefined) return;
  const open = await openCampaign(birge, ctx.talk, id);
  const screen = 'refusal' in open ? open.refusal : await act(birge, ctx, open, rest);
  if (screen) await put(ctx.api, ctx.chatId, screen);
}

/** The same for what only a draft can have done to it; of any other the card says what became of it. */
export const ofDraft =
  (act: Act): Act =>
  (birge, ctx, open, rest) =>
    open.campaign.state === 'draft' ? act(birge, ctx, open, rest) : overCard(birge, open);

/** Where a campaign stands, for somebody who may announce there; `note` is said before. */
export async function cardOf(birge: Birge, open: OpenCampaign, note?: string): Promise<Screen> {
  const { campaign, person, language } = open;
  const card =
    campaign.state === 'draft' ? await draftCard(birge, campaign, { person, language }) : await laterCard(birge, open);
  return note === undefined ? card : { ...card, text: `${note}\n\n${card.text}` };
}

/** The card, of a campaign that is a draft no more. */
export const overCard = (birge: Birge, open: OpenCampaign): Promise<Screen> =>
  cardOf(birge, open, birge.say(open.language)('ann-no-draft'));

/** The card as the database has it now. */
export async function cardAnew(birge: Birge, { campaign, ...reader }: OpenCampaign, note?: string): Promise<Screen> {
  const now = await readCampaign(birge.store, campaign.id);
  return cardOf(birge, { ...reader, campaign: now ?? campaign }, note);
}

/** A campaign that is on its way or over; one that waits for a second coordinator can be agreed to. */
async function laterCard(birge: Birge, { campaign, person, language }: OpenCampaign): Promise<Screen> {
  const say = birge.say(language);
  const to = (key: string, act: string): ScreenButton => ({ text: say(key), data: `ann:${campaign.id}:${act}` });
  const own = campaign.author === person;
  const asked = own
    ? [[to('ann-drop-button', 'drop')]]
    : [[to('ann-agree-button', 'agree'), to('ann-refuse-button', 'refuse')]];
  const lines = await campaignLines(birge, campaign, language);
  return withMenu(birge, language, lines.join('\n'), [
    [to('ann-preview-button', 'preview')],
    ...(campaign.state === 'asked'
      ? asked
      : [[to('ann-run-state', 'state')], ...(campaign.state === 'planned' ? [[to('ann-run-cancel', 'cancel')]] : [])]),
  ]);
}

/** Changes something of a draft and shows its card; another coordinator may have sent it meanwhile. */
export async function change(
  birge: Birge,
  open: OpenCampaign,
  what: Parameters<typeof changeCampaign>[2],
): Promise<Screen> {
  const changed = await changeCampaign(birge.store, open.campaign.id, what);
  const note = changed ? undefined : birge.say(open.language)('ann-no-draft');
  return cardAnew(birge, open, note);
}

/** Makes the campaign of a sent form, or shows the one whose words were changed by it. */
export async function campaignMade(birge: Birge, talk: Talk, submission: Submission): Promise<Screen> {
  const language = languageOf(talk);
  const { about } = submission;
  const project = about?.kind === 'project' ? about.id : undefined;
  const organisation = (about?.kind === 'organisation' ? about.id : submission.organisation) ?? 0;
  const place = await placeOf(birge.store, organisation, project);
  const allowed = await mayAnnounce(birge, talk, place, { kind: 'organisation', id: organisation });
  if (!allowed || talk.person === null || organisation === 0) return refusedScreen(birge, language);
  const of = { submission: submission.id, organisation, project: project ?? null, author: talk.person.id };
  const id = await makeCampaign(birge.store, of, birge.now());
  const campaign = await readCampaign(birge.store, id);
  if (campaign === null) return refusedScreen(birge, language);
  const open = { campaign, person: talk.person.id, language };
  // It was dropped while its words were being changed.
  if (campaign.state !== 'draft') return overCard(birge, open);
  return cardOf(birge, open, birge.say(language)('ann-written'));
}
