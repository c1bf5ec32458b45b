import { z } from 'zod';
import { whyInWords } from '../../linking/why.ts';
import type { LetterKind } from '../letter.ts';

const alert = z.object({ what: z.enum(['away', 'back', 'logged-out', 'stopped']), why: z.string() });

/** Tells administrators that WhatsApp needs them, or does not any more. */
export const whatsappAlert: LetterKind = {
  write(birge, { payload, language }) {
    const { what, why } = alert.parse(payload);
    const say = birge.say(language);
    return {
      screen: {
        text: say(`wa-alert-${what}`, { why: whyInWords(say, why) }),
        buttons: [[{ text: say('wa-open'), data: 'go:whatsapp' }]],
      },
    };
  },
};
