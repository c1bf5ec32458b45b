/** The languages that Birge speaks. */
export type Language = 'kk' | 'ru' | 'en';

/**
 * Which of our languages a text is in: for what a channel itself adds to it, for screen readers, for a first guess. Letters that only
 * Kazakh has decide first; a text with fewer than 12 letters says nothing.
 */
export function guessLanguage(text: string): Language | undefined {
  const latin = text.match(/[a-z]/gi)?.length ?? 0;
  const cyrillic = text.match(/[\u0400-\u04ff]/g)?.length ?? 0;
  if (latin + cyrillic < 12) return undefined;
  if (latin > cyrillic) return 'en';
  const kazakh = text.match(/[әғқңөұүһі]/gi)?.length ?? 0;
  return kazakh * 50 >= cyrillic ? 'kk' : 'ru';
}
