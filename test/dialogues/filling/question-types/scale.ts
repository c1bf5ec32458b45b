import { meaning } from '../../../support/filling.ts';
import type { TypeTalk } from './talk.ts';

export const talk: TypeTalk = {
  questions: ['patience'],
  async acts(person) {
    await person.says('very much');
    await person.says('6');
    await person.sends.photo();
    await person.presses(meaning('4'));
  },
  stored: { patience: 4 },
};
