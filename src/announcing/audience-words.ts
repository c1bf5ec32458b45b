import type { Birge, Say } from '../context.ts';
import type { Audience } from '../store/campaigns/campaign.ts';
import type { LeftOut, Reached } from '../store/campaigns/audience.ts';
import type { Language } from '../store/talks.ts';
import type { AudiencePart } from './audience-press.ts';
import { regionInWords } from './choices.ts';

const programmeKeys: Readonly<Record<string, string>> = {
  volunteers: 'ann-programme-volunteers',
  label: 'ann-programme-label',
  mobility: 'ann-programme-mobility',
  union: 'ann-programme-union',
  pupils: 'ann-programme-pupils',
};

const languageKeys = { kk: 'ann-language-kk', ru: 'ann-language-ru', en: 'ann-language-en' } as const;

const leftOutKeys = {
  stopped: 'ann-left-stopped',
  consent: 'ann-left-consent',
  blocked: 'ann-left-blocked',
  silent: 'ann-left-silent',
  gone: 'ann-left-gone',
} as const satisfies Record<LeftOut, string>;

const programmeInWords = (say: Say, code: string): string => {
  const key = programmeKeys[code];
  return key === undefined ? code : say(key);
};

const languageInWords = (say: Say, code: 'kk' | 'ru' | 'en'): string => say(languageKeys[code]);

/** One value of an audience's part as people read it. A tag is its own name. */
export function valueInWords(birge: Birge, part: AudiencePart, value: string, language: Language): string {
  const say = birge.say(language);
  switch (part) {
    case 'groups':
      return value;
    case 'people':
      return say(`role-${value}`);
    case 'regions':
      return regionInWords(birge, value, language);
    case 'programmes':
      return programmeInWords(say, value);
    case 'languages':
      return value === 'kk' || value === 'ru' || value === 'en' ? languageInWords(say, value) : value;
  }
}

/** Which groups, in words, without what narrows groups and people alike. */
export function groupsInWords(say: Say, { groups }: Audience): string {
  if (groups === null) return say('ann-none');
  return groups.tags.length === 0 ? say('ann-all') : groups.tags.join(', ');
}

/** Which people, in words. */
export function peopleInWords(say: Say, { people }: Audience): string {
  if (people === null) return say('ann-none');
  return people.roles.length === 0 ? say('ann-all') : people.roles.map((role) => say(`role-${role}`)).join(', ');
}

/** Who is to hear it, a line for each part; what is not narrowed is not named. */
export function audienceLines(birge: Birge, audience: Audience, language: Language): string[] {
  const say = birge.say(language);
  const { groups, people, regions, programmes, languages } = audience;
  const names = (part: AudiencePart, values: readonly string[]) =>
    values.map((value) => valueInWords(birge, part, value, language)).join(', ');
  if (groups === null && people === null) return [say('ann-audience-none')];
  return [
    say('ann-audience-groups', { who: groupsInWords(say, audience) }),
    say('ann-audience-people', { who: peopleInWords(say, audience) }),
    ...(regions.length === 0 ? [] : [say('ann-audience-regions', { which: names('regions', regions) })]),
    ...(programmes.length === 0 ? [] : [say('ann-audience-programmes', { which: names('programmes', programmes) })]),
    ...(languages.length === 0 ? [] : [say('ann-audience-languages', { which: names('languages', languages) })]),
  ];
}

/** "38 groups and 240 people", or only the one or the other; nobody. */
export function countInWords(say: Say, { groups, people }: Pick<Reached, 'groups' | 'people'>): string {
  const [ofGroups, ofPeople] = [sum(groups), sum(people)];
  const inGroups = say('ann-groups', { number: ofGroups });
  const inPeople = say('ann-people', { number: ofPeople });
  if (ofGroups === 0 && ofPeople === 0) return say('ann-count-nobody');
  if (ofGroups === 0 || ofPeople === 0) return ofGroups === 0 ? inPeople : inGroups;
  return say('ann-and', { groups: inGroups, people: inPeople });
}

/** Who is left out and why, a line for each reason, under a heading; none if nobody is. */
export function leftOutLines(say: Say, { leftOut }: Pick<Reached, 'leftOut'>): string[] {
  const lines = [...leftOut].map(([reason, number]) => say(leftOutKeys[reason], { number }));
  return lines.length === 0 ? [] : [say('ann-left-out'), ...lines];
}

export const sum = (counts: ReadonlyMap<number, number>): number =>
  [...counts.values()].reduce((total, number) => total + number, 0);
