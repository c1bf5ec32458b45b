import type { Composer } from 'grammy';
import { may } from '../../src/access/rights.ts';
import { thanksFile } from '../../src/certificates/file.ts';
import type { Birge, OuterCtx } from '../../src/context.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { putFile } from '../../src/screens/put-file.ts';
import { readThanks, thanksOf } from '../../src/store/volunteers/thanks.ts';
import { tell } from '../group-right.ts';
import { home, placeOfEnrolment, refuse } from './right.ts';
import { buttonOf } from './thank-words.ts';

/** One's own certificates and letters. They stay one's own after leaving the project. */
export function mineRoutes(app: Composer<OuterCtx>, birge: Birge): void {
  app.callbackQuery('vol:mythx', (ctx) => showMine(birge, ctx));
  app.callbackQuery(/^vol:thx:(\d{1,15})$/, (ctx) => openOne(birge, ctx, Number(ctx.match[1])));
}

/** As many of them have a button, the newest first. */
const most = 40;

async function showMine(birge: Birge, ctx: OuterCtx): Promise<void> {
  const { talk } = ctx;
  if (talk.person === null) return;
  const language = languageOf(talk);
  const say = birge.say(language);
  const given = await thanksOf(birge.store, talk.person.id);
  const rows = given
    .slice(0, most)
    .map((one) => [{ text: buttonOf(birge, one, language, true), data: `vol:thx:${one.id}` }]);
  const text = [
    say(given.length === 0 ? 'vol-thx-mine-none' : 'vol-thx-mine'),
    ...(given.some(({ withdrawn }) => withdrawn) ? [say('vol-thx-mine-withdrawn')] : []),
  ];
  await tell(birge, ctx, text.join('\n\n'), [...rows, home(birge, talk)]);
}

/** The file, for its owner and for who thanks volunteers there. */
async function openOne(birge: Birge, ctx: OuterCtx, id: number): Promise<void> {
  const { talk } = ctx;
  if (ctx.chatId === undefined || talk.person === null) return;
  const language = languageOf(talk);
  const say = birge.say(language);
  const thanks = await readThanks(birge.store, id);
  const own = thanks?.person === talk.person.id;
  if (thanks === null || (!own && !may(talk.roles, 'thank-volunteers', placeOfEnrolment(thanks))))
    return refuse(birge, ctx, 'thank-volunteers', { kind: 'thanks', id });
  const back = own ? [{ text: say('vol-my-thanks'), data: 'vol:mythx' }] : home(birge, talk);
  if (thanks.withdrawn) return tell(birge, ctx, say('vol-thx-is-withdrawn'), [back]);
  const file = await thanksFile(birge, thanks, {
    language,
    buttons: [back, [{ text: say('menu-button'), data: 'go:menu' }]],
  });
  await (file ? putFile(ctx.api, ctx.chatId, file) : tell(birge, ctx, say('vol-thx-words-gone'), [back]));
}
