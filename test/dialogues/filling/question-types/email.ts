import type { TypeTalk } from './talk.ts';

export const talk: TypeTalk = {
  questions: ['email'],
  async acts(person) {
    await person.says('aty@mail');
    await person.sharesContact();
    await person.says('Aty.Joni@Mail.KZ');
  },
  stored: { email: 'Aty.Joni@mail.kz' },
};
