import { kindHash } from '../calendar/hash.ts';
import type { Kind, Rung } from '../calendar/kind.ts';
import type { Rule } from '../store/obligations.ts';

/** A kind of `content/calendar.yaml` as the database plans by it. */
export function ruleOf(kind: Kind): Rule {
  const { owes, due, fulfilled } = kind;
  return {
    kind: kind.id,
    hash: kindHash(kind),
    owner: owes.as,
    role: owes.role,
    organisationKinds: owes.at,
    having: owes.having,
    dueEvent: due.is === 'event' ? due.event : null,
    fulfilledEvent: 'event' in fulfilled ? fulfilled.event : null,
    fulfilledHours: 'event' in fulfilled ? (fulfilled.hours ?? null) : null,
    fulfilledForm: 'form' in fulfilled ? fulfilled.form : null,
    tell: kind.slips?.tell ?? [],
    list: kind.list?.tell ?? [],
    steps: [
      ...kind.ladder.map((rung) => ({ audience: 'owner', ...stepOf(rung) }) as const),
      ...(kind.slips?.ladder ?? []).map((rung) => ({ audience: 'slip', ...stepOf(rung) }) as const),
      ...(kind.list?.ladder ?? []).map((rung) => ({ audience: 'list', ...stepOf(rung) }) as const),
    ],
  };
}

function stepOf(rung: Rung): Omit<Rule['steps'][number], 'audience'> {
  if (rung.is === 'hour') return { step: rung.label, days: null, minute: null, hours: rung.hours };
  const [hour = 0, minute = 0] = rung.time.split(':').map(Number);
  return { step: rung.label, days: rung.days, minute: hour * 60 + minute, hours: null };
}
