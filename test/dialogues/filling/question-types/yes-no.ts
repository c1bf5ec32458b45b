import { meaning } from '../../../support/filling.ts';
import type { TypeTalk } from './talk.ts';

export const talk: TypeTalk = {
  questions: ['ready'],
  async acts(person) {
    await person.says('perhaps');
    await person.presses(meaning('no'));
  },
  stored: { ready: false },
};
