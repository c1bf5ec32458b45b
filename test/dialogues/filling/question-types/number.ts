import { meaning } from '../../../support/filling.ts';
import type { TypeTalk } from './talk.ts';

export const talk: TypeTalk = {
  questions: ['hours', 'weight'],
  async acts(person) {
    await person.says('twelve');
    await person.says('0');
    await person.says('1501');
    await person.says('12,5');
    await person.says('1 200');
    await person.says('-6');
    await person.presses(meaning('skip'));
  },
  stored: { hours: 1200, weight: null },
};
