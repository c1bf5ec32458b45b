import type { Composer } from 'grammy';
import { may, maySomewhere, scopeOf } from '../../src/access/rights.ts';
import { rolesIn } from '../../src/access/roles.ts';
import { placeOfCentre, seenBy } from '../../src/centres/assessed.ts';
import { pairsOf } from '../../src/centres/compare.ts';
import type { Birge, OuterCtx, Say } from '../../src/context.ts';
import { inWords } from '../../src/deadlines/words.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { shorten } from '../../src/screens/shorten.ts';
import type { ScreenButton } from '../../src/screens/screen.ts';
import { assessmentsOf } from '../../src/store/centres/assessments.ts';
import type { Assessment } from '../../src/store/centres/assessments.ts';
import { centresIn, readCentre } from '../../src/store/centres/centre.ts';
import type { Centre } from '../../src/store/centres/centre.ts';
import { membershipsOf } from '../../src/store/memberships.ts';
import { readOrganisation } from '../../src/store/organisations.ts';
import type { Role, Words } from '../../src/store/talks.ts';
import { tell } from '../group-right.ts';
import { refuse } from './centre-right.ts';
import { headOf } from './centre-words.ts';
import { showWay } from './cycle.ts';
import { decisionRoutes } from './decision.ts';
import { kindRoutes } from './kind.ts';
import { describeAgain, mayDescribe, registerCentre } from './register.ts';
import { registerRoutes } from './register-list.ts';

/** Youth centres: one's own, registering one, what is known of it, its way through the programme, and the register. */
export function centreRoutes(app: Composer<OuterCtx>, birge: Birge): void {
  app.callbackQuery('jb:home', (ctx) => showMine(birge, ctx, 'open-the-only-one'));
  app.callbackQuery('jb:all', (ctx) => showMine(birge, ctx, 'list'));
  app.callbackQuery('jb:invited', (ctx) => tellOfInvitation(birge, ctx));
  app.callbackQuery('jb:new', (ctx) => registerCentre(birge, ctx));
  app.callbackQuery(/^jb:c:(\d{1,15})$/, (ctx) => showCentre(birge, ctx, Number(ctx.match[1])));
  app.callbackQuery(/^jb:det:(\d{1,15})$/, (ctx) => describeAgain(birge, ctx, Number(ctx.match[1])));
  app.callbackQuery(/^jb:cyc:(\d{1,15})$/, (ctx) => showWay(birge, ctx, Number(ctx.match[1])));
  kindRoutes(app, birge);
  registerRoutes(app, birge);
  decisionRoutes(app, birge);
}

/** How an invitation is used, with the way back to where it was asked. */
async function tellOfInvitation(birge: Birge, ctx: OuterCtx): Promise<void> {
  const say = birge.say(languageOf(ctx.talk));
  await tell(birge, ctx, say('jb-ctr-invited'), [[{ text: say('form-back'), data: 'jb:all' }]]);
}

/** Centres below one's own that are named at once. */
const mostBelow = 30;

/** The centres where somebody has a role, and for a head or coordinator those below. */
async function showMine(birge: Birge, ctx: OuterCtx, how: 'open-the-only-one' | 'list'): Promise<void> {
  const { talk } = ctx;
  if (talk.person === null) return;
  const language = languageOf(talk);
  const say = birge.say(language);
  const found = await centresOf(birge, talk.person.id, talk.roles);
  const [first, ...others] = found;
  const only = first !== undefined && others.length === 0;
  const register = maySomewhere(talk.roles, 'keep-label-register')
    ? [[{ text: say('jb-ctr-register-list'), data: 'jb:reg' }]]
    : [];
  if (only && register.length === 0 && how === 'open-the-only-one') return showCentre(birge, ctx, first.id);
  const rows: ScreenButton[][] = found.map(({ id, name }) => [
    { text: shorten(inWords(name, language), 60), data: `jb:c:${id}` },
  ]);
  const ways: ScreenButton[][] = [
    ...register,
    [{ text: say('jb-ctr-new'), data: 'jb:new' }],
    ...(found.length === 0 ? [[{ text: say('jb-ctr-have-invitation'), data: 'jb:invited' }]] : []),
    [{ text: say('jb-ctr-practice'), data: 'jb:prac' }],
  ];
  await tell(birge, ctx, say(found.length === 0 ? 'jb-ctr-what' : 'jb-ctr-choose'), [...rows, ...ways]);
}

