import type { TypeTalk } from './talk.ts';

export const talk: TypeTalk = {
  questions: ['story'],
  async acts(person) {
    await person.says(`${'long '.repeat(400)}long`);
    await person.says('One & two\n\n<i>three</i>');
  },
  stored: { story: 'One & two\n\n<i>three</i>' },
};
