import type { Birge, Ctx } from '../src/context.ts';
import { today } from '../src/context.ts';
import { isToldDone } from '../src/deadlines/card.ts';
import { earliestDay } from '../src/deadlines/done.ts';
import { languageOf } from '../src/filling/opened.ts';
import { hearing } from '../src/screens/hearing.ts';
import type { Step } from '../src/screens/screen.ts';
import type { Heard, Turns } from '../src/screens/turns.ts';
import type { Talk } from '../src/talks/talk.ts';
import { dayProblem, isOpen, openDeadline, settle } from './deadline.ts';
import { typedDay } from './typed-day.ts';

/** On which day a deadline was met, typed; its topic is the obligation. */
export function deadlineDone(birge: Birge): Turns<number> {
  return {
    name: 'deadline-done',
    show: (ctx, id) => show(birge, ctx.talk, id),
    hear: (ctx, id) => hear(birge, ctx, id),
  };
}

async function show(birge: Birge, talk: Talk, id: number): Promise<Step> {
  const { note } = talk;
  talk.note = undefined;
  const say = birge.say(languageOf(talk));
  const opened = await openDeadline(birge, talk, id, 'settle-deadline');
  if ('refusal' in opened) return { is: 'over', screens: [opened.refusal] };
  if (!isOpen(opened) || !isToldDone(opened.kind)) {
    return { is: 'over', screens: [await settle(birge, talk, opened, today(birge))] };
  }
  const text = [...(note === undefined ? [] : [note]), say('due-which-day')].join('\n\n');
  const field = { input: 'date', min: earliestDay(opened.kind, opened.obligation), max: today(birge) } as const;
  return { is: 'wait', screens: [{ text, field, buttons: [[{ text: say('form-back'), data: `due:${id}:done` }]] }] };
}

async function hear(birge: Birge, ctx: Ctx, id: number): Promise<Heard> {
  const { talk } = ctx;
  const heard = hearing(ctx);
  if (heard.is === 'press') return { is: 'elsewhere' };
  const opened = await openDeadline(birge, talk, id, 'settle-deadline');
  if ('refusal' in opened) return { is: 'over', screens: [opened.refusal] };
  const day = typedDay(birge, talk, heard, 'before', (typed) => dayProblem(birge, talk, opened, typed));
  return day === undefined ? { is: 'again' } : { is: 'over', screens: [await settle(birge, talk, opened, day)] };
}
