import type { Birge } from '../../src/context.ts';
import { languageOf } from '../../src/filling/opened.ts';
import type { Screen } from '../../src/screens/screen.ts';
import type { Talk } from '../../src/talks/talk.ts';

/** The last screen of a conversation, with the way to the menu below; outside of conversations `tell` puts it there. */
export const withMenu = (birge: Birge, talk: Talk, screen: Screen): Screen => ({
  ...screen,
  buttons: [...(screen.buttons ?? []), [{ text: birge.say(languageOf(talk))('menu-button'), data: 'go:menu' }]],
});
