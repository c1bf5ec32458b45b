import { may } from '../access/rights.ts';
import type { Birge } from '../context.ts';
import { inWords } from '../deadlines/words.ts';
import { formIdOf } from '../label/form.ts';
import { criteriaFor } from '../label/instrument.ts';
import type { Criterion, Instrument } from '../label/instrument.ts';
import { estimate } from '../label/level.ts';
import { centreKinds } from '../rules/label-codes.ts';
import type { CentreKind } from '../rules/label-codes.ts';
import { readAssessment } from '../store/centres/assessments.ts';
import type { Assessment, WholeAssessment } from '../store/centres/assessments.ts';
import { readCentre } from '../store/centres/centre.ts';
import type { Centre } from '../store/centres/centre.ts';
import type { Language, Role } from '../store/talks.ts';
import type { Talk } from '../talks/talk.ts';

/** An assessment with the centre that it is of; for results the marks are enough, for a report all answers are there. */
export interface Assessed<Of extends Assessment = Assessment> {
  assessment: Of;
  centre: Centre;
}

/** Opens an assessment for whoever may see what its centre does for the label; undefined: not theirs, or not there. */
export async function openAssessed(
  { store }: Pick<Birge, 'store'>,
  { roles }: Pick<Talk, 'roles'>,
  submission: number,
): Promise<Assessed<WholeAssessment> | undefined> {
  const assessment = await readAssessment(store, submission);
  const centre = assessment && (await readCentre(store, assessment.organisation));
  if (assessment === null || centre === null) return undefined;
  return maySee(roles, { assessment, centre }) ? { assessment, centre } : undefined;
}

/**
 * May somebody with these roles see this assessment? What experts have not finished is seen by those who assess there, and
 * by whoever keeps the register: it lies apart from the centre's own.
 */
export function maySee(roles: readonly Role[], { assessment, centre }: Assessed): boolean {
  const place = placeOfCentre(centre);
  if (!may(roles, 'see-label-work', place)) return false;
  const finished = assessment.by === 'centre' || assessment.status === 'submitted';
  return finished || may(roles, 'assess-as-expert', place) || may(roles, 'keep-label-register', place);
}

/** Those of a centre's assessments that somebody with these roles may see. */
export const seenBy = (roles: readonly Role[], centre: Centre, all: readonly Assessment[]): Assessment[] =>
  all.filter((assessment) => maySee(roles, { assessment, centre }));

/** Where a centre lies, as the access check needs it. */
export const placeOfCentre = ({ above, id }: Centre) => ({ organisations: above, organisation: id });

/** A finished assessment stays of the kind for which it was filled in, also where the kind was corrected later. */
export const kindOf = ({ assessment, centre }: Assessed): CentreKind =>
  centreKinds.find((kind) => formIdOf(kind) === assessment.form) ?? centre.kind;

/** The criteria that the assessment answers, in the document's order. */
export const criteriaOf = (instrument: Instrument, assessed: Assessed): Criterion[] =>
  criteriaFor(instrument, kindOf(assessed));

/** The level that the marks come to so far and the share of each criterion. */
export const estimateOf = (instrument: Instrument, assessed: Assessed) =>
  estimate(instrument, assessed.assessment.marks, kindOf(assessed));

/** How many of the indicators that apply to the centre are answered. */
export function answeredOf(instrument: Instrument, assessed: Assessed): { answered: number; of: number } {
  const { criteria } = estimateOf(instrument, assessed);
  const sum = (count: 'answered' | 'of') => criteria.reduce((total, criterion) => total + criterion[count], 0);
  return { answered: sum('answered'), of: sum('of') };
}

/** The centre's name in a language; Kazakh where it has none in it. */
export const centreName = ({ name }: Pick<Centre, 'name'>, language: Language): string => inWords(name, language);
