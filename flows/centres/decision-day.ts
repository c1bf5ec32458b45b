import { today } from '../../src/context.ts';
import type { Birge, Ctx } from '../../src/context.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { dayInNumbers, moveDay } from '../../src/rules/dates.ts';
import type { Day } from '../../src/rules/dates.ts';
import { hearing } from '../../src/screens/hearing.ts';
import { escapeHtml } from '../../src/screens/html.ts';
import type { Screen, ScreenButton, Step } from '../../src/screens/screen.ts';
import type { Heard, Turns } from '../../src/screens/turns.ts';
import { decisionsOf } from '../../src/store/centres/centre.ts';
import type { Centre } from '../../src/store/centres/centre.ts';
import type { Talk } from '../../src/talks/talk.ts';
import { heardDay } from '../typed-day.ts';
import { centreIf, refusal } from './centre-right.ts';
import { nameIn } from './centre-words.ts';
import { confirmScreen } from './decision-record.ts';
import { decisionLine, verdictIn, verdictName } from './decision-words.ts';
import type { Decided, Verdict } from './decision-words.ts';

/** What happened longer ago than this is no news: it is more likely a slip. */
const earliest = { years: -10 };

/** On which day it was decided: pressed or typed; the topic is `<organisation>:<verdict>`. */
export function labelDecision(birge: Birge): Turns<string> {
  return {
    name: 'label-decision',
    show: (ctx, topic) => show(birge, ctx.talk, topic),
    hear: (ctx, topic) => hear(birge, ctx, topic),
  };
}

async function show(birge: Birge, talk: Talk, topic: string): Promise<Step> {
  const { note } = talk;
  talk.note = undefined;
  const asked = await open(birge, talk, topic);
  if (asked === undefined) return { is: 'over', screens: [refusal(birge, talk)] };
  const { centre, verdict } = asked;
  const language = languageOf(talk);
  const say = birge.say(language);
  const day = today(birge);
  const on = (key: string, chosen: Day) => ({ text: say(key), data: `jb:dec:${centre.id}:${verdict}:${chosen}` });
  const text = [
    ...(note === undefined ? [] : [note, '']),
    `<b>${nameIn(centre, language)}</b>`,
    escapeHtml(verdictName(birge, verdict, language)),
    '',
    say('jb-ctr-which-day'),
  ].join('\n');
  const buttons = [
    [on('record-today', day), on('record-yesterday', moveDay(day, { days: -1 }))],
    [{ text: say('form-back'), data: `jb:dec:${centre.id}` }],
  ];
  const field = { input: 'date', min: moveDay(day, earliest), max: day } as const;
  return { is: 'wait', screens: [{ text, buttons, field }] };
}

async function hear(birge: Birge, ctx: Ctx, topic: string): Promise<Heard> {
  const { talk } = ctx;
  const heard = hearing(ctx);
  if (heard.is === 'press') return { is: 'elsewhere' };
  const asked = await open(birge, talk, topic);
  if (asked === undefined) return { is: 'over', screens: [refusal(birge, talk)] };
  const read = heardDay(birge, heard, 'before');
  if (read.is === 'problem') {
    talk.note = birge.say(languageOf(talk))(`problem-${read.problem}`);
    return { is: 'again' };
  }
  const decided = { verdict: asked.verdict, day: read.day };
  const problem = await problemWith(birge, talk, asked.centre, decided);
  return { is: 'over', screens: [problem ?? confirmScreen(birge, talk, asked.centre, decided)] };
}

/** The centre and the verdict of a topic, for whoever keeps the register. */
async function open(
  birge: Birge,
  talk: Talk,
  topic: string,
): Promise<{ centre: Centre; verdict: Verdict } | undefined> {
  const [organisation, written] = topic.split(':');
  const verdict = verdictIn(written);
  const centre = await centreIf(birge, talk, Number(organisation), 'keep-label-register');
  return verdict === undefined || centre === undefined ? undefined : { centre, verdict };
}

/**
 * Why it can not have been decided on that day, with the way on; undefined: it can. Decisions come one after the other: one
 * that is not later than the newest would stand in the wrong cycle. The same decision once more is no mistake.
 */
export async function problemWith(
  birge: Birge,
  talk: Talk,
  { id }: Centre,
  { verdict, day }: Decided,
): Promise<Screen | undefined> {
  const language = languageOf(talk);
  const say = birge.say(language);
  const back: ScreenButton[] = [{ text: say('form-back'), data: `jb:dec:${id}` }];
  const [first, last] = [moveDay(today(birge), earliest), today(birge)];
  if (day > last) return { text: say('problem-date-late', { max: dayInNumbers(last) }), buttons: [back] };
  if (day < first) return { text: say('problem-date-early', { min: dayInNumbers(first) }), buttons: [back] };
  const [newest] = await decisionsOf(birge.store, id);
  const same = newest?.on === day && (newest.level ?? 'refused') === verdict;
  if (newest === undefined || day > newest.on || same) return undefined;
  return {
    text: `${say('jb-ctr-decided-later')}\n\n${decisionLine(birge, newest, language, 'named')}`,
    buttons: [[{ text: say('jb-ctr-undo'), data: `jb:dec:${id}:undo:${newest.id}` }], back],
  };
}
