const hour = 3_600_000;
const restartsAt = 4 * hour;

/** The last 04:00 of the time zone (IANA name) that is not after `at`; both are Unix milliseconds. */
export function lastNight(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value ?? 0);
  const ofDay = part('hour') * hour + part('minute') * 60_000 + part('second') * 1000 + (at % 1000);
  return at - ((ofDay - restartsAt + 24 * hour) % (24 * hour));
}
