import type { Birge, Ctx, OuterCtx } from '../src/context.ts';
import { languageOf } from '../src/filling/opened.ts';
import { hearing } from '../src/screens/hearing.ts';
import type { Screen, Step } from '../src/screens/screen.ts';
import type { Heard, Turns } from '../src/screens/turns.ts';
import { noteAudit } from '../src/store/people.ts';
import { change, openCampaign, overCard } from './announcement.ts';
import type { OpenCampaign } from './announcement.ts';

/** Characters of a reason: less says nothing, more nobody reads. */
const limits = { min: 10, max: 300 };

/** Why an announcement may pass the quiet hours, typed; its topic is the campaign. */
export function announceUrgent(birge: Birge): Turns<number> {
  return { name: 'announce-urgent', show: (ctx, id) => show(birge, ctx, id), hear: (ctx, id) => hear(birge, ctx, id) };
}

/** Asks for the reason, or (`off`) makes it an announcement like others again. */
export async function pressUrgent(
  birge: Birge,
  ctx: OuterCtx,
  open: OpenCampaign,
  rest: string,
): Promise<Screen | undefined> {
  if (rest === 'off') return change(birge, open, { urgentReason: null });
  await ctx.conversation.enter('announce-urgent', open.campaign.id);
  return undefined;
}

async function show(birge: Birge, { talk }: Ctx, id: number): Promise<Step> {
  const { note } = talk;
  talk.note = undefined;
  const open = await openCampaign(birge, talk, id);
  if ('refusal' in open) return { is: 'over', screens: [open.refusal] };
  const { campaign, language } = open;
  if (campaign.state !== 'draft') return { is: 'over', screens: [await overCard(birge, open)] };
  const say = birge.say(language);
  const text = [...(note === undefined ? [] : [note, '']), say('ann-urgent-ask')].join('\n');
  const off = { text: say('ann-urgent-off'), data: `ann:${id}:urgent:off` };
  const buttons = [...(campaign.urgentReason === null ? [] : [[off]]), [{ text: say('ann-back'), data: `ann:${id}` }]];
  return { is: 'wait', screens: [{ text, buttons }] };
}

async function hear(birge: Birge, ctx: Ctx, id: number): Promise<Heard> {
  const { talk } = ctx;
  const heard = hearing(ctx);
  if (heard.is === 'press') return { is: 'elsewhere' };
  const reason = heard.is === 'text' ? heard.text.replace(/\s+/g, ' ').trim() : '';
  const length = [...reason].length;
  if (length < limits.min || length > limits.max) {
    talk.note = birge.say(languageOf(talk))('ann-urgent-length', limits);
    return { is: 'again' };
  }
  const open = await openCampaign(birge, talk, id);
  if ('refusal' in open) return { is: 'over', screens: [open.refusal] };
  if (open.campaign.state !== 'draft') return { is: 'over', screens: [await overCard(birge, open)] };
  const subject = { kind: 'campaign', id };
  // First who and why: an announcement that disturbs people at night is never without it.
  await noteAudit(
    birge.store,
    { person: open.person, action: 'urgent-announcement', subject, detail: { reason } },
    birge.now(),
  );
  return { is: 'over', screens: [await change(birge, open, { urgentReason: reason })] };
}
