import { directions, questionOf } from '../forms/index.ts';
import type { Form, Question } from '../forms/index.ts';
import { optionLists, optionsOf } from '../forms/options.ts';
import type { Option } from '../forms/options.ts';
import type { Language } from '../store/talks.ts';
import { ages } from './candidates.ts';
import type { Choices, FilterChoice } from './candidates.ts';

type Forms = ReadonlyMap<string, Form>;

/** The form that says which skills there are, and its question with the list. */
const skills = { form: 'volunteer-skills', question: 'like' };

/**
 * All that candidates can be looked for by, in the words of the forms themselves: of the questionnaire, of a project
 * (directions), an organisation (regions) and the table of skills.
 */
export function choicesOf(forms: Forms): Choices {
  const questionnaire = forms.get('volunteer-questionnaire');
  const activities = choosing(questionnaire && questionOf(questionnaire, 'activities'));
  const lists = activities === undefined ? [] : optionLists(activities);
  return {
    direction: listed(forms, 'new-project', 'direction'),
    region: listed(forms, 'new-organisation', 'region'),
    freeTime: listed(forms, 'volunteer-questionnaire', 'free_time'),
    age: Object.keys(ages).map((code) => ({ code })),
    quality: (questionnaire?.questions ?? []).flatMap((question) => {
      const text = question.type === 'scale' ? plain(question) : undefined;
      return text === undefined ? [] : [{ code: question.id, text }];
    }),
    activity: distinct(lists.flatMap(({ list }) => named(list))),
    skill: listed(forms, skills.form, skills.question),
  };
}

/** The skills that can be looked for; empty: there is no form that lists them. */
export const skillChoices = (forms: Forms): readonly FilterChoice[] => listed(forms, skills.form, skills.question);

/** The activities that the questionnaire offers in a direction; without one, all of them. */
export function activitiesIn(forms: Forms, choices: Choices, direction: string | undefined): readonly FilterChoice[] {
  const known = directions.find((one) => one === direction);
  const questionnaire = forms.get('volunteer-questionnaire');
  const question = choosing(questionnaire && questionOf(questionnaire, 'activities'));
  if (known === undefined || question === undefined) return choices.activity;
  const project = { name: '', place: '', purpose: '', activities: '', direction: known };
  return named(optionsOf(question, { today: '', project }));
}

const choosing = (question: Question | undefined) =>
  question?.type === 'one-choice' || question?.type === 'several-choices' ? question : undefined;

/** The options of a question, in its order. */
function listed(forms: Forms, id: string, asked: string): readonly FilterChoice[] {
  const form = forms.get(id);
  const question = choosing(form && questionOf(form, asked));
  return question === undefined ? [] : distinct(optionLists(question).flatMap(({ list }) => named(list)));
}

/** Own words are not looked for: everybody has others. */
const named = (list: readonly Option[]): FilterChoice[] =>
  list.filter(({ other }) => other === undefined).map(({ code, text }) => ({ code, text }));

const distinct = (list: readonly FilterChoice[]): FilterChoice[] =>
  [...new Map(list.toReversed().map((choice) => [choice.code, choice])).values()].toReversed();

/** The short words of a question, which are the same for every project. */
function plain({ short, text }: Question): Readonly<Record<Language, string>> | undefined {
  const words = short ?? text;
  return 'kk' in words ? words : undefined;
}
