import type { Context, Hono } from 'hono';
import { addressOf } from '../channels/web/request-origin.ts';
import type { Birge } from '../context.ts';
import { StoreError } from '../store/store.ts';
import type { Language } from '../store/talks.ts';
import { checkCertificate } from '../store/volunteers/thanks.ts';
import { createGuesses, window } from './guesses.ts';
import { initialsOf } from './initials.ts';
import { readNumber } from './number.ts';
import { pageOf, styleHash } from './page-html.ts';
import type { Verdict } from './page-html.ts';

/** Wrong numbers of one address within a minute: enough for slips, too few for a search. */
const guesses = { wrong: 30, addresses: 1000 };

const statuses = { valid: 200, invalid: 404, braked: 429, away: 503 } as const;

const policy = `default-src 'none'; style-src '${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/**
 * Answers `GET /c/<number>`, where a certificate's code leads: does it hold, and for whose initials, how many hours and which
 * period. Whoever reads it holds the paper; nothing else is told, and the number is written down nowhere.
 */
export function serveCertificates(app: Hono, birge: Pick<Birge, 'store' | 'say' | 'now' | 'log'>): void {
  const brake = createGuesses(guesses, () => birge.now().getTime());
  app.get('/c/:number', async (c) => {
    const language = languageOf(c);
    const address = addressOf(c);
    const verdict = brake.admit(address) ? await look(birge, c.req.param('number')) : ({ is: 'braked' } as const);
    if (verdict.is === 'valid' || verdict.is === 'away') brake.forgive(address);
    return c.html(pageOf(verdict, language, birge.say(language)), statuses[verdict.is], {
      'Cache-Control': 'private, no-store',
      'Content-Language': language,
      'Content-Security-Policy': policy,
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'X-Robots-Tag': 'noindex, nofollow, noarchive',
      ...(verdict.is === 'braked' || verdict.is === 'away' ? { 'Retry-After': String(window / 1000) } : {}),
    });
  });
}

/** Nothing is thrown from here: whoever logs a failed request logs its address, and the number stands in it. */
async function look({ store, log }: Pick<Birge, 'store' | 'log'>, written: string): Promise<Verdict> {
  const number = readNumber(written);
  if (number === undefined) return { is: 'invalid' };
  try {
    const found = await checkCertificate(store, number);
    if (found === null) return { is: 'invalid' };
    const { name, hours, from, until } = found;
    return { is: 'valid', initials: initialsOf(name), hours, from, until };
  } catch (error) {
    const away = error instanceof StoreError && error.code === 'away';
    log[away ? 'warn' : 'error']({ err: error }, 'a certificate could not be checked');
    return { is: 'away' };
  }
}

const known: readonly Language[] = ['kk', 'ru', 'en'];

/** As chosen on the page, or the first that the browser asks for; Kazakh otherwise. */
function languageOf(c: Context): Language {
  const wanted = (c.req.header('accept-language') ?? '').slice(0, 200).split(',').map(rankOf);
  const byRank = wanted.toSorted((one, other) => other.rank - one.rank).map(({ code }) => code);
  const asked = [c.req.query('l'), ...byRank];
  return asked.flatMap((code) => known.filter((one) => one === code))[0] ?? 'kk';
}

/** `ru-KZ;q=0.8` as `ru` with its rank. */
function rankOf(part: string): { code: string; rank: number } {
  const [tag = '', quality] = part.split(';q=');
  return { code: tag.trim().slice(0, 2).toLowerCase(), rank: quality === undefined ? 1 : Number(quality) || 0 };
}
