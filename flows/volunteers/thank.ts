import type { Composer } from 'grammy';
import { today } from '../../src/context.ts';
import type { Birge, OuterCtx } from '../../src/context.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { escapeHtml } from '../../src/screens/html.ts';
import type { ScreenButton } from '../../src/screens/screen.ts';
import { confirmedWork, thanksOf } from '../../src/store/volunteers/thanks.ts';
import { tell } from '../group-right.ts';
import { headOf } from './enrolment-words.ts';
import { enrolmentFor } from './right.ts';
import { certificateRoutes } from './thank-certificate.ts';
import { givenRoutes } from './thank-given.ts';
import { letterRoutes } from './thank-letter.ts';
import { mineRoutes } from './thank-mine.ts';
import { ever } from './thank-preview.ts';
import { amountOf, buttonOf, nameIn, spanOf } from './thank-words.ts';

/** Thanks for what is confirmed: certificates and letters, for who gives them and for who has them. */
export function thankRoutes(app: Composer<OuterCtx>, birge: Birge): void {
  app.callbackQuery(/^vol:thank:(\d{1,15})$/, (ctx) => showThanking(birge, ctx, Number(ctx.match[1])));
  certificateRoutes(app, birge);
  letterRoutes(app, birge);
  givenRoutes(app, birge);
  mineRoutes(app, birge);
}

/** As many of them have a button; nobody is thanked more often. */
const mostGiven = 40;

/** What a volunteer has done so far, what was given for it, and what can be given. */
async function showThanking(birge: Birge, ctx: OuterCtx, id: number): Promise<void> {
  const enrolment = await enrolmentFor(birge, ctx, id, 'thank-volunteers');
  if (enrolment === undefined) return;
  const language = languageOf(ctx.talk);
  const say = birge.say(language);
  const { person, project } = enrolment;
  const [work, given] = await Promise.all([
    confirmedWork(birge.store, { person, project, from: ever, until: today(birge) }),
    thanksOf(birge.store, person, project),
  ]);
  const { from, until } = work;
  const own = person === ctx.talk.person?.id;
  const done = from !== null && until !== null && work.hours > 0;
  const lines = [
    `<b>${escapeHtml(nameIn(enrolment))}</b>`,
    headOf(enrolment, language),
    ...(done
      ? [say('vol-thx-confirmed', { amount: amountOf(say, work) }), spanOf(say, { from, until }, language)]
      : [say('vol-thx-nothing')]),
    ...(given.length > 0 ? ['', say('vol-thx-given')] : []),
    ...(own ? ['', say('vol-thx-own')] : []),
  ];
  const rows: ScreenButton[][] = [
    ...given
      .slice(0, mostGiven)
      .map((one) => [{ text: buttonOf(birge, one, language), data: `vol:thank:${id}:one:${one.id}` }]),
    // Nobody thanks themselves.
    own
      ? []
      : done
        ? [
            { text: say('vol-thx-give-certificate'), data: `vol:thank:${id}:cert` },
            { text: say('vol-thx-write-letter'), data: `vol:thank:${id}:letter` },
          ]
        : [{ text: say('vol-thx-confirm'), data: `vol:conf:${project}` }],
    [{ text: say('vol-thx-volunteer'), data: `vol:v:${id}` }],
  ];
  await tell(birge, ctx, lines.join('\n'), rows, [person]);
}
