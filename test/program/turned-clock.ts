/*
 * Loaded before a program (`--import …/turned-clock.ts?by=-864000000`): its clock then goes so many milliseconds ahead. What is due
 * depends on the day and nothing is sent at night; a test is to say the same on every day and at every hour.
 */

const by = Number(new URL(import.meta.url).searchParams.get('by'));

globalThis.Date = new Proxy(Date, {
  construct: (real, args, made): Date => Reflect.construct(real, args.length === 0 ? [real.now() + by] : args, made),
  get: (real, name, receiver): unknown => (name === 'now' ? () => real.now() + by : Reflect.get(real, name, receiver)),
});
