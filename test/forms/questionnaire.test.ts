import { describe, expect, test } from 'vitest';
import {
  accept,
  ask,
  buttons,
  directions,
  languages,
  loadForms,
  next,
  overview,
  questionOf,
  say,
  walkState,
} from '../../src/forms/index.ts';
import type { Facts, Form, Input, Question, Value } from '../../src/forms/index.ts';
import { optionLists } from '../../src/forms/options.ts';

function questionnaire(): Form {
  const form = loadForms('content/forms').get('volunteer-questionnaire');
  if (!form) throw new Error('content/forms/volunteer-questionnaire.yaml is missing');
  return form;
}

const form = questionnaire();
const project = { name: 'Жылы жүрек', place: 'Тараз', purpose: 'көңіл көтеру', activities: 'кітап оқу' };
const pool: Facts = { today: '2026-11-22' };
const inProject = (direction?: string): Facts => ({ today: '2026-11-22', project: { ...project, direction } });

/** FACTS: volunteering-manual-birgemiz-bilim, annex 1, in the document's order. */
test('asks everything that annex 1 asks, in its order, each with its item', () => {
  expect(form.questions.map(({ id, type, source }) => `${id} ${type} ${source?.replace('annex 1, ', '')}`)).toEqual([
    'full_name short-text head',
    'phone phone head',
    'email email head',
    'sex one-choice item 1',
    'education one-choice item 1',
    'free_time one-choice item 1',
    'attraction several-choices item 2',
    'sociability scale item 3',
    'persuasion scale item 3',
    'patience scale item 3',
    'peacemaking scale item 3',
    'explaining scale item 3',
    'acceptance scale item 3',
    'respect scale item 3',
    'planning scale item 3',
    'residence one-choice between items 3 and 4',
    'experience several-choices item 4',
    'health_limits yes-no item 5',
    'health_details long-text item 5',
    'activities several-choices item 6',
    'event_kinds several-choices item 6',
  ]);
});

test('keeps the numbers and lists of annex 1', () => {
  const limits = form.questions.flatMap((question) =>
    question.type === 'several-choices' ? [[question.id, question.max, optionLists(question)[0]?.list.length]] : [],
  );
  expect(limits).toEqual([
    ['attraction', 3, 8],
    ['experience', undefined, 6],
    ['activities', 2, 6],
    ['event_kinds', undefined, 4],
  ]);
  expect(form.questions.filter(({ sensitive }) => sensitive).map(({ id, sensitive }) => `${id} ${sensitive}`)).toEqual([
    'phone contact',
    'email contact',
    'health_limits health',
    'health_details health',
  ]);
});

test('every direction and the pool have a list of their own: four or five and "other"', () => {
  const activities = questionOf(form, 'activities');
  const codes = (facts: Facts) =>
    activities
      ? buttons(activities, undefined, facts, 'kk')
          .flat()
          .map(({ act }) => act)
      : [];
  const lists = [...directions.map((direction) => codes(inProject(direction))), codes(pool)];
  expect(lists.map((list) => [list.length, list.at(-1)])).toEqual(lists.map(() => [6, '+other']));
  expect(new Set(lists.map(String)).size).toBe(8);
  expect([codes(inProject()), codes(inProject('unheard of'))]).toEqual([codes(pool), codes(pool)]);
});

test('says once, before the self-rating, that it is no exam', () => {
  const notes = form.questions.filter(({ section }) => section?.note).map(({ id }) => id);
  expect(notes).toEqual(['sociability']);
});

describe.for(languages)('in %s', (lang) => {
  test('texts are filled with the project, and do without one', () => {
    for (const facts of [pool, inProject('health')]) {
      const said = [say(form.title, lang, facts), say(form.intro, lang, facts), say(form.thanks, lang, facts)];
      const asked = form.questions.map((question) => JSON.stringify(ask(question, lang, facts)));
      expect([...said, ...asked].filter((text) => /\{\w+\}|undefined/.test(text))).toEqual([]);
    }
    expect(say(form.intro, lang, inProject())).toContain('Тараз');
  });

  test('texts are short enough for a chat', () => {
    const asked = form.questions.flatMap((question) => [question.text, question.hint ?? question.text]);
    expect(asked.map((text) => say(text, lang, inProject())).filter((text) => text.length > 160)).toEqual([]);
    expect(
      form.questions.map(({ short }) => short?.[lang] ?? '').filter((text) => text === '' || text.length > 30),
    ).toEqual([]);
  });
});

test("a project's text that looks like a placeholder stays as it is", () => {
  expect(say(form.intro, 'en', { ...pool, project: { ...project, name: '{place}' } })).toContain('“{place}”');
});

describe('filled in from the first question to the overview', () => {
  const typed: Record<string, string> = { phone: '8 701 123 45 67', email: 'aty@mail.kz' };

  /** The last option, own words where it asks for them, then "Done". */
  function input(question: Question, current: Value | undefined, facts: Facts): Input {
    const acts = buttons(question, current, facts, 'kk')
      .flat()
      .map(({ act }) => act);
    if (acts.length === 0 || JSON.stringify(current ?? null).includes('{"other":""}')) {
      return { kind: 'text', text: typed[question.type] ?? 'Әйгерім' };
    }
    const act =
      question.type === 'yes-no'
        ? 'yes'
        : (acts.find((one) => one === 'done' || one === '+group_events') ?? acts.at(-1));
    return { kind: 'press', act: act ?? '' };
  }

  test.for([
    ['pool', pool],
    ['health', inProject('health')],
    ['search', inProject('search')],
  ] as const)('%s', ([, facts]) => {
    const answers: Record<string, Value> = {};
    let at = next(form, walkState(answers));
    for (let step = 0; at !== 'overview' && step < 100; step += 1) {
      const question = questionOf(form, at);
      if (!question) throw new Error(`no question "${at}"`);
      const outcome = accept(question, input(question, answers[at], facts), answers[at], facts);
      expect(outcome).not.toHaveProperty('problem');
      if (outcome.is === 'problem') return;
      answers[at] = outcome.value;
      if (outcome.is === 'answer') at = next(form, walkState(answers), at);
    }
    const lines = overview(form, answers, 'kk', facts);
    expect([at, lines.length]).toEqual(['overview', facts.project?.direction === 'health' ? 21 : 20]);
    expect(lines.filter(({ answer }) => answer === null || answer === '')).toEqual([]);
    expect(lines.find(({ id }) => id === 'free_time')).toEqual({
      id: 'free_time',
      question: 'Бос уақыты',
      answer: 'Басқа уақыт: Әйгерім',
    });
  });
});
