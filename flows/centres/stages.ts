import type { Calendar } from '../../src/calendar/kind.ts';
import type { Instrument } from '../../src/label/instrument.ts';
import type { Day } from '../../src/rules/dates.ts';
import type { wayOf } from '../../src/store/centres/centre.ts';

/** What has happened to a centre in the programme, and what it or its experts owe from that. */
export type Way = Awaited<ReturnType<typeof wayOf>>;

/** What the calendar counts in each stage of the programme (jastar-belgisi-quality-label, item 13). */
const kindsOf: Readonly<Record<string, readonly string[]>> = {
  first_assessment: ['first-expert-assessment'],
  action_plan: ['action-plan'],
  school: ['school-online-training', 'school-home-assignment', 'work-programme', 'school-practice'],
  final_assessment: ['final-expert-assessment'],
};

/** A stage of the programme as a centre has come through it in its present cycle. */
export interface StageOnWay {
  stage: Instrument['stages'][number];
  /** The calendar's events that belong to it. */
  events: string[];
  happened: Way['events'];
  /** What is open. */
  owed: Way['owed'];
}

/** The stages in the document's order. `decided`: the day of the newest decision, which ended the cycle before; null: none. */
export function stagesOf({ stages }: Instrument, calendar: Calendar, way: Way, decided: Day | null): StageOnWay[] {
  return stages.map((stage) => {
    const kinds = kindsOf[stage.id] ?? [];
    const events = eventsOf(calendar, kinds);
    return {
      stage,
      events,
      happened: way.events.filter(({ event, on }) => events.includes(event) && (decided === null || on > decided)),
      owed: way.owed.filter(({ kind, fulfilled }) => kinds.includes(kind) && !fulfilled),
    };
  });
}

/** What is open and belongs to no stage: what the label itself brings. */
export const owedOutside = (owed: Way['owed']): Way['owed'] => {
  const inside = Object.values(kindsOf).flat();
  return owed.filter(({ kind, fulfilled }) => !inside.includes(kind) && !fulfilled);
};

/** The events from which these kinds are counted, and those that fulfil them. */
function eventsOf({ kinds: known }: Calendar, kinds: readonly string[]): string[] {
  return kinds.flatMap((id) => {
    const kind = known.get(id);
    if (kind === undefined) return [];
    const from = kind.due.is === 'event' ? [kind.due.event] : [];
    return [...from, ...('event' in kind.fulfilled ? [kind.fulfilled.event] : [])];
  });
}
