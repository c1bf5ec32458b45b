/** A time of day as `HH:MM`. */
export const clockTime = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Minutes since midnight of a time `HH:MM`. */
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** What is wrong with a time at which people are to be reminded; nothing is said to anybody in the quiet hours. */
export function reminderTimeMistake(time: unknown): string | undefined {
  if (typeof time !== 'string' || !clockTime.test(time))
    return `${JSON.stringify(time)} is no time of day; write it in quotes, like "10:00"`;
  return time >= '09:00' && time < '21:00'
    ? undefined
    : `${JSON.stringify(time)} is in the quiet hours; write a time from 09:00 to 20:59`;
}
