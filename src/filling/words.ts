import type { Birge } from '../context.ts';
import { languages } from '../forms/index.ts';

/** Words that do what a button does, in any of the languages: from a reply keyboard, or typed. */
const spoken = { 'form-back': 'back', 'form-keep': 'keep', 'form-pause': 'pause' } as const;

/** The act that a typed text names, if it is exactly the words of one of the walking buttons. */
export function actSaid(birge: Birge, text: string): 'back' | 'keep' | 'pause' | undefined {
  const said = plain(text);
  for (const [key, act] of Object.entries(spoken)) {
    if (languages.some((language) => plain(birge.say(language)(key)) === said)) return act;
  }
  return undefined;
}

/** Without the sign in front of the words and whatever the case. */
const plain = (text: string) =>
  text
    .replace(/[^\p{L}\p{N} ]/gu, '')
    .trim()
    .toLowerCase();
