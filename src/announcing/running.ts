import type { Birge } from '../context.ts';
import { roughly } from '../rules/announcing/duration.ts';
import { isQuiet, localTime } from '../rules/announcing/local-time.ts';
import type { Screen, ScreenButton } from '../screens/screen.ts';
import type { Counts } from '../store/campaigns/sending.ts';
import type { Language } from '../store/talks.ts';
import { clockOf, dayAndTime } from './moments.ts';
import { remainingOf } from './remaining.ts';

/** How far a confirmed campaign is and how it is to be told. */
interface Standing {
  id: number;
  counts: Counts;
  language: Language;
  /** The messages of this channel do not change: whoever wants to know asks. */
  asks: boolean;
  /** ISO; when it begins, while that lies ahead. */
  sendAt?: string | null;
}

const titles = {
  draft: 'ann-run-planned',
  asked: 'ann-run-planned',
  planned: 'ann-run-planned',
  sending: 'ann-run-sending',
  paused: 'ann-run-paused',
  done: 'ann-run-done',
  cancelled: 'ann-run-cancelled',
} as const;

/** How far a campaign is, with what can be done about it. */
export async function standingScreen(birge: Birge, standing: Standing): Promise<Screen> {
  const { id, counts, language } = standing;
  const say = birge.say(language);
  const { state, sent, failed, unknown, cancelled, open, held, spread } = counts;
  const total = sent + failed + unknown + cancelled + open + held;
  const count = (key: string, number: number) => (number > 0 ? [say(key, { number })] : []);
  const lines = [
    say(titles[state], { id }),
    ...(state === 'planned' ? [beginning(birge, standing)] : []),
    ...(state === 'planned' || total === 0 ? [] : [say('ann-run-sent', { sent, total })]),
    ...count('ann-run-failed', failed),
    ...count('ann-run-unknown', unknown),
    ...count('ann-run-not-sent', cancelled),
    ...(await ahead(birge, standing, open + held > 0)),
    ...(spread || (state !== 'sending' && state !== 'paused') ? [] : [say('ann-run-growing')]),
  ];
  return { text: lines.join('\n'), buttons: buttonsOf(birge, standing) };
}

function beginning(birge: Birge, { language, sendAt }: Standing): string {
  const at = sendAt ? new Date(sendAt) : undefined;
  const say = birge.say(language);
  if (at === undefined || at <= birge.now()) return say('ann-run-begins-now');
  return say('ann-run-begins', dayAndTime(birge, at, language));
}

/** How long it will still take, while it goes on. */
async function ahead(birge: Birge, { id, counts, language }: Standing, waits: boolean): Promise<string[]> {
  if (counts.state !== 'sending' || !counts.spread || !waits) return [];
  const say = birge.say(language);
  const { duration, stopped, urgent } = await remainingOf(birge, id);
  if (stopped) return [say('ann-run-stopped')];
  if (duration === undefined) return [];
  const left = say('ann-run-left', { duration: say('ann-duration', { ...roughly(duration.seconds) }) });
  const sleeps = !urgent && isQuiet(localTime(birge.now(), birge.timeZone));
  return sleeps ? [say('ann-run-night', { time: clockOf(birge, duration.from) }), left] : [left];
}

function buttonsOf(birge: Birge, { id, counts, language, asks }: Standing): ScreenButton[][] {
  const say = birge.say(language);
  const button = (key: string, act: string, vars = {}) => ({ text: say(key, vars), data: `ann:${id}:${act}` });
  const cancel = button('ann-run-cancel', 'cancel');
  const { state, failed, unknown } = counts;
  const lists = [
    ...(failed > 0 ? [[button('ann-run-list-failed', 'failed', { number: failed })]] : []),
    ...(unknown > 0 ? [[button('ann-run-list-unknown', 'unknown', { number: unknown })]] : []),
  ];
  const menu = [{ text: say('menu-button'), data: 'go:menu' }];
  const asking = asks ? [[button('ann-run-state', 'state')]] : [];
  switch (state) {
    case 'sending':
      return [[button('ann-run-pause', 'pause'), cancel], ...asking];
    case 'paused':
      return [[button('ann-run-resume', 'resume'), cancel], ...lists];
    case 'done':
      return [...lists, ...(failed > 0 ? [[button('ann-run-again', 'again')]] : []), menu];
    case 'cancelled':
      return [...lists, menu];
    case 'planned':
      return [[cancel], ...asking];
    default:
      return [menu];
  }
}
