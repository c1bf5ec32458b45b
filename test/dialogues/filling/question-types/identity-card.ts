import type { TypeTalk } from './talk.ts';

export const talk: TypeTalk = {
  questions: ['card'],
  async acts(person) {
    await person.says('900514300123');
    await person.says('01234567');
    await person.sharesContact();
    await person.says('№ 012 345 678');
  },
  stored: { card: '012345678' },
};
