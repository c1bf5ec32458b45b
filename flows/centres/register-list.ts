import type { Composer } from 'grammy';
import { maySomewhere, scopeOf } from '../../src/access/rights.ts';
import type { Birge, OuterCtx } from '../../src/context.ts';
import { inWords } from '../../src/deadlines/words.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { escapeHtml } from '../../src/screens/html.ts';
import { shorten } from '../../src/screens/shorten.ts';
import type { ScreenButton } from '../../src/screens/screen.ts';
import { centresIn, confirmCentre } from '../../src/store/centres/centre.ts';
import type { Centre } from '../../src/store/centres/centre.ts';
import { noteAudit } from '../../src/store/people.ts';
import { beforeEvent } from '../../src/store/recording.ts';
import { tell } from '../group-right.ts';
import { centreFor, refuse } from './centre-right.ts';
import { awardIn, detailLines, headOf, nameIn, regionIn } from './centre-words.ts';

const perPage = 10;

/** The register of centres, for administrators. */
export function registerRoutes(app: Composer<OuterCtx>, birge: Birge): void {
  app.callbackQuery(/^jb:reg(?::(\d{1,15}))?$/, (ctx) =>
    showRegister(birge, ctx, ctx.match[1] === undefined ? null : Number(ctx.match[1])),
  );
  app.callbackQuery(/^jb:card:(\d{1,15})$/, async (ctx) => {
    const centre = await centreFor(birge, ctx, Number(ctx.match[1]), 'keep-label-register');
    if (centre) await showCard(birge, ctx, centre);
  });
  app.callbackQuery(/^jb:card:(\d{1,15}):(yes|no)$/, (ctx) =>
    confirm(birge, ctx, Number(ctx.match[1]), ctx.match[2] === 'yes'),
  );
}

/** All centres, newest first; those that nobody has confirmed yet are marked. */
async function showRegister(birge: Birge, ctx: OuterCtx, before: number | null): Promise<void> {
  const { talk } = ctx;
  if (!maySomewhere(talk.roles, 'keep-label-register')) return refuse(birge, ctx);
  const language = languageOf(talk);
  const say = birge.say(language);
  const found = await centresIn(birge.store, scopeOf(talk.roles, 'keep-label-register'), before, perPage + 1);
  const shown = found.slice(0, perPage);
  const lines = shown.map((centre) => {
    const region = regionIn(birge, centre.region, language);
    const about = [birge.label.centres[centre.kind][language], ...(region === undefined ? [] : [region])];
    return [
      `${centre.confirmed ? '' : '❗ '}<b>${nameIn(centre, language)}</b>`,
      escapeHtml(about.join(' · ')),
      centre.confirmed ? awardIn(birge, centre.award, language) : say('jb-ctr-unconfirmed'),
    ].join('\n');
  });
  const rows = shown.map(({ id, name, confirmed }): ScreenButton[] => [
    { text: shorten(`${confirmed ? '' : '❗ '}${inWords(name, language)}`, 60), data: `jb:card:${id}` },
  ]);
  const last = found.length > perPage ? shown.at(-1) : undefined;
  if (last) rows.push([{ text: say('jb-ctr-more'), data: `jb:reg:${last.id}` }]);
  const none = say(before === null ? 'jb-ctr-register-none' : 'jb-ctr-register-end');
  const head = shown.length === 0 ? none : say('jb-ctr-register');
  await tell(birge, ctx, [head, ...lines].join('\n\n'), rows);
}

/** A centre as the register has it: who leads it and how to reach them, and what an administrator does with it. */
async function showCard(birge: Birge, ctx: OuterCtx, centre: Centre, before: readonly string[] = []): Promise<void> {
  const language = languageOf(ctx.talk);
  const say = birge.say(language);
  const { id, confirmed } = centre;
  const contacts = detailLines(birge, centre, language, ['head', 'phone', 'email', 'address']).join('\n');
  const confirming = confirmed
    ? { text: say('jb-ctr-unconfirm'), data: `jb:card:${id}:no` }
    : { text: say('jb-ctr-confirm'), data: `jb:card:${id}:yes` };
  const rows: ScreenButton[][] = [
    [confirming],
    ...((await isRegionalUnrecorded(birge, centre))
      ? [[{ text: say('jb-ctr-regional'), data: `go:record:${id}:o:${regional}` }]]
      : []),
    [{ text: say('jb-ctr-invite-expert'), data: `go:invite:${id}` }],
    [
      { text: say('jb-ctr-programme'), data: `jb:cyc:${id}` },
      { text: say('jb-ctr-decision'), data: `jb:dec:${id}` },
    ],
    [{ text: say('jb-ctr-open'), data: `jb:c:${id}` }],
    [{ text: say('jb-ctr-register-list'), data: 'jb:reg' }],
  ];
  await tell(birge, ctx, [...before, headOf(birge, centre, language), contacts].join('\n\n'), rows);
}

/** From this event on a regional centre owes what criterion 8 asks of it. */
const regional = 'regional-centre-confirmed';

/** A confirmed regional centre of which this has not been recorded. */
async function isRegionalUnrecorded({ store, now }: Birge, { id, kind, confirmed }: Centre): Promise<boolean> {
  if (kind !== 'regional' || !confirmed) return false;
  return (await beforeEvent(store, { event: regional, of: { organisation: id } }, now())).earlier.length === 0;
}

async function confirm(birge: Birge, ctx: OuterCtx, id: number, confirmed: boolean): Promise<void> {
  const centre = await centreFor(birge, ctx, id, 'keep-label-register');
  if (centre === undefined || ctx.talk.person === null) return;
  await confirmCentre(birge.store, id, confirmed, birge.now());
  const action = confirmed ? 'confirmed-centre' : 'unconfirmed-centre';
  const subject = { kind: 'organisation', id };
  await noteAudit(birge.store, { person: ctx.talk.person.id, action, subject }, birge.now());
  const said = birge.say(languageOf(ctx.talk))(confirmed ? 'jb-ctr-confirmed-now' : 'jb-ctr-unconfirmed-now');
  await showCard(birge, ctx, { ...centre, confirmed }, [said]);
}
