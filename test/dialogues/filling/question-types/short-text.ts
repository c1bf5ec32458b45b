import type { TypeTalk } from './talk.ts';

export const talk: TypeTalk = {
  questions: ['full_name', 'nickname'],
  async acts(person) {
    await person.says('🌸🌸');
    await person.says('\u200B');
    await person.says('Q');
    await person.says('Серікова <b>Әйгерім</b> & Co');
    await person.says('Ab');
    await person.says('Abcdefghijkl');
    await person.says('Ай 🌸');
  },
  stored: { full_name: 'Серікова <b>Әйгерім</b> & Co', nickname: 'Ай 🌸' },
};
