import type { Composer } from 'grammy';
import { today } from '../../src/context.ts';
import type { Birge, OuterCtx } from '../../src/context.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { directions } from '../../src/forms/index.ts';
import { isDay } from '../../src/rules/dates.ts';
import { escapeHtml } from '../../src/screens/html.ts';
import type { Screen, ScreenButton } from '../../src/screens/screen.ts';
import { enrolmentsOf } from '../../src/store/volunteers/enrolments.ts';
import type { Talk } from '../../src/talks/talk.ts';
import { directionIn } from '../../src/volunteers/deed-words.ts';
import type { Idea } from '../../src/volunteers/ideas.ts';
import { ideaCalled, ideasOf, lastings } from '../../src/volunteers/ideas.ts';
import { tell } from '../group-right.ts';
import { askDay, chosenDay, chosenProject } from './idea-plan.ts';
import { ideaPage } from './idea-words.ts';
import { home } from './right.ts';

/** Ideas of good deeds (volunteering-manual-birgemiz-bilim, annex 5), with or without a project; anybody may take one up. */
export function ideaRoutes(app: Composer<OuterCtx>, birge: Birge): void {
  app.callbackQuery('vol:idea', (ctx) => showDirections(birge, ctx));
  app.callbackQuery(/^vol:idea:([a-z]+)(?::(once|long)(?::(\d{1,4}))?)?$/, async (ctx, next) => {
    const direction = directions.find((known) => known === ctx.match[1]);
    const lasts = lastings.find((known) => known === ctx.match[2]) ?? 'once';
    if (direction === undefined) return next();
    await showIdeas(birge, ctx, direction, lasts, Number(ctx.match[3] ?? 0));
  });
  app.callbackQuery(/^vol:idea:(one|day|type):([a-z][a-z0-9-]*)$/, async (ctx) => {
    const idea = ideaCalled(birge, ctx.match[2]);
    if (idea === undefined) return answer(birge, ctx, goneIdea(birge, ctx.talk));
    if (ctx.match[1] === 'one') return answer(birge, ctx, ideaCard(birge, ctx.talk, idea));
    if (ctx.match[1] === 'day') return answer(birge, ctx, askDay(birge, ctx.talk, idea));
    return ctx.conversation.enter('volunteer-idea-day', idea.id);
  });
  app.callbackQuery(/^vol:idea:(?:on|for):([a-z][a-z0-9-]*):(\d{4}-\d\d-\d\d)(?::(\d{1,15}))?$/, async (ctx, next) => {
    const on = ctx.match[2] ?? '';
    const idea = ideaCalled(birge, ctx.match[1]);
    if (!isDay(on) || ctx.talk.person === null) return next();
    if (idea === undefined) return answer(birge, ctx, goneIdea(birge, ctx.talk));
    const project = ctx.match[3];
    const screen =
      project === undefined
        ? await chosenDay(birge, ctx.talk, idea, on)
        : await chosenProject(birge, ctx.talk, idea, on, Number(project));
    await answer(birge, ctx, screen);
  });
}

const answer = (birge: Birge, ctx: OuterCtx, { text, buttons = [] }: Screen): Promise<void> =>
  tell(birge, ctx, text, buttons);

/** All directions, those of one's own projects first. */
async function showDirections(birge: Birge, ctx: OuterCtx): Promise<void> {
  const { talk } = ctx;
  const language = languageOf(talk);
  const say = birge.say(language);
  const mine = talk.person === null ? [] : await enrolmentsOf(birge.store, talk.person.id, today(birge));
  const own = new Set(mine.map(({ direction }) => direction));
  const ordered = [...directions.filter((one) => own.has(one)), ...directions.filter((one) => !own.has(one))];
  const rows: ScreenButton[][] = ordered.map((direction) => [
    {
      text: `${own.has(direction) ? '⭐ ' : ''}${directionIn(birge, direction, language)}`,
      data: `vol:idea:${direction}`,
    },
  ]);
  await tell(birge, ctx, say('vol-idea-which-direction'), [...rows, home(birge, talk)]);
}

/** A page of ideas that are done in a day, or that go on, with the way to the others. */
async function showIdeas(birge: Birge, ctx: OuterCtx, direction: string, lasts: Idea['lasts'], offset: number) {
  const language = languageOf(ctx.talk);
  const say = birge.say(language);
  const { lines, rows } = ideaPage(birge, language, direction, lasts, offset);
  const other = lasts === 'once' ? 'long' : 'once';
  const count = ideasOf(birge.volunteering.ideas, direction, other).length;
  const head = [
    `<b>${escapeHtml(directionIn(birge, direction, language))}</b>`,
    say(lasts === 'once' ? 'vol-idea-once' : 'vol-idea-long'),
  ].join('\n');
  const others = {
    text: say(other === 'long' ? 'vol-idea-see-long' : 'vol-idea-see-once', { count }),
    data: `vol:idea:${direction}:${other}`,
  };
  await tell(birge, ctx, [head, ...lines].join('\n\n'), [
    ...rows,
    [others],
    [{ text: say('vol-idea-directions'), data: 'vol:idea' }],
  ]);
}

/** One idea, with the way to take it up. */
function ideaCard(birge: Birge, talk: Talk, { id, text, direction, lasts }: Idea): Screen {
  const language = languageOf(talk);
  const say = birge.say(language);
  return {
    text: [
      `<b>${escapeHtml(text[language])}</b>`,
      `${escapeHtml(directionIn(birge, direction, language))} · ${say(lasts === 'once' ? 'vol-idea-in-a-day' : 'vol-idea-for-long')}`,
    ].join('\n'),
    buttons: [
      [{ text: say('vol-idea-take'), data: `vol:idea:day:${id}` }],
      [{ text: say('vol-idea-others'), data: `vol:idea:${direction}:${lasts}` }],
      home(birge, talk),
    ],
  };
}

/** The idea has left the list since the button was shown. */
export function goneIdea(birge: Birge, talk: Talk): Screen {
  const say = birge.say(languageOf(talk));
  return { text: say('vol-idea-gone'), buttons: [[{ text: say('vol-idea-directions'), data: 'vol:idea' }]] };
}
