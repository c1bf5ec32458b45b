import type { Birge } from '../context.ts';
import { optionLines } from '../channels/whatsapp/option-lines.ts';
import { inParts, longestCaption } from '../channels/whatsapp/parts.ts';
import { whatsappText } from '../channels/whatsapp/marks.ts';
import type { Letter } from '../outbox/letter.ts';
import { escapeHtml } from '../screens/html.ts';
import { isWalking } from '../screens/walking.ts';
import type { Language } from '../store/talks.ts';

/**
 * A letter as WhatsApp shows it, in as many messages as there, each quoted as HTML: its marks stand there as signs, its buttons
 * as lines with letters.
 */
export function whatsappLook(
  birge: Birge,
  letter: Letter,
  chatKind: 'private' | 'group',
  language: Language,
): [string, ...string[]] {
  const say = birge.say(language);
  const { text, buttons = [] } =
    'screen' in letter ? letter.screen : { text: letter.file.caption ?? '', buttons: letter.file.buttons };
  // In a group nobody is answered, so only addresses stand there.
  const rows = chatKind === 'private' ? buttons : buttons.map((row) => row.filter((button) => 'url' in button));
  const options = optionLines(rows, { letters: true, walks: isWalking, write: say('wa-write') });
  const file = 'file' in letter ? [say(letter.file.as === 'picture' ? 'ann-with-picture' : 'ann-with-file')] : [];
  const parts = inParts(whatsappText(text), options, 'file' in letter ? longestCaption : undefined);
  const [first = '', ...others] = parts.map((words) => `<blockquote>${escapeHtml(words)}</blockquote>`);
  return [[...file, first].join('\n'), ...others];
}
