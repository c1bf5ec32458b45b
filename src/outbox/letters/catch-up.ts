import type { LetterKind } from '../letter.ts';

/** A reply did not get through a while ago: one line that all is saved, and the button that shows where the person stands. */
export const catchUp: LetterKind = inChat('catch-up');

/** A message broke its handler again and again and was set aside: the person hears that it was not taken. */
export const setAside: LetterKind = inChat('set-aside');

function inChat(key: 'catch-up' | 'set-aside'): LetterKind {
  return {
    write(birge, { language }) {
      const say = birge.say(language);
      return { screen: { text: say(key), buttons: [[{ text: say('go-on'), data: 'go:on' }]] } };
    },
  };
}
