import type { TypeTalk } from './talk.ts';

export const talk: TypeTalk = {
  questions: ['story'],
  async acts(person) {
    // Telegram cuts what is longer than 4,096 characters in two before it sends it.
    await person.says(`${'long '.repeat(799)}long`);
    await person.says('One & two\n\n<i>three</i>');
  },
  stored: { story: 'One & two\n\n<i>three</i>' },
};
