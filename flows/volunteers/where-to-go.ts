import type { Composer } from 'grammy';
import type { Birge, OuterCtx } from '../../src/context.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { escapeHtml } from '../../src/screens/html.ts';
import type { ScreenButton } from '../../src/screens/screen.ts';
import { placeRegions, placesOf } from '../../src/store/volunteers/places.ts';
import type { Place } from '../../src/store/volunteers/places.ts';
import type { Language } from '../../src/store/talks.ts';
import { tell } from '../group-right.ts';
import { linkIn, placeLines, regionIn, regionOrder } from './place-words.ts';
import { backToRegions, keepsPlaces } from './place-ways.ts';
import { placeRoutes } from './place.ts';
import { home } from './right.ts';

/** Where volunteers can go: organisations by region, and sites to read. Everybody may look. */
export function whereToGoRoutes(app: Composer<OuterCtx>, birge: Birge): void {
  app.callbackQuery('vol:go', (ctx) => showRegions(birge, ctx));
  app.callbackQuery(/^vol:go:r:([a-z_]{1,20})(?::(\d{1,15}))?$/, (ctx) =>
    showRegion(birge, ctx, ctx.match[1] ?? '', ctx.match[2] === undefined ? null : Number(ctx.match[2])),
  );
  app.callbackQuery('vol:go:sites', (ctx) => showSites(birge, ctx, 'volunteering'));
  app.callbackQuery('vol:go:tutors', (ctx) => showSites(birge, ctx, 'tutoring'));
  placeRoutes(app, birge);
}

const perPage = 8;
/** Characters of a page's places, well under Telegram's 4,096; a single place is always shown. */
const longest = 3200;

async function showRegions(birge: Birge, ctx: OuterCtx): Promise<void> {
  const { talk } = ctx;
  const language = languageOf(talk);
  const say = birge.say(language);
  const order = regionOrder(birge);
  const regions = (await placeRegions(birge.store)).toSorted((one, other) => order(one.region) - order(other.region));
  const rows: ScreenButton[][] = [
    ...regions.map(({ region, count }) => [
      { text: `${regionIn(birge, region, language)} · ${count}`, data: `vol:go:r:${region}` },
    ]),
    [{ text: say('vol-go-sites-button'), data: 'vol:go:sites' }],
    ...(keepsPlaces(talk.roles) ? [[{ text: say('vol-go-add'), data: 'vol:go:add' }]] : []),
    home(birge, talk),
  ];
  const head = `<b>${say('vol-go-title')}</b>`;
  const year = String(birge.volunteering.whereToGo.year);
  await tell(birge, ctx, [head, say('vol-go-list-of', { year }), say('vol-go-choose')].join('\n\n'), rows);
}

/** A region's places by city, page by page; whoever keeps the list can open each. */
async function showRegion(birge: Birge, ctx: OuterCtx, region: string, after: number | null): Promise<void> {
  const { talk } = ctx;
  const language = languageOf(talk);
  const say = birge.say(language);
  const keeps = keepsPlaces(talk.roles);
  const found = await placesOf(birge.store, region, { after, limit: perPage + 1 });
  const { shown, text } = pageOf(birge, found.slice(0, perPage), keeps, language);
  const last = found.length > shown.length ? shown.at(-1) : undefined;
  const rows: ScreenButton[][] = [
    ...(keeps ? inFours(shown.map(({ id }, index) => ({ text: `✎ ${index + 1}`, data: `vol:go:p:${id}` }))) : []),
    ...(last ? [[{ text: say('vol-go-more'), data: `vol:go:r:${region}:${last.id}` }]] : []),
    // Nothing was found: perhaps no region at all, and nothing can be added to that.
    ...(keeps && shown.length > 0 ? [[{ text: say('vol-go-add'), data: `vol:go:add:${region}` }]] : []),
    backToRegions(say),
  ];
  const none = say(after === null ? 'vol-go-none' : 'vol-go-end');
  const head = shown.length === 0 ? none : `<b>${escapeHtml(regionIn(birge, region, language))}</b>`;
  await tell(birge, ctx, [head, ...text].join('\n\n'), rows);
}

/** As many places as fit, each city named once above its own. */
function pageOf(birge: Birge, places: readonly Place[], numbered: boolean, language: Language) {
  const shown: Place[] = [];
  const text: string[] = [];
  let length = 0;
  for (const place of places) {
    const city = place.city === shown.at(-1)?.city ? '' : `📍 ${escapeHtml(place.city)}\n`;
    const part = `${city}${placeLines(birge, place, language, numbered ? `${shown.length + 1}. ` : '• ')}`;
    // Tags are not counted by messengers: an address stands there twice, but is read once.
    length += part.replaceAll(/<[^>]*>/g, '').length;
    if (length > longest && shown.length > 0) break;
    shown.push(place);
    text.push(part);
  }
  return { shown, text };
}

const inFours = (buttons: ScreenButton[]): ScreenButton[][] =>
  [buttons.slice(0, 4), buttons.slice(4)].filter((row) => row.length > 0);

/** Sites about volunteering, or about volunteers who teach (volunteering-manual-birgemiz-bilim, annex 7). */
async function showSites(birge: Birge, ctx: OuterCtx, about: 'volunteering' | 'tutoring'): Promise<void> {
  const language = languageOf(ctx.talk);
  const say = birge.say(language);
  const { sites, year } = birge.volunteering.whereToGo;
  const lines = sites
    .filter((site) => site.about === about)
    .map(({ title, url }) => `• ${escapeHtml(title[language])}\n${linkIn(url)}`);
  const general = about === 'volunteering';
  const head = `<b>${say(general ? 'vol-go-sites' : 'vol-go-tutoring')}</b>\n${say('vol-go-sites-of', { year: String(year) })}`;
  const other = general
    ? { text: say('vol-go-tutoring-button'), data: 'vol:go:tutors' }
    : { text: say('vol-go-sites-button'), data: 'vol:go:sites' };
  await tell(birge, ctx, [head, ...lines].join('\n\n'), [[other], backToRegions(say)]);
}
