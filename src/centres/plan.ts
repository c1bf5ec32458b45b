import { indicatorsFor } from '../label/instrument.ts';
import type { Indicator, Instrument } from '../label/instrument.ts';
import { heldBack } from '../label/level.ts';
import type { Marks } from '../label/level.ts';
import type { Assessor, CentreKind, Mark } from '../rules/label-codes.ts';
import type { Action } from '../store/centres/actions.ts';
import type { Assessment } from '../store/centres/assessments.ts';

/** What a plan needs of an assessment. */
type Source = Pick<Assessment, 'by' | 'status' | 'marks'>;

/** An indicator that is "no" or "not fully" somewhere, once, with what each source that knows it says. */
export interface Finding {
  indicator: Indicator;
  marks: { by: Assessor; mark: Mark }[];
}

/**
 * The assessments that a plan is made from: the centre's newest own one in which something is answered, finished or not,
 * and the experts' newest one if it is finished. `assessments` come newest first, as the store gives them.
 */
export function sourcesOf<Of extends Source>(assessments: readonly Of[]): Of[] {
  const own = assessments.find(({ by, marks }) => by === 'centre' && Object.keys(marks).length > 0);
  const experts = assessments.find(({ by, status }) => by === 'expert' && status === 'submitted');
  return [own, experts].filter((source) => source !== undefined);
}

/** The mark that the centre itself gives to an indicator in its newest assessment; undefined: none yet. */
export const ownMark = (assessments: readonly Source[], indicator: number): Mark | undefined =>
  sourcesOf(assessments).find(({ by }) => by === 'centre')?.marks[indicator];

/**
 * What stands between the centre and the label: of the indicators that apply to it those that a source marks "no" or "not
 * fully", first what holds back the next level, cheapest way first, then the level above it. Where sources differ, the
 * stricter one counts.
 */
export function findingsOf(instrument: Instrument, assessments: readonly Source[], kind: CentreKind): Finding[] {
  const sources = sourcesOf(assessments);
  const all = indicatorsFor(instrument, kind).map((indicator): Finding => {
    const marks = sources.flatMap(({ by, marks: { [indicator.number]: mark } }) => (mark ? [{ by, mark }] : []));
    return { indicator, marks };
  });
  const known = new Map(all.map((finding) => [finding.indicator.number, finding]));
  const strictest: Marks = Object.fromEntries(
    all.flatMap(({ indicator, marks }) => {
      const [first] = marks.toSorted((one, other) => strictness[one.mark] - strictness[other.mark]);
      return first ? [[indicator.number, first.mark]] : [];
    }),
  );
  const order = new Set(heldBack(instrument, strictest, kind).flatMap(({ indicators }) => indicators));
  return [...order].flatMap((number) => {
    const finding = known.get(number);
    return finding && isLacking(finding) ? [finding] : [];
  });
}

const strictness = { no: 0, not_fully: 1, yes: 2 } as const satisfies Record<Mark, number>;

const isLacking = ({ marks }: Finding): boolean => marks.some(({ mark }) => mark !== 'yes');

/** The findings for which nothing is planned yet, in their order; what is done counts as planned. */
export const unplanned = (findings: readonly Finding[], actions: readonly Pick<Action, 'indicator'>[]): Finding[] =>
  findings.filter(({ indicator: { number } }) => !actions.some(({ indicator }) => indicator === number));

/** What is to be said of an action, in the order in which it is asked. */
export const actionParts = ['what', 'who', 'when'] as const;
export type ActionPartName = (typeof actionParts)[number];

type Sayable = Pick<Action, 'what' | 'responsible' | 'dueOn'>;

/**
 * The first part of an action that is not said yet; undefined: it is said to the end. One with a day was said to the end:
 * where nobody answers for it, whoever did has left, and the centre itself owes it.
 */
export function missingPart({ what, responsible, dueOn }: Sayable): ActionPartName | undefined {
  const said = { what, who: responsible ?? dueOn, when: dueOn };
  return actionParts.find((part) => said[part] === null);
}

/** Where an action stands in the plan. */
export type Standing = 'open' | 'unsaid' | 'done';

/** `unsaid`: something of it is not said yet, so nobody is reminded. */
export function standingOf(action: Sayable & Pick<Action, 'doneOn'>): Standing {
  if (action.doneOn !== null) return 'done';
  return missingPart(action) === undefined ? 'open' : 'unsaid';
}
