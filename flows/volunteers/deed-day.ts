import type { Birge, Ctx } from '../../src/context.ts';
import { today } from '../../src/context.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { dayInNumbers, dayInWords, moveDay } from '../../src/rules/dates.ts';
import type { Day } from '../../src/rules/dates.ts';
import { hearing } from '../../src/screens/hearing.ts';
import type { Screen, Step } from '../../src/screens/screen.ts';
import type { Heard, Turns } from '../../src/screens/turns.ts';
import { moveDeed, readDeed } from '../../src/store/volunteers/deeds.ts';
import type { Deed } from '../../src/store/volunteers/deeds.ts';
import type { Talk } from '../../src/talks/talk.ts';
import { typedDay } from '../typed-day.ts';
import { deedScreen } from './deed-card.ts';
import { refusal } from './right.ts';

/** Days from today that have a button; any other day is typed. */
const offered = { 'vol-deed-tomorrow': 1, 'vol-deed-in-three-days': 3, 'vol-deed-in-a-week': 7 } as const;

/** To which day a planned deed is put off, pressed or typed; its topic is the deed. */
export function deedDay(birge: Birge): Turns<number> {
  return {
    name: 'deed-day',
    show: (ctx, id) => show(birge, ctx.talk, id),
    hear: (ctx, id) => hear(birge, ctx, id),
  };
}

/** A planned deed of one's own, or what there is to say instead. */
async function planned(birge: Birge, talk: Talk, id: number): Promise<Deed | { instead: Screen }> {
  const deed = await readDeed(birge.store, id);
  if (deed === null || deed.person !== talk.person?.id) return { instead: refusal(birge, talk) };
  return deed.state === 'planned' ? deed : { instead: deedScreen(birge, talk, { deed, mine: true }) };
}

async function show(birge: Birge, talk: Talk, id: number): Promise<Step> {
  const { note } = talk;
  talk.note = undefined;
  const deed = await planned(birge, talk, id);
  if ('instead' in deed) return { is: 'over', screens: [deed.instead] };
  const language = languageOf(talk);
  const say = birge.say(language);
  const now = today(birge);
  const days = Object.entries(offered).map(([key, days]) => {
    const day = moveDay(now, { days });
    return [{ text: `${say(key)}: ${dayInWords(day, language)}`, data: `vol:deed:${id}:on:${day}` }];
  });
  const text = [...(note === undefined ? [] : [note]), say('vol-deed-which-day')].join('\n\n');
  const field = { input: 'date', min: now, max: lastDay(now) } as const;
  return {
    is: 'wait',
    screens: [{ text, field, buttons: [...days, [{ text: say('vol-deed-back'), data: `vol:deed:${id}` }]] }],
  };
}

async function hear(birge: Birge, ctx: Ctx, id: number): Promise<Heard> {
  const { talk } = ctx;
  const heard = hearing(ctx);
  if (heard.is === 'press') return { is: 'elsewhere' };
  const day = typedDay(birge, talk, heard, 'after', (typed) => dayProblem(birge, talk, typed));
  return day === undefined ? { is: 'again' } : { is: 'over', screens: [await putOff(birge, talk, id, day)] };
}

/** Why a deed cannot be put off to this day; undefined: it can. Ours: from today to a year ahead. */
export function dayProblem(birge: Birge, talk: Talk, day: Day): string | undefined {
  const now = today(birge);
  const say = birge.say(languageOf(talk));
  if (day < now) return say('problem-date-early', { min: dayInNumbers(now) });
  return day > lastDay(now) ? say('problem-date-late', { max: dayInNumbers(lastDay(now)) }) : undefined;
}

const lastDay = (now: Day): Day => moveDay(now, { years: 1 });

/** Puts a planned deed off, and gives what is to be seen then; one that is done or no more shows itself. */
export async function putOff(birge: Birge, talk: Talk, id: number, on: Day): Promise<Screen> {
  const deed = await planned(birge, talk, id);
  if ('instead' in deed) return deed.instead;
  const moved = await moveDeed(birge.store, { id, person: deed.person, on }, birge.now());
  if (!moved) {
    const now = await planned(birge, talk, id);
    return 'instead' in now ? now.instead : deedScreen(birge, talk, { deed: now, mine: true });
  }
  const language = languageOf(talk);
  const say = birge.say(language);
  // Its morning may be over: then nothing reminds of it.
  const note =
    on === today(birge) ? say('vol-deed-moved-today') : say('vol-deed-moved', { day: dayInWords(on, language) });
  return deedScreen(birge, talk, { deed: { ...deed, on }, mine: true }, note);
}
