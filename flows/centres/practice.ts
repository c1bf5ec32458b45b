import type { Composer } from 'grammy';
import { may } from '../../src/access/rights.ts';
import { placeOfCentre } from '../../src/centres/assessed.ts';
import type { Birge, OuterCtx } from '../../src/context.ts';
import { inWords } from '../../src/deadlines/words.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { criteriaFor } from '../../src/label/instrument.ts';
import type { Criterion } from '../../src/label/instrument.ts';
import { shorten } from '../../src/screens/shorten.ts';
import type { ScreenButton } from '../../src/screens/screen.ts';
import { readCentre } from '../../src/store/centres/centre.ts';
import { sharePractice } from '../../src/store/centres/practice.ts';
import { tell } from '../group-right.ts';
import { centreFor } from './centre-right.ts';
import { countsOf, exampleIn, pageOf, shownPage, wholeExample } from './practice-examples.ts';

/** Examples of good practice: everybody who is ready may read them; a centre's head agrees to share its own. */
export function practiceRoutes(app: Composer<OuterCtx>, birge: Birge): void {
  app.callbackQuery('jb:prac', (ctx) => chooseCriterion(birge, ctx));
  app.callbackQuery(/^jb:prac:(\d{1,2})(?::(\d{1,7}))?$/, (ctx) =>
    showExamples(birge, ctx, Number(ctx.match[1]), Number(ctx.match[2] ?? 0)),
  );
  app.callbackQuery(/^jb:prac:one:(\d{1,15}):(\d{1,2})(?::(\d{1,7}))?$/, (ctx) =>
    showWhole(birge, ctx, { organisation: Number(ctx.match[1]), indicator: Number(ctx.match[2]) }, ctx.match[3]),
  );
  app.callbackQuery(/^jb:share:(\d{1,15})$/, (ctx) => askShare(birge, ctx, Number(ctx.match[1])));
  app.callbackQuery(/^jb:share:(\d{1,15}):(yes|no)$/, (ctx) =>
    share(birge, ctx, Number(ctx.match[1]), ctx.match[2] === 'yes'),
  );
}

/** All criteria: what helps a district centre may well be an example of a regional one. */
const criteria = ({ label }: Birge): Criterion[] => criteriaFor(label, 'regional');

/** The criteria with how many examples there are to each. */
async function chooseCriterion(birge: Birge, ctx: OuterCtx): Promise<void> {
  const language = languageOf(ctx.talk);
  const say = birge.say(language);
  const counted = await countsOf(birge, criteria(birge));
  const count = counted.reduce((sum, one) => sum + one.count, 0);
  const rows: ScreenButton[][] = counted
    .filter((one) => one.count > 0)
    .map(({ criterion: { number, short }, count: there }) => [
      { text: `${number}. ${short[language]} · ${there}`, data: `jb:prac:${number}` },
    ]);
  const text = count === 0 ? say('jb-prac-none') : say('jb-prac-choose', { count });
  const home = [{ text: say('jb-ctr-my-centres'), data: 'jb:home' }];
  await tell(birge, ctx, text, [...rows, ...(await toShare(birge, ctx)), home]);
}

/** Of the centres that somebody leads as many are looked at; nearly everybody leads one. */
const mostLed = 5;

/** For whoever leads a centre that does not share yet: the way to share, with its name where there are several. */
async function toShare(birge: Birge, { talk }: OuterCtx): Promise<ScreenButton[][]> {
  const led = talk.roles.filter(({ role }) => role === 'head' || role === 'coordinator');
  const ids = [...new Set(led.map(({ organisation }) => organisation))].slice(0, mostLed);
  const centres = await Promise.all(ids.map((id) => readCentre(birge.store, id)));
  const silent = centres.filter(
    (centre) => centre !== null && !centre.shares && may(led, 'describe-centre', placeOfCentre(centre)),
  );
  const language = languageOf(talk);
  const say = birge.say(language);
  return silent.flatMap((centre) => {
    if (centre === null) return [];
    const named = say('jb-prac-share', { centre: inWords(centre.name, language) });
    const text = silent.length === 1 ? say('jb-ctr-share') : shorten(named, 60);
    return [[{ text, data: `jb:share:${centre.id}` }]];
  });
}

