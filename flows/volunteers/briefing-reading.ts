import type { Birge, OuterCtx } from '../../src/context.ts';
import { languageOf } from '../../src/filling/opened.ts';
import type { ScreenButton } from '../../src/screens/screen.ts';
import { readStep } from '../../src/volunteers/briefing-steps.ts';
import { show, stepsOf, toProject } from './briefing-mine.ts';
import type { Mine } from './briefing-mine.ts';
import { cardButton, cardText } from './briefing-words.ts';

/** Cards that are named at once; more would be a long list on an old phone. */
const perPage = 8;

/** The cards that the briefing has today, by name, to be read again; nothing is counted by it. Pages from 1. */
export async function showCards(birge: Birge, ctx: OuterCtx, mine: Mine, page: number, note?: string): Promise<void> {
  const language = languageOf(ctx.talk);
  const say = birge.say(language);
  const cards = cardsOf(birge, mine);
  const pages = Math.ceil(cards.length / perPage);
  const at = Math.min(Math.max(page, 1), pages);
  const shown = cards.slice((at - 1) * perPage, at * perPage);
  const to = (key: string, there: number): ScreenButton => ({
    text: say(key),
    data: `vol:br:${mine.enrolment.id}:read:${there}`,
  });
  const turning = [
    ...(at > 1 ? [to('vol-br-previous', at - 1)] : []),
    ...(at < pages ? [to('vol-br-next', at + 1)] : []),
  ];
  await show(birge, ctx, {
    text: [...(note === undefined ? [] : [note]), `<b>${say('vol-br-title')}</b>`, say('vol-br-list')].join('\n\n'),
    buttons: [
      ...shown.map(({ id, step }) => [
        { text: cardButton(say, language, step), data: `vol:br:${mine.enrolment.id}:r:${id}` },
      ]),
      ...(turning.length > 0 ? [turning] : []),
      toProject(birge, ctx, mine),
    ],
  });
}

/** One card, without a step of the briefing being passed by it. */
export async function readCard(birge: Birge, ctx: OuterCtx, mine: Mine, id: string): Promise<void> {
  const language = languageOf(ctx.talk);
  const say = birge.say(language);
  const cards = cardsOf(birge, mine);
  const index = cards.findIndex((card) => card.id === id);
  const card = cards[index];
  if (card === undefined) return showCards(birge, ctx, mine, 1, say('vol-br-card-gone'));
  const next = cards[index + 1];
  const page = Math.floor(index / perPage) + 1;
  await show(birge, ctx, {
    text: `${index + 1} / ${cards.length}\n${cardText(say, language, card.step)}`,
    buttons: [
      ...(next === undefined ? [] : [[{ text: say('vol-br-next'), data: `vol:br:${mine.enrolment.id}:r:${next.id}` }]]),
      [{ text: say('vol-br-list-back'), data: `vol:br:${mine.enrolment.id}:read:${page}` }],
    ],
  });
}

/** The cards without the questions, each with its name among the steps. */
const cardsOf = (birge: Birge, mine: Mine) =>
  stepsOf(birge, mine).steps.flatMap((id) => {
    const step = readStep(birge.volunteering.briefing, id);
    return step === undefined || step.is === 'question' ? [] : [{ id, step }];
  });
