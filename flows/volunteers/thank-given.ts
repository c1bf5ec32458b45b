import type { Composer } from 'grammy';
import { thanksFile } from '../../src/certificates/file.ts';
import type { Birge, OuterCtx } from '../../src/context.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { dayInWords } from '../../src/rules/dates.ts';
import { putFile } from '../../src/screens/put-file.ts';
import type { ScreenButton } from '../../src/screens/screen.ts';
import { readThanks, withdrawThanks } from '../../src/store/volunteers/thanks.ts';
import type { Thanks } from '../../src/store/volunteers/thanks.ts';
import { tell } from '../group-right.ts';
import { enrolmentFor, refuse } from './right.ts';
import { amountOf, spanOf } from './thank-words.ts';

/** What was given before: opening it, withdrawing it, giving it back. */
export function givenRoutes(app: Composer<OuterCtx>, birge: Birge): void {
  app.callbackQuery(/^vol:thank:(\d{1,15}):(one|file|off|gone|on):(\d{1,15})$/, async (ctx) => {
    const [, enrolment, act, id] = ctx.match;
    const opened = await openGiven(birge, ctx, Number(enrolment), Number(id));
    if (opened !== undefined) await acts[act as keyof typeof acts](birge, ctx, opened);
  });
}

interface Given {
  enrolment: number;
  thanks: Thanks;
}

/** Something that was given to this volunteer, for who thanks there; whoever may not was told so. */
async function openGiven(birge: Birge, ctx: OuterCtx, enrolment: number, id: number): Promise<Given | undefined> {
  const found = await enrolmentFor(birge, ctx, enrolment, 'thank-volunteers');
  if (found === undefined) return undefined;
  const thanks = await readThanks(birge.store, id);
  if (thanks?.person === found.person && thanks.project === found.project) return { enrolment, thanks };
  await refuse(birge, ctx, 'thank-volunteers', { kind: 'thanks', id });
  return undefined;
}

const acts = {
  one: (birge, ctx, given) => showOne(birge, ctx, given),
  file: sendFile,
  off: async (birge, ctx, given) =>
    given.thanks.withdrawn ? showOne(birge, ctx, given) : askWithdraw(birge, ctx, given),
  gone: (birge, ctx, given) => turn(birge, ctx, given, true),
  on: (birge, ctx, given) => turn(birge, ctx, given, false),
} as const satisfies Record<string, (birge: Birge, ctx: OuterCtx, given: Given) => Promise<void>>;

async function showOne(birge: Birge, ctx: OuterCtx, { enrolment, thanks }: Given, note?: string): Promise<void> {
  const language = languageOf(ctx.talk);
  const say = birge.say(language);
  const to = (text: string, act: string): ScreenButton[] => [
    { text, data: `vol:thank:${enrolment}:${act}:${thanks.id}` },
  ];
  const lines = [
    `<b>${say(thanks.kind === 'certificate' ? 'vol-thx-certificate' : 'vol-thx-letter')}</b>`,
    say('vol-thx-given-on', { day: dayInWords(thanks.issuedOn, language), name: thanks.issuer ?? '—' }),
    amountOf(say, thanks),
    spanOf(say, thanks, language),
    say('vol-thx-language', { language: thanks.language }),
    ...(thanks.withdrawn ? ['', say('vol-thx-off')] : []),
  ];
  const rows = [
    ...(thanks.withdrawn
      ? [to(say('vol-thx-give-back'), 'on')]
      : [to(say('vol-thx-open'), 'file'), to(say('vol-thx-withdraw'), 'off')]),
    [{ text: say('vol-thx-back'), data: `vol:thank:${enrolment}` }],
  ];
  const text = [...(note === undefined ? [] : [note, '']), ...lines].join('\n');
  await tell(birge, ctx, text, rows, [thanks.person]);
}

async function sendFile(birge: Birge, ctx: OuterCtx, given: Given): Promise<void> {
  const { enrolment, thanks } = given;
  if (ctx.chatId === undefined) return;
  if (thanks.withdrawn) return showOne(birge, ctx, given);
  const language = languageOf(ctx.talk);
  const say = birge.say(language);
  const back = [{ text: say('vol-thx-back'), data: `vol:thank:${enrolment}` }];
  const file = await thanksFile(birge, thanks, {
    language,
    buttons: [back, [{ text: say('menu-button'), data: 'go:menu' }]],
  });
  await (file ? putFile(ctx.api, ctx.chatId, file) : tell(birge, ctx, say('vol-thx-words-gone'), [back]));
}

async function askWithdraw(birge: Birge, ctx: OuterCtx, { enrolment, thanks }: Given): Promise<void> {
  const say = birge.say(languageOf(ctx.talk));
  await tell(birge, ctx, say(thanks.kind === 'certificate' ? 'vol-thx-ask-certificate' : 'vol-thx-ask-letter'), [
    [{ text: say('vol-thx-withdraw-yes'), data: `vol:thank:${enrolment}:gone:${thanks.id}` }],
    [{ text: say('vol-thx-withdraw-no'), data: `vol:thank:${enrolment}:one:${thanks.id}` }],
  ]);
}

/** Withdraws it or gives it back; what is so already stays so. */
async function turn(birge: Birge, ctx: OuterCtx, { enrolment, thanks }: Given, withdrawn: boolean): Promise<void> {
  const by = ctx.talk.person?.id;
  if (by === undefined) return;
  const say = birge.say(languageOf(ctx.talk));
  // Nobody thanks themselves: what a colleague has withdrawn, a colleague gives back.
  if (!withdrawn && thanks.person === by) return showOne(birge, ctx, { enrolment, thanks }, say('vol-thx-own'));
  if (thanks.withdrawn !== withdrawn) {
    await withdrawThanks(birge.store, { id: thanks.id, withdrawn, by }, birge.now());
  }
  const note = withdrawn ? undefined : say('vol-thx-given-back');
  await showOne(birge, ctx, { enrolment, thanks: { ...thanks, withdrawn } }, note);
}
