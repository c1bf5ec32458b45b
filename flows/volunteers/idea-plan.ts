import { today } from '../../src/context.ts';
import type { Birge } from '../../src/context.ts';
import { hourOf, inWords } from '../../src/deadlines/words.ts';
import { languageOf } from '../../src/filling/opened.ts';
import { dayInNumbers, dayInWords } from '../../src/rules/dates.ts';
import type { Day } from '../../src/rules/dates.ts';
import { escapeHtml } from '../../src/screens/html.ts';
import { shorten } from '../../src/screens/shorten.ts';
import type { Screen, ScreenButton } from '../../src/screens/screen.ts';
import { planDeed } from '../../src/store/volunteers/deeds.ts';
import { enrolmentsOf } from '../../src/store/volunteers/enrolments.ts';
import type { Enrolment } from '../../src/store/volunteers/enrolments.ts';
import type { Talk } from '../../src/talks/talk.ts';
import type { Idea } from '../../src/volunteers/ideas.ts';
import { dayButtons, planDays } from './idea-words.ts';

/** When the reminder of a planned deed comes; the database plans it so. */
const reminderAt = '09:30';

/** Somebody's projects of an idea's direction that go on on that day. */
export async function projectsFor(birge: Birge, person: number, idea: Idea, on: Day): Promise<Enrolment[]> {
  const mine = await enrolmentsOf(birge.store, person, today(birge));
  return mine.filter(({ direction, until }) => direction === idea.direction && (until === null || until >= on));
}

/** Why nothing can be planned for a day, in words; undefined: it can. An old button's day may be over. */
export function planProblem(birge: Birge, language: ReturnType<typeof languageOf>, day: Day): string | undefined {
  const { min, max } = planDays(birge);
  const limits = { min: dayInNumbers(min), max: dayInNumbers(max) };
  const say = birge.say(language);
  if (day < min) return say('problem-date-early', limits);
  return day > max ? say('problem-date-late', limits) : undefined;
}

/** Asks on which day; `note` is said before. */
export function askDay(birge: Birge, talk: Talk, idea: Idea, note?: string): Screen {
  const language = languageOf(talk);
  const say = birge.say(language);
  const text = [
    ...(note === undefined ? [] : [note]),
    escapeHtml(idea.text[language]),
    say(idea.lasts === 'once' ? 'vol-idea-which-day' : 'vol-idea-first-day'),
  ].join('\n\n');
  const back = [{ text: say('form-back'), data: `vol:idea:one:${idea.id}` }];
  return { text, buttons: [...dayButtons(birge, language, idea.id), back] };
}

/** A day is chosen: asks for which project, where there is a choice; otherwise plans it for none. */
export async function chosenDay(birge: Birge, talk: Talk, idea: Idea, on: Day): Promise<Screen> {
  const language = languageOf(talk);
  const say = birge.say(language);
  const problem = planProblem(birge, language, on);
  if (problem !== undefined) return askDay(birge, talk, idea, problem);
  const projects = await projectsFor(birge, talk.person?.id ?? 0, idea, on);
  if (projects.length === 0) return plan(birge, talk, idea, on, null);
  const row = (text: string, project: number): ScreenButton[] => [
    { text: shorten(text, 60), data: `vol:idea:for:${idea.id}:${on}:${project}` },
  ];
  return {
    text: say('vol-idea-for-which', { day: dayInWords(on, language) }),
    buttons: [
      ...projects.map(({ project, projectName }) => row(inWords(projectName, language), project)),
      row(say('vol-idea-just-so'), 0),
      [{ text: say('form-back'), data: `vol:idea:day:${idea.id}` }],
    ],
  };
}

/** The project is chosen, 0: none. An old button may name one that is over. */
export async function chosenProject(birge: Birge, talk: Talk, idea: Idea, on: Day, project: number): Promise<Screen> {
  const problem = planProblem(birge, languageOf(talk), on);
  if (problem !== undefined) return askDay(birge, talk, idea, problem);
  if (project === 0) return plan(birge, talk, idea, on, null);
  const projects = await projectsFor(birge, talk.person?.id ?? 0, idea, on);
  return projects.some((one) => one.project === project)
    ? plan(birge, talk, idea, on, project)
    : chosenDay(birge, talk, idea, on);
}

/** Puts it into the diary; the same press again plans nothing twice. */
async function plan(birge: Birge, talk: Talk, idea: Idea, on: Day, project: number | null): Promise<Screen> {
  const language = languageOf(talk);
  const say = birge.say(language);
  const person = talk.person?.id ?? 0;
  const { id: named, direction } = idea;
  const id = await planDeed(birge.store, { person, project, on, direction, idea: named }, birge.now());
  const reminds = on > today(birge) || hourOf(birge.now(), birge.timeZone) < reminderAt;
  const text = [
    say('vol-idea-planned', { day: dayInWords(on, language) }),
    escapeHtml(idea.text[language]),
    say(reminds ? 'vol-idea-reminds' : 'vol-idea-no-reminder', { hour: reminderAt }),
  ].join('\n\n');
  return {
    text,
    buttons: [
      [{ text: say('vol-idea-open'), data: `vol:deed:${id}` }],
      [
        { text: say('vol-diary'), data: `vol:diary:${on.slice(0, 7)}` },
        { text: say('vol-idea-others'), data: `vol:idea:${direction}` },
      ],
    ],
  };
}
