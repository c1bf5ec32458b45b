import { maySomewhere, scopeOf } from '../../src/access/rights.ts';
import type { Birge, OuterCtx, Say } from '../../src/context.ts';
import { languageOf } from '../../src/filling/opened.ts';
import type { ScreenButton } from '../../src/screens/screen.ts';
import type { Scope } from '../../src/store/organisations.ts';
import type { ProjectCard } from '../../src/store/volunteers/enrolments.ts';
import type { Language } from '../../src/store/talks.ts';
import type { Talk } from '../../src/talks/talk.ts';
import { choicesOf } from '../../src/volunteers/candidates-choices.ts';
import { filterKinds, ofAllProjects, readChosen, without, writeChosen } from '../../src/volunteers/candidates.ts';
import type { Choices, Chosen, FilterChoice, FilterKind } from '../../src/volunteers/candidates.ts';
import { tell } from '../group-right.ts';
import { home, projectFor } from './right.ts';

/** Somebody looks through candidates: of a project (undefined: of all in reach), with filters. */
export interface Looking {
  project: ProjectCard | undefined;
  chosen: Chosen;
  choices: Choices;
}

/** What a button of the list says; whoever may not look there was told so (undefined). */
export async function openLooking(
  birge: Birge,
  ctx: OuterCtx,
  id: number,
  filters: string,
): Promise<Looking | undefined> {
  const project = id === 0 ? undefined : await projectFor(birge, ctx, id, 'choose-volunteers');
  if (id !== 0 && project === undefined) return undefined;
  if (id === 0 && !maySomewhere(ctx.talk.roles, 'choose-volunteers')) {
    await tell(birge, ctx, birge.say(languageOf(ctx.talk))('vol-refused'), [home(birge, ctx.talk)]);
    return undefined;
  }
  const choices = choicesOf(birge.forms);
  const read = readChosen(filters, choices);
  return { project, choices, chosen: project === undefined ? read : ofAllProjects.reduce(without, read) };
}

/** Where candidates are looked for: in the project that was opened, or in all that this person chooses volunteers for. */
export const searchedIn = ({ roles }: Talk, project: number): Scope =>
  project === 0 ? scopeOf(roles, 'choose-volunteers') : { all: false, organisations: [], projects: [project] };

/** The data of a button that looks again: `act` turns a page or leads to the filters. */
export const lookingAt = ({ project, chosen }: Pick<Looking, 'project' | 'chosen'>, act = ''): string => {
  const parts = ['vol:cand', String(project?.id ?? 0), writeChosen(chosen), act];
  return parts.join(':').replace(/:+$/, '');
};

/** The same with other filters, from the newest on. */
export const lookingFor = (looking: Looking, chosen: Chosen): string => lookingAt({ ...looking, chosen });

/** A choice in words, plain text. A quality counts from 4 on. */
export function choiceIn(say: Say, kind: FilterKind, { code, text }: FilterChoice, language: Language): string {
  if (text === undefined) return say('vol-cand-ages', { group: code });
  return kind === 'quality' ? `${text[language]}: 4–5` : text[language];
}

/** The filters in force with their words, plain text, in a fixed order. */
export function inForce(
  { chosen, choices }: Looking,
  say: Say,
  language: Language,
): { kind: FilterKind; text: string }[] {
  return filterKinds.flatMap((kind) => {
    const choice = choices[kind].find(({ code }) => code === chosen[kind]);
    return choice === undefined ? [] : [{ kind, text: choiceIn(say, kind, choice, language) }];
  });
}

/** A button for each filter in force that takes it off. */
export const takingOff = (looking: Looking, say: Say, language: Language): ScreenButton[][] =>
  inForce(looking, say, language).map(({ kind, text }) => [
    { text: `✕ ${text}`, data: lookingFor(looking, without(looking.chosen, kind)) },
  ]);
