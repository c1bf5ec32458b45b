import type { Composer } from 'grammy';
import type { Birge, OuterCtx } from '../../src/context.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { indicatorsFor } from '../../src/label/instrument.ts';
import { centreKinds } from '../../src/rules/label-codes.ts';
import type { CentreKind } from '../../src/rules/label-codes.ts';
import type { ScreenButton } from '../../src/screens/screen.ts';
import { correctKind } from '../../src/store/centres/centre.ts';
import type { Centre } from '../../src/store/centres/centre.ts';
import type { Language } from '../../src/store/talks.ts';
import { tell } from '../group-right.ts';
import { centreFor } from './centre-right.ts';
import { detailLines, nameIn } from './centre-words.ts';
import { labelForm } from './register.ts';

/** What is known of a centre, and its kind to be corrected. */
export function kindRoutes(app: Composer<OuterCtx>, birge: Birge): void {
  app.callbackQuery(/^jb:kind:(\d{1,15})$/, (ctx) => showDetails(birge, ctx, Number(ctx.match[1])));
  app.callbackQuery(/^jb:kind:(\d{1,15}):([a-z_]+)(:yes)?$/, async (ctx, next) => {
    const kind = centreKinds.find((known) => known === ctx.match[2]);
    if (kind === undefined) return next();
    await (ctx.match[3] === undefined ? askKind : setKind)(birge, ctx, Number(ctx.match[1]), kind);
  });
}

async function showDetails(birge: Birge, ctx: OuterCtx, id: number): Promise<void> {
  const centre = await centreFor(birge, ctx, id, 'describe-centre');
  if (centre) await details(birge, ctx, centre);
}

/** All that was said of the centre, and the four kinds, the present one marked. */
async function details(birge: Birge, ctx: OuterCtx, centre: Centre, before: readonly string[] = []): Promise<void> {
  const language = languageOf(ctx.talk);
  const say = birge.say(language);
  const lines = detailLines(birge, centre, language);
  const kinds = centreKinds.map((kind): ScreenButton[] => [
    {
      text: `${kind === centre.kind ? '● ' : ''}${kindIn(birge, kind, language)}`,
      data: `jb:kind:${centre.id}:${kind}`,
    },
  ]);
  const rows = [
    ...kinds,
    [{ text: say('jb-ctr-correct'), data: `jb:det:${centre.id}` }],
    [{ text: say('jb-ctr-back'), data: `jb:c:${centre.id}` }],
  ];
  await tell(birge, ctx, [...before, lines.join('\n'), say('jb-ctr-kind-which')].join('\n\n'), rows);
}

/** Asks once what the other kind means: how many indicators there are, and how many staff some of them ask for. */
async function askKind(birge: Birge, ctx: OuterCtx, id: number, kind: CentreKind): Promise<void> {
  const centre = await centreFor(birge, ctx, id, 'describe-centre');
  if (centre === undefined) return;
  const language = languageOf(ctx.talk);
  const say = birge.say(language);
  if (centre.kind === kind) return details(birge, ctx, centre, [say('jb-ctr-kind-same')]);
  const from = { indicators: indicatorsFor(birge.label, centre.kind).length, staff: staffOf(birge, centre.kind) };
  const to = { indicators: indicatorsFor(birge.label, kind).length, staff: staffOf(birge, kind) };
  const text = [
    `<b>${nameIn(centre, language)}</b>`,
    say('jb-ctr-kind-ask', { kind: kindIn(birge, kind, language) }),
    ...(from.indicators === to.indicators
      ? []
      : [say('jb-ctr-kind-indicators', { from: from.indicators, to: to.indicators })]),
    ...(from.staff === to.staff ? [] : [say('jb-ctr-kind-staff', { from: from.staff, to: to.staff })]),
    say('jb-ctr-kind-kept'),
  ];
  await tell(birge, ctx, text.join('\n\n'), [
    [{ text: say('jb-ctr-kind-yes'), data: `jb:kind:${id}:${kind}:yes` }],
    [{ text: say('jb-ctr-kind-no'), data: `jb:kind:${id}` }],
  ]);
}

async function setKind(birge: Birge, ctx: OuterCtx, id: number, kind: CentreKind): Promise<void> {
  const centre = await centreFor(birge, ctx, id, 'describe-centre');
  if (centre === undefined) return;
  const say = birge.say(languageOf(ctx.talk));
  if (centre.kind === kind) return details(birge, ctx, centre, [say('jb-ctr-kind-same')]);
  await correctKind(birge.store, { organisation: id, kind, form: labelForm(birge, kind) }, birge.now());
  await details(birge, ctx, { ...centre, kind }, [say('jb-ctr-kind-set')]);
}

const kindIn = ({ label }: Birge, kind: CentreKind, language: Language): string => label.centres[kind][language];

/** How many staff answer for youth work at the least (jastar-belgisi-quality-label, indicator 12); 0: the content says nothing. */
function staffOf({ label }: Birge, kind: CentreKind): number {
  const indicators = label.criteria.flatMap((criterion) => criterion.indicators);
  return indicators.find(({ number }) => number === 12)?.values?.['staff']?.[kind] ?? 0;
}
