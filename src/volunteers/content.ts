import { join } from 'node:path';
import { codesOf, questionOf } from '../forms/form.ts';
import type { Form } from '../forms/form.ts';
import { loadBriefing } from './briefing.ts';
import type { SafetyBriefing } from './briefing-shape.ts';
import { loadIdeas } from './ideas.ts';
import type { Idea } from './ideas.ts';
import { placeForm } from './place-form.ts';
import { skillsForm } from './skill-table.ts';
import { loadSkills } from './skills.ts';
import type { SkillDirections } from './skills.ts';
import { loadWhereToGo } from './where-to-go.ts';
import type { WhereToGo } from './where-to-go.ts';

/** What volunteers and coordinators are given beside forms. */
export interface Volunteering {
  briefing: SafetyBriefing;
  ideas: readonly Idea[];
  whereToGo: WhereToGo;
  /** In which directions each skill is of use. */
  skills: SkillDirections;
}

/**
 * Reads and checks the volunteers' content of a folder; codes that `forms` offer are known by them. Throws a `BrokenContent` with
 * every mistake of a file.
 */
export const readVolunteering = (folder: string, forms: ReadonlyMap<string, Form>): Volunteering => ({
  briefing: loadBriefing(join(folder, 'safety-briefing.yaml')),
  ideas: loadIdeas(join(folder, 'ideas.yaml')),
  whereToGo: loadWhereToGo(join(folder, 'where-to-go.yaml'), offered(forms, placeForm, 'region')),
  skills: loadSkills(join(folder, 'skills.yaml'), offered(forms, skillsForm, 'like')),
});

/** The codes that a question offers, without the one for own words. */
function offered(forms: ReadonlyMap<string, Form>, form: string, question: string): ReadonlySet<string> {
  const asked = forms.get(form);
  const one = asked && questionOf(asked, question);
  const list = one && codesOf(one);
  return new Set(list?.codes.filter((code) => code !== list.other) ?? []);
}
