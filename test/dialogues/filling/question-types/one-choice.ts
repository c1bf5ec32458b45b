import { meaning } from '../../../support/filling.ts';
import type { TypeTalk } from './talk.ts';

export const talk: TypeTalk = {
  questions: ['education', 'sex'],
  async acts(person) {
    await person.sends.sticker('😺');
    await person.presses(meaning('other'));
    await person.sends.voice();
    await person.says('я'.repeat(201));
    await person.says('<b>Pro</b> & Co');
    await person.says('neither');
    await person.presses(meaning('female'));
  },
  stored: { sex: 'female', education: { other: '<b>Pro</b> & Co' } },
};
