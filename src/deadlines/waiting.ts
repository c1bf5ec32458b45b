import { scopeOf } from '../access/rights.ts';
import { periodAt } from '../calendar/periods.ts';
import type { Kind } from '../calendar/kind.ts';
import { today } from '../context.ts';
import type { Birge } from '../context.ts';
import { moveDay } from '../rules/dates.ts';
import type { Day } from '../rules/dates.ts';
import { rolesOf, standingIn } from '../store/deadlines.ts';
import type { Standing } from '../store/deadlines.ts';

/** Who has not yet done something, as far as one reader may see it. */
export interface Waiting {
  kind: Kind;
  dueOn: Day | undefined;
  /** Centre by centre, most waiting first. */
  centres: Standing[];
  done: number;
  of: number;
}

/**
 * The list of a kind's period for somebody who is told of it, by the roles they hold today; undefined: nobody is waited
 * for any more, the kind has no list, or the reader has no right to it now.
 */
export async function waitingFor(
  birge: Birge,
  person: number,
  kindId: string,
  period: string,
): Promise<Waiting | undefined> {
  const kind = birge.calendar.kinds.get(kindId);
  if (kind === undefined || kind.list === null) return undefined;
  const { tell } = kind.list;
  const roles = await rolesOf(birge.store, person, today(birge));
  const scope = scopeOf(
    roles.filter(({ role }) => tell.includes(role)),
    'see-deadlines',
  );
  if (!scope.all && scope.organisations.length === 0) return undefined;
  const centres = await standingIn(birge.store, kindId, period, scope);
  if (!centres.some(({ waiting }) => waiting.some(({ waived }) => !waived))) return undefined;
  const sum = (of: 'done' | 'of') => centres.reduce((total, centre) => total + centre[of], 0);
  return { kind, dueOn: dueDay(kind, period, today(birge)), centres, done: sum('done'), of: sum('of') };
}

/** Days back in which a list may still speak of a period that is over. */
const longestBack = 92;

function dueDay({ due }: Kind, period: string, day: Day): Day | undefined {
  for (let back = 0; back <= longestBack; back += 1) {
    const found = periodAt(due, moveDay(day, { days: -back })).find((one) => one.period === period);
    if (found) return found.dueOn;
  }
  return undefined;
}
