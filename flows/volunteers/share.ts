import { createHash } from 'node:crypto';
import type { Composer } from 'grammy';
import type { Birge, OuterCtx } from '../../src/context.ts';
import { shareCard, shareText } from '../../src/diary/share.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { escapeHtml } from '../../src/screens/html.ts';
import { put } from '../../src/screens/put.ts';
import type { ScreenButton } from '../../src/screens/screen.ts';
import { readDeed } from '../../src/store/volunteers/deeds.ts';
import type { Deed } from '../../src/store/volunteers/deeds.ts';
import { tell } from '../group-right.ts';
import { tellWithPicture } from './picture.ts';
import { home } from './right.ts';

/**
 * Telling others of one's own deed: the reminder first (volunteering-manual-birgemiz-bilim, item 2.9: pupils' personal data are
 * passed to nobody), then a text or a picture. Own words go into a text only by a second press, below those very words.
 */
export function shareRoutes(app: Composer<OuterCtx>, birge: Birge): void {
  app.callbackQuery(/^vol:share:(\d{1,15})(?::(text|pic|own|[\da-f]{12}))?$/, async (ctx) => {
    const deed = await mine(birge, ctx, Number(ctx.match[1]));
    if (deed === undefined) return;
    const how = ctx.match[2];
    if (how === undefined) await askHow(birge, ctx, deed);
    else if (how === 'pic') await sendCard(birge, ctx, deed);
    else if (how === 'text') await sendText(birge, ctx, deed, false);
    // An old button knows words that were changed since: they are looked at anew.
    else if (how === markOf(deed)) await sendText(birge, ctx, deed, true);
    else await askToCheck(birge, ctx, deed);
  });
}

/** One's own deed that is done; whoever asks for anything else was told so. */
async function mine(birge: Birge, ctx: OuterCtx, id: number): Promise<Deed | undefined> {
  const { talk } = ctx;
  const deed = await readDeed(birge.store, id);
  const own = deed !== null && deed.person === talk.person?.id;
  if (own && deed.state === 'done') return deed;
  const say = birge.say(languageOf(talk));
  await tell(
    birge,
    ctx,
    say(own ? 'vol-share-planned' : 'vol-refused'),
    own ? [toDeed(birge, ctx, id)] : [home(birge, talk)],
  );
  return undefined;
}

async function askHow(birge: Birge, ctx: OuterCtx, deed: Deed): Promise<void> {
  const say = birge.say(languageOf(ctx.talk));
  const to = (key: string, how: string): ScreenButton[] => [{ text: say(key), data: `vol:share:${deed.id}:${how}` }];
  await tell(birge, ctx, say('vol-share-ask'), [
    to('vol-share-as-text', 'text'),
    to('vol-share-as-picture', 'pic'),
    ...(ownWords(deed).length > 0 ? [to('vol-share-with-achieved', 'own')] : []),
    toDeed(birge, ctx, deed.id),
  ]);
}

/** The words themselves, so that a name in them is seen before it is passed on. */
async function askToCheck(birge: Birge, ctx: OuterCtx, deed: Deed): Promise<void> {
  const words = ownWords(deed);
  if (words.length === 0) {
    await askHow(birge, ctx, deed);
    return;
  }
  const say = birge.say(languageOf(ctx.talk));
  const quoted = words.map((text) => `<blockquote>${escapeHtml(text)}</blockquote>`).join('\n');
  await tell(birge, ctx, `${say('vol-share-check')}\n${quoted}\n${say('vol-share-check-names')}`, [
    [{ text: say('vol-share-checked'), data: `vol:share:${deed.id}:${markOf(deed)}` }],
    toDeed(birge, ctx, deed.id),
  ]);
}

/** What of an entry people wrote themselves and could share: own words of activity, what was achieved. Never the note. */
const ownWords = ({ activity, achieved }: Deed): string[] => [
  ...(activity !== null && typeof activity === 'object' ? [activity.other] : []),
  ...(achieved === null ? [] : [achieved]),
];

/** Stands for these very words in a button. */
const markOf = (deed: Deed): string =>
  createHash('sha256')
    .update(JSON.stringify(ownWords(deed)))
    .digest('hex')
    .slice(0, 12);

/** The text alone, so that it can be copied or passed on as it is; what to do with it stands below. */
async function sendText(birge: Birge, ctx: OuterCtx, deed: Deed, own: boolean): Promise<void> {
  if (ctx.chatId === undefined) return;
  const language = languageOf(ctx.talk);
  await put(ctx.api, ctx.chatId, { text: shareText(birge, deed, own, language) });
  await tell(birge, ctx, birge.say(language)('vol-share-copy'), waysOn(birge, ctx, deed));
}

async function sendCard(birge: Birge, ctx: OuterCtx, deed: Deed): Promise<void> {
  const language = languageOf(ctx.talk);
  const text = birge.say(language)('vol-share-card-caption');
  const ways = waysOn(birge, ctx, deed);
  await tellWithPicture(birge, ctx, { text, name: 'birge-good-deed.png', ways }, () =>
    shareCard(birge, deed, language),
  );
}

const waysOn = (birge: Birge, ctx: OuterCtx, { id }: Deed): ScreenButton[][] => [
  toDeed(birge, ctx, id),
  home(birge, ctx.talk),
];

const toDeed = (birge: Birge, { talk }: OuterCtx, id: number): ScreenButton[] => [
  { text: birge.say(languageOf(talk))('vol-share-open-deed'), data: `vol:deed:${id}` },
];
