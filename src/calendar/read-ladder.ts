import { minutesOf, reminderTimeMistake } from './clock-time.ts';
import type { Rung } from './kind.ts';

const dayStep = /^(0|[+-][1-9]\d{0,2})d(?: (\S+))?$/;
const hourStep = /^([+-][1-9]\d{0,2})h$/;
const example = '[-7d, -1d, 0d, +1d]';

/** What a ladder must keep to. */
interface LadderRules {
  /** Local time of the day-steps without an hour of their own. */
  at: string;
  /** The due time of day, from which hours are counted; without one there are no hour-steps. */
  dueTime: string | undefined;
  /** `days`: no steps in hours. `after`: the same, and all of them after the due day. */
  only?: 'days' | 'after';
}

/** Reads a ladder of reminders; what is wrong goes to `problems`, each naming its place. Steps must rise strictly in time. */
export function readLadder(place: string, raw: unknown, rules: LadderRules, problems: string[]): Rung[] {
  if (!Array.isArray(raw) || raw.length === 0) {
    const value = raw === undefined ? 'missing' : `${JSON.stringify(raw)} has no steps`;
    problems.push(`${place}: ${value}; write a list, like ${rules.only === 'after' ? '[+1d, +7d]' : example}`);
    return [];
  }
  const rungs: Rung[] = [];
  const found = raw.flatMap((step: unknown, index) => {
    const rung = rungOf(step, rules);
    if (typeof rung !== 'string') rungs.push(rung);
    return typeof rung === 'string' ? [`${place}[${index + 1}]: ${rung}`] : [];
  });
  // Where a step could not be read, the order cannot be judged.
  problems.push(...(found.length > 0 ? found : orderMistakes(place, rungs, rules.dueTime ?? '00:00')));
  return rungs;
}

/** The rung, or what is wrong with it. */
function rungOf(step: unknown, rules: LadderRules): Rung | string {
  const written = JSON.stringify(step);
  const label = typeof step === 'string' ? step : '';
  const [, hours] = hourStep.exec(label) ?? [];
  if (hours !== undefined) {
    if (rules.only !== undefined) return `${written} counts hours; write days here, like +1d`;
    if (rules.dueTime === undefined)
      return `${written} counts hours, but nothing says at what time it is due; write a step in days, or a time in due (time: "23:00")`;
    return { is: 'hour', label, hours: Number(hours) };
  }
  const [, days, ownTime] = dayStep.exec(label) ?? [];
  if (days === undefined) return `${written} is no step; write like -30d, 0d, +1d, "-2d 18:00" or -24h`;
  const mistake = ownTime === undefined ? undefined : reminderTimeMistake(ownTime);
  if (mistake !== undefined) return `${written}: ${mistake}`;
  if (rules.only === 'after' && Number(days) <= 0) return `${written} is not after the due day; write +1d or later`;
  return { is: 'day', label, days: Number(days), time: ownTime ?? rules.at };
}

function orderMistakes(place: string, rungs: readonly Rung[], dueTime: string): string[] {
  const minutes = (rung: Rung) =>
    rung.is === 'day' ? rung.days * 24 * 60 + minutesOf(rung.time) : rung.hours * 60 + minutesOf(dueTime);
  return rungs.flatMap((rung, index) => {
    const before = rungs[index - 1];
    return before && minutes(rung) <= minutes(before)
      ? [
          `${place}[${index + 1}]: "${rung.label}" does not come after "${before.label}"; write the steps in the order of time`,
        ]
      : [];
  });
}
