import type { Day } from '../dates.ts';
import { weekdays } from '../weeks.ts';
import type { Announcement } from './announcement.ts';
import { pastDays, wrongWeekdays } from './days-said.ts';
import { factsApart } from './facts-said.ts';
import {
  asksSomething,
  contactsIn,
  exclaimsALot,
  hasContact,
  hashtagsIn,
  longestListIn,
  shoutsInCapitals,
} from './signs.ts';

/** More hints at once are a wall: the next ones come when these are mended. */
export const mostHints = 4;

/** Every hint, the most important first, and where it comes from: a place in the manual, or why we give it. */
const hints = {
  'wrong-weekday': { ours: 'a wrong weekday brings people on the wrong day' },
  'past-day': { ours: 'an announcement written anew from an old one keeps old days' },
  apart: { ours: 'who reads the other language must learn the same facts' },
  'no-contact': { source: 'volunteering-manual-birgemiz-bilim, chapter on promotion, order of a press release' },
  'no-date': { source: 'volunteering-manual-birgemiz-bilim, annex 3' },
  'nothing-to-do': { source: 'volunteering-manual-birgemiz-bilim, chapter on promotion, how to word messages' },
  short: { source: 'volunteering-manual-birgemiz-bilim, chapter on promotion, how to word messages' },
  arguments: { source: 'volunteering-manual-birgemiz-bilim, chapter on promotion, the rule of three' },
  hashtags: { source: 'volunteering-manual-birgemiz-bilim, chapter on promotion, new media' },
  shorter: { ours: 'a much shorter text has probably lost something' },
  capitals: { ours: 'capitals read as shouting' },
  exclamations: { ours: 'many exclamation marks read as shouting' },
  'no-russian': { ours: 'people read Kazakh or Russian' },
} as const satisfies Record<string, { source: string } | { ours: string }>;

export type HintId = keyof typeof hints;
export const hintIds = Object.keys(hints) as HintId[];

/** One gentle remark: it leaves the author free. Its words are in `ann-hint-<id>`. */
export interface Hint {
  id: HintId;
  vars: Record<string, string | number>;
  source?: string;
  ours?: string;
}

/** What a remark can be about; whether it all fits into one message is asked where messages are made. */
type Remarked = Omit<Announcement, 'file'>;

type Vars = Hint['vars'];
type Texts = { lang: 'kk' | 'ru'; text: string }[];

/**
 * What an author may want to look at once more before sending, at most `mostHints`, the most important first. `today` is
 * the day in the author's time zone.
 */
export function hintsOf(announcement: Remarked, today: Day): Hint[] {
  const { kk, ru } = announcement;
  const texts: Texts = [{ lang: 'kk', text: kk }, ...(ru === undefined ? [] : [{ lang: 'ru' as const, text: ru }])];
  const found = { ...ofEach(announcement, texts, today), ...ofAll(announcement, texts), ...ofBoth(kk, ru) };
  return hintIds
    .flatMap((id) => {
      const vars = found[id];
      return vars ? [{ id, vars, ...hints[id] }] : [];
    })
    .slice(0, mostHints);
}

/** Remarks on one text, each for the first text that it fits. */
function ofEach({ kind }: Remarked, texts: Texts, today: Day): Partial<Record<HintId, Vars | undefined>> {
  const first = (look: (text: string) => Vars | false): Vars | undefined => {
    for (const { lang, text } of texts) {
      const vars = look(text);
      if (vars) return { lang, ...vars };
    }
    return undefined;
  };
  return {
    'wrong-weekday': first((text) => {
      const wrong = wrongWeekdays(text, today)[0];
      return wrong !== undefined && { said: brief(wrong.said), weekday: weekdays[wrong.weekday - 1] ?? '' };
    }),
    'past-day': first((text) => looksAhead(kind) && listed(pastDays(text, today).map(({ said }) => said))),
    short: first((text) => text.length < 80 && { length: text.length }),
    arguments: first((text) => over(longestListIn(text), 3)),
    hashtags: first((text) => over(hashtagsIn(text), 7)),
    capitals: first((text) => shoutsInCapitals(text) && {}),
    exclamations: first((text) => exclaimsALot(text) && {}),
  };
}

/** Does it call people to something at a certain time? A report tells of days that are over. */
const looksAhead = (kind: Remarked['kind']): boolean => kind !== 'results' && kind !== 'free';

/** Remarks on what stands in none of the texts. */
function ofAll({ kind, button }: Remarked, texts: Texts): Partial<Record<HintId, Vars | undefined>> {
  const nowhere = (has: (text: string) => boolean): Vars | undefined =>
    texts.some(({ text }) => has(text)) ? undefined : {};
  return {
    'no-contact': nowhere(hasContact),
    'no-date': looksAhead(kind) ? nowhere(namesATime) : undefined,
    'nothing-to-do':
      !button && kind !== 'results' ? nowhere((text) => hasContact(text) || asksSomething(text)) : undefined,
  };
}

/** Remarks on the two texts side by side. */
function ofBoth(kk: string, ru: string | undefined): Partial<Record<HintId, Vars | undefined>> {
  if (ru === undefined) return { 'no-russian': {} };
  const apart = factsApart(kk, ru);
  const where = apart.one.length === 0 ? 'ru' : apart.other.length === 0 ? 'kk' : 'both';
  const [shorter, longer] = kk.length < ru.length ? [kk, ru] : [ru, kk];
  return {
    apart:
      apart.one.length + apart.other.length > 0 ? { where, kk: some(apart.one), ru: some(apart.other) } : undefined,
    shorter:
      longer.length > 200 && shorter.length < 0.6 * longer.length ? { lang: shorter === kk ? 'kk' : 'ru' } : undefined,
  };
}

/** Any figure, weekday or the like: only a text without all of them certainly names no time. */
const namesATime = (text: string): boolean =>
  /\d|күн|апта|ертең|сенбі|жұма|жыл|дня|день|недел|завтра|суббот|воскрес|понед|вторн|сред[ау]|четв|пятниц|постоянн|всегда/iu.test(
    contactsIn(text).rest,
  );

const over = (number: number, max: number): Vars | false => number > max && { number };
/** A remark names a few things, and a link of a whole screen by its beginning only. */
const some = (said: readonly string[]): string => said.slice(0, 6).map(brief).join(', ');
const brief = (said: string): string => (said.length > 60 ? `${said.slice(0, 59).toWellFormed()}…` : said);
const listed = (said: readonly string[]): Vars | false => said.length > 0 && { days: some(said) };
