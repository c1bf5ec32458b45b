import type { Say } from '../context.ts';

/** What the device and the gateway say of themselves, for the log, and how people are told. The first that fits counts. */
const known = [
  [/can not be reached|no connection/, 'wa-why-network'],
  [/not acknowledged|sent in part/, 'wa-why-silent'],
  [/browser|page|prepared|restart/, 'wa-why-browser'],
  [/WhatsApp Web/, 'wa-why-page'],
  [/process ended/, 'wa-why-process'],
] as const;

/** Why WhatsApp is lost or its sending has stopped, in words for an administrator. */
export function whyInWords(say: Say, why: string): string {
  const key = known.find(([signs]) => signs.test(why))?.[1];
  return say(key ?? 'wa-why-other');
}
