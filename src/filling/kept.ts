import type { Birge } from '../context.ts';
import { formHash } from '../forms/index.ts';
import type { Screen } from '../screens/screen.ts';
import type { Talk } from '../talks/talk.ts';
import { languageOf } from './opened.ts';
import { readPress } from './press.ts';

/** Forms that go when they are sent, for what they say is kept elsewhere; what is said then, and where it can be found. */
const kept: Readonly<Record<string, { said: string; button: string; data: string }>> = {
  'diary-entry': { said: 'vol-deed-kept', button: 'vol-diary', data: 'vol:diary' },
  'volunteer-skills': { said: 'fill-kept', button: 'vol-skills', data: 'vol:skills' },
  place: { said: 'fill-kept', button: 'vol-where-to-go', data: 'vol:go' },
};

/**
 * A button of a form that is no more, because it was sent: pressed twice, or again after the process died over the first
 * press. Undefined: it is of no such form.
 */
export function keptScreen(birge: Birge, talk: Talk): Screen | undefined {
  const press = readPress(talk.update.callback_query?.data ?? '');
  const form = Object.keys(kept).find((id) => {
    const known = birge.forms.get(id);
    return known !== undefined && formHash(known).slice(0, 6) === press?.version;
  });
  const where = form === undefined ? undefined : kept[form];
  if (where === undefined) return undefined;
  const say = birge.say(languageOf(talk));
  const buttons = [[{ text: say(where.button), data: where.data }], [{ text: say('menu-button'), data: 'go:menu' }]];
  return { text: say(where.said), buttons };
}
