import type { LetterKind } from '../letter.ts';

/** Tells somebody that their data will be erased in two weeks; any message from them keeps it. Once it is sent the
 * database begins the two weeks. */
export const retentionNotice: LetterKind = {
  write(birge, { language }) {
    const say = birge.say(language);
    return {
      screen: {
        text: say('retention-notice', { days: 14 }),
        buttons: [[{ text: say('retention-keep'), data: 'go:menu' }]],
      },
    };
  },
};
