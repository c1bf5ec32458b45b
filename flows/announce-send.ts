import { countInWords, leftOutLines } from '../src/announcing/audience-words.ts';
import { remarks, whenLines } from '../src/announcing/card.ts';
import { announcingRoles } from '../src/announcing/right.ts';
import { markOf, mostAlone, reckoningLines } from '../src/announcing/reckoning.ts';
import type { Birge, OuterCtx } from '../src/context.ts';
import type { Screen, ScreenButton } from '../src/screens/screen.ts';
import { countAudience } from '../src/store/campaigns/audience.ts';
import type { Reached } from '../src/store/campaigns/audience.ts';
import { readCampaign } from '../src/store/campaigns/campaign.ts';
import { confirmCampaign, whoMayAgree } from '../src/store/campaigns/sending.ts';
import { noteAudit, waysTo } from '../src/store/people.ts';
import { readSubmission } from '../src/store/submissions.ts';
import { cardOf, goesWhen, refusedScreen, toCard, withMenu } from './announcement.ts';
import type { OpenCampaign } from './announcement.ts';

/** Before anything is sent: to how many, who is left out, how long it takes. What can not be sent yet is said instead. */
export async function pressSend(birge: Birge, _ctx: OuterCtx, open: OpenCampaign): Promise<Screen> {
  const reached = await countAudience(birge.store, open.campaign.id, birge.now());
  return (await whyNot(birge, open, reached)) ?? askToConfirm(birge, open, reached);
}

/** "Yes, send". What the person saw must still be what is sent: otherwise it is shown once more. */
export async function pressYes(birge: Birge, ctx: OuterCtx, open: OpenCampaign, mark: string): Promise<Screen> {
  const { campaign, person, language } = open;
  const say = birge.say(language);
  const reached = await countAudience(birge.store, campaign.id, birge.now());
  const problem = await whyNot(birge, open, reached);
  if (problem) return problem;
  if (mark !== markOf(campaign, reached.total)) return askToConfirm(birge, open, reached, say('ann-changed'));
  const asked = reached.total > mostAlone ? await reachableOf(birge, campaign.id) : [];
  if (reached.total > mostAlone && asked.length === 0)
    return withMenu(birge, language, say('ann-nobody-agrees', { most: mostAlone }), [
      [{ text: say('ann-audience-button'), data: `ann:${campaign.id}:aud` }],
      toCard(birge, open),
    ]);
  const confirm = { seen: campaign, total: reached.total, most: mostAlone, asked };
  const subject = { kind: 'campaign', id: campaign.id };
  const detail = { total: String(reached.total) };
  // First who and to how many: nothing goes out of which this is not known.
  await noteAudit(birge.store, { person, action: 'announced', subject, detail }, birge.now());
  const confirmed = await confirmCampaign(birge.store, confirm, birge.now());
  if (confirmed === 'closed') return tooLate(birge, open);
  // A colleague has changed it while it was being counted.
  if (confirmed === 'changed') return pressSendAnew(birge, ctx, open);
  const said =
    confirmed === 'asked'
      ? say('ann-asked', { number: asked.length })
      : `${goesWhen(birge, open)}\n${say('ann-progress-follows')}`;
  return withMenu(birge, language, said, [toCard(birge, open)]);
}

/** What is to be confirmed, as it is now. */
async function pressSendAnew(birge: Birge, ctx: OuterCtx, open: OpenCampaign): Promise<Screen> {
  const campaign = (await readCampaign(birge.store, open.campaign.id)) ?? open.campaign;
  const screen = await pressSend(birge, ctx, { ...open, campaign });
  return { ...screen, text: `${birge.say(open.language)('ann-changed')}\n\n${screen.text}` };
}

/** Another coordinator was faster, or has begun to change the words. */
async function tooLate(birge: Birge, open: OpenCampaign): Promise<Screen> {
  const now = await readCampaign(birge.store, open.campaign.id);
  const key = now?.state === 'draft' ? 'ann-text-open' : 'ann-no-draft';
  return cardOf(birge, { ...open, campaign: now ?? open.campaign }, birge.say(open.language)(key));
}

/** Why it can not be sent yet, with the way to mend it; undefined: it can. */
async function whyNot(birge: Birge, open: OpenCampaign, reached: Reached): Promise<Screen | undefined> {
  const { campaign, language } = open;
  const say = birge.say(language);
  const mend = (text: string, key: string, act: string) =>
    withMenu(birge, language, text, [[{ text: say(key), data: `ann:${campaign.id}:${act}` }], toCard(birge, open)]);
  const written = await readSubmission(birge.store, campaign.submission);
  if (written === null) return refusedScreen(birge, language);
  // Half changed words are nobody's announcement.
  if (written.status === 'draft') return mend(say('ann-text-open'), 'ann-text-button', 'text');
  const must = remarks(birge, campaign, language).find(({ mustFix }) => mustFix);
  if (must) return mend(must.text, 'ann-text-button', 'text');
  if (reached.total > 0) return undefined;
  return mend([say('ann-nobody-hears'), ...leftOutLines(say, reached)].join('\n'), 'ann-audience-button', 'aud');
}

async function askToConfirm(birge: Birge, open: OpenCampaign, reached: Reached, note?: string): Promise<Screen> {
  const { campaign, language } = open;
  const say = birge.say(language);
  const many = reached.total > mostAlone;
  const text = [
    ...(note === undefined ? [] : [note, '']),
    say('ann-confirm', { who: countInWords(say, reached) }),
    ...whenLines(birge, campaign, language),
    ...(await reckoningLines(birge, campaign, reached, language)),
    ...prefixed(leftOutLines(say, reached)),
    ...(many ? ['', say('ann-needs-second', { most: mostAlone })] : []),
  ].join('\n');
  const yes: ScreenButton = { text: say('ann-yes'), data: `ann:${campaign.id}:yes:${markOf(campaign, reached.total)}` };
  const look: ScreenButton = { text: say('ann-preview-button'), data: `ann:${campaign.id}:preview` };
  return { text, buttons: [[yes], [look], toCard(birge, open)] };
}

const prefixed = (lines: readonly string[]): string[] => (lines.length === 0 ? [] : ['', ...lines]);

/** Who else may agree and can be written to. */
async function reachableOf({ store, now }: Birge, campaign: number): Promise<number[]> {
  const people: number[] = [];
  for (const person of await whoMayAgree(store, campaign, announcingRoles, now())) {
    if ((await waysTo(store, person)).length > 0) people.push(person);
  }
  return people;
}
