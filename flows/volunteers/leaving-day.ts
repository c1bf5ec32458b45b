import { today } from '../../src/context.ts';
import type { Birge, Ctx } from '../../src/context.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { latestLastDay } from '../../src/rules/notice.ts';
import { hearing } from '../../src/screens/hearing.ts';
import type { Step } from '../../src/screens/screen.ts';
import type { Heard, Turns } from '../../src/screens/turns.ts';
import { readEnrolment } from '../../src/store/volunteers/enrolments.ts';
import type { Enrolment } from '../../src/store/volunteers/enrolments.ts';
import type { Talk } from '../../src/talks/talk.ts';
import { isOver } from '../../src/volunteers/enrolment-at.ts';
import { typedDay } from '../typed-day.ts';
import { lastDayProblem } from './last-day.ts';
import { leaveOn, leavesScreen } from './leaving.ts';
import { refusal } from './right.ts';

/** The last day in a project, typed; the topic is the volunteer's enrolment. */
export function volunteerLeaving(birge: Birge): Turns<number> {
  return {
    name: 'volunteer-leaving',
    show: (ctx, id) => show(birge, ctx.talk, id),
    hear: (ctx, id) => hear(birge, ctx, id),
  };
}

async function show(birge: Birge, talk: Talk, id: number): Promise<Step> {
  const { note } = talk;
  talk.note = undefined;
  const enrolment = await mine(birge, talk, id);
  if (enrolment === undefined) return { is: 'over', screens: [refusal(birge, talk)] };
  const day = today(birge);
  if (isOver(enrolment, day)) return { is: 'over', screens: [leavesScreen(birge, talk, enrolment)] };
  const say = birge.say(languageOf(talk));
  const text = [...(note === undefined ? [] : [note]), say('vol-leave-which-day')].join('\n\n');
  const field = { input: 'date', min: day, max: latestLastDay(day) } as const;
  return {
    is: 'wait',
    screens: [{ text, field, buttons: [[{ text: say('form-back'), data: `vol:leave:${id}:anew` }]] }],
  };
}

async function hear(birge: Birge, ctx: Ctx, id: number): Promise<Heard> {
  const { talk } = ctx;
  const heard = hearing(ctx);
  if (heard.is === 'press') return { is: 'elsewhere' };
  const enrolment = await mine(birge, talk, id);
  if (enrolment === undefined) return { is: 'over', screens: [refusal(birge, talk)] };
  if (isOver(enrolment, today(birge))) return { is: 'again' };
  const say = birge.say(languageOf(talk));
  const day = typedDay(birge, talk, heard, 'after', (typed) => lastDayProblem(birge, say, typed));
  if (day === undefined) return { is: 'again' };
  return { is: 'over', screens: [await leaveOn(birge, talk, enrolment, { day, agreed: false })] };
}

async function mine(birge: Birge, talk: Talk, id: number): Promise<Enrolment | undefined> {
  const enrolment = await readEnrolment(birge.store, id);
  return enrolment !== null && enrolment.person === talk.person?.id ? enrolment : undefined;
}
