import type { Birge } from '../context.ts';
import { localTime } from '../rules/announcing/local-time.ts';
import { dayInWords } from '../rules/dates.ts';
import type { Language } from '../store/talks.ts';

type Zone = Pick<Birge, 'timeZone'>;

/** The clock of the project's time zone at a moment: `18:30`. */
export function clockOf({ timeZone }: Zone, at: Date): string {
  const { minutes } = localTime(at, timeZone);
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

/** Day and clock of a moment as sentences name them. */
export const dayAndTime = (zone: Zone, at: Date, language: Language): { day: string; time: string } => ({
  day: dayInWords(localTime(at, zone.timeZone).day, language),
  time: clockOf(zone, at),
});
