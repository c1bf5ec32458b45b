import type { Birge } from '../../src/context.ts';
import { today } from '../../src/context.ts';
import { say as words } from '../../src/forms/index.ts';
import { escapeHtml } from '../../src/screens/html.ts';
import type { Language } from '../../src/store/talks.ts';

/** What a form says when it was sent, in Telegram's HTML: the first words of a screen that shows what it made. */
export function thanksOfForm(birge: Birge, id: string, language: Language): string {
  const form = birge.forms.get(id);
  return form === undefined ? '' : escapeHtml(words(form.thanks, language, { today: today(birge) }));
}
