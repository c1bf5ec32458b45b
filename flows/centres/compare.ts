import { may } from '../../src/access/rights.ts';
import { placeOfCentre, seenBy } from '../../src/centres/assessed.ts';
import type { Assessed } from '../../src/centres/assessed.ts';
import { differencesText, differingIn, namedAtOnce, pairKind, pairText, pairsOf } from '../../src/centres/compare.ts';
import type { Pair } from '../../src/centres/compare.ts';
import { pairPicture } from '../../src/centres/pictures.ts';
import { dayOf, nameLine, toCentre } from '../../src/centres/words.ts';
import type { Birge, OuterCtx, Say } from '../../src/context.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { dayInNumbers } from '../../src/rules/dates.ts';
import { putFile } from '../../src/screens/put-file.ts';
import { put } from '../../src/screens/put.ts';
import type { ScreenButton } from '../../src/screens/screen.ts';
import { assessmentsOf } from '../../src/store/centres/assessments.ts';
import type { Language } from '../../src/store/talks.ts';
import { assessedFor } from './assessed-for.ts';
import { centreFor, refuse } from './centre-right.ts';

/** Pairs that are offered, newest first: five cycles are twenty years. */
const offered = 20;

/** Whoever may do one of these can begin the assessment that is missing. */
const assessing = ['work-on-label', 'assess-as-expert'] as const;

/** Which assessments of a centre can be put side by side. */
export async function showPairs(birge: Birge, ctx: OuterCtx, organisation: number): Promise<void> {
  const centre = await centreFor(birge, ctx, organisation, 'see-label-work');
  if (centre === undefined || ctx.chatId === undefined) return;
  const language = languageOf(ctx.talk);
  const say = birge.say(language);
  const seen = seenBy(ctx.talk.roles, centre, await assessmentsOf(birge.store, organisation));
  const pairs = pairsOf(centre, seen).slice(0, offered);
  const rows = pairs.map((pair): ScreenButton[] => [
    {
      text: pairName(birge, pair, pairs, language),
      data: `jb:cmp:${pair.first.assessment.id}:${pair.second.assessment.id}`,
    },
  ]);
  const text = say(pairs.length > 0 ? 'jb-res-compare-choose' : 'jb-res-compare-none');
  const assesses = assessing.some((action) => may(ctx.talk.roles, action, placeOfCentre(centre)));
  const assess = { text: say('jb-res-assess-button'), data: `jb:as:${organisation}` };
  await put(ctx.api, ctx.chatId, {
    text: `${nameLine({ centre }, language)}\n\n${text}`,
    buttons: [...rows, ...(pairs.length === 0 && assesses ? [[assess]] : []), toCentre(say, organisation)],
  });
}

/** The cycle is named only where there are several. */
function pairName(birge: Birge, pair: Pair, all: readonly Pair[], language: Language): string {
  const say = birge.say(language);
  const { cycle } = pair.first.assessment;
  const name = say('jb-res-pair', { pair: pairKind(pair) });
  const several = all.some(({ first }) => first.assessment.cycle !== cycle);
  return several ? `${name} · ${say('jb-res-cycle', { cycle })}` : name;
}

/**
 * Two assessments side by side: what differs in words, then as a picture. The words do not wait for the picture where the
 * line is bad; the ways on stand below both, for the picture is what is seen last.
 */
export async function showPair(birge: Birge, ctx: OuterCtx, one: number, other: number): Promise<void> {
  const pair = await pairFor(birge, ctx, one, other);
  if (pair === undefined || ctx.chatId === undefined) return;
  const language = languageOf(ctx.talk);
  const say = birge.say(language);
  const count = differingIn(birge, pair).length;
  const all = { text: say('jb-res-differs-all-button', { count }), data: `jb:cmp:${one}:${other}:all` };
  const buttons = [...(count > namedAtOnce ? [[all]] : []), ...waysOn(say, pair)];
  await put(ctx.api, ctx.chatId, { text: pairText(birge, pair, language), buttons });
  const day = dayInNumbers(dayOf(birge, pair.second));
  await putFile(ctx.api, ctx.chatId, {
    as: 'picture',
    bytes: await pairPicture(birge, pair, language),
    name: `jastar-belgisi-${one}-${other}.png`,
    caption: `${nameLine(pair.first, language)}\n${say('jb-res-pair-picture', { pair: pairKind(pair), day })}`,
    buttons,
  });
}

/** All that differs between the two, in one message and without the picture. */
export async function showDifferences(birge: Birge, ctx: OuterCtx, one: number, other: number): Promise<void> {
  const pair = await pairFor(birge, ctx, one, other);
  if (pair === undefined || ctx.chatId === undefined) return;
  const language = languageOf(ctx.talk);
  await put(ctx.api, ctx.chatId, {
    text: differencesText(birge, pair, language),
    buttons: waysOn(birge.say(language), pair),
  });
}

/** The pair of these two, for whoever may see both; undefined: they were told that it is none. */
async function pairFor(birge: Birge, ctx: OuterCtx, one: number, other: number): Promise<Pair | undefined> {
  const assessed = await assessedFor(birge, ctx, one);
  if (assessed === undefined) return undefined;
  const { centre } = assessed;
  // The other one is looked for among those of this centre that they may see.
  const seen = seenBy(ctx.talk.roles, centre, await assessmentsOf(birge.store, centre.id));
  const pair = pairsOf(centre, seen).find(
    ({ first, second }) => first.assessment.id === one && second.assessment.id === other,
  );
  if (pair === undefined) await refuse(birge, ctx);
  return pair;
}

/** The result of either, other pairs, the centre. */
function waysOn(say: Say, { is, first, second }: Pair): ScreenButton[][] {
  const result = ({ assessment: { id } }: Assessed, key: string) => ({ text: say(key), data: `jb:res:${id}` });
  const both =
    is === 'progress'
      ? [result(first, 'jb-res-at-start'), result(second, 'jb-res-at-end')]
      : [result(first, 'jb-res-by-centre'), result(second, 'jb-res-by-experts')];
  const { id } = first.centre;
  return [both, [{ text: say('jb-res-compare-button'), data: `jb:cmp:${id}` }], toCentre(say, id)];
}
