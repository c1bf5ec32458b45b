import { today } from '../../src/context.ts';
import type { Birge, OuterCtx } from '../../src/context.ts';
import { inWords } from '../../src/deadlines/words.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { dayInWords } from '../../src/rules/dates.ts';
import { escapeHtml } from '../../src/screens/html.ts';
import { put } from '../../src/screens/put.ts';
import type { Screen, ScreenButton } from '../../src/screens/screen.ts';
import { briefingOf, briefingPlanOf } from '../../src/store/volunteers/briefings.ts';
import type { Briefing } from '../../src/store/volunteers/briefings.ts';
import type { Enrolment } from '../../src/store/volunteers/enrolments.ts';
import { chosenFor, extentOf, isPresent, readStep, stepsFor } from '../../src/volunteers/briefing-steps.ts';
import type { Chosen } from '../../src/volunteers/briefing-steps.ts';
import type { Talk } from '../../src/talks/talk.ts';
import { replacing } from '../announcement-turning.ts';
import { home, mineFor } from './right.ts';

/** A volunteer's briefing: for which enrolment, what it has today, and the newest one that was begun. */
export interface Mine {
  enrolment: Enrolment;
  chosen: Chosen;
  briefing: Briefing | null;
}

/** Opens one's own; undefined: it was said why there is nothing to open. */
export async function openBriefing(birge: Birge, ctx: OuterCtx, id: number): Promise<Mine | undefined> {
  const enrolment = await mineFor(birge, ctx, id);
  if (enrolment === undefined) return undefined;
  const { person, project, direction, until } = enrolment;
  if (until !== null && until < today(birge)) {
    await show(birge, ctx, { text: birge.say(languageOf(ctx.talk))('vol-br-over'), buttons: [home(birge, ctx.talk)] });
    return undefined;
  }
  const plan = await briefingPlanOf(birge.store, project);
  const chosen = chosenFor(birge.volunteering.briefing, plan, direction);
  return { enrolment, chosen, briefing: await briefingOf(birge.store, person, project) };
}

/** Where it stands, as a message of its own, with what can be done next. */
export async function showStanding(birge: Birge, ctx: OuterCtx, mine: Mine): Promise<void> {
  if (ctx.chatId !== undefined) await put(ctx.api, ctx.chatId, withMenu(birge, ctx.talk, standing(birge, ctx, mine)));
}

/** The same in place of the message whose button was pressed. */
export const showStandingHere = (birge: Birge, ctx: OuterCtx, mine: Mine): Promise<void> =>
  show(birge, ctx, standing(birge, ctx, mine));

/** Shows something in place of the message whose button was pressed, with the way to the menu below. */
export async function show(birge: Birge, ctx: OuterCtx, screen: Screen): Promise<void> {
  if (ctx.chatId !== undefined) await put(ctx.api, ctx.chatId, replacing(ctx, withMenu(birge, ctx.talk, screen)));
}

const withMenu = (birge: Birge, talk: Talk, { text, buttons = [] }: Screen): Screen => ({
  text,
  buttons: [...buttons, [{ text: birge.say(languageOf(talk))('menu-button'), data: 'go:menu' }]],
});

/** The briefing that is to be gone on with; undefined: none is under way, or nothing of it is left in the content. */
export function underWay({ volunteering }: Birge, { briefing }: Mine): Briefing | undefined {
  if (briefing === null || briefing.passedOn !== null) return undefined;
  return briefing.steps.some((step) => readStep(volunteering.briefing, step) !== undefined) ? briefing : undefined;
}

/** Was what it has today passed? */
export const isPassed = ({ volunteering }: Birge, { briefing, chosen, enrolment }: Mine): boolean =>
  briefing !== null &&
  briefing.passedOn !== null &&
  // One of a time before does not count for this one.
  briefing.passedOn >= enrolment.from &&
  isPresent(volunteering.briefing, chosen, briefing);

/** What would be begun now. Somebody who has begun before is asked other questions. */
export const stepsOf = ({ volunteering }: Birge, { enrolment, chosen, briefing }: Mine) =>
  stepsFor(volunteering.briefing, chosen, enrolment.person, briefing?.id ?? 0);

function standing(birge: Birge, ctx: OuterCtx, mine: Mine): Screen {
  const { enrolment, briefing } = mine;
  const { briefing: content } = birge.volunteering;
  const language = languageOf(ctx.talk);
  const say = birge.say(language);
  const head = `<b>${say('vol-br-title')}</b>\n${escapeHtml(inWords(enrolment.projectName, language))}`;
  const act = (key: string, then: string): ScreenButton[] => [
    { text: say(key), data: `vol:br:${enrolment.id}:${then}` },
  ];
  const begun = underWay(birge, mine);
  if (begun !== undefined) {
    const { cards } = extentOf(content, begun.steps);
    const done = cardsBehind(birge, begun);
    const lines = done === 0 ? [say('vol-br-intro')] : [say('vol-br-under-way', { done, of: cards })];
    return { text: [head, ...lines].join('\n\n'), buttons: [act('vol-br-go-on', 'go'), toProject(birge, ctx, mine)] };
  }
  if (briefing !== null && isPassed(birge, mine))
    return passedScreen(birge, ctx, mine, briefing, 'vol-br-passed-before');
  const extent = say('vol-br-extent', { ...extentOf(content, stepsOf(birge, mine).steps) });
  const before = briefing?.passedOn ?? null;
  const outdated = before === null ? [] : [say('vol-br-outdated', { day: dayInWords(before, language) })];
  return {
    text: [head, ...outdated, `${extent} ${say('vol-br-intro')}`].join('\n\n'),
    buttons: [
      act('vol-br-begin', 'go'),
      ...(before === null ? [] : [act('vol-br-read', 'read:1')]),
      toProject(birge, ctx, mine),
    ],
  };
}

/** How many of its cards that are still there are behind. */
function cardsBehind({ volunteering }: Birge, { steps, done }: Briefing): number {
  return extentOf(volunteering.briefing, steps.slice(0, done)).cards;
}

/** It is passed: when, which version, and what is next. */
export function passedScreen(
  birge: Birge,
  ctx: OuterCtx,
  mine: Mine,
  briefing: Briefing,
  key: 'vol-br-passed' | 'vol-br-passed-before',
): Screen {
  const { enrolment } = mine;
  const language = languageOf(ctx.talk);
  const say = birge.say(language);
  const day = dayInWords(briefing.passedOn ?? today(birge), language);
  return {
    text: [
      `<b>${say('vol-br-title')}</b>\n${escapeHtml(inWords(enrolment.projectName, language))}`,
      say(key, { day }),
      say('vol-br-what-next'),
    ].join('\n\n'),
    buttons: [
      [
        { text: say('vol-new-deed'), data: `vol:new:${enrolment.project}` },
        { text: say('vol-diary'), data: 'vol:diary' },
      ],
      [{ text: say('vol-br-read'), data: `vol:br:${enrolment.id}:read:1` }],
      toProject(birge, ctx, mine),
    ],
  };
}

/** The button back to one's own project. */
export const toProject = (birge: Birge, { talk }: OuterCtx, { enrolment }: Mine): ScreenButton[] => [
  { text: birge.say(languageOf(talk))('vol-br-project'), data: `vol:e:${enrolment.id}` },
];