/** Each centre once, one's own before those below. */
async function centresOf(birge: Birge, person: number, roles: readonly Role[]): Promise<{ id: number; name: Words }[]> {
  const held = await membershipsOf(birge.store, person, birge.now());
  const own = held.filter(({ organisationKind }) => organisationKind === 'youth-centre');
  const found = new Map(own.map(({ organisation, organisationName }) => [organisation, organisationName]));
  const overseen = roles.filter(({ role, organisation }) => found.has(organisation) && sees.includes(role));
  if (overseen.length > 0) {
    const scope = scopeOf(overseen, 'see-label-work');
    for (const { id, name } of await centresIn(birge.store, scope, null, mostBelow)) {
      if (!found.has(id)) found.set(id, name);
    }
  }
  return [...found].map(([id, name]) => ({ id, name }));
}

/** Whoever sees what centres below their own do (jastar-belgisi-quality-label, criterion 8). */
const sees = ['head', 'coordinator'];

/** A centre's home: what is known of it, and what this person can do there. */
async function showCentre(birge: Birge, ctx: OuterCtx, id: number): Promise<void> {
  const { talk } = ctx;
  const language = languageOf(talk);
  const say = birge.say(language);
  const centre = await readCentre(birge.store, id);
  if (centre === null) return undescribed(birge, ctx, id);
  if (!may(talk.roles, 'see-label-work', placeOfCentre(centre))) return refuse(birge, ctx);
  const lines = [headOf(birge, centre, language), say('jb-ctr-cycle', { number: centre.cycle })];
  const assessments = await assessmentsOf(birge.store, id);
  await tell(birge, ctx, lines.join('\n'), waysOn(centre, assessments, talk.roles, say));
}

/** An organisation that an administrator has added: somebody who leads it says first what it is. */
async function undescribed(birge: Birge, ctx: OuterCtx, id: number): Promise<void> {
  const say = birge.say(languageOf(ctx.talk));
  if (await mayDescribe(birge, ctx.talk, id)) {
    const describe = [{ text: say('jb-ctr-describe'), data: `jb:det:${id}` }];
    return tell(birge, ctx, say('jb-ctr-not-described'), [describe]);
  }
  const belongs = ctx.talk.roles.some(({ organisation }) => organisation === id);
  if (!belongs || (await readOrganisation(birge.store, id))?.kind !== 'youth-centre') return refuse(birge, ctx);
  return tell(birge, ctx, say('jb-ctr-wait-for-head'));
}

function waysOn(
  centre: Centre,
  assessments: readonly Assessment[],
  roles: readonly Role[],
  say: Say,
): ScreenButton[][] {
  const place = placeOfCentre(centre);
  const works = may(roles, 'work-on-label', place);
  const assesses = works || may(roles, 'assess-as-expert', place);
  const result = newest(assessments, assesses && !works ? 'expert' : 'centre');
  const compares = pairsOf(centre, seenBy(roles, centre, assessments)).length > 0;
  const invites = rolesIn('youth-centre').some((role) => may(roles, `invite-${role}`, place));
  const describes = may(roles, 'describe-centre', place);
  const to = (key: string, act: string) => ({ text: say(key), data: `jb:${act}:${centre.id}` });
  return [
    assesses ? [to('jb-ctr-assess', 'as')] : [],
    result === undefined ? [] : [{ text: say('jb-ctr-result'), data: `jb:res:${result.id}` }],
    works ? [to('jb-ctr-plan', 'plan'), to('jb-ctr-application', 'app')] : [to('jb-ctr-plan', 'plan')],
    [to('jb-ctr-programme', 'cyc'), ...(compares ? [to('jb-ctr-compare', 'cmp')] : [])],
    [{ text: say('jb-ctr-practice'), data: 'jb:prac' }],
    describes ? [to(centre.shares ? 'jb-ctr-shares' : 'jb-ctr-share', 'share')] : [],
    invites ? [{ text: say('jb-ctr-invite'), data: `go:invite:${centre.id}` }] : [],
    describes ? [to('jb-ctr-details', 'kind')] : [],
    may(roles, 'keep-label-register', place) ? [to('jb-ctr-card', 'card')] : [],
    [{ text: say('jb-ctr-my-centres'), data: 'jb:all' }],
  ].filter((row) => row.length > 0);
}

/** The newest that the centre, or for an expert the experts, have begun. */
const newest = (assessments: readonly Assessment[], by: Assessment['by']): Assessment | undefined =>
  assessments.find((one) => one.by === by);
