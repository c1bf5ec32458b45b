import type { Birge, OuterCtx } from '../../src/context.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { escapeHtml } from '../../src/screens/html.ts';
import { put } from '../../src/screens/put.ts';
import type { Screen } from '../../src/screens/screen.ts';
import { beginBriefing, passStep } from '../../src/store/volunteers/briefings.ts';
import type { Briefing } from '../../src/store/volunteers/briefings.ts';
import type { Topic } from '../../src/volunteers/briefing-shape.ts';
import { placeOf, readStep, versionOf } from '../../src/volunteers/briefing-steps.ts';
import { replacing } from '../announcement-turning.ts';
import { isPassed, passedScreen, show, showStandingHere, stepsOf, underWay } from './briefing-mine.ts';
import type { Mine } from './briefing-mine.ts';
import { cardText } from './briefing-words.ts';

/** A step as a button names it: the briefing and the step's number, from 0. */
interface Pressed {
  id: number;
  step: number;
}

/** Begins the briefing, or goes on with the one that is under way. An old button of one that is passed says so. */
export async function goOn(birge: Birge, ctx: OuterCtx, mine: Mine): Promise<void> {
  if (isPassed(birge, mine)) return showStandingHere(birge, ctx, mine);
  const begun = underWay(birge, mine);
  if (begun !== undefined) return showStep(birge, ctx, mine, begun);
  const { person, project } = mine.enrolment;
  const briefing = await beginBriefing(birge.store, { person, project, ...stepsOf(birge, mine) }, birge.now());
  return showStep(birge, ctx, mine, briefing);
}

/** "Clear" under a card. One that is behind, or of another briefing, only shows where one stands. */
export async function pressClear(birge: Birge, ctx: OuterCtx, mine: Mine, pressed: Pressed): Promise<void> {
  const briefing = asked(birge, mine, pressed);
  if (briefing === undefined) return showInstead(birge, ctx, mine, pressed);
  const step = stepNow(birge, briefing);
  if (briefing.done !== pressed.step || step === undefined || step.is === 'question') {
    return showStep(birge, ctx, mine, briefing);
  }
  return showStep(birge, ctx, mine, await passStep(birge.store, pressed, birge.now()));
}

/**
 * An answer. A wrong one shows the card and asks again; one to a question whose wording has changed since it was asked
 * (`mark`) asks the new one.
 */
export async function pressAnswer(
  birge: Birge,
  ctx: OuterCtx,
  mine: Mine,
  pressed: Pressed,
  { option, mark }: { option: number; mark: string },
): Promise<void> {
  const briefing = asked(birge, mine, pressed);
  if (briefing === undefined) return showInstead(birge, ctx, mine, pressed);
  const step = stepNow(birge, briefing);
  if (briefing.done !== pressed.step || step?.is !== 'question') return showStep(birge, ctx, mine, briefing);
  const say = birge.say(languageOf(ctx.talk));
  if (markOf(birge, briefing) !== mark) return showStep(birge, ctx, mine, briefing, say('vol-br-changed'));
  if (step.topic.question.options[option]?.right !== true) {
    const again = `${say('vol-br-wrong')}\n\n${cardText(say, languageOf(ctx.talk), { is: 'card', topic: step.topic })}`;
    return showStep(birge, ctx, mine, briefing, again);
  }
  return showStep(birge, ctx, mine, await passStep(birge.store, pressed, birge.now()), say('vol-br-right'));
}

/** What stands there instead of a step: after the last one, pressed twice, that it is passed. */
function showInstead(birge: Birge, ctx: OuterCtx, mine: Mine, { id, step }: Pressed): Promise<void> {
  const { briefing } = mine;
  if (briefing === null || briefing.id !== id || briefing.passedOn === null || step !== briefing.steps.length - 1) {
    return showStandingHere(birge, ctx, mine);
  }
  return show(birge, ctx, passedScreen(birge, ctx, mine, briefing, 'vol-br-passed'));
}

/** The briefing that is under way, if it is the one that was pressed. */
function asked(birge: Birge, mine: Mine, { id }: Pressed): Briefing | undefined {
  const begun = underWay(birge, mine);
  return begun?.id === id ? begun : undefined;
}

const stepNow = ({ volunteering }: Birge, { steps, done }: Briefing) =>
  readStep(volunteering.briefing, steps[done] ?? '');

/** Changes with the wording of the question that is asked now. */
const markOf = ({ volunteering }: Birge, { steps, done }: Briefing): string =>
  versionOf(volunteering.briefing, steps.slice(done, done + 1)).slice(0, 4);

/** Where one stands: the next step that is still in the content, or that it is passed. `note` is said before it. */
async function showStep(birge: Birge, ctx: OuterCtx, mine: Mine, begun: Briefing, note?: string): Promise<void> {
  const briefing = await pastGone(birge, begun);
  if (briefing.passedOn !== null) {
    return show(birge, ctx, passedScreen(birge, ctx, mine, briefing, 'vol-br-passed'));
  }
  const screen = stepScreen(birge, ctx, mine, briefing);
  if (ctx.chatId === undefined || screen === undefined) return;
  const text = note === undefined ? screen.text : `${note}\n\n${screen.text}`;
  await put(ctx.api, ctx.chatId, replacing(ctx, { ...screen, text }));
}

/** Steps whose topics have left the content are behind without being shown. */
async function pastGone(birge: Birge, begun: Briefing): Promise<Briefing> {
  let briefing = begun;
  while (briefing.done < briefing.steps.length && stepNow(birge, briefing) === undefined) {
    briefing = await passStep(birge.store, { id: briefing.id, step: briefing.done }, birge.now());
  }
  return briefing;
}

function stepScreen(birge: Birge, { talk }: OuterCtx, { enrolment }: Mine, briefing: Briefing): Screen | undefined {
  const language = languageOf(talk);
  const say = birge.say(language);
  const step = stepNow(birge, briefing);
  if (step === undefined) return undefined;
  const place = placeOf(birge.volunteering.briefing, briefing.steps, briefing.done);
  const at = `${briefing.id}:${briefing.done}`;
  if (step.is === 'question') return questionScreen(step.topic);
  const clear = { text: say('vol-br-clear'), data: `vol:br:${enrolment.id}:s:${at}` };
  return { text: `${place.number} / ${place.of}\n${cardText(say, language, step)}`, buttons: [[clear]] };

  function questionScreen({ question }: Topic): Screen {
    return {
      text: `${say('vol-br-question', { ...place })}\n<b>${escapeHtml(question.text[language])}</b>`,
      buttons: question.options.map(({ text }, index) => [
        { text: text[language], data: `vol:br:${enrolment.id}:a:${at}:${index}:${markOf(birge, briefing)}` },
      ]),
    };
  }
}
