import { createHash } from 'node:crypto';
import type { Birge } from '../context.ts';
import { durationOf, roughly } from '../rules/announcing/duration.ts';
import type { ChannelLoad } from '../rules/announcing/duration.ts';
import { localTime } from '../rules/announcing/local-time.ts';
import { readBudgets } from '../store/campaigns/audience.ts';
import type { Budget, Reached } from '../store/campaigns/audience.ts';
import type { Campaign } from '../store/campaigns/campaign.ts';
import type { Language } from '../store/talks.ts';
import { momentOf } from './card.ts';
import { dayAndTime } from './moments.ts';

/** Above this many recipients a second one who may announce there has to agree. */
export const mostAlone = 500;

/** A minute's wait at the beginning is not worth a sentence (milliseconds), nor is the end of a short sending (seconds). */
const atOnce = 60_000;
const brief = 600;

/** How long sending takes, what puts it off, and whose messenger is away, in words: a line for each. */
export async function reckoningLines(
  birge: Birge,
  campaign: Campaign,
  reached: Reached,
  language: Language,
): Promise<string[]> {
  const channels = [...new Set([...reached.groups.keys(), ...reached.people.keys()])];
  const budgets = await readBudgets(birge.store, channels, birge.now());
  return [
    ...durationLines(birge, campaign, reached, budgets, language),
    ...budgets.flatMap((budget) => awayLine(birge, budget, reached, language)),
  ];
}

function durationLines(
  birge: Birge,
  campaign: Campaign,
  reached: Reached,
  budgets: readonly Budget[],
  language: Language,
): string[] {
  const say = birge.say(language);
  const start = momentOf(birge, campaign);
  const channels = budgets.map((budget) => loadOf(birge, budget, reached, start));
  try {
    const load = { channels, urgent: campaign.urgentReason !== null, timeZone: birge.timeZone };
    const { from, until } = durationOf(load, start);
    const seconds = (until.getTime() - from.getTime()) / 1000;
    return [
      ...(from.getTime() - start.getTime() > atOnce ? [say('ann-begins', dayAndTime(birge, from, language))] : []),
      say('ann-takes', { duration: say('ann-duration', { ...roughly(seconds) }) }),
      ...(seconds > brief ? [say('ann-ends', dayAndTime(birge, until, language))] : []),
    ];
  } catch (error) {
    // Nothing may go through an account now, so nobody can say how long it takes.
    if (!(error instanceof RangeError)) throw error;
    return [say('ann-takes-unknown')];
  }
}

const messengers = { telegram: 'Telegram', whatsapp: 'WhatsApp' } as const;

/** What of the recipients waits because its messenger is not connected now. */
function awayLine(birge: Birge, { channel, kind }: Budget, { groups, people }: Reached, language: Language): string[] {
  const say = birge.say(language);
  const there = birge.channels.get(channel);
  if (there !== undefined && there.ready?.() !== false) return [];
  const messenger = kind === 'web' ? say('health-web') : messengers[kind];
  return [say('ann-away', { messenger, number: (groups.get(channel) ?? 0) + (people.get(channel) ?? 0) })];
}

/** What one account has to send, beginning at `start`: what was used today counts for today only. */
function loadOf(birge: Birge, budget: Budget, { groups, people }: Reached, start: Date): ChannelLoad {
  const { channel, kind, queued, intervalMs, post } = budget;
  const [now, then] = [birge.now(), start].map((moment) => localTime(moment, birge.timeZone));
  const days = now && then ? Math.round((Date.parse(then.day) - Date.parse(now.day)) / 86_400_000) : 0;
  const sameHour = start.getTime() - birge.now().getTime() < 3_600_000;
  return {
    kind,
    groups: groups.get(channel) ?? 0,
    people: people.get(channel) ?? 0,
    queuedBefore: queued,
    intervalMs,
    ...(post && {
      post: {
        minMs: post.minMs,
        maxMs: post.maxMs,
        hourCap: post.hourCap,
        dayCap: Math.min(post.mostPerDay, post.dayCap + post.rampStep * days),
        usedThisHour: sameHour ? post.usedThisHour : 0,
        usedToday: days === 0 ? post.usedToday : 0,
        rampStep: post.rampStep,
        fullDayCap: post.mostPerDay,
      },
    }),
  };
}

/**
 * A mark of what is about to be confirmed: it changes with every word, button, audience and time, and when the recipients
 * become more than one may send to alone.
 */
export function markOf({ answers, file, link, audience, sendAt, urgentReason }: Campaign, total: number): string {
  const words = Object.entries(answers).toSorted(([one], [other]) => (one < other ? -1 : 1));
  const whole = JSON.stringify([words, file?.path, link, audience, sendAt, urgentReason, total > mostAlone]);
  return createHash('sha256').update(whole).digest('hex').slice(0, 10);
}
