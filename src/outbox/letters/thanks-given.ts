import { inWords } from '../../deadlines/words.ts';
import { shorten } from '../../screens/shorten.ts';
import { readThanks } from '../../store/volunteers/thanks.ts';
import type { LetterKind } from '../letter.ts';

/** Tells a volunteer of their certificate or letter; not if it was withdrawn meanwhile. */
export const thanksGiven: LetterKind = {
  async write(birge, { person, payload, language }) {
    const thanks = await readThanks(birge.store, Number(payload['thanks']));
    if (person === null || thanks?.person !== person || thanks.withdrawn) return undefined;
    const say = birge.say(language);
    const text = say(thanks.kind === 'certificate' ? 'vol-thx-got-certificate' : 'vol-thx-got-letter', {
      project: shorten(inWords(thanks.projectName, language), 150),
    });
    const open = say(thanks.kind === 'certificate' ? 'vol-thx-open-certificate' : 'vol-thx-open-letter');
    return {
      screen: {
        text,
        buttons: [[{ text: open, data: `vol:thx:${thanks.id}` }], [{ text: say('menu-button'), data: 'go:menu' }]],
      },
    };
  },
};
