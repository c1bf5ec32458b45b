import type { Composer } from 'grammy';
import type { Birge, OuterCtx } from '../../src/context.ts';
import { inWords } from '../../src/deadlines/words.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { escapeHtml } from '../../src/screens/html.ts';
import { put } from '../../src/screens/put.ts';
import { shorten } from '../../src/screens/shorten.ts';
import type { Screen, ScreenButton } from '../../src/screens/screen.ts';
import { briefingPlanOf, chooseTopics } from '../../src/store/volunteers/briefings.ts';
import type { ProjectCard } from '../../src/store/volunteers/enrolments.ts';
import type { Topic } from '../../src/volunteers/briefing-shape.ts';
import { chosenFor, extentOf, stepsFor, usualTopics } from '../../src/volunteers/briefing-steps.ts';
import type { Chosen } from '../../src/volunteers/briefing-steps.ts';
import { replacing } from '../announcement-turning.ts';
import { projectFor } from './right.ts';

/** Which topics a project's safety briefing has, as ticks; every press is stored, and the message changes in its place. */
export function topicRoutes(app: Composer<OuterCtx>, birge: Birge): void {
  app.callbackQuery(/^vol:top:(\d{1,15})$/, (ctx) => showTopics(birge, ctx, Number(ctx.match[1]), 1));
  app.callbackQuery(/^vol:top:(\d{1,15}):(\d{1,2})(?::([+-]?[a-z_]{1,20}))?$/, (ctx) =>
    showTopics(birge, ctx, Number(ctx.match[1]), Number(ctx.match[2]), ctx.match[3] ?? ''),
  );
}

/** Topics on one page. */
const perPage = 8;

/**
 * A page of the topics, from 1. `pressed` says what is to be, not what is to be changed, so that pressing twice does it
 * once: `+falls`, `-falls`, `tutors`, `alone` (without the tutors' part), `all`, `usual`; empty: only looking. Without it the
 * page is a message of its own.
 */
async function showTopics(birge: Birge, ctx: OuterCtx, id: number, page: number, pressed?: string): Promise<void> {
  const { talk } = ctx;
  const project = await projectFor(birge, ctx, id, 'choose-briefing');
  if (project === undefined || talk.person === null || ctx.chatId === undefined) return;
  const { briefing: content } = birge.volunteering;
  const say = birge.say(languageOf(talk));
  const chosen = chosenFor(content, await briefingPlanOf(birge.store, id), project.direction);
  const wanted = pressedIn(birge, chosen, pressed ?? '');
  const stays = wanted.topics.length > 0;
  if (stays && wanted !== chosen) {
    await chooseTopics(birge.store, { project: id, ...wanted, by: talk.person.id }, birge.now());
  }
  const screen = topicsScreen(birge, ctx, project, stays ? wanted : chosen, page);
  const text = stays ? screen.text : `${say('vol-br-one-stays')}\n\n${screen.text}`;
  const shown = { ...screen, text };
  await put(ctx.api, ctx.chatId, pressed === undefined ? shown : replacing(ctx, shown));
}

/** What is to be chosen after a press, in the content's order; the same object where nothing changes. */
function pressedIn({ volunteering }: Birge, chosen: Chosen, pressed: string): Chosen {
  const { briefing: content } = volunteering;
  if (pressed === 'tutors' || pressed === 'alone') return { ...chosen, tutors: pressed === 'tutors' };
  if (pressed === 'usual') return { ...chosen, topics: usualTopics(content) };
  const all = content.topics.map(({ id }) => id);
  if (pressed === 'all') return { ...chosen, topics: all };
  const [sign, id] = [pressed.slice(0, 1), pressed.slice(1)];
  // A topic that has left the content, or a look.
  if (!all.includes(id)) return chosen;
  return { ...chosen, topics: all.filter((one) => (one === id ? sign === '+' : chosen.topics.includes(one))) };
}

/** Pages of the usual topics, then those of the general ones: both are named apart. */
function pagesOf({ volunteering }: Birge) {
  const { topics } = volunteering.briefing;
  const inPages = (general: boolean) => {
    const those = topics.filter((topic) => (topic.general ?? false) === general);
    const of = Math.ceil(those.length / perPage);
    return Array.from({ length: of }, (_, index) => ({
      general,
      page: index + 1,
      of,
      topics: those.slice(index * perPage, (index + 1) * perPage),
    }));
  };
  return [...inPages(false), ...inPages(true)];
}

function topicsScreen(birge: Birge, ctx: OuterCtx, project: ProjectCard, chosen: Chosen, page: number): Screen {
  const { briefing: content } = birge.volunteering;
  const language = languageOf(ctx.talk);
  const say = birge.say(language);
  const pages = pagesOf(birge);
  const at = Math.min(Math.max(page, 1), pages.length);
  const { general, topics, ...place } = pages[at - 1] ?? { general: false, topics: [], page: 1, of: 1 };
  const to = (text: string, act: string): ScreenButton => ({ text, data: `vol:top:${project.id}:${at}:${act}` });
  const ticked = (is: boolean, text: string) => `${is ? '✓ ' : ''}${shorten(text, 55)}`;
  const tick = ({ id, title }: Topic): ScreenButton[] => {
    const is = chosen.topics.includes(id);
    return [to(ticked(is, title[language]), `${is ? '-' : '+'}${id}`)];
  };
  const turn = (key: string, there: number): ScreenButton => ({
    text: say(key),
    data: `vol:top:${project.id}:${there}`,
  });
  const turning = [
    ...(at > 1 ? [turn('vol-br-previous', at - 1)] : []),
    ...(at < pages.length ? [turn('vol-br-next', at + 1)] : []),
  ];
  const extent = say('vol-br-extent', { ...extentOf(content, stepsFor(content, chosen, 0, 0).steps) });
  return {
    text: [
      `<b>${say('vol-br-topics')}</b>\n${escapeHtml(inWords(project.name, language))}`,
      `${say('vol-br-topics-chosen', { chosen: chosen.topics.length, all: content.topics.length })}\n${say('vol-br-topics-volunteer')} ${extent}`,
      say(general ? 'vol-br-general-page' : 'vol-br-usual-page', place),
    ].join('\n\n'),
    buttons: [
      ...topics.map(tick),
      ...(turning.length > 0 ? [turning] : []),
      [to(ticked(chosen.tutors, say('vol-br-tutors')), chosen.tutors ? 'alone' : 'tutors')],
      [to(say('vol-br-all'), 'all'), to(say('vol-br-only-usual'), 'usual')],
      [{ text: say('vol-back-to-project'), data: `vol:p:${project.id}` }],
      [{ text: say('menu-button'), data: 'go:menu' }],
    ],
  };
}
