import { createHash } from 'node:crypto';
import type { Audience } from '../store/campaigns/campaign.ts';
import type { Choices } from './choices.ts';

/** What an audience is narrowed by, in the order of the buttons. */
export const audienceParts = ['groups', 'people', 'regions', 'programmes', 'languages'] as const;
export type AudiencePart = (typeof audienceParts)[number];

const languages = ['kk', 'ru', 'en'] as const;

/** What is chosen in a part; empty: all; null: none of these at all. */
export function heldIn(audience: Audience, part: AudiencePart): readonly string[] | null {
  if (part === 'groups') return audience.groups && audience.groups.tags;
  if (part === 'people') return audience.people && audience.people.roles;
  return audience[part];
}

/** What can be chosen in a part: what occurs, and what was chosen when it still did. */
export function valuesIn(audience: Audience, part: AudiencePart, choices: Choices): string[] {
  const there = {
    groups: choices.tags,
    people: choices.roles,
    regions: choices.regions,
    programmes: choices.programmes,
    languages,
  }[part];
  return [...new Set([...there, ...(heldIn(audience, part) ?? [])])];
}

/** A value as a button's data carries it: tags are words of any length and meaning, so they go by a mark of themselves. */
export const keyOf = (part: AudiencePart, value: string): string =>
  part === 'groups' ? `#${createHash('sha256').update(value).digest('hex').slice(0, 10)}` : value;

/** The audience after a press in a part: `none`, `all`, or a value's key, which goes in or out. What nobody offered changes nothing. */
export function pressedIn(audience: Audience, part: AudiencePart, pressed: string, choices: Choices): Audience {
  if (pressed === 'all') return withHeld(audience, part, []);
  if (pressed === 'none') return part === 'groups' || part === 'people' ? { ...audience, [part]: null } : audience;
  const value = valuesIn(audience, part, choices).find((one) => keyOf(part, one) === pressed);
  if (value === undefined) return audience;
  const held = heldIn(audience, part) ?? [];
  return withHeld(audience, part, held.includes(value) ? held.filter((one) => one !== value) : [...held, value]);
}

function withHeld(audience: Audience, part: AudiencePart, held: string[]): Audience {
  switch (part) {
    case 'groups':
      return { ...audience, groups: { tags: held } };
    case 'people':
      return { ...audience, people: { roles: held } };
    case 'languages':
      return { ...audience, languages: languages.filter((language) => held.includes(language)) };
    case 'regions':
    case 'programmes':
      return { ...audience, [part]: held };
  }
}
