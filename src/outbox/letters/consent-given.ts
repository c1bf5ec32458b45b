import type { LetterKind } from '../letter.ts';

/** Tells a child that a parent has agreed, or that a signed paper was recorded: they can begin. */
export const consentGiven: LetterKind = {
  write(birge, { language }) {
    const say = birge.say(language);
    return { screen: { text: say('consent-given'), buttons: [[{ text: say('menu-button'), data: 'go:menu' }]] } };
  },
};
