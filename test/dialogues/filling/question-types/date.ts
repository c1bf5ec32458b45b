import type { TypeTalk } from './talk.ts';

export const talk: TypeTalk = {
  questions: ['since'],
  async acts(person) {
    await person.says('yesterday');
    await person.says('31.02.2024');
    await person.says('31.12.01');
    await person.says('28.02.2000');
    await person.says('23.12.2026');
    await person.says('29 February 2024');
  },
  stored: { since: '2024-02-29' },
};
