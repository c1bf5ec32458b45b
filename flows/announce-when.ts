import { dayAndTime } from '../src/announcing/moments.ts';
import type { Birge, Ctx, OuterCtx } from '../src/context.ts';
import { today } from '../src/context.ts';
import { whenLines } from '../src/announcing/card.ts';
import { languageOf } from '../src/filling/opened.ts';
import { farthestDays, readMoment } from '../src/rules/announcing/moment.ts';
import { momentAt } from '../src/rules/announcing/local-time.ts';
import { dayInNumbers, moveDay } from '../src/rules/dates.ts';
import { hearing } from '../src/screens/hearing.ts';
import type { Screen, ScreenButton, Step } from '../src/screens/screen.ts';
import type { Heard, Turns } from '../src/screens/turns.ts';
import { change, openCampaign, overCard } from './announcement.ts';
import type { OpenCampaign } from './announcement.ts';

/** At what time an announcement goes, typed; its topic is the campaign. */
export function announceWhen(birge: Birge): Turns<number> {
  return { name: 'announce-when', show: (ctx, id) => show(birge, ctx, id), hear: (ctx, id) => hear(birge, ctx, id) };
}

/** A button that names a time; without one the question opens, where a time can be written. */
export async function pressWhen(
  birge: Birge,
  ctx: OuterCtx,
  open: OpenCampaign,
  rest: string,
): Promise<Screen | undefined> {
  if (rest === 'now') return change(birge, open, { sendAt: null });
  const [, day, time] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)$/.exec(rest) ?? [];
  if (day === undefined || time === undefined) {
    await ctx.conversation.enter('announce-when', open.campaign.id);
    return undefined;
  }
  // An old button names a time that may be over.
  const read = readMoment(`${dayInNumbers(day)} ${time}`, birge.now(), birge.timeZone);
  if (read.is === 'moment') return change(birge, open, { sendAt: read.at.toISOString() });
  return askWhen(birge, open, birge.say(open.language)(`ann-when-${read.problem}`, { days: farthestDays }));
}

async function show(birge: Birge, { talk }: Ctx, id: number): Promise<Step> {
  const { note } = talk;
  talk.note = undefined;
  const open = await openCampaign(birge, talk, id);
  if ('refusal' in open) return { is: 'over', screens: [open.refusal] };
  if (open.campaign.state !== 'draft') return { is: 'over', screens: [await overCard(birge, open)] };
  return { is: 'wait', screens: [askWhen(birge, open, note)] };
}

async function hear(birge: Birge, ctx: Ctx, id: number): Promise<Heard> {
  const { talk } = ctx;
  const heard = hearing(ctx);
  if (heard.is === 'press') return { is: 'elsewhere' };
  const read = readMoment(heard.is === 'text' ? heard.text : '', birge.now(), birge.timeZone);
  if (read.is === 'problem') {
    talk.note = birge.say(languageOf(talk))(`ann-when-${read.problem}`, { days: farthestDays });
    return { is: 'again' };
  }
  const open = await openCampaign(birge, talk, id);
  if ('refusal' in open) return { is: 'over', screens: [open.refusal] };
  if (open.campaign.state !== 'draft') return { is: 'over', screens: [await overCard(birge, open)] };
  return { is: 'over', screens: [await change(birge, open, { sendAt: read.at.toISOString() })] };
}

/** Times to press that are still ahead, on the clocks of the project's time zone. */
const quick = [
  { key: 'ann-today-at', days: 0, time: '18:00' },
  { key: 'ann-tomorrow-at', days: 1, time: '10:00' },
] as const;

function askWhen(birge: Birge, { campaign, language }: OpenCampaign, note?: string): Screen {
  const say = birge.say(language);
  const to = (text: string, act: string): ScreenButton => ({ text, data: `ann:${campaign.id}:${act}` });
  const times = quick.flatMap(({ key, days, time }) => {
    const day = moveDay(today(birge), { days });
    const at = momentAt({ day, minutes: Number(time.slice(0, 2)) * 60 }, birge.timeZone);
    return at > birge.now() ? [to(say(key, { time }), `when:${day}T${time}`)] : [];
  });
  const text = [
    ...(note === undefined ? [] : [note, '']),
    ...whenLines(birge, campaign, language),
    '',
    say('ann-when-ask', dayAndTime(birge, birge.now(), language)),
  ].join('\n');
  return {
    text,
    buttons: [
      [to(say('ann-at-once'), 'when:now')],
      times,
      [to(say('ann-urgent-button'), 'urgent')],
      [{ text: say('ann-back'), data: `ann:${campaign.id}` }],
    ],
  };
}
