import type { Say } from '../../src/context.ts';
import { escapeHtml } from '../../src/screens/html.ts';
import { shorten } from '../../src/screens/shorten.ts';
import type { Language } from '../../src/store/talks.ts';
import type { Step } from '../../src/volunteers/briefing-steps.ts';

/** What a card is called. */
export const cardTitle = (say: Say, language: Language, step: Step): string =>
  step.is === 'tutors' ? say(step.which === 'may' ? 'vol-br-may' : 'vol-br-not') : step.topic.title[language];

/** The same on a button. */
export const cardButton = (say: Say, language: Language, step: Step): string =>
  shorten(cardTitle(say, language, step), 60);

/** A card's title and text, in Telegram's HTML. */
export function cardText(say: Say, language: Language, step: Step): string {
  const text =
    step.is === 'tutors' ? step.points.map((point) => `• ${point[language]}`).join('\n') : step.topic.card[language];
  return `<b>${escapeHtml(cardTitle(say, language, step))}</b>\n\n${escapeHtml(text)}`;
}
