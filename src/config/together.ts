import type { Problem } from '../config-error.ts';
import { isLoopback } from './settings.ts';

type Given = Record<string, string | undefined>;

/** What single settings cannot tell: pairs of which one half is missing, and settings that make no sense without another. */
export function together(given: Given): Problem[] {
  const problems = [
    ...pair(given, 'TELEGRAM_WEBHOOK_URL', 'TELEGRAM_WEBHOOK_SECRET', 'without both, Telegram is polled'),
    ...pair(given, 'SUPABASE_URL', 'SUPABASE_SECRET_KEY', 'without both, the embedded database is used'),
  ];
  if (given['TELEGRAM_WEBHOOK_URL'] && given['TELEGRAM_WEBHOOK_SECRET'] && !given['TELEGRAM_BOT_TOKEN'])
    problems.push({ name: 'TELEGRAM_BOT_TOKEN', fix: 'put the token of the bot whose webhook this is.' });
  if (given['CHROMIUM_PATH'] && given['WHATSAPP'] !== 'on')
    problems.push({ name: 'WHATSAPP', fix: 'put on, or take CHROMIUM_PATH away: only WhatsApp needs a browser.' });
  const host = given['HOST'];
  if (host && !isLoopback(host) && !given['PUBLIC_URL'])
    problems.push({
      name: 'PUBLIC_URL',
      fix: 'put the address people open: HOST is not only this machine, and links to HOST would lead nowhere.',
    });
  return problems;
}

function pair(given: Given, one: string, other: string, otherwise: string): Problem[] {
  if (Boolean(given[one]) === Boolean(given[other])) return [];
  const [missing, present] = given[one] ? [other, one] : [one, other];
  return [{ name: missing, fix: `put it too, or take ${present} away (${otherwise}).` }];
}
