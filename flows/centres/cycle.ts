import { may } from '../../src/access/rights.ts';
import { placeOfCentre, seenBy } from '../../src/centres/assessed.ts';
import { pairsOf } from '../../src/centres/compare.ts';
import type { Birge, OuterCtx } from '../../src/context.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { recordable } from '../../src/recording/recordable.ts';
import { writeTopic } from '../../src/recording/recording.ts';
import { shorten } from '../../src/screens/shorten.ts';
import type { ScreenButton } from '../../src/screens/screen.ts';
import { assessmentsOf } from '../../src/store/centres/assessments.ts';
import { decisionsOf, wayOf } from '../../src/store/centres/centre.ts';
import type { Centre } from '../../src/store/centres/centre.ts';
import { tell } from '../group-right.ts';
import { centreFor } from './centre-right.ts';
import { nameIn } from './centre-words.ts';
import { assessmentLines, decisionLines, stageText } from './cycle-words.ts';
import { stagesOf } from './stages.ts';
import type { StageOnWay, Way } from './stages.ts';

/**
 * A centre's way through the programme: the stages in their order with what has happened in each and what is owed by when,
 * the assessments, and what was decided on the label.
 */
export async function showWay(birge: Birge, ctx: OuterCtx, id: number): Promise<void> {
  const centre = await centreFor(birge, ctx, id, 'see-label-work');
  if (centre === undefined) return;
  const { store, calendar, label } = birge;
  const language = languageOf(ctx.talk);
  const say = birge.say(language);
  const [way, assessments, decisions] = await Promise.all([
    wayOf(store, id),
    assessmentsOf(store, id),
    decisionsOf(store, id),
  ]);
  const stages = stagesOf(label, calendar, way, decisions[0]?.on ?? null);
  const compares = pairsOf(centre, seenBy(ctx.talk.roles, centre, assessments)).length > 0;
  const keeps = may(ctx.talk.roles, 'keep-label-register', placeOfCentre(centre));
  const text = [
    `<b>${nameIn(centre, language)}</b>\n${say('jb-ctr-way')}\n${say('jb-ctr-cycle', { number: centre.cycle })}`,
    ...stages.map((stage, index) => stageText(birge, stage, index + 1, language)),
    assessmentLines(birge, assessments, centre.cycle, language),
    decisionLines(birge, decisions, way.owed, keeps ? 'named' : 'unnamed', language),
  ];
  const rows: ScreenButton[][] = [
    ...(compares ? [[{ text: say('jb-ctr-compare'), data: `jb:cmp:${id}` }]] : []),
    ...toRecord(birge, ctx, centre, { stages, way }),
    ...(keeps ? [[{ text: say('jb-ctr-decision'), data: `jb:dec:${id}` }]] : []),
    [{ text: say('jb-ctr-back'), data: `jb:c:${id}` }],
  ];
  await tell(birge, ctx, text.join('\n\n'), rows);
}

/**
 * What this person may record of the centre and has not happened in this cycle, and the way to its experts' events. What
 * happened in a cycle before happens again: it does not correct that.
 */
function toRecord(
  birge: Birge,
  ctx: OuterCtx,
  centre: Centre,
  { stages, way }: { stages: readonly StageOnWay[]; way: Way },
): ScreenButton[][] {
  const { roles } = ctx.talk;
  const language = languageOf(ctx.talk);
  const place = placeOfCentre(centre);
  const mine = (role: string | null) =>
    recordable(birge.calendar, roles, { organisationKind: 'youth-centre', role }, place);
  const happened = new Set(stages.flatMap(({ happened: events }) => events.map(({ event }) => event)));
  const known = new Set(stages.flatMap(({ events }) => events));
  const rows = mine(null)
    .filter(({ id }) => known.has(id) && !happened.has(id))
    .map(({ id: event, title }): ScreenButton[] => {
      const again = way.events.some((before) => before.event === event);
      const topic = { organisation: centre.id, member: null, event, worker: null, again, hours: null };
      return [{ text: shorten(`+ ${title[language]}`, 60), data: `go:record:${writeTopic(topic)}` }];
    });
  if (mine('expert').length === 0) return rows;
  return [...rows, [{ text: birge.say(language)('jb-ctr-record-expert'), data: `go:record:${centre.id}` }]];
}
