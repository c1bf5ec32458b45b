import { maySomewhere } from '../src/access/rights.ts';
import type { Birge, OuterCtx, Say } from '../src/context.ts';
import { languageOf } from '../src/filling/opened.ts';
import { put } from '../src/screens/put.ts';
import { shorten } from '../src/screens/shorten.ts';
import type { Screen } from '../src/screens/screen.ts';
import { whyInWords } from '../src/linking/why.ts';
import { readReport } from '../src/status/report.ts';
import type { Queue, Report, WayIn } from '../src/status/report.ts';

/** `/status`: how Birge is doing, for administrators. Others hear that it is not for them. */
export async function showStatus(birge: Birge, ctx: OuterCtx): Promise<void> {
  if (ctx.chatId === undefined) return;
  const say = birge.say(languageOf(ctx.talk));
  const menu = { text: say('menu-button'), data: 'go:menu' };
  if (!maySomewhere(ctx.talk.roles, 'see-status')) {
    await put(ctx.api, ctx.chatId, { text: say('health-not-yours'), buttons: [[menu]] });
    return;
  }
  const buttons = [[{ text: say('health-again'), data: 'go:status' }, menu]];
  await put(ctx.api, ctx.chatId, { ...statusScreen(await readReport(birge), say), buttons });
}

/** The report in lines that fit a phone; what needs somebody's care begins with a sign. */
function statusScreen(report: Report, say: Say): Screen {
  const lines = [
    say('health-title'),
    say('health-database', { ms: report.databaseMs }),
    ...report.channels.map((way) => wayLine(way, say)),
    planLine(report, say),
    differencesLine(report, say),
    ...(report.unconfirmedYear === null ? [] : [say('health-holidays', { year: String(report.unconfirmedYear) })]),
    ...report.queues.flatMap((queue) => ['', ...queueLines(queue, say)]),
    '',
    // The question itself waits for its answer while it is counted.
    say('health-rest', { inbox: Math.max(0, report.inbox - 1), jobs: report.jobs }),
  ];
  return { text: lines.join('\n') };
}

const channelName = (kind: string, say: Say): string =>
  kind === 'telegram' ? 'Telegram' : kind === 'whatsapp' ? 'WhatsApp' : say('health-web');

function wayLine({ kind, state, why = '', device }: WayIn, say: Say): string {
  const channel = channelName(kind, say);
  if (device !== undefined) return say('health-device', { device, why: whyInWords(say, why) });
  return state === 'on' ? say('health-on', { channel }) : say('health-waiting', { channel, why: shorten(why, 200) });
}

function planLine({ plannedSecondsAgo, late }: Report, say: Say): string {
  if (plannedSecondsAgo === null) return say('health-plan-never');
  return say(late ? 'health-plan-late' : 'health-plan', { span: spanOf(plannedSecondsAgo, say) });
}

function differencesLine({ differences }: Report, say: Say): string {
  if (differences === null) return say('health-not-compared');
  return differences === 0 ? say('health-agrees') : say('health-differences', { number: differences });
}

function queueLines(queue: Queue, say: Say): string[] {
  const { queued, underWay, unknown, failed, oldestSeconds, lastMinute, errors } = queue;
  return [
    `<b>${channelName(queue.kind, say)}</b>`,
    say('health-queue', { queued, underWay }),
    ...(oldestSeconds === null ? [] : [say('health-oldest', { span: spanOf(oldestSeconds, say) })]),
    say('health-rate', { number: lastMinute }),
    ...(unknown + failed === 0 ? [] : [say('health-lost', { unknown, failed })]),
    ...errors.map((reason) => say('health-error', { reason: shorten(reason, 200) })),
  ];
}

/** A length of time as people say it, in one unit. */
function spanOf(seconds: number, say: Say): string {
  if (seconds < 120) return say('health-seconds', { number: seconds });
  if (seconds < 7200) return say('health-minutes', { number: Math.round(seconds / 60) });
  if (seconds < 172_800) return say('health-hours', { number: Math.round(seconds / 3600) });
  return say('health-days', { number: Math.round(seconds / 86_400) });
}
