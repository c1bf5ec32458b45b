import type { Composer } from 'grammy';
import type { Birge, OuterCtx, Say } from '../../src/context.ts';
import { languageOf } from '../../src/filling/opened.ts';
import type { Opened } from '../../src/filling/opened.ts';
import type { AtOverview } from '../../src/filling/outlook.ts';
import { escapeHtml } from '../../src/screens/html.ts';
import { put } from '../../src/screens/put.ts';
import { shorten } from '../../src/screens/shorten.ts';
import type { Screen, ScreenButton } from '../../src/screens/screen.ts';
import type { Submission } from '../../src/store/submissions.ts';
import { closePlace, readPlace, writePlace } from '../../src/store/volunteers/places.ts';
import type { Place } from '../../src/store/volunteers/places.ts';
import type { Talk } from '../../src/talks/talk.ts';
import { knownOf, mostPages, placeForm, readPlaceForm } from '../../src/volunteers/place-form.ts';
import type { PlaceProblem } from '../../src/volunteers/place-form.ts';
import { tell } from '../group-right.ts';
import { openForm } from '../questionnaire.ts';
import { thanksOfForm } from './form-thanks.ts';
import { backToRegions, keepsPlaces } from './place-ways.ts';
import { placeLines, regionIn } from './place-words.ts';
import { refusal, refuse } from './right.ts';

/** One organisation of the list: everybody may see it; whoever keeps the list corrects it, takes it out, and adds others. */
export function placeRoutes(app: Composer<OuterCtx>, birge: Birge): void {
  app.callbackQuery(/^vol:go:p:(\d{1,15})$/, (ctx) => showPlace(birge, ctx, Number(ctx.match[1])));
  app.callbackQuery(/^vol:go:p:(\d{1,15}):fix$/, (ctx) => correct(birge, ctx, Number(ctx.match[1])));
  app.callbackQuery(/^vol:go:p:(\d{1,15}):gone$/, (ctx) => askGone(birge, ctx, Number(ctx.match[1])));
  app.callbackQuery(/^vol:go:p:(\d{1,15}):gone:yes$/, (ctx) => takeOut(birge, ctx, Number(ctx.match[1])));
  app.callbackQuery(/^vol:go:p:(\d{1,15}):back$/, (ctx) => putBack(birge, ctx, Number(ctx.match[1])));
  app.callbackQuery(/^vol:go:add(?::([a-z_]{1,20}))?$/, (ctx) => add(birge, ctx, ctx.match[1]));
}

async function showPlace(birge: Birge, ctx: OuterCtx, id: number): Promise<void> {
  const place = await readPlace(birge.store, id);
  const screen = place === null ? gone(birge, ctx.talk, id) : card(birge, ctx.talk, place);
  if (ctx.chatId !== undefined) await put(ctx.api, ctx.chatId, screen);
}

/** Opens the form with what is known; only what has changed need be said. */
async function correct(birge: Birge, ctx: OuterCtx, id: number): Promise<void> {
  const place = await placeToKeep(birge, ctx, id);
  if (place) await openForm(birge, ctx, placeForm, { kind: 'place', id }, true, { answers: knownOf(place) });
}

async function add(birge: Birge, ctx: OuterCtx, region: string | undefined): Promise<void> {
  if (!keepsPlaces(ctx.talk.roles)) return refuse(birge, ctx, 'keep-places', { kind: 'place', id: 0 });
  const known = region !== undefined && regionIn(birge, region, 'kk') !== region;
  await openForm(birge, ctx, placeForm, null, true, { answers: known ? { region } : {} });
}

async function askGone(birge: Birge, ctx: OuterCtx, id: number): Promise<void> {
  const place = await placeToKeep(birge, ctx, id);
  if (place === undefined) return;
  const say = birge.say(languageOf(ctx.talk));
  await tell(birge, ctx, say('vol-go-gone-ask', { name: place.name }), [
    [{ text: say('vol-go-gone-yes'), data: `vol:go:p:${id}:gone:yes` }],
    [{ text: say('vol-go-keep'), data: `vol:go:p:${id}` }],
  ]);
}

async function takeOut(birge: Birge, ctx: OuterCtx, id: number): Promise<void> {
  const place = await placeToKeep(birge, ctx, id);
  const { person } = ctx.talk;
  if (place === undefined || person === null) return;
  await closePlace(birge.store, { id, closed: true, by: person.id }, birge.now());
  const say = birge.say(languageOf(ctx.talk));
  await tell(birge, ctx, say('vol-go-taken-out', { name: place.name }), waysFromGone(say, id));
}

