import { meaning } from '../../../support/filling.ts';
import type { TypeTalk } from './talk.ts';

export const talk: TypeTalk = {
  questions: ['reasons'],
  async acts(person) {
    await person.says('done');
    await person.presses(meaning('+friends'));
    await person.presses(meaning('+career'));
    await person.presses(meaning('+team'));
    await person.presses(meaning('+none'));
    await person.presses(meaning('-none'));
    await person.presses(meaning('+team'));
    await person.presses(meaning('+own'));
    await person.presses(meaning('done'));
    await person.sends.location();
    await person.says('Out of curiosity');
    await person.presses(meaning('done'));
  },
  stored: { reasons: ['team', { other: 'Out of curiosity' }] },
};
