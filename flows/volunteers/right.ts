import { may } from '../../src/access/rights.ts';
import type { Action, Place } from '../../src/access/rights.ts';
import { today } from '../../src/context.ts';
import type { Birge, OuterCtx } from '../../src/context.ts';
import { languageOf } from '../../src/filling/opened.ts';
import type { Screen, ScreenButton } from '../../src/screens/screen.ts';
import { noteAudit } from '../../src/store/people.ts';
import { readEnrolment, readProject } from '../../src/store/volunteers/enrolments.ts';
import type { Enrolment, ProjectCard } from '../../src/store/volunteers/enrolments.ts';
import type { Talk } from '../../src/talks/talk.ts';
import { tell } from '../group-right.ts';

/** Where an enrolment or a project lies, as the access check needs it. */
export const placeOfEnrolment = ({ above, project }: Pick<Enrolment, 'above' | 'project'>): Place => ({
  organisations: above,
  project,
});
export const placeOfProject = ({ above, id }: Pick<ProjectCard, 'above' | 'id'>): Place => ({
  organisations: above,
  project: id,
});

/** A volunteer's enrolment for whoever looks after them there; undefined: it is none of their business. */
export async function enrolmentIf(
  birge: Birge,
  { roles }: Talk,
  id: number,
  action: Action,
): Promise<Enrolment | undefined> {
  const enrolment = await readEnrolment(birge.store, id);
  return enrolment !== null && may(roles, action, placeOfEnrolment(enrolment)) ? enrolment : undefined;
}

/** The same; whoever may not was told so, and that they tried stands in the audit. */
export async function enrolmentFor(
  birge: Birge,
  ctx: OuterCtx,
  id: number,
  action: Action,
): Promise<Enrolment | undefined> {
  const enrolment = await enrolmentIf(birge, ctx.talk, id, action);
  if (enrolment === undefined) await refuse(birge, ctx, action, { kind: 'membership', id });
  return enrolment;
}

/** One's own enrolment; whoever asks for another one's was told so. */
export async function mineFor(birge: Birge, ctx: OuterCtx, id: number): Promise<Enrolment | undefined> {
  const enrolment = await readEnrolment(birge.store, id);
  if (enrolment !== null && enrolment.person === ctx.talk.person?.id) return enrolment;
  await tell(birge, ctx, birge.say(languageOf(ctx.talk))('vol-refused'), [home(birge, ctx.talk)]);
  return undefined;
}

/** An open project, for whoever may do this there; whoever may not was told so. */
export async function projectFor(
  birge: Birge,
  ctx: OuterCtx,
  id: number,
  action: Action,
): Promise<ProjectCard | undefined> {
  const project = await readProject(birge.store, id, today(birge));
  if (project !== null && may(ctx.talk.roles, action, placeOfProject(project))) return project;
  await refuse(birge, ctx, action, { kind: 'project', id });
  return undefined;
}

/** Says that this is not theirs, with the way to what is; that they tried stands in the audit. */
export async function refuse(
  birge: Birge,
  ctx: OuterCtx,
  action: Action,
  subject: { kind: string; id: number },
): Promise<void> {
  const { talk } = ctx;
  if (talk.person !== null) {
    await noteAudit(birge.store, { person: talk.person.id, action: `refused-${action}`, subject }, birge.now());
  }
  await tell(birge, ctx, birge.say(languageOf(talk))('vol-refused'), [home(birge, talk)]);
}

/** The refusal as a screen, for a running conversation. */
export function refusal(birge: Birge, talk: Talk): Screen {
  const say = birge.say(languageOf(talk));
  return { text: say('vol-refused'), buttons: [home(birge, talk), [{ text: say('menu-button'), data: 'go:menu' }]] };
}

/** The button that leads to one's own volunteering. */
export const home = (birge: Birge, talk: Talk): ScreenButton[] => [
  { text: birge.say(languageOf(talk))('vol-home-button'), data: 'vol:home' },
];