/** A page of the examples to one criterion. */
async function showExamples(birge: Birge, ctx: OuterCtx, number: number, offset: number): Promise<void> {
  const say = birge.say(languageOf(ctx.talk));
  const criterion = criteria(birge).find((known) => known.number === number);
  // An old button may name a criterion or a page that is there no more.
  const page = criterion && (await pageOf(birge, criterion, offset));
  if (criterion === undefined || page === undefined || page.rows.length === 0) {
    return tell(birge, ctx, say('jb-prac-none-here'), [toCriteria(birge, ctx)]);
  }
  const { text, buttons } = shownPage(birge, criterion, page, languageOf(ctx.talk));
  await tell(birge, ctx, text, [...buttons, toCriteria(birge, ctx)]);
}

/** One example to its last word; one that is longer than a message comes in several. `from`: where its page begins. */
async function showWhole(
  birge: Birge,
  ctx: OuterCtx,
  { organisation, indicator }: { organisation: number; indicator: number },
  from = '0',
): Promise<void> {
  const say = birge.say(languageOf(ctx.talk));
  const criterion = criteria(birge).find(({ indicators }) => indicators.some(({ number }) => number === indicator));
  const example = criterion && (await exampleIn(birge, organisation, indicator));
  if (criterion === undefined || example === undefined) {
    return tell(birge, ctx, say('jb-prac-gone'), [toCriteria(birge, ctx)]);
  }
  await wholeExample(birge, ctx, criterion, example, [
    [{ text: say('jb-prac-back'), data: `jb:prac:${criterion.number}:${from}` }],
    [{ text: say('menu-button'), data: 'go:menu' }],
  ]);
}

const toCriteria = (birge: Birge, { talk }: OuterCtx): ScreenButton[] => [
  { text: birge.say(languageOf(talk))('jb-prac-criteria'), data: 'jb:prac' },
];

/** Says exactly what others will see, and asks; shared already, it offers to take that back. */
async function askShare(birge: Birge, ctx: OuterCtx, organisation: number): Promise<void> {
  const centre = await centreFor(birge, ctx, organisation, 'describe-centre');
  if (centre === undefined) return;
  const language = languageOf(ctx.talk);
  const say = birge.say(language);
  const centreButton = [{ text: say('jb-prac-centre'), data: `jb:c:${centre.id}` }];
  if (centre.shares) {
    return tell(birge, ctx, say('jb-prac-shares', { centre: inWords(centre.name, language) }), [
      [{ text: say('jb-prac-stop'), data: `jb:share:${centre.id}:no` }],
      centreButton,
    ]);
  }
  await tell(birge, ctx, say('jb-prac-share-ask', { centre: inWords(centre.name, language) }), [
    [{ text: say('jb-prac-share-yes'), data: `jb:share:${centre.id}:yes` }],
    [{ text: say('jb-prac-look'), data: `jb:as:${centre.id}` }],
    [{ text: say('jb-prac-not-now'), data: `jb:c:${centre.id}` }],
  ]);
}

/** They agree, or take it back. What is so already is said again. */
async function share(birge: Birge, ctx: OuterCtx, organisation: number, shares: boolean): Promise<void> {
  const centre = await centreFor(birge, ctx, organisation, 'describe-centre');
  const { person } = ctx.talk;
  if (centre === undefined || person === null) return;
  await sharePractice(birge.store, centre.id, shares, person.id, birge.now());
  const language = languageOf(ctx.talk);
  const say = birge.say(language);
  const name = { centre: inWords(centre.name, language) };
  const told = shares ? say('jb-prac-shared', name) : say('jb-prac-stopped', name);
  // Nobody reads the examples of a centre of which we do not know yet that there is one.
  const later = shares && !centre.confirmed ? [say('jb-prac-unconfirmed')] : [];
  await tell(birge, ctx, [told, ...later].join('\n\n'), [
    shares
      ? [{ text: say('jb-prac-stop'), data: `jb:share:${centre.id}:no` }]
      : [{ text: say('jb-prac-share-again'), data: `jb:share:${centre.id}` }],
    [{ text: say('jb-prac-all'), data: 'jb:prac' }],
    [{ text: say('jb-prac-centre'), data: `jb:c:${centre.id}` }],
  ]);
}
