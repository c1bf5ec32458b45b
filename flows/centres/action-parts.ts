import { createHash } from 'node:crypto';
import { missingPart, standingOf } from '../../src/centres/plan.ts';
import type { ActionPartName } from '../../src/centres/plan.ts';
import type { Birge, Say } from '../../src/context.ts';
import { today } from '../../src/context.ts';
import { clean, lengthProblem, sameText } from '../../src/forms/text.ts';
import { nameIn } from '../../src/people/name.ts';
import { dayInNumbers, moveDay, readDay } from '../../src/rules/dates.ts';
import type { Day } from '../../src/rules/dates.ts';
import type { Action, ActionPart } from '../../src/store/centres/actions.ts';
import { staffOf } from '../../src/store/centres/centre.ts';

/** What is typed of a step: its parts, and the day on which it was done. */
export type Asked = ActionPartName | 'done';

/** Characters of what will be done, at most and at least: one letter tells nobody anything. */
export const longest = 500;
const shortest = 3;

/** The days that can be chosen: ahead for what is planned, three years at most; behind for what was done. */
export function daysFor(birge: Birge, asked: 'when' | 'done'): { min: Day; max: Day } {
  const day = today(birge);
  return asked === 'when'
    ? { min: day, max: moveDay(day, { years: 3 }) }
    : { min: moveDay(day, { years: -3 }), max: day };
}

/** Why a day can not be chosen, in words; undefined: it can. */
export function dayProblem(birge: Birge, say: Say, asked: 'when' | 'done', day: Day): string | undefined {
  const { min, max } = daysFor(birge, asked);
  const limits = { min: dayInNumbers(min), max: dayInNumbers(max) };
  if (day < min) return say('problem-date-early', limits);
  return day > max ? say('problem-date-late', limits) : undefined;
}

/** What was typed, as a part of the step or the day on which it was done; or why it is neither, in words. */
export type Typed = { is: 'part'; part: ActionPart } | { is: 'done'; on: Day } | { is: 'problem'; note: string };

/** Reads what was typed where this is asked. */
export async function readTyped(birge: Birge, say: Say, asked: Asked, text: string, action: Action): Promise<Typed> {
  switch (asked) {
    case 'what':
      return readWhat(say, text);
    case 'who':
      return readWho(birge, say, text, action.organisation);
    case 'when':
    case 'done': {
      const read = readDay(text);
      if (read.is === 'problem') return { is: 'problem', note: say(`problem-${read.problem}`) };
      const note = dayProblem(birge, say, asked, read.day);
      if (note !== undefined) return { is: 'problem', note };
      return asked === 'done' ? { is: 'done', on: read.day } : { is: 'part', part: { dueOn: read.day } };
    }
  }
}

function readWhat(say: Say, text: string): Typed {
  const what = clean(text);
  const problem = lengthProblem(what, shortest, longest);
  if (problem?.problem === 'too-short') return { is: 'problem', note: say('jb-plan-what-short', { min: shortest }) };
  return problem
    ? { is: 'problem', note: say(`problem-${problem.problem}`, problem.vars) }
    : { is: 'part', part: { what } };
}

/** A name that only one of the staff has is that person, who then is reminded. */
async function readWho(birge: Birge, say: Say, text: string, organisation: number): Promise<Typed> {
  const read = nameIn(text);
  if (read.is === 'problem') return { is: 'problem', note: say(`problem-${read.problem}`, read.vars) };
  const staff = await staffOf(birge.store, organisation, today(birge));
  const [one, ...others] = staff.filter(({ name }) => name !== null && sameText(name, read.name));
  const responsible = one !== undefined && others.length === 0 ? { person: one.person } : { name: read.name };
  return { is: 'part', part: { responsible } };
}

/** Does the step say this already? Then it was said before, by the same press or message or by somebody else. */
export function stands(action: Action, { what, responsible, dueOn }: ActionPart): boolean {
  if (what !== undefined) return action.what === what;
  if (dueOn !== undefined) return action.dueOn === dueOn;
  if (responsible === undefined || action.responsible === null) return false;
  const { person, name } = action.responsible;
  return 'person' in responsible ? person === responsible.person : person === null && name === responsible.name;
}

const saidIn = ({ what, responsible, dueOn, doneOn }: Action) => ({
  what,
  who: responsible,
  when: dueOn,
  done: doneOn,
});

/** Is this said of the step? */
export const isSaid = (action: Action, asked: Asked): boolean => saidIn(action)[asked] !== null;

/** What is asked now: what is wanted, but nothing before its turn; undefined: nothing is missing. */
export function nextAsked(action: Action, wanted: Asked | undefined): Asked | undefined {
  const early = wanted !== undefined && standingOf(action) === 'unsaid' && !isSaid(action, wanted);
  return wanted === undefined || early ? missingPart(action) : wanted;
}

/**
 * What a part says now, as a few letters: buttons carry it, so that one pressed later does not silently replace what
 * somebody else has said meanwhile.
 */
export const markOf = (action: Action, asked: Asked): string =>
  createHash('sha256')
    .update(JSON.stringify(saidIn(action)[asked]))
    .digest('hex')
    .slice(0, 6);
