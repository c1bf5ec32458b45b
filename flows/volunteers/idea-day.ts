import type { Birge, Ctx } from '../../src/context.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { hearing } from '../../src/screens/hearing.ts';
import type { Step } from '../../src/screens/screen.ts';
import type { Heard, Turns } from '../../src/screens/turns.ts';
import type { Talk } from '../../src/talks/talk.ts';
import { ideaCalled } from '../../src/volunteers/ideas.ts';
import { typedDay } from '../typed-day.ts';
import { chosenDay, planProblem } from './idea-plan.ts';
import { goneIdea } from './ideas.ts';
import { planDays } from './idea-words.ts';
import { withMenu } from './with-menu.ts';

/** On which day an idea is taken up, typed; its topic is the idea. */
export function ideaDay(birge: Birge): Turns<string> {
  return {
    name: 'volunteer-idea-day',
    show: async (ctx, id) => show(birge, ctx.talk, id),
    hear: (ctx, id) => hear(birge, ctx, id),
  };
}

function show(birge: Birge, talk: Talk, id: string): Step {
  const { note } = talk;
  talk.note = undefined;
  const say = birge.say(languageOf(talk));
  if (ideaCalled(birge, id) === undefined)
    return { is: 'over', screens: [withMenu(birge, talk, goneIdea(birge, talk))] };
  const text = [...(note === undefined ? [] : [note]), say('vol-idea-type-day')].join('\n\n');
  const field = { input: 'date', ...planDays(birge) } as const;
  const back = [{ text: say('form-back'), data: `vol:idea:day:${id}` }];
  return { is: 'wait', screens: [{ text, field, buttons: [back] }] };
}

async function hear(birge: Birge, ctx: Ctx, id: string): Promise<Heard> {
  const { talk } = ctx;
  const heard = hearing(ctx);
  if (heard.is === 'press') return { is: 'elsewhere' };
  const idea = ideaCalled(birge, id);
  if (idea === undefined) return { is: 'again' };
  const language = languageOf(talk);
  const day = typedDay(birge, talk, heard, 'after', (typed) => planProblem(birge, language, typed));
  if (day === undefined) return { is: 'again' };
  return { is: 'over', screens: [withMenu(birge, talk, await chosenDay(birge, talk, idea, day))] };
}
