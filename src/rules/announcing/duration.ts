import { moveDay } from '../dates.ts';
import { isQuiet, localTime, momentAt, morningAfter, quietHours } from './local-time.ts';

/** What one channel has to send, and how fast it may. A group and a person get one message each. */
export interface ChannelLoad {
  kind: 'telegram' | 'whatsapp' | 'web';
  groups: number;
  people: number;
  /** Messages that wait before these; where announcements have limits of their own, only announcements. */
  queuedBefore: number;
  /** Milliseconds between any two messages of the account. */
  intervalMs: number;
  post?: PostLimits;
}

/** Further limits of announcements, where a channel is wary of them. */
export interface PostLimits {
  /** The pause between two is chosen at random between these (milliseconds). */
  minMs: number;
  maxMs: number;
  /** At most so many within an hour of the first of them, and today. */
  hourCap: number;
  dayCap: number;
  usedThisHour: number;
  usedToday: number;
  /** So many more each following day, while the number is new; 0 afterwards. */
  rampStep: number;
  /** Where that growing ends. */
  fullDayCap: number;
}

export interface Load {
  channels: readonly ChannelLoad[];
  /** Passes the quiet hours. */
  urgent: boolean;
  /** IANA name. */
  timeZone: string;
}

export interface Duration {
  /** From now until the last one is on its way, pauses for the night included. */
  seconds: number;
  /** When the first one goes: after what waits before it, and not in the quiet hours. */
  from: Date;
  until: Date;
}

/**
 * How long it takes to send all this, beginning now. Channels go side by side, so the slowest counts. Random pauses count as
 * their mean; what nobody can know beforehand (refusals, lost connections) is not in it. Throws a RangeError if a limit
 * lets nothing through.
 */
export function durationOf({ channels, urgent, timeZone }: Load, now: Date): Duration {
  const sendings = channels
    .filter(({ groups, people }) => groups + people > 0)
    .map((channel) => sendingOf(channel, now, urgent, timeZone));
  const from = sendings.length > 0 ? Math.min(...sendings.map(({ first }) => first)) : now.getTime();
  const until = Math.max(now.getTime(), ...sendings.map(({ last }) => last));
  return { seconds: Math.ceil((until - now.getTime()) / 1000), from: new Date(from), until: new Date(until) };
}

const hour = 3_600_000;

/** When the channel's first and last message go (milliseconds). */
function sendingOf(
  channel: ChannelLoad,
  now: Date,
  urgent: boolean,
  timeZone: string,
): { first: number; last: number } {
  const { groups, people, queuedBefore, post } = channel;
  const step = Math.max(channel.intervalMs, post ? (post.minMs + post.maxMs) / 2 : 0, 1);
  if (post && (post.hourCap < 1 || (post.dayCap < 1 && (post.rampStep < 1 || post.fullDayCap < 1))))
    throw new RangeError(`${channel.kind}: its limits let nothing through`);
  const all = queuedBefore + groups + people;
  const today = localTime(now, timeZone).day;
  let [at, done, first] = [now.getTime(), 0, now.getTime()];
  // When the hour began of which some are used already is not known; at the worst just now.
  let [ofDay, ofHour, day, hourFrom] = [post?.usedToday ?? 0, post?.usedThisHour ?? 0, today, at];
  for (;;) {
    const { opens, closes } = nextOpen(at, urgent, timeZone);
    const local = localTime(new Date(opens), timeZone);
    if (local.day !== day) [day, ofDay] = [local.day, 0];
    if (ofHour === 0 || opens >= hourFrom + hour) [hourFrom, ofHour] = [opens, 0];
    const midnight = momentAt({ day: moveDay(day, { days: 1 }), minutes: 0 }, timeZone).getTime();
    const dayLeft = post ? dayCapOn(post, daysBetween(today, day)) - ofDay : Infinity;
    const hourLeft = post ? post.hourCap - ofHour : Infinity;
    const ends = Math.min(closes, midnight, post ? hourFrom + hour : Infinity);
    const count = Math.max(0, Math.min(all - done, dayLeft, hourLeft, Math.ceil((ends - opens) / step)));
    if (done <= queuedBefore && queuedBefore < done + count) first = opens + (queuedBefore - done) * step;
    done += count;
    if (done === all) return { first, last: opens + (count - 1) * step };
    [ofDay, ofHour] = [ofDay + count, ofHour + count];
    // A used up day ends at midnight, an hour with its end; otherwise the next slot may lie behind the end.
    at = Math.max(opens + count * step, dayLeft <= count ? midnight : ends);
  }
}

/** The time in which messages may go, at or after a moment: from, and until the quiet hours begin. */
function nextOpen(at: number, urgent: boolean, timeZone: string): { opens: number; closes: number } {
  if (urgent) return { opens: at, closes: Infinity };
  const local = localTime(new Date(at), timeZone);
  const morning = isQuiet(local) ? morningAfter(local) : undefined;
  const opens = morning ? momentAt(morning, timeZone).getTime() : at;
  const { day } = morning ?? local;
  return { opens, closes: momentAt({ day, minutes: quietHours.from }, timeZone).getTime() };
}

const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

const dayCapOn = ({ dayCap, rampStep, fullDayCap }: PostLimits, days: number): number =>
  Math.max(dayCap, Math.min(dayCap + rampStep * days, fullDayCap));

/** A length of time as people say it, for the message `ann-duration`; `seconds` is a moment, its number says no more. */
export interface Roughly {
  unit: 'seconds' | 'minutes' | 'hours' | 'days';
  number: number;
}

/** Rounds no finer than anybody can foresee: minutes, from half an hour on in steps of five, then hours, then days. */
export function roughly(seconds: number): Roughly {
  if (seconds < 55) return { unit: 'seconds', number: Math.max(1, Math.round(seconds)) };
  const minutes = Math.round(seconds / 60);
  if (minutes < 30) return { unit: 'minutes', number: minutes };
  const fives = Math.round(seconds / 300) * 5;
  if (fives <= 90) return { unit: 'minutes', number: fives };
  const hours = Math.round(seconds / 3600);
  return hours < 36 ? { unit: 'hours', number: hours } : { unit: 'days', number: Math.round(seconds / 86_400) };
}