/** The undo of taking it out. */
async function putBack(birge: Birge, ctx: OuterCtx, id: number): Promise<void> {
  const { talk } = ctx;
  if (!keepsPlaces(talk.roles)) return refuse(birge, ctx, 'keep-places', { kind: 'place', id });
  if (talk.person === null) return;
  // Pressed twice: it is back already.
  if ((await readPlace(birge.store, id)) === null)
    await closePlace(birge.store, { id, closed: false, by: talk.person.id }, birge.now());
  await showPlace(birge, ctx, id);
}

/** A place of the list, for whoever may correct it; otherwise it was said why there is nothing to do. */
async function placeToKeep(birge: Birge, ctx: OuterCtx, id: number): Promise<Place | undefined> {
  if (!keepsPlaces(ctx.talk.roles)) {
    await refuse(birge, ctx, 'keep-places', { kind: 'place', id });
    return undefined;
  }
  const place = await readPlace(birge.store, id);
  if (place === null && ctx.chatId !== undefined) await put(ctx.api, ctx.chatId, gone(birge, ctx.talk, id));
  return place ?? undefined;
}

/** Writes what the sent form says of a place, and shows it. What everybody must not see is not written. */
export async function placeMade(birge: Birge, talk: Talk, { id, about, answers }: Submission): Promise<Screen> {
  const say = birge.say(languageOf(talk));
  // The role may have ended while the form was being filled in.
  if (talk.person === null || !keepsPlaces(talk.roles)) return refusal(birge, talk);
  const place = about?.kind === 'place' ? about.id : null;
  const { said, problems } = readPlaceForm(answers);
  if (problems.length > 0) {
    const again = { text: say('vol-go-fix'), data: place === null ? 'vol:go:add' : `vol:go:p:${place}:fix` };
    return { text: problemsIn(say, problems), buttons: [[again], backToRegions(say), menu(say)] };
  }
  const made = await writePlace(birge.store, { submission: id, place, said, by: talk.person.id }, birge.now());
  const written = made.is === 'written' ? await readPlace(birge.store, made.id) : null;
  if (written === null) return gone(birge, talk, place ?? 0);
  const shown = card(birge, talk, written);
  return { ...shown, text: `${thanksOfForm(birge, placeForm, languageOf(talk))}\n\n${shown.text}` };
}

/** At the overview: what everybody must not see, or is no address, is in the way of sending. */
export async function placeAtOverview(birge: Birge, talk: Talk, { draft }: Opened): Promise<AtOverview> {
  const { problems } = readPlaceForm(draft.values);
  return problems.length === 0 ? {} : { note: problemsIn(birge.say(languageOf(talk)), problems), stops: true };
}

const problemsIn = (say: Say, problems: readonly PlaceProblem[]): string =>
  problems.map((problem) => problemIn(say, problem)).join('\n');

function problemIn(say: Say, problem: PlaceProblem): string {
  switch (problem.is) {
    case 'address':
      return say('vol-go-no-address', { text: shorten(problem.text, 60) });
    case 'phone':
      return say('vol-go-no-phone');
    case 'mail':
      return say('vol-go-no-mail');
    case 'many':
      return say('vol-go-too-many', { most: mostPages });
  }
}

function card(birge: Birge, talk: Talk, place: Place): Screen {
  const language = languageOf(talk);
  const say = birge.say(language);
  const { id, city, region } = place;
  const keeping: ScreenButton[][] = keepsPlaces(talk.roles)
    ? [
        [{ text: say('vol-go-fix'), data: `vol:go:p:${id}:fix` }],
        [{ text: say('vol-go-gone'), data: `vol:go:p:${id}:gone` }],
      ]
    : [];
  const where = `📍 ${escapeHtml(city)} · ${escapeHtml(regionIn(birge, region, language))}`;
  const back = { text: say('vol-go-region'), data: `vol:go:r:${region}` };
  return {
    text: `${where}\n${placeLines(birge, place, language, '')}`,
    buttons: [...keeping, [back], backToRegions(say), menu(say)],
  };
}

/** It is not in the list any more; whoever keeps the list can put it back. */
function gone(birge: Birge, talk: Talk, id: number): Screen {
  const say = birge.say(languageOf(talk));
  const rows = keepsPlaces(talk.roles) && id > 0 ? waysFromGone(say, id) : [backToRegions(say)];
  return { text: say('vol-go-was-gone'), buttons: [...rows, menu(say)] };
}

const waysFromGone = (say: Say, id: number): ScreenButton[][] => [
  [{ text: say('vol-go-back'), data: `vol:go:p:${id}:back` }],
  backToRegions(say),
];

const menu = (say: Say): ScreenButton[] => [{ text: say('menu-button'), data: 'go:menu' }];
