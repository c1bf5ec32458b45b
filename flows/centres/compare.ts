import { may } from '../../src/access/rights.ts';
import { placeOfCentre, seenBy } from '../../src/centres/assessed.ts';
import { pairKind, pairText, pairsOf } from '../../src/centres/compare.ts';
import type { Pair } from '../../src/centres/compare.ts';
import { pairPicture } from '../../src/centres/pictures.ts';
import { dayOf, nameLine, toCentre } from '../../src/centres/words.ts';
import type { Birge, OuterCtx } from '../../src/context.ts';
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

/** Two assessments side by side: what differs in words, then as a picture. */
export async function showPair(birge: Birge, ctx: OuterCtx, one: number, other: number): Promise<void> {
  const assessed = await assessedFor(birge, ctx, one);
  if (assessed === undefined || ctx.chatId === undefined) return;
  const { centre } = assessed;
  // The other one is looked for among those of this centre that they may see.
  const seen = seenBy(ctx.talk.roles, centre, await assessmentsOf(birge.store, centre.id));
  const pair = pairsOf(centre, seen).find(
    ({ first, second }) => first.assessment.id === one && second.assessment.id === other,
  );
  if (pair === undefined) return refuse(birge, ctx);
  const language = languageOf(ctx.talk);
  const say = birge.say(language);
  const result = ({ assessment: { id } }: Pair['first'], key: string) => ({ text: say(key), data: `jb:res:${id}` });
  const keys =
    pair.is === 'progress'
      ? (['jb-res-at-start', 'jb-res-at-end'] as const)
      : (['jb-res-by-centre', 'jb-res-by-experts'] as const);
  await put(ctx.api, ctx.chatId, {
    text: pairText(birge, pair, language),
    buttons: [
      [result(pair.first, keys[0]), result(pair.second, keys[1])],
      [{ text: say('jb-res-compare-button'), data: `jb:cmp:${centre.id}` }],
      toCentre(say, centre.id),
    ],
  });
  const day = dayInNumbers(dayOf(birge, pair.second));
  await putFile(ctx.api, ctx.chatId, {
    as: 'picture',
    bytes: await pairPicture(birge, pair, language),
    name: `jastar-belgisi-${one}-${other}.png`,
    caption: `${nameLine(pair.first, language)}\n${say('jb-res-pair-picture', { pair: pairKind(pair), day })}`,
  });
}
