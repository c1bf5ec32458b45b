import { expect, test } from 'vitest';
import type { SafetyBriefing } from '../../src/volunteers/briefing-shape.ts';
import { loadBriefing } from '../../src/volunteers/briefing.ts';
import {
  chosenFor,
  extentOf,
  isPresent,
  placeOf,
  readStep,
  stepsFor,
  usualTopics,
  versionOf,
} from '../../src/volunteers/briefing-steps.ts';

const content = loadBriefing('content/safety-briefing.yaml');
const small = loadBriefing('test/volunteers/briefing-small.yaml');
const nobody = { topics: [], tutors: false, chosen: false };
const all = content.topics.map(({ id }) => id);

/** The content with one topic changed. */
const changing = (id: string, changed: (topic: SafetyBriefing['topics'][number]) => object): SafetyBriefing => ({
  ...content,
  topics: content.topics.map((topic) => (topic.id === id ? { ...topic, ...changed(topic) } : topic)),
});

test('the briefing has the 19 topics of annex 4 in its order, and the four general ones after them', () => {
  expect(content.topics.map(({ id, general }) => (general ? `${id} (general)` : id))).toMatchInlineSnapshot(`
    [
      "building",
      "dress_code",
      "phone_photos",
      "lost_found",
      "emergency_calls",
      "equipment",
      "falls",
      "violence",
      "third_parties",
      "touch",
      "harassment",
      "children_rights",
      "limits",
      "support",
      "hand_hygiene",
      "own_health",
      "own_injury",
      "child_injury",
      "infection_control",
      "conflict_interest (general)",
      "cultures (general)",
      "discrimination (general)",
      "drugs_smoking (general)",
    ]
  `);
  expect([content.tutors.may.length, content.tutors.not.length]).toEqual([5, 4]);
});

test('every card helps within 300 to 500 characters, and every question has three options', () => {
  for (const { id, card, question } of content.topics) {
    for (const language of ['kk', 'ru', 'en'] as const) {
      const { length } = card[language];
      expect([id, language, length >= 300 && length <= 500]).toEqual([id, language, true]);
    }
    expect([id, question.options.length]).toEqual([id, 3]);
  }
  const places = content.topics.map(({ question }) => question.options.findIndex(({ right }) => right));
  expect(new Set(places)).toEqual(new Set([0, 1, 2]));
});

test.for([
  { who: 'nobody has chosen, a tutor', plan: nobody, direction: 'education', topics: 19, tutors: true },
  { who: 'nobody has chosen, a mentor', plan: nobody, direction: 'mentoring', topics: 19, tutors: true },
  { who: 'nobody has chosen, of the elderly', plan: nobody, direction: 'elderly', topics: 19, tutors: false },
  {
    who: 'two topics',
    plan: { topics: ['falls', 'building'], tutors: false, chosen: true },
    direction: 'education',
    topics: 2,
    tutors: false,
  },
  {
    who: 'two, of which one is gone',
    plan: { topics: ['gone', 'falls'], tutors: true, chosen: true },
    direction: 'elderly',
    topics: 1,
    tutors: true,
  },
  {
    who: 'only what is gone',
    plan: { topics: ['gone'], tutors: false, chosen: true },
    direction: 'education',
    topics: 19,
    tutors: false,
  },
  {
    who: 'everything',
    plan: { topics: all, tutors: true, chosen: true },
    direction: 'health',
    topics: 23,
    tutors: true,
  },
])('$who', ({ plan, direction, topics, tutors }) => {
  const chosen = chosenFor(content, plan, direction);
  expect([chosen.topics.length, chosen.tutors]).toEqual([topics, tutors]);
  expect(chosen.topics).toEqual(all.filter((id) => chosen.topics.includes(id)));
});

test('where all topics are general, all of them are usual', () => {
  const general = { ...small, topics: small.topics.map((topic) => ({ ...topic, general: true as const })) };
  expect(usualTopics(general)).toEqual(['doors', 'stairs', 'respect']);
  expect(usualTopics(small)).toEqual(['doors', 'stairs']);
});

test('steps are cards in the content’s order, the tutors’ part, then questions of different topics', () => {
  const steps = (person: number, round = 0) =>
    stepsFor(content, { topics: all.slice(0, 5), tutors: true }, person, round).steps;
  expect(steps(1)).toMatchInlineSnapshot(`
    [
      "card:building",
      "card:dress_code",
      "card:phone_photos",
      "card:lost_found",
      "card:emergency_calls",
      "tutor:may",
      "tutor:not",
      "ask:dress_code",
      "ask:phone_photos",
      "ask:emergency_calls",
    ]
  `);
  expect([1, 2, 3, 4, 5].map((person) => steps(person).slice(-3).join(' '))).toMatchInlineSnapshot(`
    [
      "ask:dress_code ask:phone_photos ask:emergency_calls",
      "ask:building ask:phone_photos ask:lost_found",
      "ask:dress_code ask:lost_found ask:emergency_calls",
      "ask:building ask:phone_photos ask:emergency_calls",
      "ask:building ask:dress_code ask:lost_found",
    ]
  `);
  expect(steps(1, 1)).toEqual(steps(2));
  expect(stepsFor(small, { topics: ['stairs'], tutors: false }, 7, 3).steps).toEqual(['card:stairs', 'ask:stairs']);
});

