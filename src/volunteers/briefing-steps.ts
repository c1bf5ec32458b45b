import { createHash } from 'node:crypto';
import type { Words } from '../forms/words.ts';
import type { Briefing, BriefingPlan } from '../store/volunteers/briefings.ts';
import type { SafetyBriefing, Topic } from './briefing-shape.ts';

/** What a project's briefing has. */
export type Chosen = Pick<BriefingPlan, 'topics' | 'tutors'>;

/** Directions whose volunteers teach or mentor. Ours: the manual speaks of tutors only in the field of education. */
const tutoring: ReadonlySet<string> = new Set(['education', 'mentoring']);
/** Ours: annex 4 asks for no test. */
const mostQuestions = 3;
/** Seconds that somebody needs for a card of 500 characters, and for a question. Ours. */
const seconds = { card: 25, question: 30 };

/** All topics but the general ones, which annex 4 lets be added; all of them where there are no others. */
export function usualTopics({ topics }: SafetyBriefing): string[] {
  const usual = topics.filter(({ general }) => general === undefined);
  return (usual.length > 0 ? usual : topics).map(({ id }) => id);
}

/**
 * What a project's briefing has today, in the content's order: what its coordinator has chosen; the usual topics where
 * nothing was chosen, or nothing of that is left in the content.
 */
export function chosenFor(content: SafetyBriefing, plan: BriefingPlan, direction: string): Chosen {
  const ids = content.topics.map(({ id }) => id).filter((id) => plan.topics.includes(id));
  return {
    topics: ids.length > 0 ? ids : usualTopics(content),
    tutors: plan.chosen ? plan.tutors : tutoring.has(direction),
  };
}

/** A briefing that is to be gone through: its steps as they are stored, and which wording of them it is. */
export interface Steps {
  version: string;
  steps: string[];
}

/**
 * The cards of the chosen topics in the content's order, what tutors may and may not do, then three questions of different
 * topics (fewer where there are fewer). Which ones is counted from the person and the round, without a clock or chance: the
 * same person sees the same ones after a restart, the next person and the next round see others.
 */
export function stepsFor(content: SafetyBriefing, chosen: Chosen, person: number, round: number): Steps {
  const topics = content.topics.map(({ id }) => id).filter((id) => chosen.topics.includes(id));
  const steps = [
    ...topics.map((id) => `card:${id}`),
    ...(chosen.tutors ? ['tutor:may', 'tutor:not'] : []),
    ...askedOf(topics, person + round).map((id) => `ask:${id}`),
  ];
  return { version: versionOf(content, steps), steps };
}

/** Topics evenly spread over the list, beginning at a place that moves on by one with the seed. */
function askedOf(topics: readonly string[], seed: number): string[] {
  const count = Math.min(mostQuestions, topics.length);
  const places = Array.from(
    { length: count },
    (_, index) => (seed + Math.floor((index * topics.length) / count)) % topics.length,
  );
  return topics.filter((_, index) => places.includes(index));
}

/** A step as it is shown. */
export type Step =
  | { is: 'card' | 'question'; topic: Topic }
  | { is: 'tutors'; which: 'may' | 'not'; points: readonly Words[] };

/** What a stored step shows today; undefined: its topic has left the content. */
export function readStep({ topics, tutors }: SafetyBriefing, step: string): Step | undefined {
  if (step === 'tutor:may') return { is: 'tutors', which: 'may', points: tutors.may };
  if (step === 'tutor:not') return { is: 'tutors', which: 'not', points: tutors.not };
  const [word, id] = step.split(':');
  const topic = topics.find((one) => one.id === id);
  if (topic === undefined || (word !== 'card' && word !== 'ask')) return undefined;
  return { is: word === 'card' ? 'card' : 'question', topic };
}

/** Eight hex digits that change with anything that these steps show, in whatever language. */
export function versionOf(content: SafetyBriefing, steps: readonly string[]): string {
  const shown = steps.map((step) => [step, saidBy(readStep(content, step))]);
  return createHash('sha256').update(JSON.stringify(shown)).digest('hex').slice(0, 8);
}

/** Texts one by one, so that the order in which a file has the languages changes nothing. */
function saidBy(step: Step | undefined): unknown {
  const said = ({ kk, ru, en }: Words) => [kk, ru, en];
  if (step === undefined) return null;
  if (step.is === 'tutors') return step.points.map(said);
  const { title, card, question } = step.topic;
  if (step.is === 'card') return [said(title), said(card)];
  return [said(question.text), question.options.map(({ text, right }) => [said(text), right ?? false])];
}

/** Is what somebody has gone through what their project's briefing has today, word for word? */
export function isPresent(
  content: SafetyBriefing,
  chosen: Chosen,
  briefing: Pick<Briefing, 'version' | 'steps'>,
): boolean {
  const cards = ({ steps }: Pick<Briefing, 'steps'>) => steps.filter((step) => !isQuestion(step)).join(' ');
  return (
    briefing.version === versionOf(content, briefing.steps) &&
    cards(briefing) === cards(stepsFor(content, chosen, 0, 0))
  );
}

const isQuestion = (step: string): boolean => step.startsWith('ask:');

/** How long a briefing is, as far as its steps are still in the content. */
export interface Extent {
  cards: number;
  questions: number;
  /** Whole minutes, at least one. */
  minutes: number;
}

/** How many cards and questions there are, and about how many minutes they take. */
export function extentOf(content: SafetyBriefing, steps: readonly string[]): Extent {
  const left = steps.filter((step) => readStep(content, step) !== undefined);
  const questions = left.filter(isQuestion).length;
  const cards = left.length - questions;
  const minutes = Math.max(1, Math.ceil((cards * seconds.card + questions * seconds.question) / 60));
  return { cards, questions, minutes };
}

/** The number of a step among those of its sort that are still there, from 1, and how many these are. */
export function placeOf(
  content: SafetyBriefing,
  steps: readonly string[],
  index: number,
): { number: number; of: number } {
  const sort = isQuestion(steps[index] ?? '');
  const alike = (step: string) => isQuestion(step) === sort && readStep(content, step) !== undefined;
  return { number: steps.slice(0, index + 1).filter(alike).length, of: steps.filter(alike).length };
}