/** Numbers that look like chance and are the same every time. */
function* numbers(): Generator<number, never> {
  for (let last = 20261122; ;) {
    last = (Math.imul(last, 1103515245) + 12345) & 0x7fffffff;
    yield last >>> 8;
  }
}

test('whoever and whatever: as many questions as there can be, each of a chosen topic, neighbours others', () => {
  const some = numbers();
  const below = (limit: number) => some.next().value % limit;
  for (let round = 0; round < 500; round += 1) {
    const picked = all.filter(() => below(3) === 0);
    const of = { topics: picked.length > 0 ? picked : ['falls'], tutors: below(2) === 0 };
    const [person, before] = [below(10 ** 6), below(10 ** 6)];
    const { version, steps } = stepsFor(content, of, person, before);
    const asked = steps.filter((step) => step.startsWith('ask:')).map((step) => step.slice(4));
    expect(new Set(asked).size).toBe(Math.min(3, of.topics.length));
    expect(asked.every((id) => of.topics.includes(id))).toBe(true);
    expect(steps.filter((step) => step.startsWith('card:'))).toEqual(of.topics.map((id) => `card:${id}`));
    expect(stepsFor(content, of, person, before)).toEqual({ version, steps });
    expect(version).toMatch(/^[\da-f]{8}$/);
    expect(steps.every((step) => readStep(content, step) !== undefined)).toBe(true);
    const next = stepsFor(content, of, person + 1, before).steps;
    expect(next.join() !== steps.join()).toBe(of.topics.length > 3);
    expect(isPresent(content, of, { version, steps })).toBe(true);
  }
});

test('the version changes with every text that is shown, in whatever language, and with nothing else', () => {
  const steps = ['card:falls', 'tutor:may', 'ask:building'];
  const version = versionOf(content, steps);
  const other = (changed: SafetyBriefing) => versionOf(changed, steps) !== version;
  expect(other(changing('falls', ({ card }) => ({ card: { ...card, kk: 'Басқаша.' } })))).toBe(true);
  expect(other(changing('falls', ({ title }) => ({ title: { ...title, en: 'Other' } })))).toBe(true);
  expect(
    other(
      changing('building', ({ question }) => ({ question: { ...question, options: question.options.toReversed() } })),
    ),
  ).toBe(true);
  expect(other({ ...content, tutors: { ...content.tutors, may: content.tutors.may.slice(1) } })).toBe(true);
  expect(other({ ...content, topics: content.topics.filter(({ id }) => id !== 'falls') })).toBe(true);
  expect(other(changing('falls', ({ card: { kk, ru, en } }) => ({ card: { en, ru, kk } })))).toBe(false);
  expect(other(changing('touch', ({ card }) => ({ card: { ...card, kk: 'Басқаша.' } })))).toBe(false);
  expect(other(changing('building', ({ card }) => ({ card: { ...card, kk: 'Басқаша.' } })))).toBe(false);
});

test('a passed briefing is present as long as wording, topics and the tutors’ part are', () => {
  const chosen = { topics: ['building', 'falls'], tutors: false };
  const passed = stepsFor(content, chosen, 5, 0);
  expect(isPresent(content, chosen, passed)).toBe(true);
  expect(isPresent(content, { ...chosen, topics: ['falls'] }, passed)).toBe(false);
  expect(isPresent(content, { ...chosen, tutors: true }, passed)).toBe(false);
  expect(
    isPresent(
      changing('falls', () => ({ card: { kk: 'А', ru: 'А', en: 'A' } })),
      chosen,
      passed,
    ),
  ).toBe(false);
});

test('how long it is and where one stands count what is still in the content', () => {
  const { steps } = stepsFor(content, { topics: usualTopics(content), tutors: true }, 1, 0);
  expect(extentOf(content, steps)).toEqual({ cards: 21, questions: 3, minutes: 11 });
  const shorter = { ...content, topics: content.topics.filter(({ id }) => id !== 'building') };
  expect(extentOf(shorter, steps).cards).toBe(20);
  expect(placeOf(shorter, steps, 1)).toEqual({ number: 1, of: 20 });
  expect(placeOf(content, steps, 20)).toEqual({ number: 21, of: 21 });
  expect(placeOf(content, steps, 23)).toEqual({ number: 3, of: 3 });
  expect(extentOf(small, ['card:doors'])).toEqual({ cards: 1, questions: 0, minutes: 1 });
  expect([readStep(small, 'card:gone'), readStep(small, 'doors'), readStep(small, 'eat:doors')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
